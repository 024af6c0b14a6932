/** Slips: no slot that people were told is hidden, by nobody and by no accident, and each move has its mover and its reason. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Announcement, Board } from "../../../src/desk/facts/snapshot.js";
import { instant, readInstant } from "../../../src/desk/time/zone.js";
import { slipOf } from "../../../src/desk/tracking/slip.js";
import { readSlotRecords, writeSlotRecord } from "../../../src/desk/tracking/slot-record.js";
import { sayShift, saySlot } from "../../../src/desk/words/slip.js";
import { campaign, paperWorld, type PaperWorld } from "../paper-world.js";

const ZONE = "Europe/London";
const irmin = { slug: "irmin", byline: ["ann"] };
const [FRIDAY, TUESDAY] = [readInstant("2014-07-18T11:00:00Z"), readInstant("2014-07-22T11:00:00Z")];
const LATER = readInstant("2014-08-29T08:00:00Z");

const season = (pinned = FRIDAY, more: object = {}) => ({
  campaigns: [campaign([{ ...irmin, pinned, ...more }, "vchan"], { deadline: LATER })],
});
const slots = (world: PaperWorld, slug = "irmin") => world.post(slug).announced.map(({ slot }) => slot);
const said = (world: PaperWorld, slug = "irmin") => saySlot(world.post(slug), ZONE);

function moved(): PaperWorld {
  const world = paperWorld({ desk: season() });
  world.looks();
  world.passes("1 days");
  world.rewritesDesk(season(TUESDAY));
  world.looks();
  return world;
}

describe("a slip", () => {
  it("[SL1] is told from the slot that was announced first, however the plan is edited", () => {
    const world = moved();
    expect(said(world)).toBe("planned Fri 18 July, now Tue 22 July 12:00 (+4 days, moved once)");
    expect(world.board().body).toContain("| planned Fri 18 July, now Tue 22 July 12:00 (+4 days, moved once) | About irmin");
  });

  it("[SL3] has its moves in the slots that were told: going live, at its slot or at another hour, is none", () => {
    const world = moved();
    const number = world.submits("ann", "irmin");
    world.looks();
    world.reviews("ben", number);
    world.looks();
    world.merges(number);
    world.looks();
    expect(world.post("irmin").stage).toBe("live");
    expect(slipOf(world.post("irmin"), ZONE)).toMatchObject({ moves: 1, live: true, now: world.pull(number).endedAt });
    const other = world.submits("ann", "vchan");
    world.looks();
    world.reviews("ben", other);
    world.merges(other);
    world.looks();
    expect(slipOf(world.post("vchan"), ZONE)).toMatchObject({ moves: 0, live: true });
  });

  it("[SL1] outlives a new name for the slug, in another case too", () => {
    const world = moved();
    for (const more of [{ slug: "Irmin" }, { slug: "introducing-irmin", also: ["irmin"] }]) {
      world.rewritesDesk(season(TUESDAY, more));
      world.looks();
      expect(slots(world, more.slug)).toEqual([FRIDAY, TUESDAY]);
    }
  });

  it("[SL1] outlives a chain of names", () => {
    const world = moved();
    const third = readInstant("2014-07-23T11:00:00Z");
    world.rewritesDesk(season(third, { slug: "two", also: ["irmin"] }));
    world.looks();
    world.rewritesDesk(season(third, { slug: "three", also: ["irmin", "two"] }));
    world.looks();
    expect(slots(world, "three")).toEqual([FRIDAY, TUESDAY, third]);
  });

  it("[SL1] outlives the promise being deleted and made again", () => {
    const world = moved();
    world.rewritesDesk({ campaigns: [campaign(["vchan"], { deadline: LATER })] });
    world.looks();
    world.passes("1 days");
    world.rewritesDesk(season(TUESDAY));
    world.looks();
    expect(slots(world)).toEqual([FRIDAY, TUESDAY]);
    expect(said(world)).toContain("planned Fri 18 July");
  });

  it("[SL2] knows who moved the post, when, and why", () => {
    const world = moved();
    const number = world.submits("ann", "irmin");
    world.looks();
    world.says("amir", number, "/slot 2014-07-25T15:00");
    world.looks();
    const [first, second, third] = world.post("irmin").announced;
    expect([first?.by, second?.by, third?.by]).toEqual([null, "amir", "amir"]);
    expect(second).toMatchObject({ at: "2014-07-08T08:00:00Z", why: expect.stringMatching(/plan pins/) as unknown });
    expect(third?.why).toMatch(/asked for/);
    const notice = world.pull(number).comments.find(({ mark }) => mark === "notice")?.body ?? "";
    expect(notice).toContain("(first planned for Fri 18 July: +7 days, moved twice)");
    expect(notice).toContain("Moved by amir on Tue 8 July, from Tue 22 July 12:00. ");
  });

  it("[SL2] an edit of the plan is whose it is, with the commit, and only where it moved the post", () => {
    const world = paperWorld({ desk: season() });
    world.looks();
    world.passes("1 days");
    world.rewritesDesk({ ...season(TUESDAY), reminders: { every: 3, hour: 9 } }, "bea");
    world.looks();
    const [, moved] = world.post("irmin").announced;
    expect(moved).toMatchObject({
      by: "bea",
      why: expect.stringMatching(/^The plan pins the post to this slot\. .*commit `c0ffee/) as unknown,
    });
    expect(world.post("vchan").announced).toHaveLength(1);
    // What somebody else does later, with no edit in between, is not bea's.
    const vchan = world.post("vchan").slot?.at ?? "";
    world.says("amir", world.board().number, `/slot irmin ${vchan.slice(0, 10)}T12:00`);
    world.looks();
    expect(world.post("irmin").announced.at(-1)).toMatchObject({ by: "amir", slot: vchan });
    expect(world.post("vchan").announced.at(-1)).toMatchObject({
      by: null,
      why: expect.stringMatching(/was given to another post/) as unknown,
    });
  });

  it("[SL2] a miss is nobody's edit, whatever was edited that day", () => {
    const world = paperWorld({ desk: { campaigns: [campaign([irmin], { deadline: LATER })] } });
    world.looks();
    const first = world.post("irmin").slot?.at ?? "";
    while (world.at() < first) world.sleeps("1 hours");
    world.rewritesDesk({ reminders: { every: 3, hour: 9 } });
    world.looks();
    expect(world.post("irmin").announced.at(-1)).toMatchObject({ by: null, why: expect.stringMatching(/missed its slot/) as unknown });
  });

  it("[SL10] what `/undo` takes back is no move: the post is back where it was, and the slip as it was", () => {
    const world = paperWorld({ desk: season() });
    const number = world.submits("ann", "irmin");
    world.looks();
    world.passes("1 hours");
    world.says("amir", number, "/slot 2014-07-25T15:00");
    world.looks();
    expect(said(world)).toContain("moved once");
    world.passes("1 hours");
    world.says("amir", number, "/undo");
    world.looks();
    expect(slots(world)).toEqual([FRIDAY, readInstant("2014-07-25T14:00:00Z"), FRIDAY]);
    expect(said(world)).toBe("Fri 18 July 12:00");
    expect(world.pull(number).comments.find(({ mark }) => mark === "notice")?.body).not.toContain("Moved by");
    world.loses("ledger");
    expect(said(world)).toBe("Fri 18 July 12:00");
  });

  it("[SL10] a slot of the schedule's own is got back by `/undo` too, and what was moved besides stays moved", () => {
    const world = paperWorld({ desk: { campaigns: [campaign([irmin], { deadline: LATER })] } });
    world.looks();
    const first = world.post("irmin").slot?.at;
    const board = world.board().number;
    for (const said of [
      "/slot irmin 2014-07-25T15:00",
      "/undo irmin",
      "/slot irmin 2014-07-28T15:00",
      "/slot irmin 2014-07-29T15:00",
      "/undo irmin",
    ]) {
      world.passes("10 minutes");
      world.says("amir", board, said);
      world.looks();
      if (said === "/undo irmin") expect(world.post("irmin").slot?.at).toBe(slots(world).length > 3 ? "2014-07-28T14:00:00Z" : first);
    }
    expect(slipOf(world.post("irmin"), ZONE)?.moves).toBe(1);
  });

  it("[SL2] two moves within one look are one announcement", () => {
    const world = moved();
    const number = world.submits("ann", "irmin");
    world.says("amir", number, "/slot 2014-07-25T15:00");
    world.says("amir", number, "/slot 2014-07-28T15:00");
    expect(world.looks().filter(({ kind }) => kind === "announce")).toHaveLength(1);
    expect(slots(world)).toHaveLength(3);
  });

  it("[SL3] counts calendar days of the desk's zone, and of a live post only how far it went", () => {
    const told = (...all: readonly string[]) =>
      all.map((slot): Announcement => ({ slot: readInstant(slot), at: FRIDAY, by: null, why: "" }));
    const shift = (first: string, now: string, live = false, zone = ZONE) => {
      const slot = { at: readInstant(now), by: null, why: "", draftBy: FRIDAY, reviewBy: FRIDAY, lateness: "on time" as const };
      const post = { announced: told(first, now), slot, stage: live ? ("live" as const) : ("approved" as const) };
      const slip = slipOf({ ...post, live: live ? { at: slot.at, by: null, pull: 1, path: null } : null }, zone);
      return slip && sayShift(slip, zone);
    };
    expect(shift("2014-07-18T11:00:00Z", "2014-07-22T11:00:00Z")).toBe("+4 days, moved once");
    expect(shift("2014-07-21T11:00:00Z", "2014-07-18T11:00:00Z")).toBe("−3 days, moved once");
    expect(shift("2014-07-18T11:00:00Z", "2014-07-22T06:51:00Z", true)).toBe("+4 days");
    expect(shift("2014-07-18T11:00:00Z", "2014-07-18T14:00:00Z", true)).toBe("moved once");
    expect(shift("2014-07-18T22:30:00Z", "2014-07-18T23:30:00Z")).toBe("+1 day, moved once");
    expect(shift("2014-07-18T22:30:00Z", "2014-07-18T23:30:00Z", false, "UTC")).toBe("moved once");
    // 167 hours over the change of clocks in October are seven days.
    expect(shift("2014-10-24T11:00:00Z", "2014-10-31T12:00:00Z")).toBe("+7 days, moved once");
  });
});

describe("a lost ledger", () => {
  it("[SL4] loses no slip: the board gives back every slot, its mover, and when it was told", () => {
    const world = moved();
    const number = world.submits("ann", "irmin");
    world.looks();
    world.says("amir", number, "/slot 2014-07-25T15:00");
    world.looks();
    const before = world.post("irmin").announced;
    const rest = world.post("vchan").announced;
    world.loses("ledger");
    expect(world.post("irmin").announced.map(({ slot, at, by }) => ({ slot, at, by }))).toEqual(
      before.map(({ slot, at, by }) => ({ slot, at, by })),
    );
    world.looks();
    expect(world.facts().memory.announced.irmin?.map(({ slot }) => slot)).toEqual(before.map(({ slot }) => slot));
    expect(slots(world, "vchan")).toEqual(rest.map(({ slot }) => slot));
    expect(said(world)).toBe("planned Fri 18 July, now Fri 25 July 15:00 (+7 days, moved twice)");
  });

  it("[SL4] what is then moved goes on from there", () => {
    const world = moved();
    world.loses("ledger");
    world.rewritesDesk(season(readInstant("2014-07-23T11:00:00Z")));
    world.looks();
    expect(world.facts().memory.announced.irmin).toHaveLength(3);
    expect(said(world)).toBe("planned Fri 18 July, now Wed 23 July 12:00 (+5 days, moved twice)");
  });

  it("[SL5] what the board cannot give back is said to be unknown, and stays so", () => {
    const world = moved();
    const bare = world.board().body.replace(/^<!-- slots[^]*?-->\n*/, "");
    world.loses("ledger");
    world.rewrites(bare);
    expect(said(world)).toBe("planned Tue 22 July, now Tue 22 July 12:00 (what was planned before Tue 8 July is not known)");
    world.looks();
    world.passes("2 days");
    expect(said(world)).toContain("what was planned before Tue 8 July is not known");
    expect(world.facts().memory.announced.irmin).toEqual([expect.objectContaining({ earlier: "unknown" })]);
    world.loses("ledger");
    expect(said(world)).toContain("what was planned before Tue 8 July is not known");
  });

  it("[SL5] a post that is new says nothing of the kind", () => {
    const world = moved();
    world.loses("ledger");
    world.rewritesDesk({ campaigns: [campaign([{ ...irmin, pinned: TUESDAY }, "vchan", "conduit"], { deadline: LATER })] });
    world.looks();
    expect(said(world, "conduit")).not.toContain("known");
  });
});

describe("the record on the board", () => {
  const board = (body: string): Board => ({
    number: 1,
    node: "I_1",
    url: "",
    campaign: "c",
    body,
    open: true,
    comments: [],
  });
  const times = fc.integer({ min: Date.parse("2000-01-01T00:00:00Z"), max: Date.parse("2040-01-01T00:00:00Z") });
  const told = fc
    .record({ slot: times, at: times, by: fc.option(fc.string({ unit: "binary", minLength: 1 })) })
    .map(({ slot, at, by }): Announcement => ({ slot: instant(new Date(slot)), at: instant(new Date(at)), by, why: "x" }));
  const posts = fc.uniqueArray(
    fc.record({
      slug: fc.oneof(fc.string({ unit: "binary", minLength: 1 }), fc.constantFrom("a--b", "-->", "--!>", "a b", "x\ny", "…")),
      announced: fc.array(told, { minLength: 1, maxLength: 8 }),
    }),
    { selector: ({ slug }) => slug.toLowerCase(), maxLength: 8 },
  );

  it("[SL6] gives back what was written, whatever slugs and logins are, and cannot end its comment", () => {
    fc.assert(
      fc.property(posts, fc.string(), (some, after) => {
        const record = writeSlotRecord(some);
        expect(record.slice(0, -3)).not.toMatch(/--!?>/);
        const read = readSlotRecords([board(`${record}\n\n${after}`)]);
        for (const { slug, announced } of some.filter(({ slug }) => !/\p{Cs}/u.test(slug))) {
          const back = read(slug);
          expect(back === "unknown" ? back : back.map(({ slot, at, by }) => ({ slot, at, by }))).toEqual(
            announced.map(({ slot, at, by }) => ({ slot, at, by: by?.replace(/\p{Cs}/gu, "\ufffd") ?? null })),
          );
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it("[SL6] has a bound: of a restless post the first and the last slots, of two thousand posts those that moved", () => {
    const announced = Array.from({ length: 40 }, (_, n): Announcement => ({
      slot: instant(new Date(Date.UTC(2014, 6, 1 + n))),
      at: FRIDAY,
      by: null,
      why: "",
    }));
    const back = readSlotRecords([board(writeSlotRecord([{ slug: "restless", announced }]))])("restless");
    expect(back).toHaveLength(12);
    expect(back === "unknown" ? [] : [back[0]?.slot, back[1]?.earlier, back.at(-1)?.slot]).toEqual([
      announced[0]?.slot,
      "unknown",
      announced.at(-1)?.slot,
    ]);
    const many = Array.from({ length: 2_000 }, (_, n) => ({ slug: `post-${n}`, announced: announced.slice(0, n === 1_999 ? 2 : 1) }));
    const record = writeSlotRecord(many);
    expect(record.length).toBeLessThan(24_200);
    expect(readSlotRecords([board(record)])("post-1999")).toHaveLength(2);
  });

  it("[SL6] what is no record is none", () => {
    for (const body of ["", "<!-- slots ever announced; x\nirmin 2014-07-18/2014/\n-->", "<!-- slots ever announced; x\n%zz x/y/z\n-->"])
      expect(readSlotRecords([board(body)])("irmin")).toEqual([]);
  });
});
