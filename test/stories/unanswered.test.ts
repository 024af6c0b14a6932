/** Questions that the judgement can do without and to which GitHub answers for hours with a failure, while everything else works. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World } from "../world.js";
import { CAMPAIGN, deskFile, IRMIN, postText, TLS } from "../world/desk-file.js";
import { mends, PINNED, plain } from "../world/pinned-post.js";

let world: World;
afterEach(() => world.closes());

const PATH = "posts/introducing-irmin.md";
const COMMITS = /^\/repos\/mirage\/mirage-www\/commits$/;
const ACCESS = /\/permission$/;
const fails = (which: RegExp, how: 429 | 502 = 502, next = 10_000) => {
  world.github.trouble.failing({ next, how, when: ({ path }) => which.test(path) });
};
const failed = (which: RegExp) => world.github.requests.filter(({ path, status }) => which.test(path) && status >= 400).length;

/** What nobody asked about goes on: a post is submitted, approved, and told its stage. */
async function goesOn(): Promise<void> {
  const number = world.submits("hannesm", "stray");
  await world.settles();
  world.reviews("djs55", number);
  await world.passes("1 hours");
  expect(world.notice(number)).toContain("djs55");
  expect(world.check(number, "review")?.conclusion).toBe("success");
}

describe("a 502 that lasts", () => {
  it("[GH38] on the commits of the desk file: its change is in force, and whose it is is told once GitHub says it", async () => {
    world = await openWorld();
    fails(COMMITS);
    world.rewritesDesk({ campaigns: [{ ...CAMPAIGN, posts: [IRMIN, TLS] }] });
    await world.passes("1 hours");
    expect(failed(COMMITS)).toBeGreaterThan(1);
    expect(await world.stage(TLS.slug)).toBe("promised");
    await goesOn();
    const kept = async () => [...(await world.ledger.cached("desk change 2", [String(world.repo.id)])).values()];
    world.github.trouble.over();
    world.says("samoht", world.submits("samoht", IRMIN.slug), "Here it is.");
    await world.settles();
    const posts = [{ name: "OSCON 2014", posts: [{ slug: IRMIN.slug }] }];
    expect(await kept()).toMatchObject([{ change: { by: "amirmc", at: "2014-07-07T08:01:00Z", former: { campaigns: posts } } }]);
  });

  it("[GH38] on them where the desk names no coordinator: it goes on without one, and has one again afterwards", async () => {
    world = await openWorld({ desk: { coordinators: [] }, start: false });
    fails(COMMITS);
    await world.starts();
    await world.settles();
    await world.passes("1 hours");
    await goesOn();
    world.github.trouble.over();
    world.rewritesDesk(`${deskFile({ coordinators: [] })}# By hand.\n`);
    await world.settles();
    expect((await world.page()).includes("Unexpected empty list of coordinators")).toBe(false);
  });

  it("[GH38, ST17] on the commits of a file with a promise's name: it keeps none while nobody knows when it came, and then it does", async () => {
    world = await openWorld();
    await world.passes("3 hours");
    fails(COMMITS);
    world.github.as("amirmc").push(world.repo, "main", { [PATH]: postText("Irmin") });
    await world.passes("1 hours");
    expect(await world.stage(IRMIN.slug)).toBe("promised");
    await goesOn();
    world.github.trouble.over();
    world.submits("samoht", "another");
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("live");
  });

  it("[GH38, RV12] on who may write: what they say does not count, people read so, and it counts once GitHub says yes", async () => {
    world = await openWorld();
    world.github.collaborator(world.repo, "petra", "write");
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    fails(ACCESS);
    world.reviews("petra", number);
    await world.passes("1 hours");
    expect(failed(ACCESS)).toBeLessThan(12);
    expect(world.notice(number)).toContain(
      "the review by petra does not count, because GitHub did not say whether petra has write access to this repository",
    );
    await goesOn();
    world.github.trouble.over();
    await world.passes("15 minutes");
    expect(world.check(number, "review")?.conclusion).toBe("success");
  });

  it("[GH38, GH33] on a text that the app would have set something in: the approval does not cover what followed, and the rest goes on", async () => {
    const number = await foreseen();
    const old = oidOf(plain("2014-07-30"));
    const second = await approvedAnew(number);
    let times = 0;
    world.github.trouble.failing({
      next: 10_000,
      how: 502,
      when: ({ body }) => JSON.stringify(body ?? "").includes(old) && (times += 1) > 0,
    });
    world.pushes("samoht", number, second.replace("2014-07-30", "2014-07-31").replace("good for", "good for, too"));
    await world.passes("1 hours");
    expect(times).toBeGreaterThan(1);
    expect(world.notice(number)).toContain(`\`${PATH}\` changed after the last review`);
    await goesOn();
  });
});

/** Approved with a day that the app would set, so that it remembers what it would set. */
async function foreseen(): Promise<number> {
  world = await openWorld({ desk: { campaigns: PINNED, ...mends } });
  const number = world.submits("samoht", IRMIN.slug, { text: plain("2014-07-30"), fork: false });
  await world.settles();
  world.reviews("djs55", number);
  await world.settles();
  expect(world.check(number, "review")?.conclusion).toBe("success");
  return number;
}

/** Another text, of which the app sets the same, is pushed and approved. */
async function approvedAnew(number: number): Promise<string> {
  const second = plain("2014-07-30").replace("What it is for", "What it is good for");
  world.pushes("samoht", number, second);
  await world.settles();
  world.reviews("djs55", number);
  await world.settles();
  return second;
}

function oidOf(text: string): string {
  const found = [...world.repo.objects.objects.values()].find((one) => one.kind === "blob" && Buffer.from(one.bytes).toString() === text);
  return found?.sha ?? "";
}

describe("a text that Git has thrown away", () => {
  it("[GH38, GH33] is like no other text, and keeps nothing else back", async () => {
    const number = await foreseen();
    const second = await approvedAnew(number);
    world.repo.objects.objects.delete(oidOf(plain("2014-07-30")));
    world.pushes("samoht", number, second.replace("2014-07-30", "2014-07-31").replace("good for", "good for, too"));
    await world.passes("1 hours");
    expect(world.notice(number)).toContain(`\`${PATH}\` changed after the last review`);
    await goesOn();
    const before = world.github.requests.length;
    await world.restarts();
    await world.settles();
    const asked = world.github.requests.slice(before).map(({ body }) => JSON.stringify(body ?? ""));
    expect(asked.filter((one) => one.includes("query Objects"))).toEqual([]);
  });
});

describe("a limit on such a question", () => {
  it.each([
    ["who may write", ACCESS],
    ["the commits of the desk file", COMMITS],
  ])("[GH38, GH19] is waited for, however often it comes: %s", async (_, which) => {
    world = await openWorld();
    world.github.collaborator(world.repo, "petra", "write");
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    fails(which, 429, 4);
    world.rewritesDesk({ campaigns: [{ ...CAMPAIGN, posts: [IRMIN, TLS] }] });
    world.reviews("petra", number);
    await world.passes("3 minutes");
    expect(failed(which)).toBeGreaterThan(2);
    expect(world.check(number, "review")?.conclusion).toBe("action_required");
    expect(world.notice(number)).not.toContain("GitHub did not say");
    await world.passes("10 minutes");
    expect(failed(which)).toBe(4);
    expect(world.check(number, "review")?.conclusion).toBe("success");
  });
});
