/** Makes a rule of what the reader of posts complains about, so that it has a page, a severity and a place in anyone's remark. */
import type { Root } from "mdast";
import { lintRule } from "unified-lint-rule";
import type { Finding } from "../../facts/finding.js";
import { ORIGIN } from "../tree/comment-control.js";
import { readingOf } from "../tree/reading-of.js";
import { sourceOf } from "../tree/source.js";
import { sayIn } from "./own-rule.js";
import { rulePage, type Rule } from "./rule.js";

interface Read {
  readonly id: string;
  readonly says: string;
  readonly severity: Finding["severity"];
}

export function readingRule({ id, says, severity }: Read): Rule {
  const page = rulePage(id);
  const plugin = lintRule<Root>({ origin: `${ORIGIN}:${id}`, url: page }, (tree, file) => {
    const say = sayIn(file, sourceOf(tree, file));
    for (const finding of readingOf(file).findings) if (finding.rule === id) say(finding.message, finding.place);
  });
  return { id, says, severity, on: true, fixes: false, options: null, plugin, page, made: { kind: "reading" } };
}
