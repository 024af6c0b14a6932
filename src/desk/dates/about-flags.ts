/** What the flags say: `draft: true` and `published: false` hide a post, whenever it is merged. */
import type { Post } from "../facts/post.js";
import type { Case } from "./date-question.js";
import type { Disagreement } from "./disagreement.js";
import { edit, rawOf } from "./fix-date.js";
import type { PostSite } from "./site-of-post.js";

export function aboutFlags({ post, site, slotDay }: Case): readonly Disagreement[] {
  return hidingFlags(post, site).map((flag) => {
    const raw = rawOf(flag);
    const word = raw === null ? null : /\b(?:true|false|yes|no|on|off)\b/i.exec(raw);
    const shows = word && opposite(word[0]);
    const fix =
      raw !== null && word && shows && flag.line !== null
        ? ({ kind: "edit", edit: edit(flag.place, raw, word.index, word.index + word[0].length, shows), line: flag.line } as const)
        : null;
    const message = `Unexpected value \`${word?.[0] ?? ""}\` of \`${flag.key}\`, expected \`${shows ?? ""}\` before its slot on ${slotDay}; the site does not publish the post with this value`;
    return {
      finding: { rule: "slot-flag", severity: "error", message, place: flag.place },
      says: `the value \`${word?.[0] ?? ""}\` of \`${flag.key}\` hides it`,
      grave: true,
      moved: false,
      fix,
    } as const;
  });
}

/** Those that hide it on a site that does not show drafts. */
export function hidingFlags({ flags }: Post, { shownFlags }: PostSite): Post["flags"] {
  return flags.filter(({ value, key }) => value && !shownFlags.includes(key.toLowerCase()));
}

const OPPOSITES: Readonly<Record<string, string>> = { true: "false", false: "true", yes: "no", no: "yes", on: "off", off: "on" };

/** In the case of the word itself. */
function opposite(word: string): string {
  const other = OPPOSITES[word.toLowerCase()] ?? word;
  if (word === word.toLowerCase()) return other;
  return word === word.toUpperCase() ? other.toUpperCase() : other.slice(0, 1).toUpperCase() + other.slice(1);
}
