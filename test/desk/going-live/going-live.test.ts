/** Going live, told on paper: what holds a post at its instant, what is said of it, and what lets it go. */
import { describe, expect, it } from "@jest/globals";
import type { Effect } from "../../../src/desk/effect.js";
import type { Desk } from "../../../src/desk/facts/desk.js";
import { readInstant } from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld, person, type PaperWorld } from "../paper-world.js";

const people = ["ann", "ben", "cat", "dan"].map((login) => person(login));
const SLOT = readInstant("2014-07-09T11:00:00Z");
const pinned = { slug: "irmin", byline: ["ann"], pinned: SLOT };
const ofKind = <Kind extends Effect["kind"]>(effects: readonly Effect[], kind: Kind) =>
  effects.filter((effect): effect is Extract<Effect, { kind: Kind }> => effect.kind === kind);
const usual = desk();
const merging = (more: Partial<Desk["merge"]>): Partial<Desk> => ({ merge: { ...usual.merge, ...more } });

/** One post, approved, an hour before its slot at noon in London on Wednesday. */
function anHourBefore(more: Partial<Desk> = {}): { readonly world: PaperWorld; readonly number: number } {
  const world = paperWorld({ desk: { people, campaigns: [campaign([pinned])], ...more }, at: "2014-07-08T10:00:00Z" });
  const number = world.submits("ann", "irmin");
  world.looks();
  world.reviews("ben", number);
  world.passes("1 days");
  expect(world.post("irmin")).toMatchObject({ stage: "approved", slot: { at: SLOT } });
  return { world, number };
}

const said = (world: PaperWorld, number: number) =>
  world.pull(number).comments.flatMap(({ mark, body, by }) => (by?.bot && mark !== "notice" && !mark?.startsWith("remind") ? [body] : []));

describe("a freeze", () => {
  const over = (from = "2014-07-09T11:15:00Z") => ({
    calendar: {
      ...usual.calendar,
      freezes: [{ from: readInstant(from), to: readInstant("2014-07-09T15:00:00Z"), why: "the site is moved", pass: ["amir"] }],
    },
  });

  it("[PB1] [LV1] that begins before a post that is due was looked at holds it, tells the coordinators until when and why, and lets it go by itself at its end", () => {
    const { world, number } = anHourBefore(over());
    world.sleeps("90 minutes");
    world.looks();
    expect(world.pull(number).standing).toBe("open");
    expect(world.post("irmin")).toMatchObject({ stage: "approved", turn: "coordinator", waitingFor: ["amir"], slot: { at: SLOT } });
    expect(world.post("irmin").reasons.join()).toMatch(/the site is moved.*16:00/);
    expect(said(world, number)).toEqual([
      expect.stringMatching(/^@amir .*has come, but the post cannot go live: .*the site is moved.*16:00/),
    ]);
    world.passes("4 hours");
    expect(world.pull(number).endedAt).toBe("2014-07-09T15:00:00Z");
  });

  it("[PB1] that is declared over a slot keeps the post from going live in it", () => {
    const { world, number } = anHourBefore();
    world.rewritesDesk(over("2014-07-09T10:30:00Z"));
    world.passes("5 hours");
    expect(world.pull(number).standing).toBe("open");
    world.passes("2 days");
    expect((world.pull(number).endedAt ?? "") >= "2014-07-09T15:00:00Z").toBe(true);
  });

  it("[PB2] is passed by a post for which somebody who may asked for that very slot, and by no other's wish", () => {
    const { world, number } = anHourBefore(over());
    world.says("ann", number, "/slot 2014-07-09T12:30[Europe/London]");
    world.passes("3 hours");
    expect(world.pull(number).endedAt ?? SLOT).toBe(SLOT);
    const again = anHourBefore(over());
    again.world.says("amir", again.number, "/slot 2014-07-09T12:30[Europe/London]");
    again.world.passes("3 hours");
    expect(again.world.pull(again.number).endedAt).toBe("2014-07-09T11:30:00Z");
  });
});

describe("an embargo", () => {
  it("[PB3] holds a post whatever its slot says, and lets it go at its end", () => {
    const { world, number } = anHourBefore();
    world.rewritesDesk({ campaigns: [campaign([{ ...pinned, notBefore: readInstant("2014-07-09T12:30:00Z") }])] });
    const effects = world.passes("90 minutes");
    expect(ofKind(effects, "merge")).toEqual([]);
    expect(world.post("irmin").stage).toBe("approved");
    world.passes("3 days");
    expect((world.pull(number).endedAt ?? "") >= "2014-07-09T12:30:00Z").toBe(true);
  });
});

describe("checks of others", () => {
  it("[PB4] that fail are the writer's move before the slot and told to the coordinators once at it; when they pass the post goes", () => {
    const { world, number } = anHourBefore();
    world.becomes(number, { checks: "failing" });
    world.looks();
    expect(world.post("irmin")).toMatchObject({ stage: "approved", turn: "byline" });
    const effects = world.passes("3 hours");
    expect(ofKind(effects, "merge")).toEqual([]);
    expect(world.post("irmin")).toMatchObject({ stage: "due", turn: "coordinator" });
    expect(said(world, number)).toEqual([expect.stringMatching(/@amir .*other checks fail/)]);
    world.becomes(number, { checks: "passing" });
    world.looks();
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[PB4] that run are waited for in silence for half an hour, and then told", () => {
    const { world, number } = anHourBefore();
    world.becomes(number, { checks: "running" });
    world.passes("80 minutes");
    expect(world.post("irmin")).toMatchObject({ stage: "due", turn: "nobody" });
    expect(said(world, number)).toEqual([]);
    world.passes("20 minutes");
    expect(world.post("irmin").turn).toBe("coordinator");
    expect(said(world, number)).toHaveLength(1);
    world.becomes(number, { checks: "passing" });
    world.looks();
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[PB5] are none of the desk's concern where it asks for required ones only, and of those GitHub's word for the merge is none", () => {
    const { world, number } = anHourBefore(merging({ checks: "required" }));
    world.becomes(number, { checks: "failing", requiredChecks: "failing", mergeable: "yes" });
    world.passes("2 hours");
    expect(world.pull(number).standing).toBe("open");
    world.becomes(number, { requiredChecks: "passing", mergeable: "blocked" });
    world.looks();
    expect(world.pull(number).standing).toBe("merged");
  });
});

describe("a slot that nobody was there for", () => {
  it("[PB6] is caught up at the first look where the desk says so", () => {
    const { world, number } = anHourBefore();
    world.sleeps("9 hours");
    world.looks();
    expect(world.pull(number).endedAt).toBe(world.at());
    expect(world.pull(number).comments.find(({ mark }) => mark === "notice")?.body).toContain("8 hours after its slot");
  });

  it("[PB6] is handed to the coordinators where the desk asks: told once how to publish it, and gone live at the slot that they give", () => {
    const { world, number } = anHourBefore(merging({ missed: "ask" }));
    world.sleeps("9 hours");
    world.looks();
    expect(world.post("irmin")).toMatchObject({ stage: "due", turn: "coordinator", slot: { at: SLOT } });
    const head = world.pull(number).head.sha;
    expect(said(world, number)).toEqual([
      expect.stringMatching(new RegExp(`@amir .*did not go live at its slot[^]*/slot[^]*--match-head-commit ${head}`)),
    ]);
    world.loses("ledger");
    world.passes("1 days");
    expect(world.pull(number).standing).toBe("open");
    expect(said(world, number)).toHaveLength(1);
    world.says("amir", number, "/slot 2014-07-11T15:00[Europe/London]");
    world.passes("2 days");
    expect(world.pull(number).endedAt).toBe("2014-07-11T14:00:00Z");
  });

  it("[PB6] is caught up under either policy within twenty minutes: a restart is no absence", () => {
    const { world, number } = anHourBefore(merging({ missed: "ask" }));
    world.sleeps("75 minutes");
    world.looks();
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[PB7] is not what a hold, a freeze, failing checks, a late approval or a refusal delayed: that goes by itself, whoever asks", () => {
    const held = anHourBefore(merging({ missed: "ask" }));
    held.world.says("ben", held.number, "/hold");
    held.world.passes("5 hours");
    held.world.sleeps("1 hours");
    held.world.says("ben", held.number, "/unhold");
    held.world.looks();
    expect(held.world.pull(held.number).standing).toBe("merged");

    const failed = anHourBefore(merging({ missed: "ask" }));
    failed.world.becomes(failed.number, { checks: "failing" });
    failed.world.passes("90 minutes");
    failed.world.becomes(failed.number, { checks: "passing" });
    failed.world.looks();
    expect(failed.world.pull(failed.number).standing).toBe("merged");

    const refused = anHourBefore(merging({ missed: "ask" }));
    refused.world.refusesToMerge("Changes must be made through a merge queue", refused.number);
    refused.world.passes("4 hours");
    refused.world.refusesToMerge(null, refused.number);
    refused.world.passes("1 hours");
    expect(refused.world.pull(refused.number).standing).toBe("merged");
  });
});

describe("what a post waits for", () => {
  it("[ST8] [LV7] is not live because nobody knows it: behind a slug that the plan does not have it stays, and the coordinators are told", () => {
    const { world, number } = anHourBefore({ campaigns: [campaign([{ ...pinned, after: ["no-such-post"] }])] });
    world.passes("3 hours");
    expect(world.pull(number).standing).toBe("open");
    expect(world.post("irmin").turn).toBe("coordinator");
    expect(world.post("irmin").reasons.join()).toContain(
      "it must go live after `no-such-post`, but that post was dropped or is not in the plan",
    );
  });
});

describe("a hold", () => {
  it("[PB7] that an edit of an older comment ends has ended with the edit: the post goes at once, and has missed nothing", () => {
    const { world, number } = anHourBefore(merging({ missed: "ask" }));
    world.says("ann", number, "/hold");
    world.says("ann", number, "It will take a while.");
    world.looks();
    world.sleeps("150 minutes");
    const { comments } = world.pull(number);
    const edited = comments.map((one) => (one.body === "It will take a while." ? { ...one, body: "/unhold", editedAt: world.at() } : one));
    // Nobody looked since: what was done then is all that the desk can go by.
    world.has((was) => ({ lookedAt: null, open: was.open.map((one) => (one.number === number ? { ...one, comments: edited } : one)) }));
    world.looks();
    expect(said(world, number).filter((body) => body.includes("did not go live at its slot"))).toEqual([]);
    expect(world.pull(number).standing).toBe("merged");
  });
});

describe("GitHub's refusal", () => {
  it("[PB10] to merge is told to the coordinators once, shown with its reason, and tried again until it is taken back", () => {
    const { world, number } = anHourBefore();
    world.refusesToMerge("At least 2 approving reviews are required", number);
    world.passes("7 hours");
    expect(world.post("irmin")).toMatchObject({ stage: "due", turn: "coordinator" });
    expect(said(world, number)).toEqual([expect.stringContaining("At least 2 approving reviews are required")]);
    expect(world.pull(number).comments.find(({ mark }) => mark === "notice")?.body).toContain("At least 2 approving reviews");
    world.refusesToMerge(null, number);
    world.passes("1 hours");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[PB11] for want of a permission becomes one proposal: the judged head, what was judged, and the line that merges nothing else", () => {
    const { world, number } = anHourBefore();
    world.refusesToMerge("the app does not have the permission `contents: write`. Whoever runs Presstime adds it", number);
    const tries = ofKind(world.passes("3 hours"), "merge");
    const head = world.pull(number).head.sha;
    const [only, ...more] = said(world, number);
    expect(more).toEqual([]);
    // Whoever grants it has time: every half hour is enough.
    expect(tries).toHaveLength(5);
    expect(only).toContain("@amir");
    expect(only).toContain("approved by ben");
    expect(only).toContain(`gh pr merge ${number} --repo mirage/www --merge --match-head-commit ${head}`);
    world.pushes(number, "2");
    world.reviews("ben", number);
    world.passes("1 hours");
    expect(said(world, number)).toHaveLength(2);
    expect(said(world, number)[1]).toContain(world.pull(number).head.sha);
  });
});

describe("what goes live", () => {
  it("[PB12] goes alone: nothing but checks and announcements is wanted beside a merge", () => {
    const { world, number } = anHourBefore();
    world.sleeps("60 minutes");
    world.says("dan", number, "/status");
    const kinds = world.plan().effects.map(({ kind }) => kind);
    expect(kinds).toContain("merge");
    expect(kinds.filter((kind) => !["merge", "check", "announce"].includes(kind))).toEqual([]);
    expect(world.plan().goesLiveAt).toBeNull();
  });

  it("[PB12] is known beforehand, so that nothing slow is begun then", () => {
    expect(anHourBefore().world.plan().goesLiveAt).toBe(SLOT);
  });
});
