/**
 * A title is short enough to be read whole.
 *
 * Search engines, feeds and cards cut titles off, most of them before the 80th character, and what is cut is often what the post
 * is about.
 *
 * ## Good
 *
 * ```md
 * ---
 * title: "Introducing Irmin: Git-like distributed, branchable storage"
 * ---
 * ```
 *
 * ## Bad
 *
 * ```md
 * ---
 * title: "Introducing Irmin, which is a distributed and branchable store that follows the same design as Git does"
 * ---
 * ```
 *
 * ```text
 * 2:8-2:113 Unexpected title of 103 characters, expected at most 80
 * ```
 *
 * ```md {"options":{"most":20}}
 * # Introducing Irmin, a store
 * ```
 *
 * ```text
 * 1:3-1:29 Unexpected title of 26 characters, expected at most 20
 * ```
 */
import { z } from "zod";
import { ownRuleWith } from "../rule-kinds/own-rule.js";

const options = z
  .strictObject({ most: z.int().min(1).max(500).default(80).meta({ description: "Characters that a title may have." }) })
  .prefault({});

export const titleLength = ownRuleWith(
  { id: "title-length", says: "A title is short enough to be read whole.", severity: "warning" },
  options,
  (source, say, { most }) => {
    const { title } = source.reading().post;
    const length = title === null ? 0 : Array.from(title.value).length;
    if (title !== null && length > most) say(`Unexpected title of ${length} characters, expected at most ${most}`, title.place);
    return {};
  },
);
