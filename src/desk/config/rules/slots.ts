/** What should be true of slots and pins together: enough slots for a campaign's posts, and none pinned where nothing goes live. */
import { deskHolidays, holidayCodes } from "../../calendar/days-off.js";
import { slotCalendar, type Closed, type SlotCalendar } from "../../calendar/slot-calendar.js";
import type { Campaign, Desk } from "../../facts/desk.js";
import { holidayDays, type HolidayBook } from "../../facts/holidays.js";
import { quoted } from "../../text/quoted.js";
import { patternDayFrom, readSlotPattern } from "../../time/slot-pattern.js";
import { atWallTime, DAY, dayOf, dayPlus, isSkipped, plus, sayDay, timeOf, type Instant } from "../../time/zone.js";
import { instantOf } from "../yaml/raw-times.js";
import type { CampaignClaim, DeskClaims, RawText } from "../yaml/raw-values.js";
import type { DeskRemark } from "../yaml/remark.js";

/** `read` is the desk as its shape alone makes it; the claims tell where things stand. All of it is warnings. */
export function slotRemarks(claims: DeskClaims, read: Desk, book: HolidayBook): DeskRemark[] {
  const desk = { ...read, holidays: holidayDays(book, holidayCodes(read), yearsOf(read)) };
  const calendar = slotCalendar({ zone: desk.zone, slots: desk.slots, ...desk.calendar, holidays: deskHolidays(desk) });
  return [
    ...claims.slots.flatMap((slot) => skippedBySpring(slot, desk)),
    ...claims.campaigns.flatMap((claim) => {
      const campaign = desk.campaigns.find(({ name }) => name === claim.name?.text);
      return [...pinnedWhereClosed(claim, calendar), ...(campaign ? tooFewSlots(claim, campaign, calendar) : [])];
    }),
  ];
}

const warning = (message: string, said: RawText): DeskRemark => ({ rule: "desk-time", severity: "warning", message, said });

/** Years that the campaigns lie in; more of them than this are not looked at. */
const MOST_YEARS = 12;

function yearsOf({ campaigns, zone }: Desk): readonly number[] {
  const named = campaigns.flatMap(({ deadline, starts, posts }) => [deadline, starts, ...posts.map(({ pinned }) => pinned)]);
  const years = new Set(named.flatMap((at) => (at ? [Number(dayOf(at, zone).slice(0, 4))] : [])));
  return [...years].sort((a, b) => a - b).slice(0, MOST_YEARS);
}

function pinnedWhereClosed({ posts }: CampaignClaim, { closedAt }: SlotCalendar): DeskRemark[] {
  return posts.flatMap(({ slot }) => {
    const at = instantOf(slot);
    const closed = at && closedAt(at);
    return slot && closed ? [warning(`Unexpected slot ${quoted(slot.text)} ${sayClosed(closed)}`, slot)] : [];
  });
}

function sayClosed({ kind, why }: Closed): string {
  const named = why === "" ? "" : `, ${quoted(why)}`;
  if (kind === "freeze") return `in a freeze${named}, expected one outside it; move one of the two`;
  const where = kind === "holiday" ? "on a holiday" : "on a day without slots";
  return `${where}${named}, expected one on which things go live; move it, or name it in \`calendar.extra\` if you mean it`;
}

/** Told only of a campaign that says when it starts: without that, nobody knows how many slots are still to come. */
function tooFewSlots({ deadline: said }: CampaignClaim, { starts, deadline, posts }: Campaign, { after }: SlotCalendar): DeskRemark[] {
  if (!said || !starts) return [];
  const pins = new Set(posts.flatMap(({ pinned }) => pinned ?? []));
  const need = posts.filter(({ pinned }) => !pinned).length;
  const open: Instant[] = [];
  for (let slot = after(plus(starts, -1000)); slot && slot <= deadline && open.length < need; slot = after(slot))
    if (!pins.has(slot)) open.push(slot);
  if (open.length >= need) return [];
  const message = `Unexpected ${need} ${need === 1 ? "post" : "posts"} for ${open.length} free ${open.length === 1 ? "slot" : "slots"} from the start to the deadline, expected a slot for each; add some to \`slots\` or \`calendar.extra\`, or move the deadline`;
  return [warning(message, said)];
}

/** How long before a deadline its campaign is looked at when it does not say when it starts. */
const SEASON = 92 * DAY;

/** The first day of a campaign on which clocks jump over the slot: it then is at the time after the jump. */
function skippedBySpring(slot: RawText, { zone, campaigns }: Desk): DeskRemark[] {
  const pattern = readSlotPattern(slot.text);
  if (!pattern) return [];
  for (const { starts, deadline } of campaigns) {
    const last = dayOf(deadline, zone);
    const first = dayOf(starts ?? plus(deadline, -SEASON), zone);
    for (
      let day = patternDayFrom(first, pattern), seen = 0;
      day <= last && seen < MOST_DAYS;
      day = patternDayFrom(dayPlus(day, 1), pattern)
    ) {
      seen += 1;
      if (!isSkipped(day, pattern.time, zone)) continue;
      const at = atWallTime(day, pattern.time, zone);
      const message = `Unexpected slot ${quoted(slot.text)}, which clocks in ${zone} jump over on ${sayDay(at, zone)} ${day.slice(0, 4)}, expected a time that every day has; that one is at ${timeOf(at, zone)}`;
      return [warning(message, slot)];
    }
  }
  return [];
}

/** Days of one pattern in one campaign that are looked at. */
const MOST_DAYS = 400;
