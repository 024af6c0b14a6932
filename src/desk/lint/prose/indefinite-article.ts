/**
 * `a` and `an` are chosen by the sound that follows.
 *
 * It is `an hour` and `a user`, `an email` and `a European`. Only words that are said as they are written are judged: initials, names of
 * programs and other short words (`SQL`, `nginx`, `ssh-key`, `udev`) are let be, and so is an `a` that names a thing, as in `from a to the end`.
 *
 * ## Good
 *
 * ```md
 * It takes an hour to write a unikernel, and a user to break it.
 * ```
 *
 * ```md
 * Put an nginx before it, with an ssh key and a udev rule.
 * ```
 *
 * ## Bad
 *
 * ```md
 * Irmin is an store for a unikernel.
 * ```
 *
 * ```text
 * 1:10-1:12 Unexpected `an` before `store`, expected `a`
 * ```
 *
 * ```md fixed
 * Irmin is a store for a unikernel.
 * ```
 */
import retextIndefiniteArticle from "retext-indefinite-article";
import { ownRule } from "../rule-kinds/own-rule.js";
import { proseVisitor } from "./prose-rule.js";

/** Only what looks wrong is read: taking a paragraph apart to find that all is well costs more than all other rules. */
const DOUBTFUL =
  /\b(?:a\s+(?:[ai]|e(?!u)|o(?!n[ce])|h(?:our|on[eo]|eir)|u(?!ni(?![mn])|s[aeu]|t[ei]|b[iu]))|an\s+(?:[b-df-gj-np-tv-z]|h(?!our|on[eo]|eir)|eu|on[ce]|us[aeu]|uni(?![mn])))/i;

/** Said as `a`: consonants with which English begins words, and then a vowel; or one of those said as `you`. `h` is said or not, and `x` is a letter. */
const TAKES_A =
  /^(?:(?:[bcdfgjklmnpqrstvwyz]|[bcfgps]l|[bcdfgpt]r|[cstw]h|k[nr]|s[ckmnptw]|s[cpt]r|spl|squ|sch|shr|thr|ph|qu|tw|wr)[aeiou]|us(?:e|age|ual)|uni(?:que|ver|form|kernel|lateral|t(?![a-z]?i)|on)|util|euro)/;

/** Said as `an`: no `u` of `user`, no `eu`, no `one`. `u` is short before two consonants, but for `uk`. */
const TAKES_AN = /^(?:[ai]|e(?![uw])|o(?!n(?:e|c)|ui)|u[bd-jl-np-z][b-df-hj-np-tv-z]+[aeiouy])/;

/** What may follow an `a` that is no article but the name of something. */
const FOLLOWS_A_NAME =
  /^(?:about|above|across|after|again|against|along|also|although|always|among|around|aside|away|either|else|ends?|equals?|even|ever|inside|instead|into|once|only|onto|others?|over|under|unless|until|unto|upon)$/;

/** Names of things that are told apart by letters. */
const NAMED =
  /\b(?:appendix|class|column|exhibit|grade|group|hepatitis|letter|matrix|node|option|parameter|plan|point|register|series|step|value|variable|vector|vitamin)\s+$/i;

/** A word of four letters or more, in small letters or as a name is written; the first part of it, where it has a hyphen. */
function judged(word: string): string | null {
  const [, first = ""] = /^(\p{Lu}?[a-z]+)(?:[-’'][a-z]+)*$/u.exec(word) ?? [];
  return first.length < 4 || FOLLOWS_A_NAME.test(word) ? null : first.toLowerCase();
}

export const indefiniteArticle = ownRule(
  { id: "indefinite-article", says: "`a` and `an` are chosen by the sound that follows.", severity: "advice", fixes: true },
  proseVisitor<null>({
    screen: (written) => DOUBTFUL.test(written),
    read: (tree, file) => {
      retextIndefiniteArticle()(tree, file);
    },
    remark: ({ reason, expected }, said, { start, end }, { text }) => {
      const before = /before `([^`]*)`/.exec(reason)?.[1] ?? "";
      const right = expected?.[0] ?? "";
      const next = /^\s+/.exec(text.slice(end, end + 20))?.[0].length ?? 0;
      // What follows must be what was read: a word, and no part of a path, a call or a name in code; underscores behind it may be of such a name.
      const word = judged(before);
      const beside = text.slice(end + next, end + next + before.length + 3);
      if (
        next === 0 ||
        word === null ||
        !beside.startsWith(before) ||
        !/^(?:$|[\s"”’)*\],;!?…]|[.:]+(?![\p{L}\p{N}/]))/u.test(beside.slice(before.length))
      )
        return null;
      // And the `a` must be an article, not the name of something: `option a`, `where a equals b`.
      const an = right.toLowerCase() === "an";
      if (an && (/[^suai]s$/.test(word) || NAMED.test(text.slice(Math.max(0, start - 20), start)))) return null;
      if (!(an ? TAKES_AN : TAKES_A).test(word)) return null;
      return { words: `Unexpected \`${said}\` before \`${before}\`, expected \`${right}\``, replacement: right };
    },
  }),
);
