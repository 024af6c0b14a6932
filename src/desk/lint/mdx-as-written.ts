/** MDX as people write it: with two things that it does not compile, read all the same, so that they can be told and the rest linted. */
import { htmlFlow, htmlText } from "micromark-core-commonmark";
import type { Construct, Extension, State, Tokenizer } from "micromark-util-types";

/** `<!-- … -->`, as in Markdown; every other `<` is JSX. */
function commentIn({ tokenize, ...html }: Construct, name: string): Construct {
  return {
    ...html,
    name,
    tokenize(effects, ok, nok) {
      return effects.check({ partial: true, tokenize: commentStart }, tokenize.call(this, effects, ok, nok), nok);
    },
  };
}

const commentStart: Tokenizer = (effects, ok, nok) => {
  let at = 0;
  const step: State = (code) => {
    if (at === COMMENT.length) {
      effects.exit("data");
      return ok(code);
    }
    if (code !== COMMENT.charCodeAt(at)) return nok(code);
    if (at++ === 0) effects.enter("data");
    effects.consume(code);
    return step;
  };
  return step;
};

const COMMENT = "<!--";

/** `## Branches {#branches}`: Docusaurus takes the name of a heading out before MDX sees it. */
const headingName: Construct = {
  name: "headingName",
  tokenize(effects, ok, nok) {
    const start: State = (code) => {
      effects.enter("data");
      effects.consume(code);
      return sign;
    };
    const sign: State = (code) => {
      if (code !== HASH) return nok(code);
      effects.consume(code);
      return inside;
    };
    const inside: State = (code) => {
      if (code === CLOSING) {
        effects.consume(code);
        effects.exit("data");
        return ok;
      }
      // Line endings are below zero.
      if (code === null || code < 0 || code === OPENING) return nok(code);
      effects.consume(code);
      return inside;
    };
    return start;
  },
};

const [HASH, LESS, OPENING, CLOSING] = [35, 60, 123, 125];

export const mdxAsWritten: Extension = {
  flow: { [LESS]: commentIn(htmlFlow, "htmlFlowComment") },
  text: { [LESS]: commentIn(htmlText, "htmlTextComment"), [OPENING]: headingName },
};
