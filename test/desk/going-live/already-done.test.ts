/** What was done is not done again, and what GitHub refused waits its time: told of effects as the ledger remembers them. */
import { describe, expect, it } from "@jest/globals";
import { digestOf, keyOf, type Effect } from "../../../src/desk/effect.js";
import type { Remembered, Snapshot } from "../../../src/desk/facts/snapshot.js";
import { sayLackOf } from "../../../src/desk/facts/missing-permission.js";
import { mergeRetryAt, troublesOf, withoutDone } from "../../../src/desk/going-live/already-done.js";
import { MINUTE, plus } from "../../../src/desk/time/zone.js";
import { paperWorld } from "../paper-world.js";

const world = paperWorld();
const number = world.submits("ann", "irmin");
const NOW = world.at();
const ago = (minutes: number) => plus(NOW, -minutes * MINUTE);
const head = world.pull(number).head.sha;

const merge: Effect = { kind: "merge", pull: number, head, method: "merge", slugs: ["irmin"] };
const elsewhere: Effect = { ...merge, pull: 999 };
const labels: Effect = { kind: "labels", pull: number, add: ["status/approved"], remove: [] };
const notice: Effect = { kind: "notice", pull: number, comment: null, mark: "notice", body: "In review" };
const check: Effect = {
  kind: "check",
  pull: number,
  head,
  name: "presstime/review",
  conclusion: "success",
  title: "Approved",
  summary: "",
  annotations: [],
};
const reply: Effect = { kind: "reply", issue: number, mark: "answer/7", body: "It is on hold." };

const done = (minutes: number, digest?: string): Partial<Remembered> => ({ ended: "done", at: ago(minutes), ...(digest && { digest }) });
const refused = (minutes: number, why = "Server error"): Partial<Remembered> => ({ ended: "refused", at: ago(minutes), why });
const remembering = (effect: Effect, last: Partial<Remembered>): Snapshot => ({
  ...world.facts(),
  memory: { effects: { [keyOf(effect)]: { digest: digestOf(effect), ended: "done", why: null, at: NOW, ...last } }, announced: {} },
});
const NO_PERMISSION = sayLackOf("contents: write");

describe("of an effect that is wanted again", () => {
  // What is wanted, what is remembered of it, whether it is left to do, and in how many minutes it is tried again when not.
  const rows: readonly (readonly [string, Effect, Partial<Remembered>, boolean, number | null])[] = [
    ["a label that GitHub shows no more is set again", labels, done(1), true, null],
    ["a check that was made says the same for ever", check, done(600), false, null],
    ["a check that would now say something else is made", check, done(1, "another"), true, null],
    ["an answer was given, whatever it would say now", reply, done(600, "another"), false, null],
    ["what was refused a moment ago waits for half an hour", notice, refused(0), false, 30],
    ["it still waits after ten minutes, though its pull request can be merged", notice, refused(10), false, 20],
    ["after half an hour it is tried", notice, refused(30), true, null],
    ["in other words it is another thing, and tried at once", notice, { ...refused(1), digest: "another" }, true, null],
    ["a refused answer waits, whatever it would say now", reply, { ...refused(29), digest: "another" }, false, 1],
    ["a merge that GitHub would have now waits for five minutes", merge, refused(4), false, 1],
    ["and is tried then", merge, refused(5), true, null],
    ["for want of a permission it waits for half an hour", merge, refused(6, NO_PERMISSION), false, 24],
    ["of a pull request that is not open it waits for half an hour", elsewhere, refused(6), false, 24],
  ];

  it.each(rows)("[PL3] [PL5] %s", (_, effect, last, isLeft, minutes) => {
    const { effects, againAt } = withoutDone([effect], remembering(effect, last));
    expect({ effects, againAt }).toEqual({ effects: isLeft ? [effect] : [], againAt: minutes === null ? null : ago(-minutes) });
  });

  it("[PL5] of several that wait it is looked again when the first of them is tried", () => {
    const both = { ...remembering(notice, refused(10)).memory.effects, ...remembering(merge, refused(2)).memory.effects };
    const facts = { ...world.facts(), memory: { effects: both, announced: {} } };
    expect(withoutDone([notice, labels, merge], facts)).toEqual({ effects: [labels], againAt: ago(-3) });
  });

  it("[PL5] a merge waits for half an hour as long as GitHub would not have it", () => {
    const last = { digest: "", ended: "refused", why: null, at: NOW } as const;
    const pull = world.pull(number);
    const waits = (["yes", "blocked", "conflicts", "unknown"] as const).map((mergeable) => mergeRetryAt(last, { ...pull, mergeable }));
    expect(waits).toEqual([ago(-5), ago(-30), ago(-30), ago(-30)]);
  });
});

describe("troubles", () => {
  const told = (...lasts: readonly Partial<Remembered>[]) =>
    troublesOf({
      ...world.facts(),
      memory: {
        effects: Object.fromEntries(
          lasts.map((last, n) => [String(n), { digest: "", ended: "done" as const, why: null, at: NOW, ...last }]),
        ),
        announced: {},
      },
    });

  it("[PL5] are what GitHub refused within a day, each once and in order, and nothing that was done", () => {
    const day = 24 * 60;
    const undone = { ended: "done", why: "It was done", at: NOW } as const;
    const wordless = { ended: "refused", why: null, at: NOW } as const;
    expect(told(refused(5, "b"), refused(1, "c"), refused(day - 1, "a"), refused(1, "b"), refused(day, "old"), undone, wordless)).toEqual([
      "a",
      "b",
      "c",
    ]);
    expect(told()).toEqual([]);
  });

  it("[PL5] are told up to twenty", () => {
    const many = Array.from({ length: 25 }, (_, n) => `trouble ${String.fromCharCode("a".charCodeAt(0) + n)}`);
    expect(told(...many.toReversed().map((why) => refused(1, why)))).toEqual(many.slice(0, 20));
  });
});
