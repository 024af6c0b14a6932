/** What lies ahead in words: the reserve, the days without slots, the slots that are free, and what cannot be done. */
import type { Ahead, Buffer, ClosedDays } from "../judged.js";
import { sayDay, timeOf, type Day, type Instant, type Zone } from "../time/zone.js";
import { counted, listed } from "./phrases.js";

/** The colour is said besides being shown: nobody has to see it. */
const THIRDS: Readonly<Record<Buffer["third"], string>> = {
  green: "green: enough reserve",
  amber: "amber: one third or more",
  red: "red: two thirds or more",
};

/** `1 of 3 working days is used (amber: one third or more)`. */
export function sayBuffer({ days, used, third }: Buffer): string {
  return `${used} of ${counted(days, "working day")} ${used === 1 ? "is" : "are"} used (${used >= days ? "red: no reserve left" : THIRDS[third]})`;
}

/** `No slots from Sun 20 to Tue 22 July`, `No slots on Sun 20 July`, or `No slots from Sun 20 July 18:00 to Tue 22 July 06:00`; without the reason. */
export function sayClosed({ from, to, since, until }: ClosedDays, zone: Zone): string {
  const isWhole = [since, until].every((end) => timeOf(end, zone) === "00:00");
  return isWhole
    ? `No slots ${from === to ? "on" : "from"} ${sayDays(from, to)}`
    : `No slots from ${sayShortly(since, zone)} to ${sayShortly(until, zone)}`;
}

function sayDays(from: Day, to: Day): string {
  const say = (day: Day) => sayDay(`${day}T12:00:00Z` as Instant, "UTC");
  if (from === to) return say(from);
  const inMonth = from.slice(0, 7) === to.slice(0, 7);
  return `${inMonth ? say(from).split(" ").slice(0, 2).join(" ") : say(from)} to ${say(to)}`;
}

/** `Thu 17 July 12:00 and Fri 18 July 12:00`. */
export function sayFree({ free }: Ahead, zone: Zone): string {
  return free.length === 0 ? "none before the deadline" : listed(free.map((slot) => sayShortly(slot, zone)));
}

function sayShortly(at: Instant, zone: Zone): string {
  return `${sayDay(at, zone)} ${timeOf(at, zone)}`;
}
