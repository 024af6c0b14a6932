/** The agenda as text for a terminal: week by week, in the desk's zone. */
import type { JudgedCampaign } from "../../desk/judged.js";
import type { Occasion } from "../../desk/outlook/agenda.js";
import { dayOf, dayPlus, sayDay, sayWhen, timeOf, weekdayOf, type Day, type Instant, type Zone } from "../../desk/time/zone.js";
import { slipOf } from "../../desk/tracking/slip.js";
import { sayBuffer, sayClosed, sayFree } from "../../desk/words/ahead.js";
import { sayCount } from "../../desk/words/count.js";
import { listed } from "../../desk/words/phrases.js";
import { sayShift } from "../../desk/words/slip.js";
import { plainText } from "../../web/layout/plain-text.js";

interface ToldCalendar {
  readonly campaigns: readonly JudgedCampaign[];
  readonly occasions: readonly Occasion[];
  readonly zone: Zone;
  readonly nameOf: (login: string) => string;
}

interface Row {
  readonly day: Day;
  readonly time: string;
  readonly text: string;
}

/** Ends in a line break. What people write cannot steer the terminal. */
export function calendarText({ campaigns, occasions, zone, nameOf }: ToldCalendar): string {
  const rows = [...occasions.map((one) => rowOf(one, zone, nameOf)), ...closedRows(campaigns, zone)];
  const sorted = rows.toSorted((a, b) => (a.day + a.time < b.day + b.time ? -1 : a.day + a.time > b.day + b.time ? 1 : 0));
  const weeks = [...new Set(sorted.map(({ day }) => mondayOf(day)))];
  const blocks = [
    ...campaigns.map((campaign) => heading(campaign, zone)),
    ...weeks.map((monday) => [
      `Week of ${sayOf(monday)} ${monday.slice(0, 4)}`,
      ...sorted.filter(({ day }) => mondayOf(day) === monday).map(line),
    ]),
    [`Times are those of ${zone}.`],
  ];
  return `${blocks.map((lines) => lines.map(plainLine).join("\n")).join("\n\n")}\n`;
}

function heading(campaign: JudgedCampaign, zone: Zone): readonly string[] {
  const { name, deadline, live, dropped, total, buffer, conflict, ahead } = campaign;
  const over = live + dropped === total;
  return [
    name,
    `  Deadline ${sayWhen(deadline, zone)}. ${sayCount(campaign)}.`,
    ...(buffer ? [`  Buffer: ${sayBuffer(buffer)}.`] : []),
    ...(conflict
      ? [`  Not all posts can go live before the deadline: ${conflict.says}`, ...conflict.waysOut.map((way) => `    - ${way}`)]
      : []),
    ...(over ? [] : [`  Next free slots: ${sayFree(ahead, zone)}.`]),
  ];
}

const KINDS = { "draft by": "draft due", "review by": "review due", slot: "goes live", deadline: "deadline" } as const;

function rowOf(occasion: Occasion, zone: Zone, nameOf: (login: string) => string): Row {
  const { at, kind, standing, post, campaign } = occasion;
  const place = { day: dayOf(at, zone), time: timeOf(at, zone) };
  const what = standing === "live" ? "live" : standing === "called off" ? "dropped" : KINDS[kind];
  if (!post) return { ...place, text: `${what.padEnd(10)}  ${campaign ?? ""}` };
  const names = post.byline.length > 0 ? ` (${listed(post.byline.map(nameOf))})` : "";
  const slip = kind === "slot" ? slipOf(post, zone) : null;
  const shift = slip && sayShift(slip, zone);
  const more = [
    standing === "kept" ? "done" : null,
    kind === "slot" && standing === "ahead" ? post.stage : null,
    shift ? `first planned for ${sayDay(slip.first, zone)}: ${shift}` : null,
  ].filter((words) => words !== null);
  return { ...place, text: `${what.padEnd(10)}  ${post.title}${names}${more.length > 0 ? `; ${more.join("; ")}` : ""}` };
}

/** Each once, though several campaigns may know of it. */
function closedRows(campaigns: readonly JudgedCampaign[], zone: Zone): readonly Row[] {
  const said = campaigns.flatMap(({ ahead }) =>
    ahead.closed.map((days) => ({ day: days.from, text: `${sayClosed(days, zone)}${days.why === "" ? "" : `: ${days.why}`}` })),
  );
  return [...new Map(said.map(({ day, text }) => [text, { day, time: "", text }])).values()];
}

/** `  Tue  8  12:00  goes live  …`. */
function line({ day, time, text }: Row): string {
  const [weekday = "", date = ""] = sayOf(day).split(" ");
  return `  ${weekday} ${date.padStart(2)}  ${time.padEnd(5)}  ${text}`;
}

function sayOf(day: Day): string {
  return sayDay(`${day}T12:00:00Z` as Instant, "UTC");
}

function mondayOf(day: Day): Day {
  return dayPlus(day, -((weekdayOf(day) + 6) % 7));
}

/** The spaces at a line's beginning and between its columns stay. */
function plainLine(text: string): string {
  return text
    .split(/( {2,})/)
    .map((part) => (/^ +$/.test(part) ? part : plainText(part)))
    .join("")
    .trimEnd();
}
