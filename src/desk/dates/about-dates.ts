/** What the date fields say: the one that the site believes, the one that holds the post back, and others beside them. */
import type { Dated, Written } from "../facts/post.js";
import { between, dayOf, HOUR, sayWhen, type Day, type Instant, type Zone } from "../time/zone.js";
import { isSlotDay, type Case } from "./date-question.js";
import { dayIn, isYearTypo } from "./day-written.js";
import type { Disagreement } from "./disagreement.js";
import { firstOf } from "../facts/first-of.js";
import { fixDate, rawOf } from "./fix-date.js";
import { clockZones, shownFrom } from "./shown-from.js";
import type { SiteHabits } from "./site-habits.js";

type Date = Written<Dated | null>;

export function aboutDates(one: Case): readonly Disagreement[] {
  const { post, site, slot, zone } = one;
  const believed = firstOf(post.dates, site.habits.dates);
  const gate = site.habits.gates && firstOf(post.dates, site.habits.gates);
  return post.dates.flatMap((date) => {
    const raw = rawOf(date);
    const written = raw === null ? null : (dayIn(raw)?.day ?? null);
    const from = date === gate ? shownFrom(date, site) : null;
    const holds = from !== null && from > slot;
    if (date.value && !holds && agrees(date.value, written, date === gate, one)) return [];
    const day = date.value ? (written ?? dayOn(date.value, zone)) : null;
    const counts = date === believed || date === gate;
    const edit = fixDate(date, { ...one, gate: date === gate ? { day: one.gateDay, zones: clockZones(date, site) } : null });
    const finding = {
      rule: "slot-date",
      severity: counts && (date === believed || holds) ? "error" : "warning",
      message: `${unexpected(date, day, holds, one)}${holds ? sayHeld(site.habits, from, zone) : ""}`,
      place: date.place,
    } as const;
    return [
      {
        finding,
        says: `the date in its text ${date.value ? (holds ? "is later" : "is another day") : "does not exist"} (\`${writtenAs(date)}\`)${holds ? sayHeld(site.habits, from, zone) : ""}`,
        // What no calendar has, most sites refuse to build.
        grave: holds || (counts && day === null),
        ...(holds && isSlotDay(day, one) && { hour: true }),
        moved: one.wasSlot(day) || (holds && one.earlier.some((slotBefore) => fits(date, from, slotBefore, one))),
        fix: edit && date.line !== null ? { kind: "edit", edit, line: date.line } : null,
      },
    ];
  });
}

export function sayHeld({ name, until }: SiteHabits, from: Instant, zone: Zone): string {
  return until === "hides"
    ? `; ${name} would not show it before ${sayWhen(from, zone)}`
    : `; a site made with ${name} may hide it until ${sayWhen(from, zone)}, or show it with a date in the future`;
}

/** Whether a date was right for a slot that the post had before, on the same day. */
function fits({ value }: Date, from: Instant, slot: Instant, { zone }: Case): boolean {
  return value !== null && from <= slot && dayOf(from, zone) === dayOf(slot, zone);
}

/** Half a day on either side is the writer's own zone, not another day; so is a day that is only another one elsewhere. */
const HALF_A_DAY = 12 * HOUR;

function agrees(dated: Dated, written: Day | null, isGate: boolean, one: Case): boolean {
  const { slot, slotDay, zone } = one;
  const isBare = isGate && dated.kind === "day" && dated.time === null;
  if (dayOn(dated, zone) === slotDay || written === slotDay || (isBare && isSlotDay(dated.day, one))) return true;
  // A clock without a zone is the site's, where the site goes by it.
  const at = dated.kind === "instant" ? dated.at : null;
  return at !== null && Math.abs(between(at, slot)) <= HALF_A_DAY;
}

function dayOn(dated: Dated, zone: Zone): Day {
  return dated.kind === "day" ? dated.day : dayOf(dated.at, zone);
}

function unexpected(date: Date, day: Day | null, holds: boolean, { slot, slotDay, gateDay, zone }: Case): string {
  const raw = writtenAs(date);
  const beside = date.key.toLowerCase() === "date" ? "" : ` in \`${date.key}\``;
  const isBare = date.value?.kind === "day" && date.value.time === null;
  if (holds && !isBare && day !== null && (day === slotDay || day === gateDay))
    return `Unexpected time \`${raw}\`${beside}, expected the time of its slot or earlier: ${sayWhen(slot, zone)}`;
  const wanted = holds && isBare && day === slotDay ? gateDay : slotDay;
  const expected =
    wanted === slotDay
      ? `expected ${slotDay}, the day of its slot`
      : `expected ${wanted}, the day of its slot in the time zone of the site`;
  if (day === null) return `Unexpected \`${raw}\` in \`${date.key}\`, ${expected}`;
  return isYearTypo(day, wanted) ? `Unexpected year in ${day}${beside}, ${expected}` : `Unexpected date ${day}${beside}, ${expected}`;
}

function writtenAs(date: Date): string {
  return shortened((rawOf(date) ?? "").replace(/^["']|["']$/g, ""));
}

/** One line, never long, without what would end the backticks around it. */
function shortened(text: string): string {
  const line = text.replace(/[\s\p{C}`]+/gu, " ").trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
