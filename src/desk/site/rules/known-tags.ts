/**
 * Tags are among those that the site knows.
 *
 * A new tag makes a page of its own with one post on it, and a misspelt one hides the post from those who follow the right one. Which
 * there are is for the desk to list, under `lint` and `tags`; where it lists none, any will do.
 *
 * ## Good
 *
 * ```md {"site":{"tags":["storage","networking"]}}
 * ---
 * title: Introducing Irmin
 * tags: [storage]
 * ---
 * ```
 *
 * ## Bad
 *
 * ```md {"site":{"tags":["storage","networking"]}}
 * ---
 * title: Introducing Irmin
 * tags: [storgae]
 * ---
 * ```
 *
 * ```text
 * 3:8-3:15 Unexpected tag `storgae`, expected `storage`, or another that the site has already
 * ```
 */
import { FILE_START } from "../../facts/finding.js";
import { nearest } from "../../text/nearest.js";
import { quoted } from "../../text/quoted.js";
import type { SiteRule } from "../facts/site-rule.js";

export const knownTags: SiteRule = {
  id: "known-tags",
  says: "Tags are among those that the site knows.",
  severity: "advice",
  judge({ post }, { tags }) {
    if (tags === undefined || tags.length === 0) return [];
    const known = new Set(tags.map((tag) => tag.toLowerCase()));
    return (post.tagged ?? post.tags.map((value) => ({ value, place: FILE_START })))
      .filter(({ value }) => !known.has(value.toLowerCase()))
      .map(({ value: tag, place }) => {
        const near = nearest(tag, tags);
        const expected = near === null ? "one that the site has already" : `\`${near}\`, or another that the site has already`;
        return { message: `Unexpected tag ${quoted(tag)}, expected ${expected}`, place };
      });
  },
};
