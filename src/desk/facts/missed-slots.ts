/** Slots that a post missed: those that went by while they were what people had been told last. */
import type { Instant } from "../time/zone.js";
import type { Announcement } from "./snapshot.js";

/** Of `announced`, the oldest first. One before which people were told another was not missed. */
export function missedSlots(announced: readonly Announcement[], at: Instant): readonly Announcement[] {
  return announced.filter(({ slot }, place) => slot <= at && slot <= (announced[place + 1]?.at ?? at));
}
