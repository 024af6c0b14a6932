/** Works back from a slot: by when the text and the reviews have to be there. */
import { END_OF_DAY, workingDaysBefore } from "../working-days.js";
import { atWallTime, dayOf, earliest, type Instant, type Zone } from "../zone.js";
import type { Lead } from "../desk.js";

/**
 * "Review by" is the end of the working day (17:00 on the wall in `zone`) that lies `lead.review` working days before the
 * slot's day; "draft by" lies `lead.draft` working days before that. Neither is ever later than the slot itself.
 */
export function workBack(slot: Instant, lead: Lead, zone: Zone): { readonly draftBy: Instant; readonly reviewBy: Instant } {
  const reviewDay = workingDaysBefore(dayOf(slot, zone), lead.review);
  const draftDay = workingDaysBefore(reviewDay, lead.draft);
  const by = (day: typeof reviewDay) => earliest([slot, atWallTime(day, END_OF_DAY, zone)]) ?? slot;
  return { draftBy: by(draftDay), reviewBy: by(reviewDay) };
}
