/**
 * Reads that lag behind writes and webhooks: GitHub answers from replicas, which may not know yet what it has just told.
 * https://github.com/octokit/octokit.js/issues/900, https://github.com/DefinitelyTyped/dt-mergebot/issues/43, https://github.com/probot/stale/issues/83
 */
import { afterEach, describe, expect, it } from "@jest/globals";
import { APP, openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, IRMIN, TLS } from "../world/desk-file.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

const SLOT = "2014-07-07T12:00[Europe/London]";
const DUE = { campaigns: [{ ...CAMPAIGN, posts: [{ ...TLS, slot: SLOT }, IRMIN] }] };

describe("reads that lag", () => {
  it("[EE200] by 400 ms leave one board and one notice, however often the desk is woken meanwhile", async () => {
    await open({ start: false });
    world.github.trouble.lagging(400);
    await world.starts();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    for (const words of ["One.", "Two.", "Three."]) {
      world.says("samoht", number, words);
      await world.settles();
    }
    await world.passes("2 minutes");
    expect(world.board().title).toContain("OSCON 2014");
    expect(world.notice(number)).toContain("In review");
    expect(world.pull(number).pull.requested).toHaveLength(1);
  });

  it("[EE201] behind a delivery keep its news waiting for seconds, and not until the next sweep", async () => {
    await open({ desk: DUE });
    world.github.trouble.lagging(10_000);
    const number = world.submits("samoht", IRMIN.slug);
    await world.passes("20 seconds");
    expect(world.notice(number)).toContain("In review");
    await world.passes("2 minutes");
    world.says("samoht", number, "/status");
    await world.passes("15 seconds");
    expect(world.said(number).join("\n")).toContain("is **in review**");
    await world.passes("2 minutes");
    expect(world.said(number)).toHaveLength(1);
  });

  /** An approved post three seconds before its slot, reads ten seconds behind. */
  async function nearlyDue(): Promise<number> {
    await open({ desk: DUE });
    const number = world.submits("hannesm", TLS.slug);
    world.reviews("avsm", number);
    await world.passes("1 hours");
    world.github.trouble.lagging(10_000);
    await world.github.clock.advanceTo("2014-07-07T10:59:57Z");
    return number;
  }

  it.each([
    ["on the pull request", (number: number) => world.says("avsm", number, "/hold Not yet."), (number: number) => number],
    ["on the board", () => world.says("avsm", world.board().number, `/hold ${TLS.slug}`), () => world.board().number],
  ])(
    "[EE202] by ten seconds do not publish over a /hold that was said %s three seconds before the slot, and it is answered",
    async (_, holds) => {
      const number = await nearlyDue();
      const comment = holds(number);
      await world.passes("10 minutes");
      expect(world.pull(number).pull.merged).toBeNull();
      expect(await world.stage(TLS.slug)).toBe("held");
      expect(comment.reactions.map(({ content }) => content)).toEqual(["+1"]);
    },
  );

  it("[EE202] do not publish a head that a delivery has replaced, and the new one is looked at", async () => {
    const number = await nearlyDue();
    world.pushes("hannesm", number, "---\ntitle: Other words\n---\n\nOther words.\n");
    const { calls } = world.github.spent;
    await world.passes("1 minutes");
    expect(world.pull(number).pull.merged).toBeNull();
    expect(world.github.requests.slice(calls).filter(({ path }) => path.endsWith("/merge"))).toEqual([]);
    expect(world.notice(number)).toContain("another review by avsm");
  });
});

describe("what there is twice", () => {
  it("[EE203] is found: of two notices, two answers and two boards one each is left", async () => {
    await open();
    const number = world.submits("samoht", IRMIN.slug);
    world.says("samoht", number, "/status");
    await world.settles();
    const bot = world.github.as(APP);
    for (const turn of world.github.pullRequest(world.repo, number).conversation)
      if (turn.kind === "commented" && turn.by === APP) bot.comments(world.repo, number, turn.body);
    const board = world.board();
    const { number: other } = bot.opensIssue(world.repo, { title: board.title, body: board.body });
    bot.labels(world.repo, other, ["presstime/board"]);
    world.says("djs55", number, "Good.");
    await world.passes("2 minutes");
    expect(world.notice(number)).toContain("In review");
    expect(world.said(number)).toHaveLength(1);
    const boards = world.github.threads(world.repo).filter((thread) => !thread.pull && thread.standing === "open");
    expect(boards.map((thread) => thread.number)).toEqual([board.number]);
    expect(world.github.issue(world.repo, other).body).toContain(`It keeps #${board.number} up to date`);
    world.says("djs55", other, "Two of them?");
    const before = world.github.fingerprint(world.repo);
    await world.passes("20 minutes");
    expect(world.github.fingerprint(world.repo)).toBe(before);
  });
});
