/**
 * The reference of a link is written in full.
 *
 * In brackets alone, as `[Irmin]`, a link cannot be told from words in brackets, and stops being a link without a word when its
 * definition goes. Many good posts are written so all the same: this is taste, and said as advice.
 *
 * ## Good
 *
 * ```md
 * [Irmin][] is a store.
 *
 * [Irmin]: https://mirage.io/irmin
 * ```
 *
 * ## Bad
 *
 * ```md
 * [Irmin] is a store.
 *
 * [Irmin]: https://mirage.io/irmin
 * ```
 *
 * ```text
 * 1:1-1:8 Unexpected shortcut reference link (`[text]`), expected collapsed reference (`[text][]`)
 * ```
 *
 * ```md fixed
 * [Irmin][] is a store.
 *
 * [Irmin]: https://mirage.io/irmin
 * ```
 */
import { borrowedRule } from "../borrowed-rule.js";

export const noShortcutReferenceLink = borrowedRule({
  id: "no-shortcut-reference-link",
  says: "The reference of a link is written in full.",
  severity: "advice",
  mend: ({ start, end }, text) => ({ start, end, text: `${text.slice(start, end)}[]` }),
});
