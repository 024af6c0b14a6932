/** Campaigns toward their deadline on the whole app: too few slots, days that are taken away, and a deadline that moves. */
import { afterEach, describe, expect, it } from "@jest/globals";
import type { JudgedPost } from "../../src/desk/judged.js";
import { openWorld, type World } from "../world.js";
import { CAMPAIGN, deskFile, IRMIN, TLS, type DeskChange } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

const open = async (desk: DeskChange) => (world = await openWorld({ desk }));
const PEOPLE_AWAY = [
  { login: "samoht", name: "Thomas Gazagnaire", beats: ["storage"], away: [{ from: "2014-07-14", to: "2014-07-18" }] },
  { login: "djs55", name: "Dave Scott", beats: ["storage"] },
  { login: "amirmc", name: "Amir Chaudhry", capacity: 0 },
];

async function seen(slug: string): Promise<JudgedPost> {
  const { plan } = await world.view();
  const post = plan.posts.find((one) => one.slug === slug);
  if (!post) throw new Error(`Unexpected lack of ${slug}, expected it in the plan`);
  return post;
}
const slotOf = async (slug: string) => (await seen(slug)).slot?.at;
const late = async () =>
  (await world.view()).plan.posts.filter(({ slot }) => slot?.lateness === "past the deadline").map(({ slug }) => slug);

/** What the board offers where not all can be in time. */
const waysOut = () => [...world.board().body.matchAll(/^> - (.*)$/gm)].map(([, way]) => way);

async function rewrites(change: DeskChange): Promise<void> {
  world.rewritesDesk(change);
  await world.settles();
}

describe("a campaign with fewer slots than posts", () => {
  const named = (slug: string) => ({ slug, title: `About ${slug}`, byline: ["samoht"] });
  const FEW = {
    slots: ["Tue 12:00", "Thu 12:00"],
    lead: { draft: 0, review: 0 },
    campaigns: [
      {
        ...CAMPAIGN,
        starts: "2014-07-07T09:00[Europe/London]",
        deadline: "2014-07-14T09:00[Europe/London]",
        posts: ["one", "two", "three", "four"].map(named),
      },
    ],
  };
  const EXTRA = { extra: ["2014-07-11T12:00[Europe/London]", "2014-07-09T12:00[Europe/London]"] };

  it("[EE20] is warned of where it is proposed, told why, and in time once the way out that was tried is taken", async () => {
    await open({ campaigns: [{ ...CAMPAIGN, posts: [] }] });
    const proposal = { title: "Promise four posts", files: { ".github/presstime.yml": deskFile(FEW) }, fork: false };
    const number = world.submits("amirmc", "desk", proposal);
    await world.settles();
    expect(world.check(number, "config")?.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining("Unexpected 4 posts for 2 free slots"),
    ]);

    await rewrites(FEW);
    expect(await late()).toEqual(["three", "four"]);
    expect((await seen("four")).slot?.why).toContain("after the deadline, because there are only 2 slots before the deadline for 4 posts");
    expect(world.board().body).toContain("2 late");
    expect(world.board().body).toContain("**Not all posts can go live before the deadline.** Only 2 slots are left before the deadline");
    expect(waysOut()).toContainEqual(expect.stringMatching(/^If you add 2 more slots, .*, all posts can go live before the deadline\.$/));
    expect(waysOut()).toContainEqual(expect.stringMatching(/^If you drop `\w+`, 1 post is late instead of 2\.$/));

    world.says("amirmc", world.board().number, "/dry-run /drop four");
    await world.settles();
    expect(await late()).toEqual(["three", "four"]);
    world.says("amirmc", world.board().number, "/drop four");
    await world.settles();
    expect(await late()).toEqual(["three"]);

    await rewrites({ ...FEW, calendar: EXTRA });
    expect(await late()).toEqual([]);
    expect(world.board().body).not.toContain("late");
    expect(world.board().body).not.toContain("Not all posts can go live before the deadline");
    expect((await seen("three")).announced.length).toBeGreaterThan(1);
  });

  it("[EE21] is in time when the deadline moves by a week, and says that its posts were meant to be sooner", async () => {
    await open(FEW);
    expect(await late()).toEqual(["three", "four"]);
    const slots = [await slotOf("three"), await slotOf("four")];
    const week = { ...FEW, campaigns: FEW.campaigns.map((one) => ({ ...one, deadline: "2014-07-21T09:00[Europe/London]" })) };
    await rewrites(week);
    expect(await late()).toEqual([]);
    expect([await slotOf("three"), await slotOf("four")]).toEqual(slots);
    expect(world.board().body).toContain("Mon 21 July 2014, 09:00 (Europe/London)");
    // Back again, and nothing was forgotten.
    await rewrites(FEW);
    expect(await late()).toEqual(["three", "four"]);
    expect((await seen("four")).announced.map(({ slot }) => slot)).toEqual([slots[1]]);
  });
});

describe("a slot", () => {
  const DAILY = { campaigns: [{ ...CAMPAIGN, starts: "2014-07-11T09:00[Europe/London]" }] };

  it("[EE22] whose day becomes a holiday is kept, as people were told, until somebody asks for the next one, which is behind the holiday", async () => {
    await open(DAILY);
    expect(await slotOf(IRMIN.slug)).toBe("2014-07-11T11:00:00Z");
    // Monday 14 July 2014 is Bastille Day.
    await rewrites({
      ...DAILY,
      calendar: { holidays: ["FR"], closed: [{ from: "2014-07-11", to: "2014-07-11", why: "the office moves" }] },
    });
    expect(world.board().body).toContain("No slots on Fri 11 July: the office moves.");
    expect(world.board().body).toMatch(/No slots on Mon 14 July: \S/);
    expect(await slotOf(IRMIN.slug)).toBe("2014-07-11T11:00:00Z");
    await world.passes("10 minutes");
    world.says("samoht", world.board().number, `/slot ${IRMIN.slug} next`);
    await world.settles();
    expect(await slotOf(IRMIN.slug)).toBe("2014-07-15T11:00:00Z");
    expect(world.board().body).toContain("planned Fri 11 July, now Tue 15 July 12:00 (+4 days, moved once)");
  });

  it("[EE23] stays, and the draft is due sooner, when its author will be away", async () => {
    const pinned = { ...IRMIN, slot: "2014-07-18T12:00[Europe/London]" };
    const desk = { lead: { draft: 2, review: 1 }, campaigns: [{ ...CAMPAIGN, posts: [pinned] }] };
    await open(desk);
    const before = (await seen(IRMIN.slug)).slot;
    expect(before).toMatchObject({ at: "2014-07-18T11:00:00Z", draftBy: "2014-07-15T15:00:00Z", reviewBy: "2014-07-17T16:00:00Z" });
    await rewrites({ ...desk, people: PEOPLE_AWAY });
    const after = (await seen(IRMIN.slug)).slot;
    expect(after).toMatchObject({ at: before?.at, draftBy: "2014-07-10T16:00:00Z", reviewBy: before?.reviewBy });
    expect((await seen(IRMIN.slug)).announced).toHaveLength(1);
  });

  it("[EE24] is at noon on the wall before and after the clocks change, and its post goes live then", async () => {
    const autumn = {
      ...CAMPAIGN,
      starts: "2014-10-24T09:00[Europe/London]",
      deadline: "2014-10-31T09:00[Europe/London]",
      posts: [IRMIN, TLS],
    };
    await open({ slots: ["Mon 12:00", "Fri 12:00"], campaigns: [autumn] });
    const [irmin, tls] = [world.submits("samoht", IRMIN.slug), world.submits("hannesm", TLS.slug)];
    await world.settles();
    world.reviews("djs55", irmin);
    world.reviews("avsm", tls);
    await world.settles();
    expect([await slotOf(IRMIN.slug), await slotOf(TLS.slug)]).toEqual(["2014-10-24T11:00:00Z", "2014-10-27T12:00:00Z"]);
    await world.passes("113 days");
    expect([(await seen(IRMIN.slug)).live?.at, (await seen(TLS.slug)).live?.at]).toEqual(["2014-10-24T11:00:00Z", "2014-10-27T12:00:00Z"]);
    expect([world.pull(irmin).standing, world.pull(tls).standing]).toEqual(["merged", "merged"]);
  });

  it("[EE25] without a zone is refused in the desk file, with the line, and nothing changes", async () => {
    await open({});
    const was = await slotOf(IRMIN.slug);
    await rewrites({ campaigns: [{ ...CAMPAIGN, deadline: "2014-07-09T09:00" }] });
    const { deskFindings } = await world.view();
    expect(deskFindings.map(({ message, place }) => [message, place.line > 1])).toEqual([[expect.stringContaining("zone"), true]]);
    expect(await slotOf(IRMIN.slug)).toBe(was);
  });

  it("[EE26] that the plan pins a post to is not kept in front of a post that cannot go so soon, and is kept again when that can", async () => {
    const behind = { ...IRMIN, after: [TLS.slug], slot: "2014-07-09T12:00[Europe/London]" };
    const plan = (first: object) => ({ campaigns: [{ ...CAMPAIGN, posts: [first, behind] }] });
    await open(plan({ ...TLS, not_before: "2014-07-11T00:00[Europe/London]" }));
    expect([await slotOf(TLS.slug), await slotOf(IRMIN.slug)]).toEqual(["2014-07-11T11:00:00Z", "2014-07-14T11:00:00Z"]);
    expect((await seen(IRMIN.slug)).slot?.why).toBe(
      "This is the slot that was announced for the post. Its slot of Wed 9 July 2014, 12:00 (Europe/London) could not be used.",
    );
    await rewrites(plan(TLS));
    expect([await slotOf(TLS.slug), await slotOf(IRMIN.slug)]).toEqual(["2014-07-07T11:00:00Z", "2014-07-09T11:00:00Z"]);
    expect(world.board().body).toContain("planned Mon 14 July, now Wed 9 July 12:00 (−5 days, moved once)");
  });
});
