/** Posts that nobody works on: two slots are told, then one message, and nothing hops until somebody answers. */
import { describe, expect, it } from "@jest/globals";
import type { Effect } from "../../../src/desk/effect.js";
import { DAY, plus, readInstant, type Instant } from "../../../src/desk/time/zone.js";
import { slipOf } from "../../../src/desk/tracking/slip.js";
import { campaign, paperWorld, type PaperWorld } from "../paper-world.js";

const ZONE = "Europe/London";
const irmin = { slug: "irmin", byline: ["ann"] };
const vchan = { slug: "vchan", byline: ["ben"] };
const after = (days: number): Instant => plus(readInstant("2014-07-07T16:00:00Z"), days * DAY);
const season = (deadline = after(14), more: object = {}) => ({ campaigns: [campaign([{ ...irmin, ...more }, vchan], { deadline })] });

const announcements = (effects: readonly Effect[], slug = "irmin") =>
  effects.flatMap((effect) => (effect.kind === "announce" && effect.slug === slug ? [effect] : []));
const messages = (effects: readonly Effect[], slug = "irmin") =>
  effects.flatMap((effect) => (effect.kind === "reply" && effect.mark.startsWith(`decide/${slug}/`) ? [effect] : []));
const moves = (world: PaperWorld, slug = "irmin") => slipOf(world.post(slug), ZONE)?.moves;

/** A post as somebody silent leaves it, by whose silence. */
const SILENT: readonly (readonly [string, (world: PaperWorld) => void])[] = [
  ["a writer who opens nothing", () => undefined],
  ["a writer who leaves a draft", (world) => void world.submits("ann", "irmin", { draft: true, byline: ["ann"] })],
  ["a reviewer who was asked", (world) => void world.submits("ann", "irmin", { byline: ["ann"] })],
  [
    "a writer who was asked for changes",
    (world) => {
      const number = world.submits("ann", "irmin", { byline: ["ann"] });
      world.looks();
      world.reviews(world.pull(number).requested[0]?.login ?? "", number, "requests changes");
    },
  ],
  ["a writer whose text has an error", (world) => void world.submits("ann", "irmin", { byline: ["ann"], errors: 1 })],
];

describe.each(SILENT)("after %s", (_, leave) => {
  const left = (deadline?: Instant) => {
    const world = paperWorld({ desk: season(deadline) });
    world.looks();
    leave(world);
    return world;
  };

  it.each([2, 60])(
    "[SL8] two slots are told in 28 days and not twenty, and the coordinator is asked once, with the deadline in %s days",
    (days) => {
      const world = left(after(days));
      const effects = world.passes("28 days");
      const told = world.post("irmin").announced;
      expect(told.length).toBeLessThanOrEqual(3);
      expect(announcements(effects).length).toBeLessThanOrEqual(3);
      expect(messages(effects)).toHaveLength(1);
      expect(messages(effects)[0]?.body).toMatch(/^@amir “About irmin” has missed two slots/);
      expect(messages(effects)[0]?.body).toContain("`/slot irmin WHEN`");
      expect(world.post("irmin")).toMatchObject({ turn: "coordinator", waitingFor: ["amir"], needsDecision: { missed: [{}, {}] } });
      expect(world.board().body).toContain("**needs a decision**");
    },
  );
});

describe.each([...SILENT.slice(0, 1), ...SILENT.slice(2, 3)])("long after %s", (_, leave) => {
  const left = (deadline?: Instant) => {
    const world = paperWorld({ desk: season(deadline) });
    world.looks();
    leave(world);
    return world;
  };

  it("[SL8] nothing changes on page, board or notice until somebody answers", () => {
    const world = left();
    world.passes("15 days");
    const { slot, announced } = world.post("irmin");
    const board = world.board().body;
    const count = moves(world);
    const effects = world.passes("10 days").filter(({ kind }) => kind !== "remind");
    expect(effects.filter((effect) => effect.kind === "announce" && effect.slug === "irmin")).toEqual([]);
    expect(world.post("irmin")).toMatchObject({ slot: { at: slot?.at, why: slot?.why }, announced });
    expect(moves(world)).toBe(count);
    expect(
      world
        .board()
        .body.split("\n")
        .filter((line) => line.includes("`irmin`")),
    ).toEqual(board.split("\n").filter((line) => line.includes("`irmin`")));
  });

  it("[SL8] losing the ledger asks nobody again and tells no slot anew", () => {
    const world = left();
    world.passes("14 days");
    const told = world.post("irmin").announced.map(({ slot }) => slot);
    world.loses("ledger");
    const effects = world.passes("7 days");
    expect(messages(effects)).toEqual([]);
    expect(world.post("irmin").announced.map(({ slot }) => slot)).toEqual(told);
  });

  it("[RM10] only the coordinator is reminded of it, at the pace", () => {
    const world = left();
    world.passes("14 days");
    const reminded = world
      .passes("14 days")
      .flatMap((effect) => (effect.kind === "remind" && effect.about.includes("irmin") ? [effect.to] : []));
    expect(new Set(reminded)).toEqual(new Set(["amir"]));
    expect(reminded.length).toBeLessThanOrEqual(5);
  });
});

describe("an answer", () => {
  const undecided = () => {
    const world = paperWorld({ desk: season() });
    world.passes("14 days");
    expect(world.post("irmin").needsDecision).not.toBeNull();
    return world;
  };

  it.each([
    ["a pull request", (world: PaperWorld) => void world.submits("ann", "irmin", { byline: ["ann"] })],
    [
      "a command",
      (world: PaperWorld) => {
        world.says("amir", world.board().number, "/slot irmin 2014-08-01T15:00");
      },
    ],
    [
      "another deadline",
      (world: PaperWorld) => {
        world.rewritesDesk(season(after(60)));
      },
    ],
    [
      "another promise",
      (world: PaperWorld) => {
        world.rewritesDesk(season(after(14), { byline: ["dan"] }));
      },
    ],
  ])("[SL9] by %s gives it a slot again, that leaves time", (_, answer) => {
    const world = undecided();
    answer(world);
    expect(announcements(world.looks())).toHaveLength(1);
    const post = world.post("irmin");
    expect(post.needsDecision).toBeNull();
    expect(post.turn).not.toBe("coordinator");
    expect((post.slot?.at ?? "") > world.at()).toBe(true);
  });

  it("[SL9] is none when somebody edits the plan of another post", () => {
    const world = undecided();
    world.rewritesDesk({ campaigns: [campaign([irmin, { ...vchan, beats: ["tls"] }], { deadline: after(14) })] });
    expect(announcements(world.looks())).toEqual([]);
    expect(world.post("irmin").needsDecision).not.toBeNull();
  });

  it("[SL9] by an approval does not publish within the minute: the post gets the next slot, and goes then", () => {
    const world = paperWorld({ desk: season() });
    const number = world.submits("ann", "irmin", { byline: ["ann"] });
    world.passes("14 days");
    world.reviews("ben", number);
    const effects = world.looks();
    expect(effects.some(({ kind }) => kind === "merge")).toBe(false);
    expect(announcements(effects)).toHaveLength(1);
    const slot = world.post("irmin").slot?.at ?? "";
    expect(slot > world.at()).toBe(true);
    world.passes("4 days");
    expect(world.post("irmin").live?.at).toBe(slot);
  });

  it("[SL9] between two misses begins anew", () => {
    const world = paperWorld({ desk: season(after(60)) });
    world.looks();
    const first = world.post("irmin").slot?.at ?? "";
    while (world.at() <= first) world.passes("1 days");
    world.submits("ann", "irmin", { draft: true, byline: ["ann"] });
    const second = world.post("irmin").slot?.at ?? "";
    while (world.at() <= second) world.passes("1 days");
    expect(world.post("irmin").needsDecision).toBeNull();
    expect(world.post("irmin").announced).toHaveLength(3);
  });
});

describe("what comes after a post that needs a decision", () => {
  const chain = {
    campaigns: [
      campaign([irmin, { ...vchan, after: ["irmin"] }, { slug: "third", byline: ["cat"], after: ["vchan"] }], { deadline: after(14) }),
    ],
  };

  it("[SL8] keeps the slot that it was told, whatever lies between, and is asked about of nobody", () => {
    const world = paperWorld({ desk: chain });
    const number = world.submits("ben", "vchan", { byline: ["ben"] });
    world.looks();
    world.reviews("cat", number);
    const effects = world.passes("28 days");
    for (const slug of ["irmin", "vchan", "third"]) expect(world.post(slug).announced.length).toBeLessThanOrEqual(3);
    expect(messages(effects, "irmin")).toHaveLength(1);
    expect(messages(effects, "vchan")).toEqual([]);
    expect(world.post("vchan").reasons.join()).not.toContain("will be merged on");
    expect(world.post("vchan").slot?.why).toContain("comes after `irmin`, which needs a decision");
    world.reviews("cat", world.submits("ann", "irmin", { byline: ["ann"] }));
    world.passes("7 days");
    expect(world.post("vchan").stage).toBe("live");
  });
});

describe("a post that is held", () => {
  it("[SL8] is told no third slot, and nobody is asked for a decision that was taken", () => {
    const world = paperWorld({ desk: season() });
    world.looks();
    world.says("amir", world.board().number, "/hold irmin");
    const effects = world.passes("28 days");
    expect(world.post("irmin").announced.length).toBeLessThanOrEqual(3);
    expect(messages(effects)).toEqual([]);
    world.says("amir", world.board().number, "/unhold irmin");
    expect(announcements(world.looks())).toHaveLength(1);
  });
});

it("[SL8] a correction has no slot to miss: what it was told before the file went live by another pull request is past", () => {
  const world = paperWorld({ desk: { campaigns: [campaign([irmin], { deadline: after(30) })] } });
  world.looks();
  const number = world.submits("ann", "irmin", { byline: ["ann"] });
  const other = world.submits("ann", "irmin", { byline: ["ann"] });
  world.looks();
  world.reviews("ben", number);
  world.passes("30 days");
  const later = world.plan().posts.find((post) => post.submissions.includes(other) && post.correction);
  expect(later?.needsDecision ?? null).toBeNull();
  expect(later?.reasons.join() ?? "").not.toContain("decision");
});
