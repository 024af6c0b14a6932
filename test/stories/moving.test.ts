/** What people change of the plan in comments, through real webhooks, a real ledger and real comments. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World } from "../world.js";
import { CAMPAIGN, IRMIN, TLS } from "../world/desk-file.js";

let world: World;
const CTYPES = { slug: "modular-foreign-functions", title: "Modular foreign function bindings", byline: ["avsm"] };
beforeEach(async () => {
  world = await openWorld({ desk: { campaigns: [{ ...CAMPAIGN, posts: [IRMIN, TLS, CTYPES] }] } });
});
afterEach(() => world.closes());

const board = () => world.board().number;
const seen = async (slug: string) => (await world.view()).plan.posts.find((post) => post.slug === slug);
const slotOf = async (slug: string) => (await seen(slug))?.slot?.at;
const slugs = async () => (await world.view()).plan.posts.map(({ slug }) => slug);
const thread = (number: number) => world.github.threads(world.repo).find((one) => one.number === number);
/** Says it a while after what people were told, and gives the app's last words there. */
async function says(who: string, number: number, body: string): Promise<string> {
  await world.passes("10 minutes");
  world.says(who, number, body);
  await world.settles();
  return world.said(number).at(-1) ?? "";
}

describe("a promise", () => {
  it("[CM18] that is split becomes two, and a pull request brings the second", async () => {
    expect(await says("samoht", board(), `/split ${IRMIN.slug} irmin-in-xenstore "Irmin in Xenstore"`)).toContain("is now in the plan");
    expect(await slugs()).toEqual([IRMIN.slug, "irmin-in-xenstore", TLS.slug, CTYPES.slug]);
    const number = world.submits("djs55", "irmin-in-xenstore");
    await world.settles();
    expect(await seen("irmin-in-xenstore")).toMatchObject({ promised: true, leading: number, byline: ["samoht"] });
    expect(world.board().body).toContain("irmin-in-xenstore");
    await world.restarts();
    await world.passes("1 hours");
    expect(await slugs()).toContain("irmin-in-xenstore");
  });

  it("[CM19] that another post fulfils is one post with it: both pull requests, and no move for it", async () => {
    const first = (await seen(CTYPES.slug))?.announced[0]?.slot;
    const [one, two] = [world.submits("hannesm", TLS.slug), world.submits("avsm", CTYPES.slug)];
    await world.settles();
    expect(await says("avsm", two, `/merge-into ${TLS.slug}`)).toContain("Only these people can use");
    expect(await says("amirmc", two, `/merge-into ${TLS.slug}`)).toContain("is now part of");
    const both = await seen(TLS.slug);
    expect(both).toMatchObject({ submissions: [one, two], byline: ["hannesm", "avsm"] });
    expect(both?.joined?.flatMap(({ announced }) => announced.map(({ slot }) => slot))).toContain(first);
    expect(both?.announced.map(({ slot }) => slot)).not.toContain(first);
    expect(await slugs()).toEqual([IRMIN.slug, TLS.slug]);
    expect(world.notice(two)).toContain(`Presstime uses #${one} for this post`);
  });

  it("[CM20, CM22] that is renamed keeps its pull request, and has its old slug again when that is undone", async () => {
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    const announced = (await seen(IRMIN.slug))?.announced;
    await says("samoht", number, "/rename irmin-explained");
    expect(await seen("irmin-explained")).toMatchObject({ leading: number, announced });
    expect(await says("samoht", number, "/undo")).toContain("`/rename irmin-explained`, which samoht wrote");
    expect(await seen(IRMIN.slug)).toMatchObject({ leading: number, announced });
    expect(await slugs()).not.toContain("irmin-explained");
  });

  it("[CM22, ST7] that is dropped keeps its row, and an /undo brings it back", async () => {
    await says("amirmc", board(), `/drop ${CTYPES.slug} no time before the conference`);
    expect(await world.stage(CTYPES.slug)).toBe("dropped");
    expect(world.board().body).toContain("no time before the conference");
    await says("amirmc", board(), `/undo ${CTYPES.slug}`);
    expect(await world.stage(CTYPES.slug)).toBe("promised");
  });

  it("[CM4, CM25] is nobody's to move who only opened a pull request for it", async () => {
    world.github.as("mallory");
    const number = world.submits("mallory", IRMIN.slug);
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("promised");
    expect(await says("mallory", number, `/post ${IRMIN.slug}`)).toContain("Only these people can use");
    await says("samoht", number, `/post ${IRMIN.slug}`);
    const was = await slotOf(IRMIN.slug);
    expect(await says("mallory", number, "/drop\n/slot 2014-07-18T13:00")).toContain("Only these people can use");
    expect(await world.stage(IRMIN.slug)).toBe("in review");
    expect(await slotOf(IRMIN.slug)).toBe(was);
  });
});

describe("a slot", () => {
  it("[CM12, CM11] without a zone is the desk's, told back to everybody; next Friday is asked back", async () => {
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    expect(await says("samoht", number, "/slot next friday")).toContain(
      "Which day do you mean: Fri 11 July (`/slot introducing-irmin 2014-07-11`)",
    );
    const reply = await says("samoht", number, "/slot Fri 18 July 13:00");
    expect(reply).toContain("**Fri 18 July 2014, 13:00 (Europe/London)** – 14:00 in Europe/Paris");
    expect(await seen(IRMIN.slug)).toMatchObject({ slot: { at: "2014-07-18T12:00:00Z", by: "samoht" } });
    expect((await seen(IRMIN.slug))?.announced.at(-1)).toMatchObject({ by: "samoht" });
    await world.restarts();
    await world.passes("5 hours");
    expect(world.said(number).at(-1)).toBe(reply);
  });

  it("[CM14] is a later one after /slot next, and the same through restarts and another /slot next of somebody else", async () => {
    const was = (await slotOf(IRMIN.slug)) ?? "";
    await says("samoht", board(), `/slot ${IRMIN.slug} next`);
    const now = (await slotOf(IRMIN.slug)) ?? "";
    expect(now > was).toBe(true);
    await world.restarts();
    await says("hannesm", board(), `/slot ${TLS.slug} next`);
    await world.passes("3 hours");
    expect(await slotOf(IRMIN.slug)).toBe(now);
  });

  it("[CM15] is the other's after a swap", async () => {
    const [irmin, tls] = [await slotOf(IRMIN.slug), await slotOf(TLS.slug)];
    await says("amirmc", board(), `/slot ${IRMIN.slug} swap ${TLS.slug}`);
    expect([await slotOf(IRMIN.slug), await slotOf(TLS.slug)]).toEqual([tls, irmin]);
    await world.passes("2 hours");
    expect([await slotOf(IRMIN.slug), await slotOf(TLS.slug)]).toEqual([tls, irmin]);
  });

  it("[CM23] is only talked about in a dry run: nothing changes on GitHub but the answer", async () => {
    const number = world.submits("samoht", IRMIN.slug);
    await world.passes("10 minutes");
    const picture = () => ({
      board: world.board().body,
      notice: world.notice(number),
      labels: world.pull(number).labels,
      requested: world.pull(number).pull.requested,
      threads: world.github.threads(world.repo).length,
    });
    const before = { ...picture(), slot: await slotOf(IRMIN.slug) };
    const turns = thread(number)?.conversation.length ?? 0;
    expect(await says("samoht", number, "/dry-run /slot 2014-07-24T13:00")).toContain("after the deadline");
    expect({ ...picture(), slot: await slotOf(IRMIN.slug) }).toEqual(before);
    expect(thread(number)?.conversation).toHaveLength(turns + 2);
  });
});

describe("pull requests and promises", () => {
  it("[ST10] two for one post: the first that is ready leads, and the other is said to follow", async () => {
    const draft = world.submits("samoht", IRMIN.slug, { draft: true });
    const ready = world.submits("djs55", IRMIN.slug);
    await world.settles();
    expect(await seen(IRMIN.slug)).toMatchObject({ submissions: [draft, ready], leading: ready });
    expect(world.notice(draft)).toContain(`Presstime uses #${ready} for this post`);
  });

  it("[ST4, CM4] one for two posts goes live when both are due, and a command there says which post it means", async () => {
    const text = (title: string) => `---\ntitle: ${title}\n---\n\nWhat it is.\n`;
    const number = world.submits("samoht", "both", {
      files: { [`posts/${IRMIN.slug}.md`]: text("Irmin"), [`posts/${TLS.slug}.md`]: text("TLS") },
    });
    await world.settles();
    expect(await says("amirmc", number, "/slot 2014-07-10T13:00")).toContain(`one of \`${IRMIN.slug}\` or \`${TLS.slug}\``);
    await says("amirmc", number, `/slot ${IRMIN.slug} 2014-07-10T13:00`);
    await says("amirmc", number, `/slot ${TLS.slug} 2014-07-11T13:00`);
    world.reviews("djs55", number);
    await world.passes("3 days");
    expect(world.pull(number).standing).toBe("open");
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("merged");
    expect([await world.stage(IRMIN.slug), await world.stage(TLS.slug)]).toEqual(["live", "live"]);
  });

  it("[ST9] one that replaces another is the same post, with its slot, its hold and its slips", async () => {
    const first = world.submits("samoht", IRMIN.slug);
    await world.settles();
    await says("samoht", first, "/slot 2014-07-18T13:00\n/hold until the numbers are public");
    world.github.as("samoht").closes(world.repo, first);
    const second = world.submits("amirmc", "irmin-again", { path: `posts/2014-07-18-${IRMIN.slug}.md` });
    await world.settles();
    expect(await seen(IRMIN.slug)).toMatchObject({ leading: second, stage: "held", slot: { at: "2014-07-18T12:00:00Z", by: "samoht" } });
    expect(world.notice(second)).toContain("until the numbers are public");
  });
});
