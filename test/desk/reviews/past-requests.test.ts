/** What the ledger remembers of requests: who was asked where, what became of it, and whose request was taken back. */
import { describe, expect, it } from "@jest/globals";
import type { Remembered } from "../../../src/desk/facts/snapshot.js";
import { loginsAskedOn, missingSince, pastRequests, type PastRequest } from "../../../src/desk/reviews/past-requests.js";
import { HOUR, plus, readInstant, type Instant } from "../../../src/desk/time/zone.js";
import { paperWorld } from "../paper-world.js";

const hours = (n: number): Instant => plus(readInstant("2014-07-07T09:00:00Z"), n * HOUR);
const effect = (at: number, ended: Remembered["ended"] = "done", why: string | null = null): Remembered => ({
  digest: "",
  ended,
  why,
  at: hours(at),
});
const request = (login: string, at: number, more: Partial<PastRequest> = {}): PastRequest => ({
  login,
  why: null,
  at: hours(at),
  takenBackAt: null,
  ...more,
});
const remembered = (effects: Readonly<Record<string, Remembered>>) => ({ effects, announced: {} });
const past = (effects: Readonly<Record<string, Remembered>>) => Object.fromEntries(pastRequests(remembered(effects)));

describe("past requests", () => {
  it("[RV2] are told by pull request, with each who was asked in one", () => {
    expect(past({ "ask/7/h/ann,ben": effect(1), "ask/8/h/ann": effect(2), "ask/7/h/cat": effect(3) })).toEqual({
      7: [request("ann", 1), request("ben", 1), request("cat", 3)],
      8: [request("ann", 2)],
    });
  });

  it("[RV2] are nothing else that was done there", () => {
    expect(past({ "withdraw/7/ann": effect(1), "commit/7/abc": effect(1), "labels/7": effect(1), "resolve/7/a": effect(1) })).toEqual({});
  });

  it("[GH18] that GitHub refused tell why", () => {
    expect(past({ "ask/7/ann": effect(1, "refused", "no collaborator"), "ask/8/ben": effect(1, "refused") })).toEqual({
      7: [request("ann", 1, { why: "no collaborator" })],
      8: [request("ben", 1, { why: "GitHub refused" })],
    });
    expect(past({ "ask/7/ann": effect(1, "done", "no matter") })).toEqual({ 7: [request("ann", 1)] });
  });

  // What was taken back, how that ended, and since when it counts of a request to ann on #7 at one o'clock.
  const rows: readonly (readonly [string, Readonly<Record<string, Remembered>>, number | null])[] = [
    ["afterwards", { "withdraw/7/ann": effect(2) }, 2],
    ["in the same look", { "withdraw/7/ann": effect(1) }, 1],
    ["with others", { "withdraw/7/ann,ben": effect(2) }, 2],
    ["before it", { "withdraw/7/ann": effect(0) }, null],
    ["from somebody else", { "withdraw/7/ben": effect(2) }, null],
    ["somewhere else", { "withdraw/8/ann": effect(2) }, null],
    ["in vain", { "withdraw/7/ann": effect(2, "refused") }, null],
    ["by nobody: she was asked again", { "ask/8/ann": effect(2) }, null],
  ];
  it.each(rows)("[CM7] are taken back that were taken back %s, or not", (_, others, takenBack) => {
    expect(past({ "ask/7/ann": effect(1), ...others })["7"]).toEqual([
      request("ann", 1, { takenBackAt: takenBack === null ? null : hours(takenBack) }),
    ]);
  });

  it("[RV2] are missed of those who are neither asked now nor have reviewed", () => {
    const world = paperWorld({ desk: {} });
    const number = world.submits("zoe", "irmin");
    world.becomes(number, { requested: [{ login: "Ann", at: hours(1) }] });
    world.reviews("ben", number, "comments");
    const pull = world.pull(number);
    const gone = { ...pull, reviews: [...pull.reviews, ...pull.reviews.map((one) => ({ ...one, by: null }))] };
    const asked = ["ann", "Ben", "cat", ""].map((login) => request(login, 1));
    expect(missingSince(asked, gone)).toEqual([request("cat", 1)]);
  });

  it("[CM7] are whoever was asked there and not refused", () => {
    const memory = remembered({ "ask/7/ann": effect(1), "ask/7/ben": effect(1, "refused"), "withdraw/7/ann": effect(2) });
    expect(loginsAskedOn(7, memory)).toEqual(["ann"]);
    expect(loginsAskedOn(8, memory)).toEqual([]);
  });
});
