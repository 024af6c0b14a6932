/** What GitHub's news and its hourly points cost, on the whole app: https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World } from "../world.js";
import { CAMPAIGN, IRMIN } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

const CAMPAIGNS = [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-08T12:00[Europe/London]" }] }];

const looks = () =>
  world.github.requests.filter(({ path, body }) => path === "/graphql" && JSON.stringify(body).includes("query Look(")).length;

/** How many looks there are while so many statuses are set, one each second. */
async function looksFor(sha: string, statuses: number): Promise<number> {
  const before = looks();
  for (let n = 0; n < statuses; n += 1) {
    world.github.setsStatus(world.repo, sha, `part ${n}`, "success");
    await world.passes("1 seconds");
  }
  return looks() - before;
}

describe("checks and statuses", () => {
  it("[WK301] sixty in a minute are at most one look a minute, and the last of them is seen", async () => {
    world = await openWorld({ desk: { campaigns: CAMPAIGNS } });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    const { sha } = world.pull(number).pull.head;
    expect(await looksFor(sha, 60)).toBeLessThanOrEqual(1);
    world.reviews("djs55", number);
    await world.settles();
    world.github.setsStatus(world.repo, sha, "build", "failure");
    await world.passes("1 minutes");
    expect(world.pull(number).labels.map(({ name }) => name)).toContain("waiting-on/author");
  });

  it("[WK301] on what brings no post, and on other commits, are no look at all", async () => {
    world = await openWorld({ desk: { campaigns: CAMPAIGNS } });
    const number = world.submits("avsm", "code", { path: "src/code.ml", text: "let x = 1" });
    await world.settles();
    expect(await looksFor(world.pull(number).pull.head.sha, 20)).toBe(0);
    expect(await looksFor(world.repo.branches.get("main") ?? "", 20)).toBe(0);
  });

  it("[WK301] on a head that a delivery has just told of are not missed, though the look that would know it has not ended", async () => {
    world = await openWorld({ desk: { campaigns: CAMPAIGNS } });
    const stall = world.github.trouble.stall(({ path }) => path === "/graphql");
    const number = world.submits("samoht", IRMIN.slug);
    await stall.reached;
    world.github.setsStatus(world.repo, world.pull(number).pull.head.sha, "build", "success");
    await world.github.delivered();
    const before = looks();
    stall.release();
    await world.passes("1 minutes");
    expect(looks() - before).toBeGreaterThan(1);
  });

  it("[WK301] within the hour of a slot are looked at as they come", async () => {
    world = await openWorld({ desk: { campaigns: CAMPAIGNS } });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("djs55", number);
    await world.settles();
    const { sha } = world.pull(number).pull.head;
    world.github.setsStatus(world.repo, sha, "build", "pending");
    await world.github.clock.advanceTo("2014-07-08T11:00:30Z");
    expect(world.pull(number).standing).toBe("open");
    world.github.setsStatus(world.repo, sha, "build", "success");
    await world.settles();
    expect(world.pull(number).pull.merged?.at).toBe("2014-07-08T11:00:30Z");
  });
});

const spentOn = async (doing: () => Promise<unknown>) => {
  const { calls, points } = world.github.spent;
  await doing();
  return { calls: world.github.spent.calls - calls, points: world.github.spent.points - points };
};

describe("repositories without a desk", () => {
  it("[WK302] are asked a hundred at a time whether they have one, and what happens there costs nothing", async () => {
    world = await openWorld({ sweepEvery: 15 * 60_000 });
    const others = Array.from({ length: 150 }, (_, n) => world.github.createRepository({ owner: "ocaml", name: `lib-${n}` }));
    await world.passes("1 hours");
    const before = looks();
    // Four sweeps: a look at the one desk, and a request for each hundred of the others, of two owners.
    expect((await spentOn(() => world.passes("1 hours"))).points).toBeLessThanOrEqual(4 * (2 + 1 + 2));
    expect(looks() - before).toBe(4);
    const [other] = others;
    if (!other) throw new Error("Unexpected lack of a repository, expected some");
    const issue = world.github.as("avsm").opensIssue(other, { title: "A bug" });
    await world.settles();
    const talk = await spentOn(async () => {
      for (let n = 0; n < 30; n += 1) world.github.as("avsm").comments(other, issue.number, `Me too, ${n}`);
      world.github.setsStatus(other, other.branches.get("main") ?? "", "build", "success");
      await world.settles();
    });
    expect(talk).toEqual({ calls: 0, points: 0 });
  });

  it("[WK302] are looked at once their desk is pushed, also when nobody heard of that", async () => {
    world = await openWorld({ desk: null, sweepEvery: 15 * 60_000 });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.github.webhooks.drop(({ name }) => name === "push");
    world.rewritesDesk({ campaigns: CAMPAIGNS });
    await world.settles();
    expect(world.said(number)).toEqual([]);
    await world.passes("15 minutes");
    expect(world.notice(number)).toContain("In review");
  });
});

describe("when little of the hour's points is left", () => {
  it("[WK303] what goes live within the hour has the rest, and all else waits until the hour is over", async () => {
    world = await openWorld({ desk: { campaigns: CAMPAIGNS } });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("djs55", number);
    await world.github.clock.advanceTo("2014-07-08T09:30:00Z");
    world.says("avsm", number, "/status");
    await world.settles();
    const answers = world.said(number).length;
    world.github.trouble.leaves("graphql", 450);
    world.says("avsm", number, "Nice");
    await world.settles();
    expect(
      (
        await spentOn(async () => {
          for (let n = 0; n < 10; n += 1) world.says("avsm", number, "/status");
          await world.settles();
        })
      ).points,
    ).toBe(0);
    const told =
      /does not look at mirage\/mirage-www until Tue 8 July 2014, 10:\d\d \(UTC\).*the last 500 are for posts that go live within the hour/;
    expect(await world.page()).toMatch(told);
    expect(await world.page("/readyz?verbose")).toMatch(told);
    await world.github.clock.advanceTo("2014-07-08T11:00:00Z");
    expect(world.pull(number).pull.merged?.at).toBe("2014-07-08T11:00:00Z");
    expect(world.said(number).length).toBeGreaterThan(answers);
    expect(await world.page()).not.toMatch(told);
    expect(await world.page("/readyz?verbose")).toBe("ready\n");
  });
});
