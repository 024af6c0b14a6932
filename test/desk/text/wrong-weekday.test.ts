/** Weekdays against dates, in prose. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { wrongWeekdays } from "../../../src/desk/text/wrong-weekday.js";

const told = (text: string) => wrongWeekdays(text).map(({ written, is }) => `${written} = ${is}`);

describe("a date that names its weekday", () => {
  it.each([
    ["Monday, July 15 2014 engine releases", "Monday, July 15 2014 = Tuesday"],
    ["on, or shortly after, Monday, July 15th, 2014.", "Monday, July 15th, 2014 = Tuesday"],
    ["Mon 15 Jul 2014", "Mon 15 Jul 2014 = Tuesday"],
    ["Wed., 15-July-2014", "Wed., 15-July-2014 = Tuesday"],
    ["the talk on Thursday the 15th of July, 2014", "Thursday the 15th of July, 2014 = Tuesday"],
    ["Monday (2014-07-15), at noon", "Monday (2014-07-15) = Tuesday"],
    ["Sunday 2014/7/15", "Sunday 2014/7/15 = Tuesday"],
    ["15 July 2014 (Monday)", "15 July 2014 (Monday) = Tuesday"],
    ["2014-07-15 (Mon)", "2014-07-15 (Mon) = Tuesday"],
    ["Monday,\n**July 15**, 2014", "Monday, July 15, 2014 = Tuesday"],
    ["monday, february 29 2016", "monday, february 29 2016 = Monday"],
  ])("[LI111] is told when that is another day: %j", (text, expected) => {
    expect(told(text)).toEqual(expected.endsWith("= Monday") ? [] : [expected]);
  });

  it.each([
    "Tuesday, July 15 2014",
    "Tues. 15th of July 2014",
    "every Monday, July and August 2014 included",
    "Monday, July 15th",
    "on Monday 15 posts of July 2014 were read",
    "Friday, February 30 2014",
    "Monday 14, and 15 July 2014",
    "Mon 1 May 1066",
    "sunshine 15 July 2014",
    "They were wed 15 July 2014, and sat (July 16 2014)",
    "2014-07-15-monday-notes",
    "Black Friday 2014",
  ])("[LI111] is left alone when it is right, or no such date: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    ["Monday, July 17th", ["Monday, July 17th = Thursday"]],
    ["Mon, 17 July at noon", ["Mon, 17 July = Thursday"]],
    ["Thursday, July 17", []],
    ["Friday, July 17", []],
    ["Monday, July 17 1969", ["Monday, July 17 1969 = Thursday"]],
    ["they sat July 17 through", []],
  ])("[LI155] without a year it is held against that of the post and those beside it: %s", (text, expected) => {
    expect(wrongWeekdays(text, 2014).map(({ written, is }) => `${written} = ${is}`)).toEqual(expected);
  });

  it("[LI111] is told exactly when the calendar says so, in each shape", () => {
    const names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    const months = "January February March April May June July August September October November December".split(" ");
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true }),
        fc.nat(6),
        fc.nat(3),
        (date, weekday, shape) => {
          const [day, month, year] = [date.getUTCDate(), months[date.getUTCMonth()] ?? "", date.getUTCFullYear()];
          const name = names[weekday] ?? "";
          const iso = date.toISOString().slice(0, 10);
          const text =
            [`${name}, ${month} ${day}, ${year}`, `${name} ${day} ${month} ${year}`, `${name} ${iso}`, `${iso} (${name.slice(0, 3)})`][
              shape
            ] ?? "";
          expect(told(`On ${text}.`).length).toBe(weekday === date.getUTCDay() ? 0 : 1);
        },
      ),
      { seed: 15, numRuns: 300 },
    );
  });
});
