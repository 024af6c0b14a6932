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
