/** Texts of strangers that take a worker its whole four seconds: each has a share of the workers, and what is over it keeps nobody waiting. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { between, type Instant } from "../../src/desk/time/zone.js";
import type { Examiner } from "../../src/examine/examiner.js";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, deskFile, IRMIN, postText } from "../world/desk-file.js";
import { examinerHere } from "../world/examiner-here.js";

let world: World;
/** What ends the readings that are under way, oldest first. */
let held: (() => void)[];
let begun: string[];
beforeEach(() => {
  held = [];
  begun = [];
});
afterEach(() => world.closes());

/** Workers that never come to the end of a text that says so, until the test lets them. */
function workers(): Examiner {
  const here = examinerHere();
  return {
    ...here,
    async readDesk(text) {
      if (text.includes("[[[[")) await new Promise<void>((resolve) => held.push(resolve));
      return here.readDesk(text);
    },
    async readPost(path, bytes, settings) {
      begun.push(path);
      if (new TextDecoder().decode(bytes).includes("[[[[")) await new Promise<void>((resolve) => held.push(resolve));
      return here.readPost(path, bytes, settings);
    },
  };
}

/** Where a look loses its patience soon: nothing but what is held takes long. */
async function opens(options: WorldOptions = {}): Promise<void> {
  world = await openWorld({
    examiner: workers(),
    readings: { patienceMs: 40, elapsed: () => world.github.clock.now().getTime() },
    ...options,
  });
}

const hostile = (name: string, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`posts/${name}-${n}.md`, postText(`${name} ${n}`, { body: "[[[[" })]));

/** So many of them in one pull request, of somebody whom nobody knows. */
const floods = (count: number) => world.submits("mallory", "flood-0", { files: hostile("flood", count) });

/** Each of the readings takes its four seconds. */
async function reads(count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    await world.passes("4 seconds");
    held.shift()?.();
    await world.settles();
  }
}

const SOON = { ...IRMIN, slot: "2014-07-08T12:00[Europe/London]" };
const SLOT = "2014-07-08T11:00:00Z" as Instant;
const lateness = (number: number) => between(SLOT, (world.pull(number).pull.merged?.at ?? "2099-01-01T00:00:00Z") as Instant) / 1_000;

describe("thirty texts that take four seconds each", () => {
  it("[PB13, PB15, WK411] that come twenty seconds before a slot make no post late", async () => {
    await opens({ desk: { campaigns: [{ ...CAMPAIGN, posts: [SOON] }] } });
    const number = world.submits("samoht", IRMIN.slug, { fork: false });
    await world.settles();
    world.reviews("djs55", number);
    await world.passes("26 hours");
    await world.passes("59 minutes");
    await world.passes("40 seconds");
    floods(30);
    await world.passes("25 seconds");
    expect(lateness(number)).toBeLessThan(5);
  });

  it("[WK411] keep no other pull request waiting for its notice", async () => {
    await opens();
    floods(30);
    await world.settles();
    const number = world.submits("samoht", IRMIN.slug);
    await world.passes("5 seconds");
    expect(world.notice(number)).toContain("waiting for the reviewers: djs55");
    expect(world.check(number, "lint")?.conclusion).toBe("success");
  });

  it("[WK411] are begun as they come, twenty at most at a time, and no text twice", async () => {
    await opens();
    floods(30);
    await world.passes("1 minute");
    expect(begun).toHaveLength(1);
    await reads(40);
    expect(new Set(begun).size).toBe(begun.length);
    expect(begun.length).toBeGreaterThan(20);
  });

  it("[WK412] are said to wait once they are over their share, in words that stay the same, to nobody's ping", async () => {
    await opens();
    const number = floods(30);
    await world.passes("3 seconds");
    expect(() => world.notice(number)).toThrow();
    await reads(3);
    await world.passes("20 seconds");
    expect(world.notice(number)).toMatch(/I have not read all posts of this pull request yet.*You do not have to do anything/su);
    expect(world.check(number, "lint")).toMatchObject({ conclusion: "neutral", title: "Not all posts are read yet" });
    const written = () =>
      world.github.requests.filter(({ path, body }) => path === "/graphql" && JSON.stringify(body).includes("mutation")).length;
    const before = written();
    await reads(5);
    expect(written()).toBe(before);
    expect(world.pull(number).pull.requested).toEqual([]);
  });

  it("[WK412] are all read in the end, and then judged like any other", async () => {
    await opens();
    const number = floods(25);
    await reads(40);
    await world.passes("1 minute");
    expect(held).toEqual([]);
    expect(world.notice(number)).not.toContain("I have not read all");
    expect(world.check(number, "lint")?.title).not.toBe("Not all posts are read yet");
  });
});

it("[WK411] a desk file that somebody proposes keeps nobody waiting, and is read in the end", async () => {
  await opens();
  const proposal = world.submits("mallory", "desk", { path: ".github/presstime.yml", text: `${deskFile()}# [[[[\n` });
  await world.settles();
  const number = world.submits("samoht", IRMIN.slug);
  await world.passes("5 seconds");
  expect(world.notice(number)).toContain("waiting for the reviewers: djs55");
  expect(world.check(proposal, "config")).toBeUndefined();
  await reads(1);
  await world.passes("1 minute");
  expect(world.check(proposal, "config")?.conclusion).toBe("success");
});

it("[WK411] what goes live next is read first, whoever's pull request is older", async () => {
  await opens({ desk: { campaigns: [{ ...CAMPAIGN, posts: [SOON] }] } });
  const flood = world.submits("mallory", "flood");
  const number = world.submits("samoht", IRMIN.slug, { fork: false });
  await world.settles();
  world.reviews("djs55", number);
  await world.settles();
  begun = [];
  world.crashes();
  world.pushes("mallory", flood, hostile("flood", 30));
  world.pushes("samoht", number, postText(IRMIN.title));
  await world.starts();
  await world.passes("1 minute");
  expect(begun.slice(0, 2)).toEqual([`posts/${IRMIN.slug}.md`, "posts/flood-0.md"]);
  expect(world.notice(number)).toContain(IRMIN.title);
});
