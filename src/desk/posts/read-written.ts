/** Reads fields together with the line they stand on: dates, flags and addresses, which the app may fix there. */
import type { Lines, Span } from "../facts/lines.js";
import type { Dated, Post, Written } from "../facts/post.js";
import type { Fields } from "./front-matter/matter.js";
import { readDated } from "./read-dated.js";

/** In the order in which they count where the kind of site does not say another; when it was last changed is not when it is published. */
const DATES = ["date", "publishdate", "pubdate", "publish_date", "published_at", "published", "posted"];
const EXPIRIES = ["expirydate", "unpublishdate"];
const ADDRESSES = ["permalink", "url", "path", "slug"];
const FLAGS = [
  ["draft", true],
  ["published", false],
] as const;

const LONGEST_LINE = 1_000;

export function readWritten(lines: Lines, fields: Fields): Pick<Post, "dates" | "expires" | "flags" | "address"> {
  const dated = (key: string): Written<Dated | null>[] => {
    const value = fields.get(key);
    if (value?.kind !== "text" || value.text.trim() === "" || isFlag(key, value.text)) return [];
    const reading = readDated(value.text);
    return [written(lines, key, reading.kind === "read" ? reading.dated : null, value.span)];
  };
  return {
    dates: DATES.flatMap(dated),
    expires: EXPIRIES.flatMap(dated),
    flags: FLAGS.flatMap(([key, unpublishedWhen]): Written<boolean>[] => {
      const value = fields.get(key);
      const flag = value?.kind === "flag" ? value.flag : value?.kind === "text" ? asFlag(value.text) : null;
      return value && flag !== null ? [written(lines, key, flag === unpublishedWhen, value.span)] : [];
    }),
    address: ADDRESSES.flatMap((key): Written<string>[] => {
      const value = fields.get(key);
      return value?.kind === "text" && value.text.trim() !== "" ? [written(lines, key, value.text.trim(), value.span)] : [];
    }),
  };
}

function written<Value>(lines: Lines, key: string, value: Value, span: Span): Written<Value> {
  const place = lines.place(span);
  const { start, end } = lines.line(place.line);
  const whole = place.line === place.endLine && end - start <= LONGEST_LINE;
  const line = whole ? lines.text.slice(start, end) : null;
  return { key: asSpelt(key, line), value, place, line };
}

/** The key as this line has it. */
function asSpelt(key: string, line: string | null): string {
  const spelt = /^[\s{,]*["']?([\w-]+)["']?\s*[:=]/.exec(line ?? "")?.[1] ?? key;
  return spelt.toLowerCase() === key ? spelt : key;
}

/** `published` is a yes or no to Jekyll and a day to others. */
function isFlag(key: string, text: string): boolean {
  return key === "published" && asFlag(text) !== null;
}

/** Text such as `"true"` is taken at its word. */
function asFlag(text: string): boolean | null {
  if (/^(?:true|yes|on)$/i.test(text)) return true;
  return /^(?:false|no|off)$/i.test(text) ? false : null;
}
