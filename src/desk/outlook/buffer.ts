/** The buffer: the working days before a deadline that a campaign keeps in reserve, and how many of them its plan eats. */
import { deskDiary } from "../calendar/diaries.js";
import { workingDaysBetween } from "../calendar/working-days.js";
import type { Campaign, Desk } from "../facts/desk.js";
import type { Buffer, JudgedPost } from "../judged.js";
import { dayOf, latest, type Instant } from "../time/zone.js";

interface Placed extends Pick<JudgedPost, "live" | "stage"> {
  readonly slot: { readonly at: Instant } | null;
}

/**
 * `posts` are the campaign's own. With a reserve of 2 and a deadline on Monday 21 July the last post should be live by Thursday 17:
 * on Friday it uses one day, on Monday two. A post that has no slot, or one past the deadline, has used it all. Posts that were
 * dropped do not count; a live one counts by when it went live. Null when the campaign has no reserve.
 *
 * Green while less than a third is used, red from two thirds on. https://en.wikipedia.org/wiki/Critical_chain_project_management
 */
export function bufferOf({ buffer: days = 0, deadline }: Campaign, posts: readonly Placed[], desk: Desk): Buffer | null {
  if (days === 0) return null;
  const counted = posts.filter(({ stage }) => stage !== "dropped");
  const open = counted.some(({ live, slot }) => !live && !slot);
  const last = latest(counted.map(({ live, slot }) => (live ? live.at : slot?.at)));
  const used = open ? days : last === null ? 0 : usedBy(last, deadline, days, desk);
  return { days, used, third: used * 3 < days ? "green" : used * 3 < days * 2 ? "amber" : "red" };
}

function usedBy(last: Instant, deadline: Instant, days: number, desk: Desk): number {
  if (last > deadline) return days;
  const { zone, off } = deskDiary(desk);
  return Math.max(0, days - workingDaysBetween(dayOf(last, zone), dayOf(deadline, zone), off));
}
