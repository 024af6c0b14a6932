/**
 * Calendar feeds, as iCalendar (RFC 5545) has them: an event for each occasion, the same one however often it is moved. Instants are in UTC, which
 * every client shows on its reader's own clock, whatever it knows of zones; the desk's time is said in the text.
 */
import { createHash } from "node:crypto";
import { escape, ICalCalendar, ICalEvent, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { Occasion } from "../../desk/outlook/agenda.js";
import type { Zone } from "../../desk/time/zone.js";
import { describeOccasion, sayOccasion } from "../../desk/words/agenda.js";
import { plainText } from "../layout/plain-text.js";
import { foldLines } from "./fold-lines.js";

interface Feed {
  /** What clients call the calendar. */
  readonly name: string;
  /** Tells events of different repositories apart: `owner/name`. */
  readonly scope: string;
  readonly zone: Zone;
  readonly occasions: readonly Occasion[];
  readonly nameOf: (login: string) => string;
  /** Where people read about an occasion; null when there is no such address. */
  readonly linkOf: (occasion: Occasion) => string | null;
}

/** Seconds after which clients ask again. */
const FRESH_FOR = 3600;
const LONGEST_NAME = 200;
const END = "END:VCALENDAR";

const STATUS = {
  ahead: ICalEventStatus.CONFIRMED,
  kept: ICalEventStatus.CONFIRMED,
  live: ICalEventStatus.CONFIRMED,
  "called off": ICalEventStatus.CANCELLED,
} as const;

/** Without METHOD: then DTSTAMP is when the event was last revised, and a feed that has not changed is the same text. */
export function writeFeed(feed: Feed): string {
  const calendar = new ICalCalendar({
    // The library escapes what events say, but not what the calendar is called.
    name: escape(calendarText(feed.name), false),
    prodId: { company: "Presstime", product: "Presstime", language: "EN" },
    ttl: FRESH_FOR,
  });
  const events = feed.occasions.map((occasion) => {
    const since = new Date(occasion.since);
    const link = feed.linkOf(occasion);
    const said = describeOccasion(occasion, feed.zone, feed.nameOf);
    return new ICalEvent(
      {
        id: uidOf(feed.scope, occasion),
        sequence: occasion.changes,
        stamp: since,
        lastModified: since,
        start: new Date(occasion.at),
        summary: calendarText(sayOccasion(occasion)),
        description: [...said.map(calendarText), ...(link ? [link] : [])].join("\n"),
        status: STATUS[occasion.standing],
        // Nobody is busy for a day because a post goes live.
        transparency: ICalEventTransparency.TRANSPARENT,
        ...(link ? { url: link } : {}),
      },
      calendar,
    );
  });
  const empty = calendar.toString();
  return empty.slice(0, empty.lastIndexOf(END)) + foldLines(events.map(String).join("")) + END;
}

/** The same for ever for one post and kind; a fingerprint, since slugs may hold what a UID may not. */
function uidOf(scope: string, { kind, post, campaign }: Occasion): string {
  const about = JSON.stringify([scope.toLowerCase(), kind, post ? post.slug.toLowerCase() : campaign]);
  return `${createHash("sha256").update(about).digest("hex").slice(0, 32)}@presstime`;
}

/** One line without controls, halves of characters, or more of a title than a calendar shows. */
function calendarText(text: string): string {
  const letters = Array.from(plainText(text).replace(/\p{Cs}/gu, "\ufffd"));
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join("")}…` : letters.join("");
}
