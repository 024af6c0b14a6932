/**
 * A post has a title.
 *
 * It is what people see first, in feeds, in lists and above the post. Without front matter, the first heading is taken for it.
 *
 * ## Good
 *
 * ```md
 * ---
 * title: Introducing Irmin
 * ---
 *
 * Irmin is a store.
 * ```
 *
 * ```md
 * # Introducing Irmin
 *
 * Irmin is a store.
 * ```
 *
 * ## Bad
 *
 * ```md
 * ---
 * author: Thomas Gazagnaire
 * ---
 *
 * Irmin is a store.
 * ```
 *
 * ```text
 * 2:1 Unexpected post without a title, expected `title` in the front matter, such as `title: …`
 * ```
 */
import { readingRule } from "../rule-kinds/reading-rule.js";

export const title = readingRule({ id: "title", says: "A post has a title.", severity: "error" });
