/** What the fields say of its end: a post that has expired by its slot is never seen. */
import { sayWhen } from "../time/zone.js";
import type { Case } from "./date-question.js";
import type { Disagreement } from "./disagreement.js";
import { firstOf } from "../facts/first-of.js";
import { shownFrom } from "./shown-from.js";

/** Until when it is to be seen only its writer knows: nothing is set. Where the site does not go by it, it is only wrong. */
export function aboutExpiry({ post, site, slot, slotless, zone }: Case): readonly Disagreement[] {
  const { name, expires } = site.habits;
  const counts = firstOf(post.expires, expires);
  const field = counts ?? post.expires[0];
  const ends = field && shownFrom(field, site);
  if (!field || !ends || ends > slot) return [];
  const tail = counts ? `; ${name} does not show the post after that date` : "";
  const wanted = slotless ? "a date to come" : `a date after its slot, ${sayWhen(slot, zone)}`;
  const message = `Unexpected expiry date ${sayWhen(ends, zone)} in \`${field.key}\`, expected ${wanted}, or no \`${field.key}\`${tail}`;
  const finding = { rule: "slot-expiry", severity: counts ? "error" : "warning", message, place: field.place } as const;
  const says = slotless ? `it has expired, on ${sayWhen(ends, zone)}` : `it expires before its slot, on ${sayWhen(ends, zone)}`;
  return [{ finding, says, grave: counts !== null, moved: false, fix: null }];
}
