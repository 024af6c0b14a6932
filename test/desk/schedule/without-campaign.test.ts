/** Posts on a desk without a campaign: the calendar is the desk's, and a missing value is never now. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Desk } from "../../../src/desk/facts/desk.js";
import { latest, readInstant, type Instant } from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld, type PaperWorld } from "../paper-world.js";

const text = (...fields: readonly string[]): string => ["---", "title: Irmin", ...fields, "---", "", "Words.", ""].join("\n");
const dated = (date: string) => ({ file: { path: "posts/irmin.md", text: text(`date: ${date}`) } });
const pinned = { slug: "irmin", pinned: readInstant("2014-07-20T11:00:00Z") };

/** Brought and approved on Monday 7 July, at nine in London. */
function approved(more: Partial<Desk> = {}, submitted: Parameters<PaperWorld["submits"]>[2] = {}) {
  const world = paperWorld({ desk: more });
  const number = world.submits("ann", "irmin", submitted);
  world.looks();
  world.reviews("ben", number);
  return { world, number, wentLive: () => world.pull(number).endedAt };
}

describe("a post whose campaign is gone", () => {
  it("[SC37] keeps the slot that it was pinned to, though the plan that pinned it is deleted", () => {
    const { world, wentLive } = approved({ campaigns: [campaign([pinned])] });
    world.looks();
    world.rewritesDesk({ campaigns: [] });
    world.passes("12 days");
    expect(world.post("irmin").slot).toMatchObject({ at: pinned.pinned, why: "This is the slot that was announced for the post." });
    expect(wentLive()).toBeNull();
    world.passes("3 days");
    expect(wentLive()).toBe(pinned.pinned);
  });

  it("[SC37] still gets a slot of the pattern when the last deadline is behind it, and none is called late", () => {
    const world = paperWorld({ desk: { campaigns: [campaign([], { deadline: readInstant("2014-07-01T08:00:00Z") })] } });
    world.submits("ann", "stray");
    world.looks();
    expect(world.post("stray").slot).toMatchObject({ at: "2014-07-08T11:00:00Z", fits: true, lateness: "on time" });
  });
});

describe("a post that nobody promised", () => {
  it("[SC37] is published at the slot asked for, on a desk that has no campaign", () => {
    const { world, number, wentLive } = approved();
    world.says("amir", number, "/slot 2014-07-17T15:00");
    world.passes("9 days");
    expect(wentLive()).toBeNull();
    world.passes("3 days");
    expect(wentLive()).toBe("2014-07-17T14:00:00Z");
  });

  it("[SC37] waits for the next free slot otherwise, which the notice names", () => {
    const { world, number, wentLive } = approved();
    world.looks();
    expect(world.pull(number).comments[0]?.body).toContain("Planned for **Tue 8 July 2014, 12:00 (Europe/London)**");
    world.passes("2 days");
    expect(wentLive()).toBe("2014-07-08T11:00:00Z");
  });

  it.each([
    ["the slot of its day", "2014-07-24", "2014-07-24T11:00:00Z"],
    ["the hour of the next slot, where its day has none", "2014-07-26", "2014-07-26T11:00:00Z"],
    ["the first slot from the hour it names", "2014-07-24T09:30:00Z", "2014-07-24T11:00:00Z"],
    ["the hour it names, where no slot of the day is later", "2014-07-24T15:30:00Z", "2014-07-24T15:30:00Z"],
  ])("[SC34] that is dated waits for %s", (_, date, at) => {
    const { world, wentLive } = approved({}, dated(date));
    world.looks();
    expect(world.post("irmin").announced).toMatchObject([
      { slot: at, why: "This is the first slot on or after the date in the text of the post." },
    ]);
    world.passes("30 days");
    expect(wentLive()).toBe(at);
  });

  it("[SC34] that is dated shares no slot with another, and takes none from a promise", () => {
    const day = readInstant("2014-07-09T11:00:00Z");
    const world = paperWorld({ desk: { campaigns: [campaign([{ slug: "one", pinned: day }])] } });
    for (const slug of ["a", "b"]) world.submits("dan", slug, { file: { path: `posts/${slug}.md`, text: text("date: 2014-07-09") } });
    world.looks();
    expect(["one", "a", "b"].map((slug) => world.post(slug).slot?.at.slice(0, 10))).toEqual(["2014-07-09", "2014-07-10", "2014-07-11"]);
    const again = ["one", "a", "b"].map((slug) => world.post(slug).slot?.at);
    world.passes("1 days");
    expect(["one", "a", "b"].map((slug) => world.post(slug).slot?.at)).toEqual(again);
  });

  it.each(["2014-07-26", "2014-07-26T15:30:00Z"])(
    "[SC34] leaves another that was announced for its day, %s, on which there is no slot, where it is",
    (date) => {
      const world = paperWorld();
      const slots = () => ["a", "b"].map((slug) => world.post(slug).slot?.at.slice(0, 10));
      const comes = (slug: string) => world.submits("dan", slug, { file: { path: `posts/${slug}.md`, text: text(`date: ${date}`) } });
      comes("a");
      world.looks();
      comes("b");
      world.looks();
      expect(slots()).toEqual(["2014-07-26", "2014-07-28"]);
      world.passes("1 days");
      expect(slots()).toEqual(["2014-07-26", "2014-07-28"]);
    },
  );

  it("[SC34] is told no slot before its date where another post is placed by hand upon its slot", () => {
    const world = paperWorld();
    world.submits("dan", "a", { file: { path: "posts/a.md", text: text("date: 2014-07-24") } });
    world.looks();
    const other = world.submits("ann", "other");
    world.says("amir", other, "/pin 2014-07-24T12:00");
    world.looks();
    expect(world.post("a").announced.map(({ slot }) => slot.slice(0, 10))).toEqual(["2014-07-24", "2014-07-25"]);
  });

  it("[SC34] follows its date to a later day, and a command before any date", () => {
    const { world, number, wentLive } = approved({}, dated("2014-07-24"));
    world.looks();
    world.becomes(number, { posts: world.pull(number).posts.map((file) => ({ ...file, ...later(world) })) });
    world.looks();
    expect(world.post("irmin").slot?.at).toBe("2014-07-31T11:00:00Z");
    world.says("amir", number, "/slot 2014-07-11T12:00");
    world.passes("5 days");
    expect(wentLive()).toBe("2014-07-11T11:00:00Z");

    function later({ submits, pull }: PaperWorld) {
      return { reading: pull(submits("ann", "other", dated("2014-07-31"))).posts[0]?.reading ?? null };
    }
  });

  it.each([
    ["9999-12-31", "posts/irmin.md", "date: 9999-12-31"],
    ["9999/12/31", "posts/9999/12/31/irmin.md", ""],
    ["soon", "posts/irmin.md", "date: soon"],
    ["2014-02-30", "posts/irmin.md", "date: 2014-02-30"],
  ])("[SC35] whose date is %s is not published, whatever the linter makes of it, and its writer reads why", (date, path, field) => {
    for (const slots of [desk().slots, []]) {
      const { world, number, wentLive } = approved({ slots }, { file: { path, text: text(...(field === "" ? [] : [field])) } });
      world.becomes(number, {
        posts: world.pull(number).posts.map((file) => ({ ...file, reading: file.reading && { ...file.reading, findings: [] } })),
      });
      world.passes("9 days");
      expect(wentLive()).toBeNull();
      expect(world.post("irmin")).toMatchObject({ turn: "byline", waitingFor: ["ann"] });
      expect(world.post("irmin").reasons[0]).toContain(`the date \`${date}\` in its text does not exist`);
      const told = world.pull(number).comments.filter(({ mark }) => mark?.startsWith("stopped/"));
      expect(told).toHaveLength(slots.length > 0 ? 1 : 0);
    }
  });

  it("[SC35] goes as soon as it is approved only where the desk knows no slots at all", () => {
    expect(
      approved({ slots: [] })
        .world.looks()
        .map(({ kind }) => kind),
    ).toContain("merge");
    const closed = { ...desk().calendar, closed: [{ from: "2014-01-01", to: "9999-12-31", why: "moving" } as never] };
    const { world, wentLive } = approved({ calendar: closed });
    world.passes("30 days");
    expect(wentLive()).toBeNull();
    expect(world.post("irmin")).toMatchObject({ stage: "approved", turn: "coordinator", slot: null });
    expect(world.post("irmin").reasons.join()).toContain("`/slot WHEN`");
  });

  it("[PL7] gets no slot before its review can be done, though a deadline is near", () => {
    const deadline = readInstant("2014-07-08T16:00:00Z");
    const world = paperWorld({ desk: { lead: { draft: 1, review: 3 }, campaigns: [campaign([], { deadline })] } });
    world.submits("ann", "stray");
    world.looks();
    expect(world.post("stray").slot?.at).toBe("2014-07-10T11:00:00Z");
  });
});

describe("a promised post", () => {
  it("[CS17] whose text is dated after a slot that nobody asked for waits for its writer, who are told so before", () => {
    const { world, wentLive } = approved({ campaigns: [campaign(["irmin"])] }, { ...dated("2014-07-30"), byline: ["ann"] });
    world.looks();
    expect(world.post("irmin")).toMatchObject({ stage: "approved", turn: "byline", slot: { at: "2014-07-08T11:00:00Z" } });
    expect(world.post("irmin").reasons[0]).toContain("the date in its text is Wed 30 July, which is after its slot");
    world.passes("9 days");
    expect(wentLive()).toBeNull();
  });
});

const DAYS = ["2014-07-07", "2014-07-09", "2014-07-12", "2014-07-15", "2014-07-28"] as const;

describe("whatever is asked, pinned, announced or dated", () => {
  it("[SC37] nothing goes live before the latest word on its day", () => {
    const setting = fc.record({
      slots: fc.constantFrom(["Mon 12:00", "Thu 09:30"], ["first Tue 12:00"], []),
      planned: fc.option(fc.constantFrom(...DAYS)),
      inCampaign: fc.boolean(),
      forsaken: fc.nat(3),
      date: fc.option(fc.constantFrom(...DAYS)),
      asks: fc.option(fc.record({ after: fc.nat(3), to: fc.constantFrom(...DAYS), pins: fc.boolean() })),
      reviewed: fc.nat(6),
      fixDates: fc.boolean(),
    });
    fc.assert(
      fc.property(setting, ({ slots, planned, inCampaign, forsaken, date, asks, reviewed, fixDates }) => {
        const post = { slug: "irmin", pinned: planned && readInstant(`${planned}T13:00:00Z`) };
        const world = paperWorld({
          desk: { slots, merge: { ...desk().merge, fixDates }, campaigns: inCampaign ? [campaign([post])] : [] },
        });
        const number = world.submits("ann", "irmin", date === null ? {} : dated(date));
        let said: Instant | null = null;
        for (let day = 0; day < 30; day += 1) {
          if (day === forsaken) world.rewritesDesk({ campaigns: [] });
          if (day === asks?.after) {
            const words = `/${asks.pins ? "pin" : "slot"} ${asks.to}T15:00`;
            if (`${asks.to}T14:00:00Z` > world.at() && world.pull(number).standing === "open") said = readInstant(`${asks.to}T14:00:00Z`);
            world.says("amir", number, words);
          }
          world.looks();
          if (day === reviewed) world.reviews("ben", number);
          world.passes("1 days");
        }
        const at = world.pull(number).endedAt;
        const told = world.facts().memory.announced.irmin?.at(-1)?.slot ?? null;
        const from = date === null ? null : readInstant(`${date}T00:00:00+01:00`);
        const word = said ?? (inCampaign && forsaken > 0 ? post.pinned : null) ?? latest([told, from]);
        if (at !== null && word !== null && !(fixDates && inCampaign)) expect(at >= word).toBe(true);
        if (at !== null && told !== null) expect(at >= told).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
