/** The holidays of the world: which days they are, in the country's own calendar, and what looking them up costs. */
import { createRequire } from "node:module";
import { afterAll, describe, expect, it } from "@jest/globals";
import { holidayCodes, holidayYears } from "../../src/desk/calendar/days-off.js";
import { readDesk } from "../../src/desk/config/read-desk.js";
import { holidayDays } from "../../src/desk/facts/holidays.js";
import { isDay, readInstant } from "../../src/desk/time/zone.js";
import { createHolidayBook, type HolidayLibrary } from "../../src/examine/holiday-book.js";
import { createExaminer } from "../../src/examine/pool.js";
import { campaign, desk, person } from "../desk/paper-world.js";

const book = createHolidayBook();
const examiner = createExaminer({ threads: 1 });
afterAll(() => examiner.close());

const days = (code: string, year: number) => book.daysOf(code, year).map(({ day, name }) => `${day.slice(5)} ${name}`);

describe("holidays", () => {
  it("[SC82] are the public and bank holidays of the country or of the region, with their substitutes", () => {
    expect(days("GB-ENG", 2021)).toEqual([
      "01-01 New Year's Day",
      "04-02 Good Friday",
      "04-05 Easter Monday",
      "05-03 Early May bank holiday",
      "05-31 Spring bank holiday",
      "08-30 Summer bank holiday",
      "12-25 Christmas Day",
      "12-26 Boxing Day",
      "12-27 Christmas Day (substitute day)",
      "12-28 Boxing Day (substitute day)",
    ]);
    expect(days("US", 2014)).toContain("07-04 Independence Day");
    expect(days("US-CA", 2014)).toContain("03-31 César Chávez Day");
    expect(days("US", 2014)).not.toContain("03-31 César Chávez Day");
    // Observed by many, a day off for nobody.
    expect(days("US", 2014).filter((one) => /Mother|Valentine|Halloween/.test(one))).toEqual([]);
  });

  it("[SC82] are days of the country's own calendar: of a feast that begins at sunset the day after, of one of several days each", () => {
    expect(days("IL", 2014)).toContain("09-25 Rosh Hashanah (Yom Teruah)");
    expect(
      days("SA", 2014)
        .filter((one) => one.includes("Ramadan"))
        .map((one) => one.slice(0, 5)),
    ).toEqual(["07-27", "07-28", "07-29", "07-30"]);
    expect(days("JP", 2014)).toContain("11-24 Labor Thanksgiving Day (substitute day)");
  });

  it("[SC82] half a day off is none", () => {
    expect(days("DE-BY", 2014).filter((one) => one.startsWith("12-"))).toEqual(["12-25 Christmas Day", "12-26 Boxing Day"]);
  });

  it("[SC82] of every country there is can be had, all on days that there are", () => {
    const library = createRequire(import.meta.url)("date-holidays") as HolidayLibrary;
    const codes = Object.keys(new library().getCountries());
    expect(codes.length).toBeGreaterThan(150);
    for (const code of codes) {
      expect([code, book.unlisted(code)]).toEqual([code, null]);
      const all = book.daysOf(code, 2014);
      expect([code, all.every(({ day, name }) => isDay(day) && name !== "")]).toEqual([code, true]);
    }
    expect(book.daysOf("ZZ", 2014)).toEqual([]);
    expect(book.daysOf("GB-LON", 2014)).toEqual([]);
  });

  it("[SC83] cost a desk that names no country nothing, and others the library once", () => {
    let loads = 0;
    const counting = createHolidayBook(() => {
      loads += 1;
      return createRequire(import.meta.url)("date-holidays") as HolidayLibrary;
    });
    const season = "campaigns: [{ name: OSCON, deadline: 2014-07-21T09:00Z, starts: 2014-07-01T09:00Z, posts: [{ slug: a, title: A }] }]\n";
    expect(readDesk(`zone: Europe/London\n${season}`, [], counting).findings).toEqual([]);
    expect(loads).toBe(0);
    expect(readDesk(`calendar: { holidays: [GB, FR] }\n${season}`, [], counting).findings).toEqual([]);
    expect(readDesk(`people: [{ login: a, holidays: [IE] }]\n${season}`, [], counting).findings).toEqual([]);
    expect(loads).toBe(1);
  });

  it("[SC83] are looked up for the countries that a desk names, from last year to three years after its last deadline", () => {
    const holidays = { ...desk().calendar, holidays: ["GB-ENG", "FR"] };
    const named = desk({
      calendar: holidays,
      people: [person("ann", { holidays: ["US-CA", "FR"] }), person("ben")],
      campaigns: [campaign(["a"])],
    });
    expect(holidayCodes(named)).toEqual(["FR", "GB-ENG", "US-CA"]);
    expect(holidayYears(named, readInstant("2014-01-01T00:00:00Z"))).toEqual([2013, 2014, 2015, 2016, 2017]);
    expect(holidayYears(named, readInstant("2020-06-01T00:00:00Z"))).toEqual([2019, 2020, 2021, 2022, 2023]);
    expect(
      holidayYears(
        desk({ campaigns: [campaign([], { deadline: readInstant("9999-01-01T00:00:00Z") })] }),
        readInstant("2014-01-01T00:00:00Z"),
      ),
    ).toHaveLength(12);
  });

  it("[SC83] come from a worker as they come from the book", async () => {
    expect(await examiner.readHolidays(["GB-ENG", "ZZ"], [2013, 2014])).toEqual(holidayDays(book, ["GB-ENG", "ZZ"], [2013, 2014]));
    const { findings } = await examiner.readDesk("calendar: { holidays: [UK] }\n");
    expect(findings.map(({ message }) => message)).toEqual(["Unexpected country `UK`, expected an ISO 3166 code; did you mean `GB`?"]);
  });
});
