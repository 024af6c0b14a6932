/** The pace of reminders, told of one thing that somebody owes in July 2014, of which the 1st is a Tuesday: on which morning it is brought up. */
import { describe, expect, it } from "@jest/globals";
import { owedReminders } from "../../../src/desk/reminders/owed-reminders.js";
import type { Owed } from "../../../src/desk/reminders/owed.js";
import { readInstant, type Instant } from "../../../src/desk/time/zone.js";

const at = (text: string): Instant => readInstant(`2014-07-${text}:00Z`);
/** In London, where nine in the morning is eight in Greenwich. */
const morning = (day: string) => at(`${day}T08:00`);

interface Case extends Partial<Owed> {
  /** The mornings, or other instants, at which it was brought up. */
  readonly reminded?: readonly Instant[];
  readonly pace?: number;
}

/** When it is brought up next, as it stands on the 1st in the early morning. */
function next({ reminded = [], pace = 2, ...more }: Case): Instant | null {
  const owed: Owed = {
    slug: "vchan",
    title: "Vchan",
    to: ["avsm"],
    since: at("01T14:00"),
    by: null,
    snoozedUntil: null,
    place: { issue: 180, channel: "pull request" },
    what: "review",
    ...more,
  };
  return owedReminders({
    at: at("01T02:00"),
    zone: "Europe/London",
    people: [],
    reminders: { every: pace, hour: 9 },
    owed: [owed],
    reminded: reminded.map((when) => ({ to: "avsm", at: when })),
  }).nextAt;
}

const LATE = at("25T16:00");
const FRIDAY = at("04T16:00");

describe("the first reminder", () => {
  const rows: readonly (readonly [string, Case, string])[] = [
    ["comes after one full working day", {}, "03"],
    ["comes the next morning when nobody else can see to it", { atOnce: true }, "02"],
    ["comes the next morning when it should have been there", { since: at("03T14:00"), by: at("02T16:00") }, "04"],
    ["comes the next morning when it has to be there that day", { since: at("03T14:00"), by: FRIDAY }, "04"],
    ["has time where nothing has to be there for long", { since: at("03T14:00"), by: LATE }, "07"],
    ["comes after one working day from when it was no more too early", { quietUntil: at("08T08:00") }, "09"],
    ["comes no earlier for a snooze that ends before it", { snoozedUntil: at("01T15:00") }, "03"],
    ["comes on the morning after a snooze", { snoozedUntil: at("08T14:00") }, "09"],
  ];
  it.each(rows)("[RM1] [RM2] [RM6] %s", (_, given, day) => {
    expect(next(given)).toBe(morning(day));
  });

  // What was told before, each until another was told.
  const moved: readonly (readonly [string, Case, string])[] = [
    [
      "goes by the day that was told when it became their turn",
      { since: at("03T14:00"), by: LATE, before: [{ by: FRIDAY, until: at("08T12:00") }] },
      "04",
    ],
    [
      "goes by no day that was replaced by then",
      { since: at("03T14:00"), by: LATE, before: [{ by: FRIDAY, until: at("03T14:00") }] },
      "07",
    ],
    [
      "goes by no day that was replaced while it was too early",
      { quietUntil: at("03T14:00"), by: LATE, before: [{ by: at("02T16:00"), until: at("02T20:00") }] },
      "07",
    ],
    [
      "comes on the eve of a day that is told later",
      { since: at("02T14:00"), by: FRIDAY, before: [{ by: LATE, until: at("02T18:00") }] },
      "03",
    ],
    [
      "comes on no eve that had gone by when the day was told",
      { since: at("02T14:00"), by: FRIDAY, before: [{ by: LATE, until: at("03T10:00") }] },
      "04",
    ],
    [
      "comes on no eve of a day that was told that very morning",
      { since: at("02T14:00"), by: FRIDAY, before: [{ by: LATE, until: morning("03") }] },
      "04",
    ],
    [
      "comes on no eve that had gone by when the second day of three was told",
      {
        since: at("02T14:00"),
        by: LATE,
        before: [
          { by: LATE, until: at("03T10:00") },
          { by: FRIDAY, until: at("08T10:00") },
        ],
      },
      "04",
    ],
  ];
  it.each(moved)("[RM2] [RM10] of what has to be there on a day that moves %s", (_, given, day) => {
    expect(next(given)).toBe(morning(day));
  });
});

describe("the next reminder", () => {
  const since = at("01T05:00");
  const rows: readonly (readonly [string, Case, string])[] = [
    ["comes at the pace of the desk", { reminded: [morning("03")] }, "07"],
    ["comes at its own pace", { every: 3, reminded: [morning("03")] }, "08"],
    ["is counted from the last, in whatever order they are known", { reminded: [morning("07"), morning("03")] }, "09"],
    ["is counted from the last of several", { reminded: [morning("03"), morning("07")] }, "09"],
    ["comes at a pace of ten working days while it is not due", { pace: 10, by: at("31T16:00"), reminded: [morning("03")] }, "17"],
    ["comes on the eve, whatever the pace", { pace: 10, by: at("09T16:00"), reminded: [morning("03")] }, "08"],
    ["comes on the day after, whatever the pace", { pace: 10, by: at("09T16:00"), reminded: [morning("08")] }, "10"],
    ["comes after five working days once it is due", { pace: 10, by: at("09T16:00"), reminded: [morning("10")] }, "17"],
    [
      "comes after five working days from the day on which it is due",
      { pace: 10, since, by: at("03T16:00"), before: [{ by: at("01T16:00"), until: at("02T18:00") }], reminded: [morning("03")] },
      "10",
    ],
    [
      "comes after five working days, and once the day has gone by to which it was moved after both",
      {
        pace: 10,
        since,
        by: at("08T16:00"),
        before: [{ by: at("03T16:00"), until: at("04T10:00") }],
        reminded: [morning("02"), morning("04")],
      },
      "11",
    ],
    [
      "comes on the morning after that day where five working days have gone by already",
      {
        pace: 10,
        since,
        by: at("15T16:00"),
        before: [{ by: at("03T16:00"), until: at("04T10:00") }],
        reminded: [morning("02"), morning("04")],
      },
      "16",
    ],
    [
      "comes on the eve of the day that was told until then",
      { pace: 10, since, by: LATE, before: [{ by: at("08T16:00"), until: at("07T08:01") }], reminded: [morning("02")] },
      "07",
    ],
    [
      "comes on no eve of a day that was replaced that very morning",
      { pace: 10, since, by: LATE, before: [{ by: at("08T16:00"), until: morning("07") }], reminded: [morning("02")] },
      "16",
    ],
    [
      "comes on no eve of a day that was replaced before",
      { pace: 10, since, by: LATE, before: [{ by: at("08T16:00"), until: at("04T10:00") }], reminded: [morning("02")] },
      "16",
    ],
  ];
  it.each(rows)("[RM1] [RM2] [RM10] %s", (_, given, day) => {
    expect(next(given)).toBe(morning(day));
  });

  const again: readonly (readonly [string, Case, string])[] = [
    ["waits for its own first morning", { reminded: [morning("02")] }, "03"],
    ["waits for the next day where another reminder came on that morning, before it", { reminded: [at("03T06:30")] }, "04"],
    [
      "goes on at the pace where it was brought up before it was too early again",
      { pace: 4, quietUntil: at("08T08:00"), reminded: [morning("07")] },
      "11",
    ],
    [
      "goes on at the pace where it was brought up as the turn began",
      { pace: 10, quietUntil: at("08T08:00"), reminded: [at("01T14:00")] },
      "15",
    ],
    ["does not wait for the pace of a turn before", { pace: 10, quietUntil: at("08T08:00"), reminded: [at("01T13:00")] }, "09"],
    ["waits for its own first morning where that is later than the pace", { quietUntil: at("08T08:00"), reminded: [morning("02")] }, "09"],
  ];
  it.each(again)("[RM5] [RM10] of a turn that is younger than the last reminder %s", (_, given, day) => {
    expect(next(given)).toBe(morning(day));
  });
});

describe("whoever the desk does not know", () => {
  it("[RM4] [RM5] is called as somebody wrote them, each in one reminder, by name", () => {
    const posts = (["Zoe", "Yallop", "adam"] as const).map((login, n): Owed => ({
      slug: `p${n}`,
      title: "",
      to: [login, "Carl"],
      since: at("01T09:00"),
      by: null,
      snoozedUntil: null,
      place: { issue: n, channel: "board" },
      what: "review",
    }));
    const { due } = owedReminders({
      at: morning("03"),
      zone: "Europe/London",
      people: [],
      reminders: { every: 2, hour: 9 },
      owed: posts,
      reminded: [],
    });
    expect(due.map(({ to, about }) => `${to}: ${about.map(({ slug }) => slug).join(" ")}`)).toEqual([
      "adam: p2",
      "Carl: p0 p1 p2",
      "Yallop: p1",
      "Zoe: p0",
    ]);
  });
});
