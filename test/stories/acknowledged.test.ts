/** What people say in words around a command, to whom, and when it was not what they thought: through real webhooks and real comments. */
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
const says = async (who: string, body: string) => {
  const { id } = world.says(who, number, body);
  await world.settles();
  return { id, reactions: reactions(id) };
};
const asked = () => world.pull(number).pull.requested;

describe("a command among words", () => {
  it("[CM7] with which a reviewer declines takes that reviewer off, and nobody else", async () => {
    expect(asked()).toEqual(["djs55"]);
    expect((await says("djs55", "/uncc please, I am away this week")).reactions).toEqual(["+1"]);
    expect(asked()).toHaveLength(1);
    expect(asked()).not.toContain("djs55");
  });

  it("[CM27] that names nobody, or a stranger, asks nobody, and says so; the page has no trouble to tell", async () => {
    expect((await says("samoht", "/cc someone who knows storage, please")).reactions).toEqual(["confused"]);
    expect(world.said(number).at(-1)).toContain("write at least one login");
    expect((await says("samoht", "/CC @nobodyhere.")).reactions).toEqual(["confused"]);
    expect(world.said(number).at(-1)).toContain("nobodyhere is not on the desk");
    expect(asked()).toEqual(["djs55"]);
    expect(await world.page()).not.toMatch(/nobodyhere|collaborator/);
    expect(world.github.requests.filter(({ path }) => /nobodyhere|someone|knows/.test(path)).map(({ status }) => status)).toEqual([404]);
    await world.passes("3 hours");
    expect(world.said(number)).toHaveLength(2);
  });
});

describe("other bots' words", () => {
  it("[CM3] that approve are met once with what counts; /decline hands the request on", async () => {
    expect((await says("avsm", "/lgtm")).reactions).toEqual([]);
    expect(world.said(number)).toEqual([]);
    await says("djs55", "LGTM\n\n/lgtm");
    await says("djs55", "/approve");
    expect(world.said(number)).toEqual([expect.stringContaining("press **Approve**")]);
    await world.passes("2 hours");
    expect(await world.stage(IRMIN.slug)).toBe("in review");
    expect((await says("djs55", "/decline I wrote the talk")).reactions).toEqual(["+1"]);
    expect(asked()).not.toContain("djs55");
    expect(asked()).toHaveLength(1);
    world.reviews(asked()[0] ?? "", number);
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("merged");
  });
});

describe("a command that is edited into an older comment", () => {
  it("[CM29] and lets go what a later one holds does nothing, and says so", async () => {
    const { id } = await says("samoht", "Nearly there.");
    await world.passes("1 hours");
    await says("djs55", "/hold until the numbers are public");
    await world.passes("1 hours");
    world.github.as("samoht").editsComment(world.repo, id, "/unhold");
    await world.settles();
    expect(reactions(id)).toEqual(["confused"]);
    expect(world.said(number).at(-1)).toContain("is on hold now, by djs55");
    expect(await world.stage(IRMIN.slug)).toBe("held");
  });
});
