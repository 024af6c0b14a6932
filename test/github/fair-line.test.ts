/** The line before the workers: who is next, told of works that take as long as the test lets them. */
import { beforeEach, describe, expect, it } from "@jest/globals";
import { createFairLine, type FairLine, type Party } from "../../src/github/read/fair-line.js";

let now: number;
let line: FairLine;
/** By name, what ends a work that is under way; in the order in which they began. */
let under: Map<string, () => void>;
let begun: string[];
beforeEach(() => {
  now = 0;
  line = createFairLine(2, () => now);
  under = new Map();
  begun = [];
});

const party = (pull: number, person: string, repository = "www", first = false): Party => ({
  shares: [`${repository}#${pull}`, `@${person}`],
  repository,
  first,
});

/** Lets what follows from it happen. */
const settles = () => new Promise<void>((resolve) => setImmediate(resolve));

async function comes(name: string, by: Party): Promise<void> {
  void line.enter(by, () => {
    begun.push(name);
    return new Promise<void>((resolve) => under.set(name, resolve));
  });
  await settles();
}

async function ends(name: string, after: number): Promise<void> {
  now += after;
  under.get(name)?.();
  under.delete(name);
  await settles();
}

const MALLORY = party(1, "mallory");
const ANN = party(2, "ann");

describe("of one person's texts", () => {
  it("[WK410] one is read at a time, so that a place is free for others", async () => {
    await comes("m1", MALLORY);
    await comes("m2", party(9, "mallory"));
    await comes("a1", ANN);
    expect(begun).toEqual(["m1", "a1"]);
    await ends("m1", 10);
    expect(begun).toEqual(["m1", "a1", "m2"]);
  });

  it("[WK410] those wait for which more was done lately, and of equals the one who came later", async () => {
    for (const name of ["m1", "m2", "m3"]) await comes(name, MALLORY);
    await ends("m1", 4_000);
    await comes("b1", party(3, "ben"));
    await comes("c1", party(4, "cat"));
    await comes("a1", ANN);
    expect(begun).toEqual(["m1", "m2", "b1"]);
    await ends("m2", 4_000);
    expect(begun).toEqual(["m1", "m2", "b1", "c1"]);
    await ends("b1", 0);
    await ends("c1", 0);
    expect(begun).toEqual(["m1", "m2", "b1", "c1", "a1", "m3"]);
  });

  it("[WK410] those are over their share for whom eight seconds were taken, until they have some of it back", async () => {
    await comes("m1", MALLORY);
    await ends("m1", 7_900);
    expect(line.isOver(MALLORY)).toBe(false);
    await comes("m2", MALLORY);
    await ends("m2", 400);
    expect([MALLORY, party(9, "mallory"), party(1, "eve"), ANN].map((one) => line.isOver(one))).toEqual([true, true, true, false]);
    now += 60_000;
    expect(line.isOver(MALLORY)).toBe(false);
  });
});

it("[WK410] all who are over their share have one place between them", async () => {
  const eve = party(5, "eve");
  for (const [name, by] of [
    ["m1", MALLORY],
    ["e1", eve],
  ] as const)
    await comes(name, by);
  await ends("m1", 9_000);
  await ends("e1", 0);
  await comes("m2", MALLORY);
  await comes("e2", eve);
  await comes("a1", ANN);
  expect(begun).toEqual(["m1", "e1", "m2", "a1"]);
});

it("[WK410] another repository's come before those of one for which much is read", async () => {
  await comes("b1", party(3, "ben"));
  await ends("b1", 3_000);
  await comes("c1", party(4, "cat"));
  await comes("d1", party(5, "dan"));
  await comes("e1", party(6, "eve"));
  await comes("o1", party(1, "olaf", "other"));
  await ends("c1", 0);
  expect(begun).toEqual(["b1", "c1", "d1", "o1"]);
});

describe("what goes live", () => {
  it("[PB13, WK410] has a place of its own, before all that waits", async () => {
    await comes("m1", MALLORY);
    await comes("a1", ANN);
    await comes("b1", party(3, "ben"));
    await comes("goes", party(4, "cat", "www", true));
    await comes("too", party(6, "eve", "www", true));
    expect(begun).toEqual(["m1", "a1", "goes"]);
    await ends("a1", 0);
    expect(begun).toEqual(["m1", "a1", "goes", "too"]);
  });

  it("[WK410] comes no more before others than its share allows", async () => {
    const greedy = party(4, "cat", "www", true);
    await comes("g1", greedy);
    await ends("g1", 9_000);
    await comes("g2", greedy);
    await comes("g3", greedy);
    await comes("a1", ANN);
    expect(begun).toEqual(["g1", "g2", "a1"]);
  });
});

it("[WK410] a work that fails gives its place to the next", async () => {
  const fails = line.enter(MALLORY, () => Promise.reject(new Error("the worker died")));
  await expect(fails).rejects.toThrow("the worker died");
  await comes("m2", MALLORY);
  expect(begun).toEqual(["m2"]);
});
