/** Everything wrong with the calendar of a desk file, and all that is odd about its slots, is said at its place. */
import { describe, expect, it } from "@jest/globals";
import { readDesk } from "../../../src/desk/config/read-desk.js";
import { createHolidayBook } from "../../../src/examine/holiday-book.js";

const book = createHolidayBook();

/** `line:column message`, in the order of the file; a warning begins with `warning:`. */
function complaints(text: string): string[] {
  const { desk, findings } = readDesk(text, [], book);
  expect(desk === null).toBe(findings.some(({ severity }) => severity === "error"));
  return findings.map(
    ({ place, severity, message }) => `${severity === "warning" ? "warning: " : ""}${place.line}:${place.column} ${message}`,
  );
}

const calendar = (lines: string) => `zone: Europe/London\npeople: [{ login: amirmc }]\ncalendar:\n${lines}`;

/** A campaign from Tuesday 8 July to Monday 21 July 2014, with its posts from line 9 on. */
const season = (posts: readonly string[], { slots = '["Tue 12:00"]', rest = "" } = {}) =>
  [
    "zone: Europe/London",
    `slots: ${slots}`,
    "people: [{ login: amirmc }]",
    "campaigns:",
    "  - name: OSCON 2014",
    "    deadline: 2014-07-21T09:00[Europe/London]",
    "    starts: 2014-07-08T09:00[Europe/London]",
    "    posts:",
    ...posts.map((post) => `      - ${post}`),
    rest,
  ].join("\n");

describe("the calendar of a desk file", () => {
  it("[DK60] a freeze that ends before it begins, and times that cannot be read, are refused where they stand", () => {
    expect(
      complaints(
        calendar(
          [
            "  extra: [2014-07-19, 2014-07-20T25:00Z]",
            "  freezes:",
            '    - { from: "2014-07-22T06:00Z", to: "2014-07-20T00:00Z" }',
            '    - { from: "soon", to: "2014-07-20T00:00Z" }',
            '    - { from: "2014-07-20T00:00Z", to: "2014-07-20T00:00Z" }',
          ].join("\n"),
        ),
      ),
    ).toEqual([
      "4:11 Unexpected time without a zone, expected a time with a zone, such as `2014-07-19T09:00[Europe/London]`",
      "4:23 Unexpected time `25:00`, expected 00:00 to 23:59",
      "6:40 Unexpected end `2014-07-20T00:00Z` of a freeze that begins `2014-07-22T06:00Z`, expected it after that; swap the two or move one",
      "7:15 Unexpected `soon`, expected a time such as `2014-07-21T09:00[Europe/London]`",
      "8:40 Unexpected end `2014-07-20T00:00Z` of a freeze that begins `2014-07-20T00:00Z`, expected it after that; swap the two or move one",
    ]);
  });

  it("[DK60] closed days that end before they begin are refused; one day, and freezes that overlap, are fine", () => {
    expect(
      complaints(
        calendar(
          [
            "  closed: [{ from: 2014-07-25, to: 2014-07-24 }, { from: 2014-07-24 }, { from: 2014-07-24, to: 2014-07-24 }]",
            "  freezes:",
            '    - { from: "2014-07-20T00:00Z", to: "2014-07-22T06:00Z" }',
            '    - { from: "2014-07-21T00:00Z", to: "2014-07-23T06:00Z" }',
          ].join("\n"),
        ),
      ),
    ).toEqual(["4:36 Unexpected last day `2014-07-24` before the first, `2014-07-25`, expected it on or after that"]);
  });

  it("[DK61] who may pass a freeze is somebody of the desk", () => {
    const freeze = (pass: string) => calendar(`  freezes: [{ from: "2014-07-20T00:00Z", to: "2014-07-22T06:00Z", pass: [${pass}] }]`);
    expect(readDesk(freeze('"@AMIRMC"'), [], book).desk?.calendar.freezes[0]?.pass).toEqual(["amirmc"]);
    expect(complaints(freeze("amircm"))).toEqual([
      "4:74 Unexpected person `amircm` in `pass`, expected one of `people`; did you mean `amirmc`?",
    ]);
  });

  it("[DK62] a country or a region that there is not is refused, with those that there are", () => {
    expect(complaints(calendar("  holidays: [GB-ENG, UK, GB-LON, SP, ZZ, JP-13, england]"))).toEqual([
      "4:22 Unexpected country `UK`, expected an ISO 3166 code; did you mean `GB`?",
      "4:26 Unexpected country `GB-LON`, expected `GB-ALD`, `GB-ENG`, `GB-NIR`, `GB-SCT` or `GB-WLS`, or `GB` for all of it",
      "4:34 Unexpected country `SP`, expected an ISO 3166 code; did you mean `ES`?",
      "4:38 Unexpected country `ZZ`, expected the ISO 3166 code of a country, such as `GB`",
      "4:42 Unexpected country `JP-13`, expected `JP`; Presstime knows no regions of this country",
      "4:49 Unexpected `england` for `calendar.holidays`, expected a country such as `GB`, with a region where it matters: `US-CA`",
    ]);
    expect(complaints("people: [{ login: a, holidays: [DE-XX] }]")[0]).toMatch(/^1:33 Unexpected country `DE-XX`, expected `DE-BB`/);
    expect(complaints("people: [{ login: a, holidays: [DE-BY-A, US-CA, IE] }]")).toEqual([]);
  });

  it("[DK62] the twenty-first country of one desk is one too many", () => {
    const codes = "AD AE AG AL AM AO AR AT AU AZ BB BD BE BF BG BH BI BJ BM BN BO BR".split(" ");
    const people = codes.map((code, index) => `  - { login: p${index}, holidays: [${code}] }`);
    const twoTooMany = complaints(`people:\n${people.join("\n")}\n`);
    expect(twoTooMany).toHaveLength(2);
    expect(twoTooMany[0]).toBe("22:30 Unexpected country `BO`, expected at most 20 in one desk; remove it");
    expect(complaints(`people:\n${people.slice(0, 20).join("\n")}\n`)).toEqual([]);
  });

  it("[DK63] an embargo after the deadline, or after the post's own slot, is refused", () => {
    expect(
      complaints(
        season([
          '{ slug: a, title: A, not_before: "2014-07-21T10:00[Europe/London]" }',
          '{ slug: b, title: B, slot: "2014-07-15T12:00[Europe/London]", not_before: "2014-07-15T05:00[America/Los_Angeles]" }',
          '{ slug: c, title: C, slot: "2014-07-16T12:00[Europe/London]", not_before: "2014-07-16T12:00[Europe/London]" }',
          "{ slug: d, title: D, not_before: 2014-07-16 }",
        ]),
      ),
    ).toEqual([
      "9:42 Unexpected embargo `2014-07-21T10:00[Europe/London]` that ends after the deadline `2014-07-21T09:00[Europe/London]`, expected one before it; move one of the two",
      "10:83 Unexpected embargo `2014-07-15T05:00[America/Los_Angeles]` that ends after the post's own slot `2014-07-15T12:00[Europe/London]`, expected it to end by then; move one of the two",
      "12:42 Unexpected time without a zone, expected a time with a zone, such as `2014-07-16T09:00[Europe/London]`",
    ]);
  });

  it("[DK64] a slot pinned in a freeze, on a holiday or a closed day is warned of", () => {
    const rest = [
      "calendar:",
      "  holidays: [GB-SCT]",
      '  closed: [{ from: 2014-07-09, why: "the office moves" }]',
      '  freezes: [{ from: "2014-07-10T00:00Z", to: "2014-07-11T00:00Z" }]',
      '  extra: ["2014-07-09T15:00Z", "2014-07-10T15:00Z"]',
    ].join("\n");
    const text = season(
      [
        '{ slug: a, title: A, slot: "2014-07-09T12:00[Europe/London]" }',
        '{ slug: b, title: B, slot: "2014-07-10T12:00[Europe/London]" }',
        '{ slug: c, title: C, slot: "2014-07-09T15:00Z" }',
      ],
      { rest },
    );
    expect(complaints(text)).toEqual([
      "warning: 9:36 Unexpected slot `2014-07-09T12:00[Europe/London]` on a day without slots, `the office moves`, expected one on which things go live; move it, or name it in `calendar.extra` if you mean it",
      "warning: 10:36 Unexpected slot `2014-07-10T12:00[Europe/London]` in a freeze, expected one outside it; move one of the two",
      "warning: 16:32 Unexpected extra slot `2014-07-10T15:00Z` in the freeze from `2014-07-10T00:00Z`, expected one outside it: nothing goes live in a freeze",
    ]);
    const easter = text.replaceAll("2014-07", "2014-04").replace("04-10T12:00", "04-18T12:00");
    expect(complaints(easter)).toContainEqual(expect.stringContaining("on a holiday, `Good Friday`"));
  });

  it("[DK65] a post pinned before one that it comes after is warned of: that one may be live already", () => {
    const posts = (first: string, second: string) => [
      `{ slug: a, title: A, also: [alpha], slot: "2014-07-${first}T12:00[Europe/London]" }`,
      `{ slug: b, title: B, after: [Alpha], slot: "2014-07-${second}T12:00[Europe/London]" }`,
    ];
    expect(complaints(season(posts("15", "16")))).toEqual([]);
    expect(complaints(season(posts("16", "15")))).toEqual([
      "warning: 10:52 Unexpected slot `2014-07-15T12:00[Europe/London]` before that of `a`, `2014-07-16T12:00[Europe/London]`, which the post comes after, expected it later; move one of the two",
    ]);
  });

  it("[DK66] a campaign with fewer slots than promised posts is told how many there are", () => {
    const posts = ["a", "b", "c", "d"].map((slug) => `{ slug: ${slug}, title: A }`);
    // Tuesdays from 8 to 21 July: the 8th and the 15th.
    expect(complaints(season(posts))).toEqual([
      "warning: 6:15 Unexpected 4 posts for 2 free slots from the start to the deadline, expected a slot for each; add some to `slots` or `calendar.extra`, or move the deadline",
    ]);
    expect(complaints(season(posts.slice(0, 2)))).toEqual([]);
    expect(complaints(season(posts.slice(0, 3), { rest: 'calendar: { extra: ["2014-07-19T12:00Z"] }' }))).toEqual([]);
    // A post pinned to a slot of the pattern takes it, one pinned elsewhere takes none.
    const pinned = (at: string) => [...posts.slice(0, 2), `{ slug: c, title: C, slot: "2014-07-${at}T12:00[Europe/London]" }`];
    expect(complaints(season(pinned("16")))).toEqual([]);
    expect(complaints(season(pinned("15")))).toEqual([expect.stringContaining("Unexpected 2 posts for 1 free slot ")]);
    expect(complaints(season(posts, { slots: "[]" }))).toEqual([expect.stringContaining("Unexpected 4 posts for 0 free slots ")]);
    expect(complaints(season(posts).replace(/ {4}starts.*\n/, ""))).toEqual([]);
  });

  it("[DK67] a slot that spring skips in one of the campaigns is warned of, and so is any time that clocks jump over", () => {
    const spring = (slots: string) =>
      season(['{ slug: a, title: A, slot: "2014-03-30T01:15[Europe/London]" }'], { slots }).replaceAll(/2014-07-(?:08|21)/g, (day) =>
        day === "2014-07-08" ? "2014-03-25" : "2014-04-21",
      );
    expect(complaints(spring('["Sun 02:30", "Sun 01:30"]'))).toEqual([
      "warning: 2:22 Unexpected slot `Sun 01:30`, which clocks in Europe/London jump over on Sun 30 March 2014, expected a time that every day has; that one is at 02:30",
      "warning: 9:36 Unexpected time `2014-03-30T01:15[Europe/London]`, which clocks jump over that day, expected one that they show; it is taken as `2014-03-30T01:15:00Z`",
    ]);
    expect(complaints(spring('["last Sun 01:30", "first Sun 01:30"]'))).toHaveLength(2);
  });

  it("[DK68] slots come round weekly, every so many weeks or monthly; what else is written is told how to", () => {
    const good = ["Tue 12:00", "first Tue 12:00", "last Fri 23:59", "Tue 12:00 every 2 weeks from 2014-07-01"];
    expect(readDesk(`slots: ${JSON.stringify(good)}`).desk?.slots).toEqual(good);
    const expected = "expected a weekday and a time, like `Mon 12:00`, `first Tue 12:00` or `Tue 12:00 every 2 weeks from 2014-07-01`";
    const bad = [
      "fifth Tue 12:00",
      "Tue 24:00",
      "Tue 12:00 every 1 weeks from 2014-07-01",
      "first Tue 12:00 every 2 weeks from 2014-07-01",
    ];
    expect(complaints(`slots: ${JSON.stringify(bad)}`).map((one) => one.replace(/^.*? for `slots`, /, ""))).toEqual(
      bad.map(() => expected),
    );
    expect(complaints('slots: ["Tue 12:00 every 2 weeks from 2014-02-30"]')).toEqual([
      "1:9 Unexpected `Tue 12:00 every 2 weeks from 2014-02-30` for `slots`, expected a first day that is on the calendar",
    ]);
  });

  it("[DK69] a length that a post or a campaign leaves out is that of what stands above", () => {
    const text = season(["{ slug: a, title: A, lead: { review: 4 } }", "{ slug: b, title: B }"]).replace(
      "    posts:",
      "    lead: { draft: 9 }\n    posts:",
    );
    const { desk } = readDesk(`${text}\nlead: { draft: 2, review: 2 }\n`);
    expect([desk?.campaigns[0]?.lead, ...(desk?.campaigns[0]?.posts.map(({ lead }) => lead) ?? [])]).toEqual([
      { draft: 9, review: 2 },
      { draft: 9, review: 4 },
      null,
    ]);
  });
});
