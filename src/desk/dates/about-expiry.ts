/** What the fields say of its end: a post that has expired by its slot is never seen. */
import { sayWhen } from "../time/zone.js";
import type { Case } from "./date-question.js";
import type { Disagreement } from "./disagreement.js";
import { firstOf } from "../facts/first-of.js";
import { shownFrom } from "./shown-from.js";

/** Until when it is to be seen only its writer knows: nothing is set. */
export function aboutExpiry({ post, site, slot, zone }: Case): readonly Disagreement[] {
  const field = firstOf(post.expires, site.habits.expires);
  const ends = field && shownFrom(field, site);
  if (!field || !ends || ends > slot) return [];
  const message = `Unexpected end in \`${field.key}\`, ${sayWhen(ends, zone)}, expected one after its slot, ${sayWhen(slot, zone)}, or none; ${site.habits.name} does not show it after that`;
  return [{ finding: { rule: "slot-expiry", severity: "error", message, place: field.place }, grave: true, moved: false, fix: null }];
}
