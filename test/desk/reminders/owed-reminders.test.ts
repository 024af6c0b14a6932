/** Reminders as stories: who hears what, where and when. */
import { describe, expect, it } from "@jest/globals";
import type { Person } from "../../../src/desk/facts/person.js";
import { owedReminders } from "../../../src/desk/reminders/owed-reminders.js";
import type { Owed, RemindersRequest } from "../../../src/desk/reminders/owed.js";
import { plus, HOUR, readInstant, sayWhen, type Day, type Instant } from "../../../src/desk/time/zone.js";

/** July 2014; the 1st is a Tuesday, and London is an hour ahead of UTC. */
const at = (text: string): Instant => readInstant(`2014-07-${text}:00Z`);

function owed(slug: string, to: string | readonly string[], since: Instant, overrides: Partial<Owed> = {}): Owed {
  return {
    slug,
    title: slug,
    to: typeof to === "string" ? [to] : to,
    since,
    by: null,
    snoozedUntil: null,
    place: { issue: 180, channel: "pull request" },
    what: "review",
    ...overrides,
  };
}

function request(posts: readonly Owed[], overrides: Partial<RemindersRequest> = {}): RemindersRequest {
  return {
    at: at("01T08:00"),
    zone: "Europe/London",
    people: [],
    reminders: { every: 2, hour: 9 },
    owed: posts,
    reminded: [],
    ...overrides,
  };
}

function person(login: string, overrides: Partial<Person> = {}): Person {
  return { login, name: login, aliases: [], zone: "Europe/London", beats: [], capacity: 3, away: [], ...overrides };
}

/** Follows `nextAt` until the end of July: `avsm Wed 2 July 2014, 09:00 (Europe/London): vchan`. */
function season(start: RemindersRequest): readonly string[] {
  const said: string[] = [];
  let now = start;
  for (;;) {
    const { due, nextAt } = owedReminders(now);
    const posted = due.map(({ to }) => ({ to, at: now.at }));
    for (const { to, about } of due) {
      const zone = now.people.find(({ login }) => login === to)?.zone ?? now.zone;
      said.push(`${to} ${sayWhen(now.at, zone)}: ${about.map(({ slug }) => slug).join(", ")}`);
    }
    if (!nextAt || nextAt > at("31T23:00")) return said;
    expect(nextAt > now.at).toBe(true);
    now = { ...now, at: nextAt, reminded: [...now.reminded, ...posted] };
  }
}

describe("the pace of reminders", () => {
  it("[RM1] the first comes after one full working day, then one every so many working days, at the hour of the desk", () => {
    expect(season(request([owed("vchan", "avsm", at("01T14:00"))])).slice(0, 4)).toEqual([
      "avsm Thu 3 July 2014, 09:00 (Europe/London): vchan",
      "avsm Mon 7 July 2014, 09:00 (Europe/London): vchan",
      "avsm Wed 9 July 2014, 09:00 (Europe/London): vchan",
      "avsm Fri 11 July 2014, 09:00 (Europe/London): vchan",
    ]);
    // Early on a working day: the whole of it goes by. On a Saturday: Monday does.
    expect(season(request([owed("vchan", "avsm", at("02T06:00"))]))[0]).toBe("avsm Thu 3 July 2014, 09:00 (Europe/London): vchan");
    expect(season(request([owed("vchan", "avsm", at("05T10:00"))]))[0]).toBe("avsm Tue 8 July 2014, 09:00 (Europe/London): vchan");
  });

  it("[RM2] comes on the day before the post has to be there and on the day after, and then at its pace again", () => {
    const by = at("09T16:00");
    expect(season(request([owed("vchan", "avsm", at("01T14:00"), { by })])).slice(0, 6)).toEqual([
      "avsm Thu 3 July 2014, 09:00 (Europe/London): vchan",
      "avsm Mon 7 July 2014, 09:00 (Europe/London): vchan",
      "avsm Tue 8 July 2014, 09:00 (Europe/London): vchan",
      "avsm Thu 10 July 2014, 09:00 (Europe/London): vchan",
      "avsm Mon 14 July 2014, 09:00 (Europe/London): vchan",
      "avsm Wed 16 July 2014, 09:00 (Europe/London): vchan",
    ]);
  });

  it("[RM2] on a Friday, Monday is the day after", () => {
    const by = at("07T16:00");
    expect(season(request([owed("vchan", "avsm", at("02T14:00"), { by })]))[0]).toBe("avsm Fri 4 July 2014, 09:00 (Europe/London): vchan");
  });

  it("[RM2] a turn that comes when the post should have been there is brought up the next working morning, not the same day", () => {
    expect(season(request([owed("vchan", "avsm", at("03T05:00"), { by: at("02T16:00") })]))[0]).toBe(
      "avsm Fri 4 July 2014, 09:00 (Europe/London): vchan",
    );
  });

  it("[RM3] stops the moment nothing is owed", () => {
    expect(owedReminders(request([], { at: at("10T08:00"), reminded: [{ to: "avsm", at: at("03T08:00") }] }))).toEqual({
      due: [],
      nextAt: null,
    });
  });
});

describe("each person", () => {
  it("[RM4] is reminded at the hour of their own zone, on their own days", () => {
    const people = [
      person("yomimono", { zone: "America/Chicago" }),
      person("jacky", { zone: "Pacific/Auckland" }),
      person("kc", { zone: "Asia/Kolkata" }),
    ];
    const first = (login: string) => season(request([owed("tcpip", login, at("01T14:00"))], { people }))[0];
    expect(first("yomimono")).toBe("yomimono Wed 2 July 2014, 09:00 (America/Chicago): tcpip");
    expect(first("kc")).toBe("kc Thu 3 July 2014, 09:00 (Asia/Kolkata): tcpip");
    // It was nine in the morning in Chicago, and two in the night to the 2nd in Auckland.
    expect(first("jacky")).toBe("jacky Thu 3 July 2014, 09:00 (Pacific/Auckland): tcpip");
  });

  it("[RM4] has peace at the weekend and when away", () => {
    const people = [person("avsm", { away: [{ from: "2014-07-03" as Day, to: "2014-07-09" as Day }] })];
    expect(season(request([owed("vchan", "avsm", at("01T14:00"), { by: at("04T16:00") })], { people })).slice(0, 2)).toEqual([
      "avsm Thu 10 July 2014, 09:00 (Europe/London): vchan",
      "avsm Mon 14 July 2014, 09:00 (Europe/London): vchan",
    ]);
    const gone = [person("avsm", { away: [{ from: "2014-07-01" as Day, to: "9999-12-31" as Day }] })];
    expect(owedReminders(request([owed("vchan", "avsm", at("01T14:00"))], { people: gone }))).toEqual({ due: [], nextAt: null });
  });

  it("[RM5] gets one reminder a day about all they owe, at the place of what is most urgent", () => {
    const posts = [
      owed("irmin", "avsm", at("01T09:00"), { place: { issue: 186, channel: "pull request" } }),
      owed("conduit", ["Avsm", "AVSM"], at("01T10:00"), { by: at("08T16:00"), place: { issue: 257, channel: "board" }, what: "draft" }),
      owed("vchan", "avsm", at("02T20:00"), { by: at("04T16:00") }),
      owed("ctypes", "yallop", at("01T09:00")),
    ];
    const { due } = owedReminders(request(posts, { at: at("03T08:00"), people: [person("avsm"), person("yallop")] }));
    expect(due.map(({ to, issue, channel, about }) => ({ to, issue, channel, about: about.map(({ slug }) => slug) }))).toEqual([
      { to: "avsm", issue: 180, channel: "pull request", about: ["vchan", "conduit", "irmin"] },
      { to: "yallop", issue: 180, channel: "pull request", about: ["ctypes"] },
    ]);
  });

  it("[RM5] hears of a new turn in its own time, not before, though they are reminded of others", () => {
    const posts = [owed("irmin", "avsm", at("01T09:00")), owed("vchan", "avsm", at("02T14:00"))];
    expect(season(request(posts)).slice(0, 3)).toEqual([
      "avsm Thu 3 July 2014, 09:00 (Europe/London): irmin",
      "avsm Fri 4 July 2014, 09:00 (Europe/London): irmin, vchan",
      "avsm Tue 8 July 2014, 09:00 (Europe/London): irmin, vchan",
    ]);
  });

  it("[RM5] is the same person in whatever case the login is written", () => {
    const now = request([owed("vchan", "AVSM", at("01T14:00"))], { at: at("03T10:00"), people: [person("avsm")] });
    expect(owedReminders(now).due.map(({ to }) => to)).toEqual(["avsm"]);
    expect(owedReminders({ ...now, reminded: [{ to: "Avsm", at: at("03T08:00") }] }).due).toEqual([]);
  });

  it("[RM6] hears nothing of what is snoozed until the first morning after the snooze ends", () => {
    const posts = [owed("vchan", "avsm", at("01T14:00"), { snoozedUntil: at("08T09:30"), by: at("04T16:00") })];
    expect(season(request(posts)).slice(0, 2)).toEqual([
      "avsm Wed 9 July 2014, 09:00 (Europe/London): vchan",
      "avsm Fri 11 July 2014, 09:00 (Europe/London): vchan",
    ]);
    const again = request(posts, { at: at("04T08:00"), reminded: [{ to: "avsm", at: at("03T08:00") }] });
    expect(owedReminders(again)).toEqual({ due: [], nextAt: at("09T08:00") });
  });
});

describe("when nobody looked", () => {
  const posts = [owed("vchan", "avsm", at("01T14:00"))];

  it("[RM7] what fell due is sent once, at the first look that finds the person reachable", () => {
    const late = owedReminders(request(posts, { at: at("08T13:20") }));
    expect(late.due).toMatchObject([{ to: "avsm", at: at("03T08:00") }]);
    expect(late.nextAt).toBe(at("10T08:00"));
    const again = owedReminders(request(posts, { at: at("08T13:21"), reminded: [{ to: "avsm", at: at("08T13:20") }] }));
    expect(again).toEqual({ due: [], nextAt: at("10T08:00") });
  });

  it("[RM7] at night and at the weekend it waits for seven in the morning", () => {
    expect(owedReminders(request(posts, { at: at("03T20:00") }))).toEqual({ due: [], nextAt: at("04T06:00") });
    expect(owedReminders(request(posts, { at: at("04T05:59") }))).toEqual({ due: [], nextAt: at("04T06:00") });
    expect(owedReminders(request(posts, { at: at("05T12:00") }))).toEqual({ due: [], nextAt: at("07T06:00") });
    expect(owedReminders(request(posts, { at: at("04T06:00") })).due).toHaveLength(1);
  });

  it("[RM7] a desk that asks for the night is given the day", () => {
    expect(season(request(posts, { reminders: { every: 2, hour: 3 } }))[0]).toBe("avsm Thu 3 July 2014, 07:00 (Europe/London): vchan");
    expect(season(request(posts, { reminders: { every: 2, hour: 23 } }))[0]).toBe("avsm Wed 2 July 2014, 20:00 (Europe/London): vchan");
  });

  it("[RM7] a second look at the same instant, once sent, finds nothing", () => {
    const now = request(posts, { at: plus(at("03T08:00"), HOUR) });
    const sent = owedReminders(now).due.map(({ to }) => ({ to, at: now.at }));
    expect(sent).toHaveLength(1);
    expect(owedReminders({ ...now, reminded: sent }).due).toEqual([]);
  });
});
