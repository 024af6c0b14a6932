/** Lateness: said plainly, worst first, and no sooner than it is so. */
import { describe, expect, it } from "@jest/globals";
import { lateness, latenessChangesAt, type Timing } from "../../../src/desk/schedule/lateness.js";
import { STAGES } from "../../../src/desk/stage.js";
import { between, plus, readInstant } from "../../../src/desk/time/zone.js";

const at = (text: string) => readInstant(`2014-07-${text}:00Z`);

function timing(overrides: Partial<Timing>): Timing {
  return {
    at: at("10T09:00"),
    stage: "in progress",
    slot: at("18T11:00"),
    draftBy: at("14T16:00"),
    reviewBy: at("17T16:00"),
    deadline: at("21T08:00"),
    liveAt: null,
    ...overrides,
  };
}

describe("lateness", () => {
  it.each([
    ["promised", "10T09:00", "on time"],
    ["in progress", "14T16:00", "on time"],
    ["in progress", "14T16:01", "draft late"],
    ["promised", "17T18:00", "draft late"],
    ["in review", "14T16:01", "on time"],
    ["in review", "17T16:01", "review late"],
    ["sent back", "17T16:01", "review late"],
    ["approved", "17T16:01", "on time"],
    ["approved", "18T11:59", "on time"],
    ["approved", "18T12:01", "slot missed"],
    ["in review", "18T11:01", "slot missed"],
    ["due", "18T11:01", "on time"],
    ["due", "18T12:01", "slot missed"],
    ["held", "17T16:01", "on time"],
    ["held", "18T11:01", "slot missed"],
    ["due", "21T08:01", "past the deadline"],
    ["dropped", "22T08:01", "on time"],
  ] as const)("[SC20] a post that is %s on July %s is %s", (stage, when, word) => {
    expect(lateness(timing({ stage, at: at(when) }))).toBe(word);
  });

  it("[SC20] a slot past the deadline is said at once; a post without a deadline cannot be past it", () => {
    expect(lateness(timing({ slot: at("22T11:00") }))).toBe("past the deadline");
    expect(lateness(timing({ slot: at("22T11:00"), deadline: null }))).toBe("on time");
  });

  it("[SC20] a live post is judged by when it went live", () => {
    expect(lateness(timing({ stage: "live", at: at("30T09:00"), liveAt: at("18T12:39") }))).toBe("on time");
    expect(lateness(timing({ stage: "live", at: at("30T09:00"), liveAt: at("22T06:51") }))).toBe("past the deadline");
  });

  it("[SC21] changes by itself only at the instants foretold", () => {
    for (const stage of STAGES) {
      let one = timing({ stage });
      const told: string[] = [lateness(one)];
      for (let next = latenessChangesAt(one); next; next = latenessChangesAt(one)) {
        expect(between(one.at, next)).toBeGreaterThan(0);
        // A second before it, nothing has changed.
        expect(lateness({ ...one, at: plus(next, -1000) })).toBe(told.at(-1));
        one = { ...one, at: next };
        told.push(lateness(one));
      }
      expect(lateness({ ...one, at: at("31T23:00") })).toBe(told.at(-1));
    }
  });
});
