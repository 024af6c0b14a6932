/** The ledger's keys: what is put together for an effect comes apart again as what it was about. */
import { describe, expect, it } from "@jest/globals";
import { keyOf, type Effect } from "../../../src/desk/effect.js";
import { checkKey, labelsKey, lastTry, readKey, remindedBy, remindMark } from "../../../src/desk/facts/ledger-key.js";
import { commitBar } from "../../../src/desk/facts/commit-bar.js";
import { fixableOf } from "../../../src/desk/fixes/fix-request.js";
import { leftAlone } from "../../../src/desk/dates/date-check.js";
import type { Day } from "../../../src/desk/time/zone.js";
import { desk, paperWorld } from "../paper-world.js";

const HEAD = "3f2c1a";
const commit: Effect = { kind: "commit", pull: 7, head: HEAD, branch: "irmin", changes: [], message: "" };
const merge: Effect = { kind: "merge", pull: 7, head: HEAD, method: "merge", slugs: ["irmin"] };

describe("the key of an effect", () => {
  it("[PL3] is found again by whoever asks what was done, and tells what it was about", () => {
    const logins = ["Dora", "amir"];
    expect(readKey(keyOf({ kind: "ask", pull: 7, head: HEAD, logins }))).toEqual({ kind: "ask", pull: 7, logins });
    expect(readKey(keyOf({ kind: "withdraw", pull: 7, logins: ["amir"] }))).toEqual({ kind: "withdraw", pull: 7, logins: ["amir"] });
    const marks = ["suggest/0a1b", "suggest/2c3d.2"];
    expect(readKey(keyOf({ kind: "resolve", pull: 71, marks: marks.toReversed() }))).toEqual({ kind: "resolve", pull: 71, marks });
    expect(readKey(keyOf(commit))).toEqual({ kind: "commit", pull: 7 });
    expect(readKey(keyOf(merge))).toBeNull();
    const check = {
      kind: "check",
      pull: 7,
      head: HEAD,
      name: "presstime/lint",
      conclusion: "success",
      title: "",
      summary: "",
      annotations: [],
    } as const;
    expect(keyOf(check)).toBe(checkKey("presstime/lint", HEAD));
    expect(keyOf({ kind: "labels", pull: 7, add: [], remove: [] })).toBe(labelsKey(7));
    const world = paperWorld();
    world.submits("ann", "irmin", { number: 7 });
    world.becomes(7, { head: { ...world.pull(7).head, sha: HEAD } });
    const done = { digest: "", ended: "done", why: null, at: world.at() } as const;
    for (const [kind, effect] of [
      ["merge", merge],
      ["commit", commit],
    ] as const) {
      expect(lastTry(kind, world.pull(7), { effects: { [keyOf(effect)]: done }, announced: {} })).toBe(done);
      expect(lastTry(kind, world.pull(7), { effects: { [keyOf({ ...effect, head: "another" })]: done }, announced: {} })).toBeUndefined();
    }
  });

  it("[RM5] of a reminder names whoever it was to in any case, and no other mark does", () => {
    expect(remindedBy(remindMark("Amir-MC", "2014-07-08" as Day))).toBe("amir-mc");
    expect(["notice", "reply/7/ab", null].map(remindedBy)).toEqual([null, null, null]);
  });
});

describe("whether the app may commit", () => {
  it("[SH14] [CS17] is one answer for dates and for fixes: what GitHub refused at a head stays refused there, and nowhere else", () => {
    const world = paperWorld({ desk: { merge: { ...desk().merge, fixDates: true } } });
    world.submits("ann", "irmin", { number: 7, own: true });
    const why = "Changes must be made through a pull request.";
    const pull = world.pull(7);
    const key = keyOf({ ...commit, head: pull.head.sha });
    const refused = {
      ...world.facts(),
      memory: { effects: { [key]: { digest: "", ended: "refused", why, at: world.at() } as const }, announced: {} },
    };
    world.sleeps("3 hours");
    const later = { ...refused, at: world.at() };
    const bar = { kind: "refused", why };
    expect([commitBar(pull, later), leftAlone(pull, later)]).toEqual([bar, bar]);
    expect(fixableOf(pull, ["irmin"], { partIn: () => ({ byline: [], openers: [], asked: [], promised: true }) }, later).cannot).toEqual(
      bar,
    );
    const pushed = { ...pull, head: { ...pull.head, sha: "another" } };
    expect([commitBar(pushed, later), leftAlone(pushed, later)]).toEqual([null, null]);
    const fork = { ...pull, head: { ...pull.head, repository: "ann/www" } };
    expect([commitBar(fork, later), leftAlone(fork, later)]).toEqual([
      { kind: "fork", from: "ann/www" },
      { kind: "fork", from: "ann/www" },
    ]);
  });
});
