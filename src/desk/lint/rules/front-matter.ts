/**
 * Front matter can be read, and says each thing once.
 *
 * Site generators stop at front matter that they cannot read, or publish the post without it: title, by-line and day are gone, and
 * the fields stand in the text. Every field that can be read is read all the same, so that one mistake hides no other.
 *
 * ## Good
 *
 * ```md
 * ---
 * title: "Irmin: Git-like storage"
 * ---
 *
 * Irmin is a store.
 * ```
 *
 * ## Bad
 *
 * ```md
 * ---
 * title: Irmin: Git-like storage
 * ---
 *
 * Irmin is a store.
 * ```
 *
 * ```text
 * 2:13-2:14 Unexpected `: ` in the value of `title`, expected the value in quotes; write `title: "Irmin: Git-like storage"`
 * ```
 *
 * ```md
 * ---
 * title: Irmin
 * tags: [storage]
 * title: Introducing Irmin
 * ---
 *
 * Irmin is a store.
 * ```
 *
 * ```text
 * 4:1-4:6 Unexpected second `title` on line 4, expected each field once; the later one was taken
 * ```
 */
import { readingRule } from "../rule-kinds/reading-rule.js";

export const frontMatter = readingRule({
  id: "front-matter",
  says: "Front matter can be read, and says each thing once.",
  severity: "error",
});
