/** People who are not there, on the whole app: on leave, gone from the desk, never named; and who hears of it instead. */
import { afterEach, describe, expect, it } from "@jest/globals";
import type { JudgedPost } from "../../src/desk/judged.js";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, IRMIN, postText, type DeskChange } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

const open = async (desk: DeskChange, options: WorldOptions = {}) => (world = await openWorld({ desk, ...options }));

/** Monday 7 July 2014, nine in London. */
const LEAVE = { away: [{ from: "2014-07-08", to: "2014-07-20" }] };

interface Who {
  readonly login: string;
  readonly [key: string]: unknown;
}

const SAMOHT: Who = { login: "samoht", name: "Thomas Gazagnaire", beats: ["storage"] };
const DJS55: Who = { login: "djs55", name: "Dave Scott", beats: ["storage"] };
const AVSM: Who = { login: "avsm", name: "Anil Madhavapeddy", beats: ["security"] };
const AMIR: Who = { login: "amirmc", name: "Amir Chaudhry", capacity: 0 };

async function seen(slug: string = IRMIN.slug): Promise<JudgedPost> {
  const post = (await world.view()).plan.posts.find((one) => one.slug === slug);
  if (!post) throw new Error(`Unexpected lack of ${slug}, expected it in the plan`);
  return post;
}

const asked = (number: number) => [...world.pull(number).pull.requested].sort();
const pinged = (number: number, login: string) => world.said(number).filter((body) => body.includes(`@${login} `));
const onBoard = (login: string) =>
  world.board().conversation.flatMap((turn) => (turn.kind === "commented" && turn.body.includes(`@${login} `) ? [turn.body] : []));
const rewrites = async (desk: DeskChange) => {
  world.rewritesDesk(desk);
  await world.settles();
};

describe("a reviewer who is not there", () => {
  it("[LV3] who goes on leave after being asked is told that nothing is expected, and somebody else is asked, who is told why", async () => {
    await open({ people: [SAMOHT, DJS55, AVSM, AMIR] });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    expect(asked(number)).toEqual(["djs55"]);
    await rewrites({ people: [SAMOHT, { ...DJS55, ...LEAVE }, AVSM, AMIR] });
    // GitHub's request stands: it is there when djs55 is back.
    expect(asked(number)).toEqual(["avsm", "djs55"]);
    expect(world.notice(number)).toMatch(/djs55: .* – away until Sun 20 July, and does not have to review before that/);
    expect(world.notice(number)).toMatch(/avsm: .*; djs55 is away until Sun 20 July/);
    expect(await seen()).toMatchObject({ turn: "reviewer", waitingFor: ["avsm"] });
    await world.passes("4 days");
    expect(pinged(number, "djs55")).toEqual([]);
    expect(pinged(number, "avsm")).not.toEqual([]);
    await world.passes("10 days");
    expect((await seen()).asked.filter(({ away }) => away !== undefined)).toEqual([]);
  });

  it("[LV3] is left alone when they are back before the review is due", async () => {
    const pinned = [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-17T12:00[Europe/London]" }] }];
    await open({ campaigns: pinned, people: [SAMOHT, DJS55, AVSM, AMIR] });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    await rewrites({ campaigns: pinned, people: [SAMOHT, { ...DJS55, away: [{ from: "2014-07-08", to: "2014-07-09" }] }, AVSM, AMIR] });
    await world.passes("1 day");
    expect(asked(number)).toEqual(["djs55"]);
    expect((await seen()).waitingFor).toEqual(["djs55"]);
  });

  it("[RV3] [LV3] has a public holiday tomorrow: somebody else is asked, and they are asked again from the morning after it on", async () => {
    // Monday 14 July 2014 is Bastille Day.
    const people = [SAMOHT, { ...DJS55, holidays: ["FR"] }, AVSM, AMIR];
    await open({ people, campaigns: [{ ...CAMPAIGN, posts: [IRMIN, { ...IRMIN, slug: "irmin-again", title: "Irmin again" }] }] });
    await world.passes("4 days");
    const eve = world.submits("samoht", IRMIN.slug);
    await world.settles();
    expect(asked(eve)).toEqual(["avsm"]);
    expect(world.notice(eve)).toMatch(/avsm: asked because no reviewer of this subject was available/);
    await world.passes("4 days");
    const after = world.submits("samoht", "irmin-again");
    await world.settles();
    expect(asked(after)).toEqual(["djs55"]);
  });

  it("[LV3] is on a public holiday when the review is due: somebody else is asked as well, who is told why", async () => {
    const campaigns = [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-11T12:00[Europe/London]" }] }];
    await open({ campaigns, people: [SAMOHT, DJS55, AVSM, AMIR] });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    expect(asked(number)).toEqual(["djs55"]);
    await world.passes("3 days");
    await rewrites({ campaigns, people: [SAMOHT, { ...DJS55, holidays: ["FR"] }, AVSM, AMIR] });
    await world.passes("1 day");
    expect(asked(number)).toEqual(["avsm", "djs55"]);
    expect(world.notice(number)).toMatch(/avsm: .*; djs55 is away until Mon 14 July/);
  });

  it("[LV3] who has left the desk has the request taken back, and is asked again once they are on it", async () => {
    await open({ people: [SAMOHT, DJS55, AVSM, AMIR] });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    await rewrites({ people: [SAMOHT, AVSM, AMIR] });
    expect(asked(number)).toEqual(["avsm"]);
    expect(world.notice(number)).toMatch(/avsm: .*; djs55 is not on the desk any more/);
    await rewrites({ people: [SAMOHT, DJS55, { ...AVSM, ...LEAVE }, AMIR] });
    expect(asked(number)).toEqual(["avsm", "djs55"]);
    expect((await seen()).waitingFor).toEqual(["djs55"]);
  });

  it("[LV3] whom people named with /cc counts without a place on the desk", async () => {
    await open({ people: [SAMOHT, AVSM, AMIR] });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.says("samoht", number, "/cc @djs55");
    await world.settles();
    expect(asked(number)).toContain("djs55");
    expect((await seen()).waitingFor).toContain("djs55");
    expect(world.said(number)).toEqual([]);
  });

  it("[LV4] is named with /cc: the answer says until when they are away, and who is asked as well", async () => {
    await open({ people: [SAMOHT, { ...DJS55, away: [{ from: "2014-07-05", to: "2014-07-20" }] }, AVSM, AMIR] });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.says("samoht", number, "/cc @djs55");
    await world.settles();
    expect(asked(number)).toEqual(["avsm", "djs55"]);
    expect(world.said(number)).toEqual([expect.stringContaining("djs55 is away until Sun 20 July. I also ask avsm.")]);
    await world.passes("3 days");
    expect(pinged(number, "djs55")).toEqual([]);
  });

  it("[LV4] an old /cc is not brought up again when somebody goes on leave, and one of a writer says that they cannot", async () => {
    await open({ people: [SAMOHT, DJS55, AVSM, AMIR] });
    const number = world.submits("samoht", IRMIN.slug);
    world.says("samoht", number, "/cc @djs55");
    await world.settles();
    await rewrites({ people: [SAMOHT, { ...DJS55, ...LEAVE }, AVSM, AMIR] });
    expect(world.said(number)).toEqual([]);
    world.says("amirmc", number, "/cc @samoht");
    await world.settles();
    expect(world.said(number)).toEqual([
      expect.stringContaining("samoht is an author of this post or opened its pull request, so samoht cannot review it."),
    ]);
  });

  it("[LV4] one of somebody who changed the text says so, though the post is not signed by them", async () => {
    await open({ people: [SAMOHT, DJS55, AVSM, AMIR] });
    const number = world.submits("samoht", IRMIN.slug, { fork: false });
    await world.settles();
    world.pushes("avsm", number, postText("Another", { body: "Every word is other.\n" }));
    await world.settles();
    world.says("samoht", number, "/cc @avsm");
    await world.settles();
    expect(asked(number)).toEqual(["djs55"]);
    expect(world.said(number)).toEqual([expect.stringContaining("avsm wrote part of this text, so avsm cannot review it.")]);
  });
});

describe("when nobody is left", () => {
  it("[LV5] to ask, the coordinator hears of it in the next morning's digest, and again within five working days", async () => {
    await open({ people: [SAMOHT, DJS55, AMIR] });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    await rewrites({ people: [SAMOHT, { ...DJS55, ...LEAVE }, AMIR] });
    expect(await seen()).toMatchObject({ stage: "in review", turn: "coordinator", waitingFor: ["amirmc"] });
    await world.passes("1 day");
    expect(pinged(number, "amirmc")).toEqual([
      expect.stringMatching(/“About introducing-irmin” \(#\d+\) waits for a coordinator.*: .*Nobody can be asked/),
    ]);
    await world.passes("4 days");
    expect(pinged(number, "amirmc").length).toBeGreaterThan(1);
    expect(await world.page()).toMatch(/Find a reviewer[^]*waiting for Amir Chaudhry/);
  });

  it("[LV5] it is said at once when the slot is nearer than the next morning", async () => {
    const pinned = [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-07T20:00[Europe/London]" }] }];
    await open({ campaigns: pinned, people: [SAMOHT, DJS55, AMIR] });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.says("djs55", number, "/uncc");
    await world.settles();
    expect(pinged(number, "amirmc")).toEqual([
      expect.stringMatching(/is planned for Mon 7 July 2014, 20:00 .* and needs a coordinator now\. What is missing: /),
    ]);
  });

  it("[LV5] those whom GitHub refuses lead on to the next, and in the end to the coordinator", async () => {
    await open({ people: [SAMOHT, DJS55, AVSM, AMIR] });
    world.github.trouble.refuseReviewer("djs55");
    world.github.trouble.refuseReviewer("avsm");
    const number = world.submits("samoht", IRMIN.slug);
    await world.passes("2 days");
    expect(asked(number)).toEqual([]);
    expect(await seen()).toMatchObject({ turn: "coordinator", waitingFor: ["amirmc"] });
    expect(pinged(number, "amirmc").length).toBeGreaterThan(0);
  });

  it("[LV5] to write a promise that names nobody, the coordinator is told on the board to name somebody or to drop it", async () => {
    await open({ campaigns: [{ ...CAMPAIGN, posts: [{ slug: "introducing-irmin", title: "Introducing Irmin" }] }] });
    expect(await seen()).toMatchObject({ stage: "promised", turn: "coordinator", waitingFor: ["amirmc"] });
    await world.passes("1 day");
    expect(onBoard("amirmc")).toEqual([
      expect.stringMatching(/“Introducing Irmin” waits for a coordinator.*(?:the post has no author|I cannot remind an author)/),
    ]);
  });

  it("[LV5] all of the byline is away beyond the day of the draft: it is the coordinator's move until one of them is back", async () => {
    const pinned = [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-11T12:00[Europe/London]" }] }];
    await open({ campaigns: pinned, people: [{ ...SAMOHT, away: [{ from: "2014-07-09", to: "2014-07-13" }] }, DJS55, AMIR] });
    expect(await seen()).toMatchObject({ turn: "byline", waitingFor: ["samoht"] });
    await world.passes("2 days");
    expect(await seen()).toMatchObject({ turn: "coordinator", waitingFor: ["amirmc"] });
    expect((await seen()).reasons[0]).toMatch(/^samoht is away until Sun 13 July: a coordinator can/);
    await world.passes("1 day");
    expect(onBoard("amirmc").length).toBeGreaterThan(0);
    await world.passes("5 days");
    expect(await seen()).toMatchObject({ turn: "byline", waitingFor: ["samoht"] });
  });
});

describe("coordinators", () => {
  it("[LV6] who are away are skipped while another is there", async () => {
    await open({ coordinators: ["amirmc", "avsm"], people: [SAMOHT, { ...AVSM, capacity: 0 }, { ...AMIR, ...LEAVE }] });
    const number = world.submits("samoht", IRMIN.slug);
    await world.passes("2 days");
    expect((await seen()).waitingFor).toEqual(["avsm"]);
    expect(pinged(number, "amirmc")).toEqual([]);
    expect(pinged(number, "avsm").length).toBeGreaterThan(0);
  });

  it("[LV6] who are all away leave it to whoever writes, and the page says who is back first", async () => {
    await open({ people: [SAMOHT, { ...AMIR, away: [{ from: "2014-07-07", to: "2014-07-20" }] }] });
    const number = world.submits("samoht", IRMIN.slug);
    await world.passes("2 days");
    expect((await seen()).reasons.at(-1)).toBe("all coordinators are away; amirmc is the first to return, after Sun 20 July");
    expect((await seen()).waitingFor).toEqual(["samoht"]);
    expect(pinged(number, "samoht").length).toBeGreaterThan(0);
    expect(world.notice(number)).toContain("amirmc is the first to return, after Sun 20 July");
  });
});

describe("a post behind one that was dropped", () => {
  it("[LV7] is the coordinator's move, with the ways out, and goes once one is taken", async () => {
    const campaigns = (after: readonly string[]) => [
      {
        ...CAMPAIGN,
        posts: [
          { slug: "tracing", title: "Tracing", byline: ["avsm"] },
          { ...IRMIN, after },
        ],
      },
    ];
    const people = [SAMOHT, DJS55, AVSM, AMIR];
    await open({ campaigns: campaigns(["tracing"]), people });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    for (const login of asked(number)) world.reviews(login, number);
    await world.settles();
    expect(await seen()).toMatchObject({ stage: "approved", turn: "nobody" });
    world.says("amirmc", world.board().number, "/drop tracing");
    await world.settles();
    expect(await seen()).toMatchObject({ stage: "approved", turn: "coordinator", waitingFor: ["amirmc"] });
    await world.passes("1 day");
    expect(pinged(number, "amirmc")).toEqual([
      expect.stringMatching(/must go live after `tracing`, but that post was dropped.*`after`.*`\/unhold tracing`/),
    ]);
    await rewrites({ campaigns: campaigns([]), people });
    await world.passes("7 days");
    expect(await seen()).toMatchObject({ stage: "live" });
  });
});
