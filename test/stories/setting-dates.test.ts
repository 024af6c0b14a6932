/** What the app sets by itself just before a post goes live: once, upon the text that was approved, through crashes too. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { IRMIN } from "../world/desk-file.js";
import { dated, JEKYLL, mends, PINNED, plain } from "../world/pinned-post.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

const textOf = (path: string): string | null => world.github.file(world.repo, path);

describe("at the slot", () => {
  it("[CS11] the app sets the day in one commit and merges that very head in the same minute: the approval holds, nothing else is changed", async () => {
    await open({ desk: { ...JEKYLL, ...mends } });
    const path = "_posts/2014-07-08-introducing-irmin.md";
    const number = world.submits("samoht", IRMIN.slug, {
      path,
      text: dated("2014-07-08 10:00 +0100", "published: false\r\n"),
      fork: false,
    });
    await world.settles();
    world.reviews("djs55", number);
    await world.settles();
    expect(world.check(number, "schedule")).toMatchObject({
      conclusion: "neutral",
      title: expect.stringContaining("I will correct 3 things"),
    });
    const before = world.pull(number).pull.head.sha;
    await world.github.clock.advanceTo("2014-07-16T10:59:59Z");
    expect(world.pull(number)).toMatchObject({ standing: "open", pull: { head: { sha: before } } });
    await world.passes("1 minutes");
    const { pull, conversation } = world.pull(number);
    expect(pull.merged).not.toBeNull();
    const pushed = conversation.filter((turn) => turn.kind === "committed");
    expect(pushed).toHaveLength(2);
    expect(pushed[1]).toMatchObject({
      message: expect.stringMatching(/^Set the date of introducing-irmin to 2014-07-16, the day of its slot\n/),
    });
    expect(textOf(path)).toBeNull();
    expect(textOf("_posts/2014-07-16-introducing-irmin.md")).toBe(dated("2014-07-16 10:00 +0100", "published: true\r\n"));
    expect(conversation.filter((turn) => turn.kind === "merged")).toHaveLength(1);
  });

  it("[CS12] what is pushed a moment before is never published unseen, with a date or without", async () => {
    await open({ desk: { campaigns: PINNED, ...mends } });
    const number = world.submits("samoht", IRMIN.slug, { text: plain("2014-07-08"), fork: false });
    await world.settles();
    world.reviews("djs55", number);
    await world.github.clock.advanceTo("2014-07-16T10:59:59Z");
    world.pushes("samoht", number, plain("2014-07-08").replace("What it is for.", "Buy my book."));
    await world.passes("2 hours");
    const { pull, conversation } = world.pull(number);
    expect(pull.merged).toBeNull();
    expect(conversation.filter((turn) => turn.kind === "committed" && turn.message.startsWith("Set the date"))).toEqual([]);
    world.reviews("djs55", number);
    await world.passes("4 days");
    // It missed its slot, has had another since, and carries the day of that one.
    const day = world.pull(number).pull.merged?.at.slice(0, 10) ?? "";
    expect(day > "2014-07-16").toBe(true);
    expect(textOf("posts/introducing-irmin.md")).toBe(plain(day).replace("What it is for.", "Buy my book."));
  });

  it("[CS13] a fork's branch is left alone, and its writer reads why", async () => {
    await open({ desk: { ...JEKYLL, ...mends } });
    const path = "_posts/2014-07-30-introducing-irmin.md";
    const number = world.submits("samoht", IRMIN.slug, { path, text: plain("2014-07-30") });
    await world.settles();
    world.reviews("djs55", number);
    await world.passes("8 days");
    expect(world.check(number, "schedule")).toMatchObject({
      conclusion: "failure",
      summary: expect.stringContaining("I have no write access to `samoht/mirage-www`"),
    });
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("open");
    expect(world.notice(number)).toContain("Jekyll would not show it before");
    const files = { [path]: null, "_posts/2014-07-16-introducing-irmin.md": plain("2014-07-16") };
    world.pushes("samoht", number, files);
    world.reviews("djs55", number);
    await world.passes("10 minutes");
    expect(world.pull(number).standing).toBe("merged");
  });

  it.each([
    ["it is written down that it was begun", "after", "begin", 1],
    ["GitHub has it and the ledger does not know", "before", "end", 2],
    ["both know", "after", "end", 2],
  ] as const)("[CS14] a crash when %s neither loses the date nor sets it twice", async (_, when, awaited, commits) => {
    await open({ desk: { campaigns: PINNED, ...mends } });
    const number = world.submits("samoht", IRMIN.slug, { text: plain("2014-07-08"), fork: false });
    await world.settles();
    world.reviews("djs55", number);
    await world.github.clock.advanceTo("2014-07-16T10:59:59Z");
    let calls = 0;
    world.witness({
      [when]: (call: string) => {
        if (call === awaited && ++calls === 1) world.crashes();
      },
    });
    await world.github.clock.advance(1_000);
    const committed = () => world.pull(number).conversation.filter((turn) => turn.kind === "committed");
    expect(committed()).toHaveLength(commits);
    expect(world.pull(number).standing).toBe("open");
    world.witness({});
    await world.starts();
    // The lease of the process that died has to run out first.
    await world.passes("10 minutes");
    expect(world.pull(number).standing).toBe("merged");
    expect(committed()).toHaveLength(2);
    expect(textOf("posts/introducing-irmin.md")).toBe(plain("2014-07-16"));
  });
});
