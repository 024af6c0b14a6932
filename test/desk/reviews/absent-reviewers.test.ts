/** Who was asked and does not count as asked: told of ben, who is on leave this week, and of people whom the desk does not know. */
import { describe, expect, it } from "@jest/globals";
import { absentReviewers, sayAbsent } from "../../../src/desk/reviews/absent-reviewers.js";
import type { PastRequest } from "../../../src/desk/reviews/past-requests.js";
import { readInstant, type Day } from "../../../src/desk/time/zone.js";
import { desk, person } from "../paper-world.js";

const WEEK = [{ from: "2014-07-07" as Day, to: "2014-07-11" as Day }];
const at = readInstant("2014-07-07T09:00:00Z");
const staff = desk({ people: [person("ann"), person("ben", { away: WEEK })] });
const request = (login: string): PastRequest => ({ login, why: null, at, takenBackAt: null });

describe("whoever was asked and will not be there in time", () => {
  const away = (login: string) => ({ login, until: "2014-07-11", since: readInstant("2014-07-03T23:00:00Z") });
  const gone = (login: string) => ({ login, until: null, since: null });
  interface Case {
    readonly due?: string;
    readonly named?: readonly string[];
    readonly asked?: readonly string[];
  }
  const rows: readonly (readonly [string, readonly string[], Case, readonly object[]])[] = [
    ["is nobody who is there", ["ann"], {}, []],
    ["is who is on leave, when nothing says by when", ["ann", "Ben"], {}, [away("Ben")]],
    ["is who is back after it is due", ["ben"], { due: "2014-07-10T16:00:00Z" }, [away("ben")]],
    ["is nobody who is back before that", ["ben"], { due: "2014-07-15T16:00:00Z" }, []],
    ["is who is on leave, though named by hand", ["ben"], { named: ["ben"], asked: ["ben"] }, [away("ben")]],
    ["is whom the app asked and who is not on the desk any more", ["ann", "zoe"], { asked: ["ann", "Zoe"] }, [gone("zoe")]],
    ["is nobody of whom nothing is known", ["zoe"], { asked: ["ann"] }, []],
    ["is nobody who was named by hand", ["zoe"], { named: ["amir", "Zoe"], asked: ["zoe"] }, []],
  ];

  it.each(rows)("[LV3] %s", (_, logins, { due, named = [], asked = [] }, absent) => {
    const facts = { at, desk: staff, due: due === undefined ? null : readInstant(due), named, asked: asked.map(request) };
    expect(absentReviewers(logins, facts)).toEqual(absent);
  });

  it("[LV3] is told with the last day of the leave, or that they have left", () => {
    expect(sayAbsent({ login: "ben", until: "2014-07-11" as Day, since: null }, "Pacific/Auckland")).toBe("ben is away until Fri 11 July");
    expect(sayAbsent({ login: "zoe", until: null, since: null }, "Europe/London")).toBe("zoe is not on the desk any more");
  });
});
