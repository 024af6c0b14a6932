/** What people say to the app in comments, through real webhooks and real comments. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World } from "../world.js";
import { CAMPAIGN, IRMIN } from "../world/desk-file.js";

let world: World;
let number: number;
beforeEach(async () => {
  world = await openWorld({ desk: { campaigns: [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-08T12:00[Europe/London]" }] }] } });
  number = world.submits("samoht", IRMIN.slug);
  await world.settles();
});
afterEach(() => world.closes());

const reactions = (id: number): readonly string[] =>
  world
    .pull(number)
    .conversation.flatMap((turn) => (turn.kind === "commented" && turn.id === id ? turn.reactions.map(({ content }) => content) : []));

describe("a command", () => {
  it("[CM1, EE12] counts at a line's start only: not in code, a quote, a comment that nobody sees, a title or a mail's quoted answer", async () => {
    const silent = [
      "```\n/hold\n```",
      "> /hold",
      "<!--\n/hold\n-->",
      "`/hold`",
      "Please do not say /hold here",
      "On Monday somebody wrote:\n> /hold\n\nThanks.",
    ].map((body) => world.says("samoht", number, body).id);
    await world.settles();
    expect(silent.flatMap(reactions)).toEqual([]);
    expect(await world.stage(IRMIN.slug)).toBe("in review");
    const { id } = world.says("samoht", number, "Wait, please.\r\n/HOLD\u00A0until the numbers are public\r\n");
    await world.settles();
    expect(reactions(id)).toHaveLength(1);
    expect(await world.stage(IRMIN.slug)).toBe("held");
    expect(world.pull(number).labels.map(({ name }) => name)).toContain("do-not-merge/hold");
  });

  it("[ST7, EE12] that holds a post keeps it from its slot, however many restarts; taken back, it goes live", async () => {
    world.reviews("djs55", number);
    world.says("djs55", number, "/hold");
    await world.passes("20 hours");
    await world.restarts();
    await world.passes("10 hours");
    expect(world.pull(number).standing).toBe("open");
    world.says("djs55", number, "/unhold");
    await world.passes("1 hours");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[EE12] that is edited into a comment counts, and is answered", async () => {
    const { id } = world.says("samoht", number, "Looks odd.");
    await world.settles();
    expect(reactions(id)).toEqual([]);
    world.github.as("samoht").editsComment(world.repo, id, "/hold");
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("held");
    expect(reactions(id)).toHaveLength(1);
  });

  it("[CM2, EE12] that the app quotes in its own words is not one: asking for help does not go on for ever", async () => {
    world.says("samoht", number, "/help");
    await world.settles();
    expect(world.said(number)).toHaveLength(1);
    await world.passes("3 hours");
    expect(world.said(number)).toHaveLength(1);
  });

  it("[CM3, EE12] that is mistyped is met with the one that was meant; another bot's with silence", async () => {
    world.says("samoht", number, "/hodl");
    world.says("samoht", number, "/lgtm\n/retest");
    await world.settles();
    expect(world.said(number)).toHaveLength(1);
    expect(world.said(number)[0]).toContain("/hold");
  });

  it("[CM7, EE12] by which a reviewer declines asks somebody else; with nobody left the notice says so", async () => {
    expect(world.pull(number).pull.requested).toEqual(["djs55"]);
    world.says("djs55", number, "/uncc");
    await world.settles();
    const [second] = world.pull(number).pull.requested;
    expect(["avsm", "hannesm"]).toContain(second);
    for (const who of ["avsm", "hannesm"]) world.says(who, number, "/uncc");
    await world.settles();
    expect(world.pull(number).pull.requested).toEqual([]);
    expect(world.notice(number)).toMatch(/coordinator|amirmc|nobody/i);
    world.says("amirmc", number, "/cc @djs55");
    await world.settles();
    expect(world.pull(number).pull.requested).toEqual(["djs55"]);
  });
});

describe("text", () => {
  it("[ST5, EE13] that is pushed a second before the slot is not published unseen", async () => {
    world.reviews("djs55", number);
    await world.settles();
    await world.github.clock.advanceTo("2014-07-08T10:59:59Z");
    world.pushes("samoht", number, "---\ntitle: Something else\n---\n\nUnseen.\n");
    await world.github.clock.advance(2_000);
    expect(world.pull(number).standing).toBe("open");
    await world.passes("1 hours");
    expect(world.pull(number)).toMatchObject({ standing: "open" });
    expect(world.pull(number).pull.requested).toEqual(["djs55"]);
    world.reviews("djs55", number);
    await world.passes("1 days");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[ST5, EE13] that is pushed while the app is merging is not published: the merge names the head that was judged", async () => {
    world.reviews("djs55", number);
    await world.settles();
    let pushed = "";
    world.github.trouble.hook({
      before(_, { method, path }) {
        if (pushed === "" && method === "PUT" && path.endsWith("/merge")) {
          pushed = world.pushes("samoht", number, "---\ntitle: Something else\n---\n\nUnseen.\n");
        }
      },
    });
    await world.passes("2 days");
    expect(pushed).not.toBe("");
    expect(world.pull(number)).toMatchObject({ standing: "open", pull: { head: { sha: pushed } } });
  });
});
