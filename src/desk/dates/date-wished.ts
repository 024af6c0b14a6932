/** Reads the day that a text asks to be published on: of the fields that its kind of site goes by, else of its path. */
import type { Dossier } from "../dossier.js";
import type { DateWished } from "../facts/date-wished.js";
import type { Desk } from "../facts/desk.js";
import type { Dated, Post, Written } from "../facts/post.js";
import { atWallTime, latest, type Zone } from "../time/zone.js";
import { dayInPath } from "./day-written.js";
import { rawOf } from "./fix-date.js";
import { HABITS } from "./site-habits.js";

/** As for dates in fields, `posts/read-dated.ts`: a day after it is a slip of the pen. */
const LAST_DAY = "2200-12-31";

/** The later one of the date that the site shows and the one it waits for. Null where nothing is written that says any. */
export function dateWished({ leading }: Pick<Dossier, "leading">, { site, zone }: Pick<Desk, "site" | "zone">): DateWished | null {
  const post = leading?.file.reading?.post;
  if (!post) return null;
  const habits = HABITS[site ?? post.site];
  const fields = [habits.dates, habits.gates ?? []].flatMap((keys) => firstOf(post.dates, keys) ?? []);
  if (fields.length > 0) return fields.map((field) => ofField(field, zone)).reduce(later);
  if (!habits.datesFromName && !habits.nameInAddress) return null;
  const named = dayInPath(post.path);
  if (!named) return null;
  const isThere = named.day !== null && named.day <= LAST_DAY;
  return isThere ? { kind: "from", at: atWallTime(named.day, "00:00", zone), timed: false } : { kind: "unclear", says: named.text };
}

function firstOf(dates: Post["dates"], keys: readonly string[]): Written<Dated | null> | null {
  return keys.map((key) => dates.find((date) => date.key.toLowerCase() === key)).find((date) => date !== undefined) ?? null;
}

function ofField(field: Written<Dated | null>, zone: Zone): DateWished {
  const { value } = field;
  if (value === null) return { kind: "unclear", says: (rawOf(field) ?? "").replace(/^["']|["']$/g, "") };
  if (value.kind === "instant") return { kind: "from", at: value.at, timed: true };
  return { kind: "from", at: atWallTime(value.day, value.time ?? "00:00", zone), timed: value.time !== null };
}

function later(one: DateWished, other: DateWished): DateWished {
  if (one.kind === "unclear") return one;
  return other.kind === "unclear" || latest([one.at, other.at]) !== one.at ? other : one;
}
