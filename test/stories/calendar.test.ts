/** The desk's calendar on the real app: posts whose campaign is gone, and pull requests that bring several posts. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World } from "../world.js";
import { CAMPAIGN, IRMIN, postText, TLS } from "../world/desk-file.js";
import { PINNED } from "../world/pinned-post.js";

let world: World;
afterEach(() => world.closes());

const endedAt = (number: number) => world.pull(number).pull.merged?.at ?? null;
const posts = (...slugs: readonly string[]) => Object.fromEntries(slugs.map((slug) => [`posts/${slug}.md`, postText(`About ${slug}`)]));

describe("a post without a campaign", () => {
  it("[SC37] that was pinned is merged at that slot, though its campaign is deleted from the desk before", async () => {
    world = await openWorld({ desk: { campaigns: PINNED } });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("djs55", number);
    await world.settles();
    world.rewritesDesk({ campaigns: [] });
    await world.passes("8 days");
    expect(endedAt(number)).toBeNull();
    expect(world.notice(number)).toContain("Planned for **Wed 16 July 2014, 12:00 (Europe/London)**");
    await world.passes("2 days");
    expect(endedAt(number)).toBe("2014-07-16T11:00:00Z");
  });

  it("[SC34] that is dated is merged on its date, and one whose date is on no calendar not at all", async () => {
    world = await openWorld({ desk: { campaigns: [] } });
    const dated = (date: string) => postText("About it").replace("\n---", `\ndate: ${date}\n---`);
    const [first, second] = [
      world.submits("samoht", "one", { text: dated("2014-07-10") }),
      world.submits("samoht", "two", { text: dated("9999-12-31") }),
    ];
    await world.settles();
    for (const number of [first, second]) world.reviews("djs55", number);
    await world.passes("2 days");
    expect([first, second].map(endedAt)).toEqual([null, null]);
    await world.passes("9 days");
    expect([first, second].map(endedAt)).toEqual(["2014-07-10T11:00:00Z", null]);
  });
});

describe("several posts in one pull request", () => {
  it.each([true, false])(
    "[PB17] are asked to be reviewed once, wait for the one that is held, and go together (at_slot: %s)",
    async (at_slot) => {
      world = await openWorld({ desk: { merge: { at_slot }, campaigns: [{ ...CAMPAIGN, posts: [IRMIN, TLS] }] }, files: posts("old") });
      const files = { ...posts(IRMIN.slug, TLS.slug), "posts/old.md": postText("About old", { body: "Other words.\n" }) };
      const number = world.submits("samoht", IRMIN.slug, { files });
      await world.settles();
      expect(world.pull(number).pull.requested).toHaveLength(1);
      world.reviews("djs55", number);
      world.says("amirmc", number, `/hold ${TLS.slug} not yet`);
      await world.passes("9 days");
      expect(endedAt(number)).toBeNull();
      expect(world.notice(number)).toContain(
        `#${number} also adds \`${TLS.slug}\`, which amirmc put on hold: remove \`${TLS.slug}\` from this pull request`,
      );
      expect(world.notice(number)).not.toContain("It is ready, and nobody has to do anything");
      expect(world.said(number).join()).not.toContain("it can go live now");
      world.says("amirmc", number, `/unhold ${TLS.slug}`);
      await world.passes("1 days");
      expect(at_slot ? endedAt(number) !== null : world.said(number).join().includes("it can go live now")).toBe(true);
    },
  );
});
