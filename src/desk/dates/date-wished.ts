/** Reads the day that a text asks to be published on: of the fields that its kind of site goes by, else of its path. */
import type { Dossier } from "../dossier.js";
import type { DateWished } from "../facts/date-wished.js";
import type { Dated, Written } from "../facts/post.js";
import type { Snapshot } from "../facts/snapshot.js";
import { atWallTime, LAST_INSTANT, latest, type Day, type Zone } from "../time/zone.js";
import { dayInPath } from "./day-written.js";
import { firstOf } from "../facts/first-of.js";
import { rawOf } from "./fix-date.js";
import { shownFrom } from "./shown-from.js";
import { siteOfPost, type PostSite } from "./site-of-post.js";

/** As for dates in fields, `posts/read-dated.ts`: a day after it is a slip of the pen. */
const LAST_DAY = "2200-12-31";

/** The later one of the date that the site shows and the one it waits for. Null where nothing is written that says any. */
export function dateWished(
  { leading }: Pick<Dossier, "leading">,
  { desk, sites = [] }: Pick<Snapshot, "desk" | "sites">,
): DateWished | null {
  const post = leading?.file.reading?.post;
  if (!post) return null;
  const site = siteOfPost(post, { site: desk.site, sites });
  const { dates, gates, datesFromName, nameInAddress } = site.habits;
  const fields = [dates, gates ?? []].flatMap((keys) => firstOf(post.dates, keys) ?? []);
  if (fields.length > 0) return fields.map((field) => ofField(field, site, desk.zone)).reduce(later);
  if (!datesFromName && !nameInAddress) return null;
  const named = dayInPath(post.path);
  if (!named) return null;
  const isThere = named.day !== null && named.day <= LAST_DAY;
  return isThere ? ofDay(named.day, site, desk.zone) : { kind: "unclear", says: named.text };
}

function ofField(field: Written<Dated | null>, site: PostSite, zone: Zone): DateWished {
  const { value } = field;
  if (value === null) return { kind: "unclear", says: (rawOf(field) ?? "").replace(/^["']|["']$/g, "") };
  if (value.kind === "day" && value.time === null) return ofDay(value.day, site, zone);
  const at = value.kind === "day" && !site.habits.gates ? atWallTime(value.day, value.time ?? "00:00", zone) : shownFrom(field, site);
  return { kind: "from", at: at ?? LAST_INSTANT, timed: true };
}

/** A day begins when it has begun on the desk's wall, and on that of a site that waits for it. */
function ofDay(day: Day, { habits, zone: siteZone }: PostSite, zone: Zone): DateWished {
  const begins = [zone, ...(habits.gates ? [siteZone] : [])].map((one) => atWallTime(day, "00:00", one));
  return { kind: "from", at: latest(begins) ?? LAST_INSTANT, timed: false };
}

function later(one: DateWished, other: DateWished): DateWished {
  if (one.kind === "unclear") return one;
  return other.kind === "unclear" || latest([one.at, other.at]) !== one.at ? other : one;
}
