/** Reads the day or instant of a post in every shape that bloggers were seen to write it. */
import type { Dated } from "../facts/post.js";
import { instant, isDay, isZone, readWhen, sayZonesMeant, type Day } from "../time/zone.js";
import { quotedValue } from "./front-matter/matter-finding.js";

type DatedReading =
  | { readonly kind: "read"; readonly dated: Dated; /** What was not understood all the same. */ readonly but: string | null }
  /** Digits in the right places that name no day or time: 31 September. */
  | { readonly kind: "impossible"; readonly why: string }
  | { readonly kind: "unreadable"; readonly why: string };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(?<word>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?";
/** Hours and minutes, then what may follow them; the year again is what one posting tool wrote (`18:30:22 2023 -0800`). */
const TIME = "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?(?:\\s*(?<half>[ap]\\.?m\\.?))?(?:\\s+\\d{4}(?=\\s*(?:[+-]|$)))?\\s*(?<zone>.*)";

const SHAPES = [
  // 2014-07-18, 2014-7-8, 2014/07/18 13:00, 2014-07-18T13:00:00Z
  `(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?:(?:[T,]|\\s)\\s*${TIME})?`,
  // 18 July 2014, Fri, 18 Jul 2014 13:00:00 +0100, 18th of July, 2014
  `${WEEKDAY}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+${MONTH},?[\\s-]+(?<year>\\d{4})(?:,?\\s+(?:at\\s+)?${TIME})?`,
  // July 18, 2014; Jul 18 2014 1:00 pm
  `${WEEKDAY}${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})(?:,?\\s+(?:at\\s+)?${TIME})?`,
  // Fri Jul 18 13:00:00 UTC 2014
  `${WEEKDAY}${MONTH}\\s+(?<day>\\d{1,2})\\s+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?\\s*(?<zone>[A-Za-z]*)\\s+(?<year>\\d{4})`,
].map((shape) => new RegExp(`^${shape}$`, "i"));

const EXPECTED = "expected one such as `2014-07-18` or `2014-07-18 13:00 +0100`";

export function readDated(written: string): DatedReading {
  const text = written.trim().slice(0, 100);
  const groups = SHAPES.reduce<Record<string, string | undefined> | null>((found, shape) => found ?? shape.exec(text)?.groups ?? null, null);
  if (!groups) return { kind: "unreadable", why: `Unexpected \`${quotedValue(written)}\` where a day belongs, ${EXPECTED}` };

  const month = groups.word ? MONTHS.indexOf(groups.word.slice(0, 3).toLowerCase()) + 1 : Number(groups.month);
  const day = `${groups.year ?? ""}-${pad(month)}-${pad(Number(groups.day))}`;
  if (!isDay(day) || day < "1970" || day > "2200") return { kind: "impossible", why: `Unexpected day \`${day}\`, expected one that is on the calendar${swapped(day)}` };
  if (groups.hour === undefined) return { kind: "read", dated: { kind: "day", day, time: null }, but: null };

  const hour = hourOf(Number(groups.hour), groups.half);
  if (hour > 23 || Number(groups.minute) > 59 || Number(groups.second ?? 0) > 59) {
    return { kind: "impossible", why: `Unexpected time in \`${quotedValue(written)}\`, expected 00:00 to 23:59` };
  }
  // A field too many (`T00:48:00:00`): every generator refuses it.
  if (groups.zone?.startsWith(":")) {
    return { kind: "impossible", why: `Unexpected time in \`${quotedValue(written)}\`, expected hours, minutes and seconds at most, such as \`13:00:00\`` };
  }
  return zoned(day, `${pad(hour)}:${groups.minute ?? "00"}`, groups.second ?? "00", (groups.zone ?? "").trim());
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

function hourOf(hour: number, half: string | undefined): number {
  if (!half || hour > 12) return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** `2017-17-10` went through a review once; month and day had changed places. */
function swapped(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const other = `${year}-${date}-${month}`;
  return isDay(other) ? `, such as \`${other}\`` : "";
}

function zoned(day: Day, time: string, second: string, zone: string): DatedReading {
  const local: Dated = { kind: "day", day, time: second === "00" ? time : `${time}:${second}` };
  if (zone === "") return { kind: "read", dated: local, but: null };
  const named = /^(?:.*\s)?\[?([A-Za-z_]+\/[A-Za-z0-9_+/-]+)\]?$/.exec(zone)?.[1];
  if (named) {
    const when = isZone(named) ? readWhen(`${day}T${time}[${named}]`, null) : null;
    return when?.kind === "instant"
      ? { kind: "read", dated: { kind: "instant", at: when.at }, but: null }
      : { kind: "read", dated: local, but: `Unexpected zone \`${quotedValue(zone)}\`, expected an offset such as \`+0100\` or an IANA name such as \`Europe/London\`` };
  }
  const match = /^(?:Z|UTC|GMT)?\s*(?:([+-])(\d{1,2}):?(\d{2})?)?(?:\s*\([^)]*\))?$/i.exec(zone);
  const [, sign, hours = "0", minutes = "0"] = match ?? [];
  if (!match || Number(hours) > 14 || Number(minutes) > 59) {
    const meant = sayZonesMeant(zone.replace(/^[[(]|[\])]$/g, ""));
    return { kind: "read", dated: local, but: `Unexpected zone \`${quotedValue(zone)}\`, expected an offset such as \`+0100\`, which means the same everywhere${meant === "" ? "" : `; ${meant}`}` };
  }
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  const at = instant(new Date(Date.parse(`${day}T${time}:${second}Z`) - ahead * 60_000));
  return { kind: "read", dated: { kind: "instant", at }, but: null };
}
