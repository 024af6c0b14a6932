/**
 * `a` and `an` are chosen by the sound that follows.
 *
 * It is `an hour` and `a user`, `an email` and `a European`. Initials are let be: `SQL` is said in two ways.
 *
 * ## Good
 *
 * ```md
 * It takes an hour to write a unikernel, and a user to break it.
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

/** Words that sound like `you` or `one`: the list takes every new `uni…`, such as `unikernel`, for `un…`. */
const TAKES_A = /^(?:uni(?![mn])|us[aeu]|ut[ei]|eu|ewe|on(?:e|ce)\b|ub[iu])/i;

export const indefiniteArticle = ownRule(
  { id: "indefinite-article", says: "`a` and `an` are chosen by the sound that follows.", severity: "advice", fixes: true },
  proseVisitor<null>({
    screen: (written) => DOUBTFUL.test(written),
    read: (tree, file) => {
      retextIndefiniteArticle()(tree, file);
    },
    remark: ({ reason, expected }, said, { end }, { text }) => {
      const before = /before `([^`]*)`/.exec(reason)?.[1] ?? "";
      const right = expected?.[0] ?? "";
      const next = /^\s+/.exec(text.slice(end, end + 20))?.[0].length ?? 0;
      // Whether one says "a sequel" or "an ess queue ell" is for those who say it; and what follows must be what was read.
      if (next === 0 || !text.startsWith(before, end + next) || /[\p{Lu}\d].*[\p{Lu}\d]|\d/u.test(before)) return null;
      if (right.toLowerCase() === "an" && TAKES_A.test(before)) return null;
      return { words: `Unexpected \`${said}\` before \`${before}\`, expected \`${right}\``, replacement: right };
    },
  }),
);
