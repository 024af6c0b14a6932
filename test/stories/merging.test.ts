/** The ways in which GitHub will not merge, each with what becomes of it: nothing is called refused that passes in seconds or that the app can see to. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { between, type Instant } from "../../src/desk/time/zone.js";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, IRMIN, postText, TLS } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

const SLOT = "2014-07-08T11:00:00Z" as Instant;
const SOON = { ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-08T12:00[Europe/London]" }] };

/** Approved, a day before its slot. */
async function approved(options: WorldOptions = {}, submitted: Parameters<World["submits"]>[2] = {}): Promise<number> {
  world = await openWorld({ desk: { campaigns: [SOON] }, ...options });
  const number = world.submits("samoht", IRMIN.slug, submitted);
  await world.settles();
  world.reviews("djs55", number);
  await world.settles();
  return number;
}

const lateness = (number: number) => between(SLOT, (world.pull(number).pull.merged?.at ?? "2099-01-01T00:00:00Z") as Instant) / 1_000;

describe("a merge that GitHub will not have", () => {
  it("[PB400] while it works out whether it would is tried again in seconds, and nobody is told", async () => {
    const number = await approved();
    await world.github.clock.advanceTo("2014-07-08T10:59:00Z");
    world.github.trouble.unknownMergeability(number, 7);
    await world.passes("5 minutes");
    expect(lateness(number)).toBeLessThan(20);
    expect(world.said(number)).toEqual([]);
  });

  it.each([
    ["a check that is not required", "other", true],
    ["a required check, though GitHub would have it of this app", "build", false],
  ])("[PB5] [PB800] because of %s goes by the check, and not by what GitHub tells this app", async (_, name, goes) => {
    const number = await approved({ desk: { campaigns: [SOON], merge: { at_slot: true, checks: "required" } } });
    world.github.protect(world.repo, "main", { checks: ["build"] });
    const { sha } = world.pull(number).pull.head;
    world.github.reports(world.repo, sha, "ci", { name: "build", conclusion: goes ? "success" : "failure" });
    world.github.reports(world.repo, sha, "ci", { name, conclusion: "failure" });
    world.github.trouble.tellsTheViewer(goes ? "blocked" : "clean");
    await world.passes("28 hours");
    expect(world.pull(number).standing).toBe(goes ? "merged" : "open");
    expect(world.said(number).filter((body) => body.includes("other checks fail")).length > 0).toBe(!goes);
    expect(world.said(number).join()).not.toContain("GitHub refused");
  });

  it("[PB401] because it changes workflows is proposed to the coordinator, with the permission that is missing", async () => {
    const files = { "posts/introducing-irmin.md": postText("Introducing Irmin"), ".github/workflows/site.yml": "on: push\n" };
    const number = await approved({}, { files });
    await world.passes("28 hours");
    expect(world.pull(number).standing).toBe("open");
    expect(world.said(number).join()).toMatch(/does not have the permission .{0,2}workflows: write/);
    expect(world.said(number).join()).not.toContain("contents: write");
  });

  it("[PB402] because a merge queue is to do it is added to the queue, once and without alarm, and is live when the queue has merged it", async () => {
    const number = await approved();
    world.github.protect(world.repo, "main", { queue: true });
    await world.passes("20 hours");
    expect(world.notice(number)).toMatch(/.main. has a merge queue: at its slot I add this pull request to the queue/);
    await world.passes("8 hours");
    expect(world.github.requests.filter(({ path }) => path.endsWith("/merge"))).toEqual([]);
    expect(world.repo.queue.map(({ number: queued }) => queued)).toEqual([number]);
    expect(world.notice(number)).toMatch(/in the merge queue/);
    expect(world.said(number)).toEqual([]);
    expect(await world.page()).not.toContain("GitHub refuses");
    world.github.queueMerges(world.repo);
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("live");
  });

  it("[PB402] through a queue that it may not add to is told once, with what to do", async () => {
    const number = await approved();
    world.github.protect(world.repo, "main", { queue: true });
    const enqueues = (body: unknown) => JSON.stringify(body ?? "").includes("enqueuePullRequest");
    world.github.trouble.failing({ next: 1_000, how: 403, when: ({ body }) => enqueues(body) });
    await world.passes("28 hours");
    expect(world.said(number).filter((body) => body.includes("Merge when ready"))).toHaveLength(1);
    const tries = () => world.github.requests.filter(({ body }) => enqueues(body)).length;
    expect(tries()).toBeLessThanOrEqual(5);
    await world.passes("12 hours");
    expect(tries()).toBeLessThanOrEqual(5 + 12);
    world.github.trouble.over();
    await world.passes("1 hours");
    expect(world.repo.queue.map(({ number: queued }) => queued)).toEqual([number]);
  });

  it("[PB403] because conversations are to be closed goes when the app has closed those of its own", async () => {
    const text = "---\ntitle: Introducing Irmin\ndate: 2014-07-01\n---\n\nWhat it is, and what it is for.\n";
    const number = await approved({}, { text });
    world.github.protect(world.repo, "main", { conversations: true });
    expect(world.pull(number).conversation.filter((turn) => turn.kind === "reviewed" && turn.by === "presstime[bot]")).not.toEqual([]);
    await world.passes("30 hours");
    expect(world.pull(number).standing).toBe("merged");
  });
});

describe("a check that ends two seconds before the slot, which reads do not show for ten", () => {
  const endings = [
    ["a check run that passes", "run", "failure", "success"],
    ["a check run that fails", "run", "success", "failure"],
    ["a commit status that passes", "status", "pending", "success"],
    ["a commit status that fails", "status", "success", "failure"],
  ] as const;
  it.each(endings)("[GH801] %s counts as its delivery tells", async (_, kind, before, after) => {
    const number = await approved();
    const { sha } = world.pull(number).pull.head;
    const ends = (how: typeof before | typeof after) => {
      if (kind === "status") world.github.setsStatus(world.repo, sha, "build", how);
      else if (how !== "pending") world.github.reports(world.repo, sha, "ci", { name: "build", conclusion: how });
    };
    ends(before);
    await world.github.clock.advanceTo("2014-07-08T10:59:58Z");
    world.github.trouble.lagging(10_000);
    ends(after);
    await world.passes("4 seconds");
    expect(world.pull(number).standing).toBe(after === "success" ? "merged" : "open");
    world.github.trouble.over();
    await world.passes("1 hour");
    expect(world.pull(number).standing).toBe(after === "success" ? "merged" : "open");
  });
});

describe("a branch that must be up to date", () => {
  const TWO = {
    campaigns: [{ ...CAMPAIGN, posts: [SOON.posts[0], { ...TLS, slot: "2014-07-10T12:00[Europe/London]" }] }],
  };
  const STRICT = { approvals: 1, strict: true, dismissStale: true, checks: ["presstime/lint"] };

  async function two(fork: boolean, desk: object = TWO, ruleset = false, how?: () => void): Promise<readonly [number, number]> {
    world = await openWorld({ desk: { ...desk } });
    const first = world.submits("samoht", IRMIN.slug, { fork });
    const second = world.submits("hannesm", TLS.slug, { fork });
    await world.settles();
    world.github.protect(world.repo, "main", { ...STRICT, ruleset });
    how?.();
    world.reviews("djs55", first);
    world.reviews("avsm", second);
    await world.settles();
    return [first, second];
  }

  it("[PB404] is updated on the eve of its slot, which the notice says, and goes live at it with the review that it had", async () => {
    const [, second] = await two(false);
    await world.passes("36 hours");
    expect(world.notice(second)).toMatch(/is behind .main.*I update it on the day before its slot/);
    await world.passes("12 hours");
    expect(world.notice(second)).toMatch(/I updated the branch of this pull request from .main. on/);
    expect(world.notice(second)).toContain("**Approved**");
    await world.passes("30 hours");
    expect(world.pull(second).standing).toBe("merged");
    expect(world.pull(second).pull.merged?.at.slice(0, 16)).toBe("2014-07-10T11:00");
    expect(world.pull(second).conversation.filter((turn) => turn.kind === "reviewed" && turn.by === "avsm")).toHaveLength(1);
  });

  it("[PB404] because a post of the same day went before it is updated at once, and goes live in its minute", async () => {
    const at = (time: string) => `2014-07-08T${time}[Europe/London]`;
    const posts = [
      { ...IRMIN, slot: at("12:00") },
      { ...TLS, slot: at("12:30") },
    ];
    const [first, second] = await two(false, { campaigns: [{ ...CAMPAIGN, posts }] });
    world.github.as("amirmc").push(world.repo, "main", { "README.md": "# Changed\n" });
    await world.passes("30 hours");
    expect(world.pull(first).pull.merged?.at.slice(0, 16)).toBe("2014-07-08T11:00");
    expect(world.pull(second).pull.merged?.at.slice(0, 16)).toBe("2014-07-08T11:30");
    expect(world.said(second)).toEqual([]);
  });

  it("[PB801] by a ruleset is updated on the eve though GitHub only calls it blocked, and the rules are read once a day", async () => {
    const [, second] = await two(false, TWO, true);
    world.github.trouble.tellsTheViewer("blocked");
    await world.passes("45 hours");
    expect(world.notice(second)).toMatch(/I updated the branch of this pull request from .main. on/);
    await world.passes("32 hours");
    expect(world.pull(second).pull.merged?.at.slice(0, 16)).toBe("2014-07-10T11:00");
    expect(world.said(second)).toEqual([]);
    const asked = (word: string) => world.github.requests.filter(({ path }) => path.includes(word)).length;
    expect(asked("/rules/branches/")).toBeLessThanOrEqual(4);
    expect(asked("/compare/")).toBeLessThanOrEqual(12);
  });

  it("[PB801] by classic protection, which tells the app nothing, is updated once GitHub refuses the merge for that, and goes live", async () => {
    const [, second] = await two(false);
    world.github.trouble.tellsTheViewer("blocked");
    await world.passes("78 hours");
    expect(world.pull(second).standing).toBe("merged");
    expect(lateness(second) - 2 * 86_400).toBeLessThan(600);
  });

  it("[PB801] in a fork says so before any other post has gone live", async () => {
    const [first] = await two(true, TWO, true);
    expect(world.notice(first)).toMatch(/I cannot write to a fork. When another post goes live.*please press “Update branch”/);
  });

  it("[PB801] is known within the hour where GitHub did not tell its rules at first: not known is not none", async () => {
    const [first] = await two(true, TWO, true, () => {
      world.github.trouble.failing({ next: 1, how: 404, when: ({ path }) => path.includes("/rules/branches/") });
    });
    expect(world.notice(first)).not.toContain("cannot write to a fork");
    await world.passes("1 hours");
    world.says("amirmc", first, "Is it ready?");
    await world.settles();
    expect(world.notice(first)).toMatch(/I cannot write to a fork. When another post goes live/);
  });

  it("[PB404] in a fork is asked for in the notice", async () => {
    const [, second] = await two(true);
    await world.passes("48 hours");
    expect(world.notice(second)).toMatch(/is behind .main.*cannot write to a fork: please press “Update branch”/);
  });
});
