/**
 * The fields of the front matter are spelt right.
 *
 * Sites pass over fields that they do not know without a word: `tittle` gives a post without a title, `pubished: false` publishes a
 * draft. Fields of a site's own are welcome; only those that are one slip away from a well-known one are told.
 *
 * ## Good
 *
 * ```md
 * ---
 * title: Introducing Irmin
 * data: [irmin.csv]
 * hero_image: irmin.png
 * ---
 * ```
 *
 * ## Bad
 *
 * ```md
 * ---
 * title: Introducing Irmin
 * auhtor: Thomas Gazagnaire
 * pubished: false
 * ---
 * ```
 *
 * ```text
 * 3:1-3:7 Unexpected field `auhtor`, expected `author`, which sites know; they pass over the other
 * 4:1-4:9 Unexpected field `pubished`, expected `published`, which sites know; they pass over the other
 * ```
 */
import { isTypoOf } from "../../text/typo-of.js";
import { ownRule } from "../rule-kinds/own-rule.js";

const WELL_KNOWN = [
  "title",
  "subtitle",
  "description",
  "date",
  "author",
  "authors",
  "slug",
  "permalink",
  "tags",
  "categories",
  "category",
  "layout",
  "draft",
  "published",
  "updated",
  "aliases",
  "excerpt",
  "summary",
  "image",
  "weight",
];
/** Words of their own that are near one of those. */
const OTHERS = new Set([
  "tag",
  "data",
  "dates",
  "publish",
  "update",
  "image",
  "images",
  "alias",
  "layouts",
  "subtitles",
  "titles",
  "drafts",
  "author_",
  "weights",
  "summery",
  "late",
  "gate",
  "rate",
]);
const MOST = 100;

export const frontMatterKeys = ownRule(
  { id: "front-matter-keys", says: "The fields of the front matter are spelt right.", severity: "warning" },
  (source, say) => {
    const { post, body } = source.reading();
    if (post.format === "none") return {};
    const keys = Array.from(source.text.slice(0, body).matchAll(/^(["']?)([A-Za-z][\w-]{1,30})\1[ \t]*[:=]/gm)).slice(0, MOST);
    const present = new Set(keys.map(({ 2: key = "" }) => key.toLowerCase()));
    for (const { 0: whole, 2: key = "", index } of keys) {
      const name = key.toLowerCase();
      if (WELL_KNOWN.includes(name) || OTHERS.has(name)) continue;
      const meant = WELL_KNOWN.find((known) => !present.has(known) && isTypoOf(name, known));
      const start = index + whole.indexOf(key);
      if (meant !== undefined)
        say(`Unexpected field \`${key}\`, expected \`${meant}\`, which sites know; they pass over the other`, {
          start,
          end: start + key.length,
        });
    }
    return {};
  },
);
