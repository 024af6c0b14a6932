/** The holidays of the countries that a desk names, for the years that matter now: looked up by a worker, and kept in the ledger. */
import { holidayCodes, holidayYears } from "../../../desk/calendar/days-off.js";
import type { Desk } from "../../../desk/facts/desk.js";
import { HOLIDAYS } from "../read-cache.js";
import type { ReadScope } from "../scope.js";

/** A desk that names no country costs nothing. */
export async function withHolidays({ cache, examiner, at }: Pick<ReadScope, "cache" | "examiner" | "at">, desk: Desk): Promise<Desk> {
  const codes = holidayCodes(desk);
  if (codes.length === 0) return desk;
  const years = holidayYears(desk, at);
  const keyOf = (code: string) => `${examiner.linterVersion}:${code}:${years[0] ?? ""}-${years.at(-1) ?? ""}`;
  const known = await cache.find(HOLIDAYS, codes.map(keyOf));
  const missing = codes.filter((code) => !known.has(keyOf(code)));
  const found = missing.length > 0 ? await examiner.readHolidays(missing, years) : {};
  await cache.keep(HOLIDAYS, new Map(Object.entries(found).map(([code, days]) => [keyOf(code), days])));
  return { ...desk, holidays: Object.fromEntries(codes.map((code) => [code, found[code] ?? known.get(keyOf(code)) ?? []])) };
}
