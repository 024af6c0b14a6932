/** The instant that a date means to the site: its own where it has a zone, else by the site's clock. A bare day begins at midnight. */
import { firstOf } from "../facts/first-of.js";
import type { Dated, Post, Written } from "../facts/post.js";
import { atWallTime, latest, zonesMeant, type Instant, type Zone } from "../time/zone.js";
import { dayInPath } from "./day-written.js";
import { rawOf } from "./fix-date.js";
import type { PostSite } from "./site-of-post.js";

/** Null for what nobody can read. */
export function shownFrom(date: Written<Dated | null>, site: PostSite): Instant | null {
  const { value } = date;
  if (value?.kind !== "day") return value?.at ?? null;
  return latest(clockZones(date, site).map((zone) => atWallTime(value.day, value.time ?? "00:00", zone)));
}

/** The instant from which a site that hides what is to come shows a post; null where it hides none, or where nothing is written that it waits for. */
export function postShownFrom({ dates, path }: Post, site: PostSite): Instant | null {
  const { gates, datesFromName, until } = site.habits;
  if (gates === null || until !== "hides") return null;
  const gate = firstOf(dates, gates);
  if (gate) return shownFrom(gate, site);
  const named = datesFromName ? dayInPath(path)?.day : null;
  return named ? atWallTime(named, "00:00", site.zone) : null;
}

/** The zones in which the site may read its clock: the later reading counts. */
export function clockZones(date: Written<Dated | null>, { habits, zone }: PostSite): readonly Zone[] {
  const raw = rawOf(date) ?? "";
  const isTime = habits.secondsInUtc && /^\d{4}-\d{1,2}-\d{1,2}(?:T|[ \t]+)\d{1,2}:\d{2}:\d{2}/.test(raw);
  // `EST` behind a clock is asked back; until then nobody knows by which of its zones the site goes.
  const [, short = ""] = /\d\s*[[(]?([a-z]{2,5})[\])]?["']?$/i.exec(raw) ?? [];
  return [zone, ...(isTime ? ["UTC"] : []), ...zonesMeant(short)];
}
