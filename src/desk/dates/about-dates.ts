/** What the date fields say: the one that the site believes, the one that holds the post back, and others beside them. */
import type { Dated, Written } from "../facts/post.js";
import { between, dayOf, HOUR, type Day, type Zone } from "../time/zone.js";
import type { Case } from "./date-question.js";
import { dayIn, isYearTypo } from "./day-written.js";
import type { Disagreement } from "./disagreement.js";
import { fixDate, rawOf } from "./fix-date.js";

type Date = Written<Dated | null>;

export function aboutDates(one: Case): readonly Disagreement[] {
  const { post, habits, slot, zone } = one;
  const believed = firstOf(post.dates, habits.dates);
  const gate = habits.gates && firstOf(post.dates, habits.gates);
  return post.dates.flatMap((date) => {
    const raw = rawOf(date);
    const written = raw === null ? null : (dayIn(raw)?.day ?? null);
    if (date.value && agrees(date.value, written, one)) return [];
    const day = date.value ? (written ?? dayOn(date.value, zone)) : null;
    const counts = date === believed || date === gate;
    const holds = date === gate && isLater(date.value, one);
    const edit = fixDate(date, { slot, zone, gate: date === gate });
    const finding = {
      rule: "slot-date",
      severity: counts && (date === believed || holds) ? "error" : "warning",
      message: `${unexpected(date, day, one)}${holds ? `; ${habits.name} would not show it before` : ""}`,
      place: date.place,
    } as const;
    // What no calendar has, most sites refuse to build.
    const grave = holds || (counts && day === null);
    return [
      {
        finding,
        grave,
        hides: grave,
        moved: one.wasSlot(day),
        fix: edit && date.line !== null ? { kind: "edit", edit, line: date.line } : null,
      },
    ];
  });
}

function firstOf(dates: readonly Date[], keys: readonly string[]): Date | null {
  return keys.map((key) => dates.find((date) => date.key.toLowerCase() === key)).find((date) => date !== undefined) ?? null;
}

/** Half a day on either side is the writer's own zone, not another day; so is a day that is only another one elsewhere. */
const HALF_A_DAY = 12 * HOUR;

function agrees(dated: Dated, written: Day | null, { slot, slotDay, zone }: Case): boolean {
  if (dayOn(dated, zone) === slotDay || written === slotDay) return true;
  return dated.kind === "instant" && Math.abs(between(dated.at, slot)) <= HALF_A_DAY;
}

function isLater(dated: Dated | null, { slot, slotDay }: Case): boolean {
  return dated !== null && (dated.kind === "day" ? dated.day > slotDay : dated.at > slot);
}

function dayOn(dated: Dated, zone: Zone): Day {
  return dated.kind === "day" ? dated.day : dayOf(dated.at, zone);
}

function unexpected(date: Date, day: Day | null, { slotDay }: Case): string {
  const raw = (rawOf(date) ?? "").replace(/^["']|["']$/g, "");
  const expected = `expected ${slotDay}, the day of its slot`;
  const beside = date.key.toLowerCase() === "date" ? "" : ` in \`${date.key}\``;
  if (day === null) return `Unexpected \`${shortened(raw)}\` in \`${date.key}\`, ${expected}`;
  return isYearTypo(day, slotDay) ? `Unexpected year in ${day}${beside}, ${expected}` : `Unexpected date ${day}${beside}, ${expected}`;
}

/** One line, never long, without what would end the backticks around it. */
function shortened(text: string): string {
  const line = text.replace(/[\s\p{C}`]+/gu, " ").trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
