/** Small phrases that many sentences share: lists, counts, people and times. */
import type { Turn } from "../stage.js";
import { plainly } from "./plainly.js";
import { sayDay, sayWhen, timeOf, type Instant, type Zone } from "../time/zone.js";

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], last = "and"): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}

/** `1 approval`, `2 approvals`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** The time in the desk's zone and, where clocks differ, in the readers'. */
export function sayInZones(at: Instant, zone: Zone, others: readonly Zone[]): string {
  const here = timeOf(at, zone);
  const there = new Map<string, Zone>();
  for (const other of others) {
    const day = sayDay(at, other) === sayDay(at, zone) ? "" : ` on ${sayDay(at, other)}`;
    const time = `${timeOf(at, other)}${day}`;
    if (time !== here && !there.has(time)) there.set(time, other);
  }
  const elsewhere = [...there].map(([time, other]) => `${time} in ${other}`);
  return `**${sayWhen(at, zone)}**${elsewhere.length > 0 ? ` – ${listed(elsewhere)}` : ""}`;
}

export const WHOSE_MOVE: Readonly<Record<Turn, string>> = {
  byline: "waiting for the writer",
  reviewer: "waiting for the reviewers",
  coordinator: "waiting for the coordinator",
  nobody: "waiting for nobody",
};

/** Of whoever is waited for, without "waiting for". */
const WHOSE: Readonly<Record<Turn, string>> = {
  byline: "the writer",
  reviewer: "the reviewers",
  coordinator: "nobody: the desk names no coordinator",
  nobody: "nobody",
};

/** The same as `sayWhose`, where "waiting for" stands above it already. */
export function sayWaitedFor(turn: Turn, logins: readonly string[]): string {
  return logins.length > 0 ? listed(logins.map((login) => plainly(login, 60))) : WHOSE[turn];
}

/** What a coordinator can do about a post that nobody adds. */
export function sayChoice(slug: string): string {
  return `Choose one: drop the post (\`/drop ${slug}\`), give it a new slot (\`/slot ${slug} WHEN\`), or move the deadline in the desk file`;
}

/** By name, as far as somebody is; of a desk that names no coordinator, that it does not. */
export function sayWhose(turn: Turn, logins: readonly string[]): string {
  if (logins.length > 0) return listed(logins.map((login) => plainly(login, 60)));
  return turn === "coordinator" ? `${WHOSE_MOVE[turn]}, but the desk has no coordinator` : WHOSE_MOVE[turn];
}

/** A ping: used only for somebody who is owed one. */
export function ping(login: string): string {
  return `@${login}`;
}
