/** What must be true of the calendar of a desk: spans that end after they begin, times that can be read, countries that there are. */
import type { HolidayBook } from "../../facts/holidays.js";
import { quoted } from "../../text/quoted.js";
import { isDay } from "../../time/zone.js";
import { instantOf, whenRemarks } from "../yaml/raw-times.js";
import type { DeskClaims, RawText, SpanClaim } from "../yaml/raw-values.js";
import type { DeskRemark } from "../yaml/remark.js";

export function calendarRemarks({ calendar, people }: DeskClaims, book: HolidayBook): DeskRemark[] {
  const countries = [...calendar.holidays, ...people.flatMap(({ holidays }) => holidays)];
  return [
    ...unknownCountries(countries, book),
    ...calendar.closed.flatMap(closureBackwards),
    ...calendar.extra.flatMap(whenRemarks),
    ...calendar.extra.flatMap((extra) => frozen(extra, calendar.freezes)),
    ...calendar.freezes.flatMap((freeze) => [...whenRemarks(freeze.from), ...whenRemarks(freeze.to), ...freezeBackwards(freeze)]),
  ];
}

const error = (rule: string, message: string, said: RawText): DeskRemark => ({ rule, severity: "error", message, said });

/** Each country costs the reader a while, and nobody's people live in more. */
const MOST_COUNTRIES = 20;

/** What is no code at all the schema has refused. */
function unknownCountries(countries: readonly RawText[], { unlisted }: HolidayBook): DeskRemark[] {
  const codes = new Set<string>();
  return countries.flatMap((said) => {
    if (!/^[A-Z]{2}(?:-[A-Z0-9]{1,8}){0,2}$/.test(said.text)) return [];
    codes.add(said.text);
    if (codes.size > MOST_COUNTRIES)
      return [
        error("desk-country", `Unexpected country ${quoted(said.text)}, expected at most ${MOST_COUNTRIES} in one desk; remove it`, said),
      ];
    const expected = unlisted(said.text);
    return expected === null ? [] : [error("desk-country", `Unexpected country ${quoted(said.text)}, expected ${expected}`, said)];
  });
}

function closureBackwards({ from, to }: SpanClaim): DeskRemark[] {
  if (!from || !to || !isDay(from.text) || !isDay(to.text) || to.text >= from.text) return [];
  const message = `Unexpected last day ${quoted(to.text)} before the first, ${quoted(from.text)}, expected it on or after that`;
  return [error("desk-time", message, to)];
}

function freezeBackwards({ from, to }: SpanClaim): DeskRemark[] {
  const [begins, ends] = [instantOf(from), instantOf(to)];
  if (!from || !to || !begins || !ends || ends > begins) return [];
  const message = `Unexpected end ${quoted(to.text)} of a freeze that begins ${quoted(from.text)}, expected it after that; swap the two or move one`;
  return [error("desk-time", message, to)];
}

function frozen(extra: RawText, freezes: readonly SpanClaim[]): DeskRemark[] {
  const at = instantOf(extra);
  const over = freezes.find((freeze) => {
    const [begins, ends] = [instantOf(freeze.from), instantOf(freeze.to)];
    return at && begins && ends && begins <= at && at < ends;
  });
  if (!over) return [];
  const message = `Unexpected extra slot ${quoted(extra.text)} in the freeze from ${quoted(over.from?.text ?? "")}, expected one outside it: nothing goes live in a freeze`;
  return [{ rule: "desk-time", severity: "warning", message, said: extra }];
}
