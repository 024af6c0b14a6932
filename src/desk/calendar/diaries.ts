/** The crew of a post: who writes it and who reviews it, how long they are given, and the diary of each, a calendar of their own. */
import type { Desk, Lead, Promised } from "../facts/desk.js";
import type { Absence } from "../facts/person.js";
import type { Day, Zone } from "../time/zone.js";
import { daysOff } from "./days-off.js";

/** When one person works: Monday to Friday on their own wall, less their days off. */
export interface Diary {
  readonly zone: Zone;
  readonly off: readonly Absence[];
}

/** Where nobody is known there is one diary, the desk's. */
export interface Crew {
  readonly writers: readonly Diary[];
  readonly reviewers: readonly Diary[];
}

type Calendars = Pick<Desk, "zone" | "calendar" | "people" | "holidays">;

/** What is needed of a dossier, and of whom was asked. */
interface Signed {
  readonly byline: readonly string[];
}
interface Asked {
  readonly asked: readonly { readonly login: string; readonly away?: Day }[];
}
interface Planned {
  readonly promised: Pick<Promised, "lead"> | null;
  readonly campaign: string | null;
}

/** Everybody asked counts as a reviewer, whatever they answered, but for those who are away: a "by" that moved with each answer would be no help. */
export function crewOf({ byline }: Signed, requests: Asked | null, desk: Calendars): Crew {
  const asked = requests?.asked.filter(({ away }) => away === undefined) ?? [];
  return {
    writers: diariesOf(byline, desk),
    reviewers: diariesOf(
      asked.map(({ login }) => login),
      desk,
    ),
  };
}

/** The post's own lengths, else its campaign's, else the desk's. */
export function leadOf({ promised, campaign }: Planned, desk: Pick<Desk, "lead" | "campaigns">): Lead {
  return promised?.lead ?? desk.campaigns.find(({ name }) => name === campaign)?.lead ?? desk.lead;
}

/** The diary of whoever the desk does not know. */
export function deskDiary(desk: Calendars): Diary {
  return { zone: desk.zone, off: daysOff(null, desk) };
}

/** By login in small letters, worked out once for each desk. */
const DIARIES = new WeakMap<Calendars, ReadonlyMap<string, Diary>>();

function diariesOf(logins: readonly string[], desk: Calendars): readonly Diary[] {
  const all =
    DIARIES.get(desk) ?? new Map(desk.people.map((one) => [one.login.toLowerCase(), { zone: one.zone, off: daysOff(one, desk) }]));
  DIARIES.set(desk, all);
  const known = logins.flatMap((login) => all.get(login.toLowerCase()) ?? []);
  return known.length > 0 ? known : [deskDiary(desk)];
}
