/** Several posts in one pull request: one merge brings all of them, or none, and each says what the others keep it from. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { gatherDossiers } from "../../../src/desk/dossier.js";
import type { Desk } from "../../../src/desk/facts/desk.js";
import { readInstant, sayWhen } from "../../../src/desk/time/zone.js";
import { wantMerges } from "../../../src/desk/wanted/merges.js";
import { campaign, desk, paperWorld, person, type PaperFile, type PaperWorld } from "../paper-world.js";

const people = ["ann", "ben", "cat", "dan"].map((login) => person(login));
const at = (day: string) => readInstant(`2014-07-${day}T11:00:00Z`);
const text = (slug: string, ...fields: readonly string[]) =>
  ["---", `title: About ${slug}`, "author: ann", ...fields, "---", "", "Words.", ""].join("\n");
const file = (slug: string, ...fields: readonly string[]): PaperFile => ({ path: `posts/${slug}.md`, text: text(slug, ...fields) });
const merging = (atSlot: boolean): Partial<Desk> => ({ people, merge: { ...desk().merge, atSlot } });

/** One pull request that brings `one` with `files`, approved on Monday 7 July. */
function approved(more: Partial<Desk>, files: readonly PaperFile[], before: (world: PaperWorld) => void = () => undefined) {
  const world = paperWorld({ desk: { ...merging(true), ...more } });
  before(world);
  const number = world.submits("ann", "one", { byline: ["ann"], files });
  world.looks();
  world.reviews("ben", number);
  world.looks();
  return { world, number };
}
const notice = (world: PaperWorld, number: number) => world.pull(number).comments.find(({ mark }) => mark === "notice")?.body ?? "";
const go = (world: PaperWorld, number: number) => world.pull(number).comments.filter(({ mark }) => mark?.startsWith("go/"));

describe("one merge", () => {
  it("[PB17] is wanted when every post that it brings may go, and not when only one of them may", () => {
    const { world, number } = approved({ campaigns: [campaign(["one", "two"])] }, [file("two")]);
    const facts = world.facts();
    const bar = { turn: "nobody", missing: [], from: world.at(), againAt: null, retryAt: null, alarm: null } as const;
    const merges = (...kinds: readonly ("goes" | "waits" | "stopped" | null)[]) => {
      const pairs = gatherDossiers(facts).posts.map((dossier, n) => {
        const kind = kinds[n] ?? null;
        return { dossier, post: world.post(dossier.slug), clearance: kind && { ...bar, kind } };
      });
      return wantMerges({ pairs, sets: [] }, facts).map(({ pull }) => pull);
    };
    expect(merges("goes", "goes")).toEqual([number]);
    for (const other of ["waits", "stopped", null] as const) expect([merges("goes", other), merges(other, "goes")]).toEqual([[], []]);
  });
});

describe("posts of one pull request", () => {
  it("[SC36] have one slot, the latest that any of them needs, and say with whom they come", () => {
    const { world, number } = approved({ campaigns: [campaign(["one", { slug: "two", pinned: at("10") }, "three"])] }, [
      file("two"),
      file("stray"),
    ]);
    expect(["one", "two", "stray"].map((slug) => world.post(slug).slot?.at)).toEqual([at("10"), at("10"), at("10")]);
    expect(world.post("one").slot?.why).toBe(`#${number} adds this post and \`two\`, so both have the same slot.`);
    expect(world.post("two").slot?.why).toBe("The plan pins the post to this slot.");
    world.passes("4 days");
    expect(world.pull(number).endedAt).toBe(at("10"));
    expect(["one", "two", "stray"].map((slug) => world.post(slug).stage)).toEqual(["live", "live", "live"]);
  });

  it("[SC36] of which people asked for different slots have the later one, and read the way out", () => {
    const posts = [
      { slug: "one", pinned: at("09") },
      { slug: "two", pinned: at("11") },
      { slug: "three", after: ["one"] },
    ];
    const { world } = approved({ campaigns: [campaign(posts)] }, [file("two")]);
    expect(world.post("one").slot).toMatchObject({ at: at("11") });
    expect(world.post("one").slot?.why).toMatch(/also adds `two`.*One merge publishes both.*its own pull request/);
    expect(world.post("three").slot?.at).toBe(readInstant("2014-07-14T11:00:00Z"));
  });

  it("[RV24] are reviewed as one: one request, by somebody who signs none of them, shown at each", () => {
    const { world, number } = approved(
      {
        campaigns: [
          campaign([
            { slug: "one", byline: ["ann"] },
            { slug: "two", byline: ["cat"] },
          ]),
        ],
      },
      [file("two")],
    );
    const asked = world.post("one").asked.map(({ login }) => login);
    expect(world.post("two").asked.map(({ login }) => login)).toEqual(asked);
    expect(asked).not.toContain("cat");
    expect(world.pull(number).requested.length).toBeLessThanOrEqual(1);
  });

  it.each([true, false])("[PB17] with a change to a live post take it along (at_slot: %s)", (atSlot) => {
    const { world, number } = approved({ ...merging(atSlot), campaigns: [campaign(["one"])] }, [file("old")], (before) => {
      before.merges(before.submits("dan", "old"));
    });
    const slot = world.post("one").slot?.at ?? "";
    expect(world.post(`old#${number}`).reasons).toEqual([expect.stringMatching(/it goes live together with `one`, on Tue 8 July/)]);
    world.passes("2 days");
    expect(world.pull(number).endedAt).toBe(atSlot ? slot : null);
    expect(go(world, number)).toHaveLength(atSlot ? 0 : 1);
  });

  it.each([true, false])(
    "[PB17] wait while one of them is held, each with the way out, and go when it is let go (at_slot: %s)",
    (atSlot) => {
      const { world, number } = approved({ ...merging(atSlot), campaigns: [campaign(["one", "two"])] }, [file("two")]);
      world.says("amir", number, "/hold two not yet");
      world.passes("3 days");
      expect(world.pull(number).standing).toBe("open");
      expect(go(world, number)).toEqual([]);
      expect(world.post("one")).toMatchObject({ stage: "due", turn: "byline", waitingFor: ["ann"] });
      expect(world.post("one").reasons).toEqual([
        `#${number} also adds \`two\`, which amir put on hold: remove \`two\` from this pull request, or end the hold with \`/unhold two\``,
      ]);
      expect(notice(world, number)).not.toContain("It is ready, and nobody has to do anything");
      world.says("amir", number, "/unhold two");
      world.passes("1 days");
      expect(atSlot ? world.pull(number).standing : go(world, number).length).toBe(atSlot ? "merged" : 1);
    },
  );

  it("[PB17] wait beside one that was dropped, and beside one that another pull request leads", () => {
    const { world, number } = approved({ campaigns: [campaign(["one", "two", "three"])] }, [file("two"), file("three")], (before) => {
      before.submits("dan", "two", { number: 900 });
    });
    world.says("amir", number, "/drop three");
    world.passes("3 days");
    expect(world.pull(number).standing).toBe("open");
    expect(world.post("one").reasons).toEqual([
      `#${number} also adds \`two\`, but Presstime uses #900 for it: remove \`two\` from this pull request, or close #900`,
      `#${number} also adds \`three\`, which amir dropped: remove \`three\` from this pull request, or bring it back with \`/unhold three\``,
    ]);
    world.closes(900);
    world.says("amir", number, "/unhold three");
    world.passes("3 days");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[PB17] wait beside one with errors: whoever has to mend that has the move of all", () => {
    const { world, number } = approved({ campaigns: [campaign(["one"])] }, [file("two", "date: never")]);
    expect(world.post("one")).toMatchObject({ stage: "approved", turn: "byline", waitingFor: ["ann"] });
    expect(world.post("one").reasons[0]).toContain("also adds `two`, which is not ready");
    world.passes("9 days");
    expect(world.pull(number).standing).toBe("open");
    expect(world.post("one")).toMatchObject({ stage: "due", turn: "byline" });
  });

  it("[PB17] go though a file beside them is taken away, or moved", () => {
    const { world, number } = approved(
      { campaigns: [campaign(["one"])] },
      [
        { path: "posts/gone.md", text: "" },
        { ...file("new"), from: "posts/old.md" },
      ],
      (before) => {
        before.merges(before.submits("dan", "old"));
        before.merges(before.submits("dan", "gone"));
      },
    );
    world.passes("3 days");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[PB17] of a set that goes live together hold the set back with what comes beside them, and go with it", () => {
    const together = campaign(["one", "two"], { together: true });
    const { world, number } = approved({ campaigns: [together] }, [file("stray")]);
    const other = world.submits("dan", "two", { byline: ["dan"] });
    world.looks();
    world.reviews("cat", other);
    world.says("amir", number, "/hold stray");
    world.passes("4 days");
    expect([number, other].map((one) => world.pull(one).standing)).toEqual(["open", "open"]);
    world.says("amir", number, "/unhold stray");
    world.passes("1 days");
    expect([number, other].map((one) => world.pull(one).standing)).toEqual(["merged", "merged"]);
    expect(world.pull(number).endedAt).toBe(world.pull(other).endedAt);
  });
});

describe("whatever comes in one pull request", () => {
  const SLUGS = ["one", "two", "three", "four"];
  const doing = fc.record({
    what: fc.constantFrom("hold", "drop", "unhold", "slot", "approve", "rival", "close", "withdraw"),
    slug: fc.constantFrom(...SLUGS),
    day: fc.constantFrom("09", "11", "16"),
  });

  it("[PB17] nothing rests approved with its slot gone by and the move nobody's, and it goes exactly when all may", () => {
    fc.assert(
      fc.property(
        fc.subarray(SLUGS, { minLength: 1 }),
        fc.subarray(["one", "two", "stray"]),
        fc.boolean(),
        fc.boolean(),
        fc.array(doing, { minLength: 4, maxLength: 9 }),
        (promised, others, changes, together, acts) => {
          const world = paperWorld({ desk: { people, campaigns: [campaign(promised, { together })] } });
          world.merges(world.submits("dan", "old"));
          const number = world.submits("ann", "three", {
            byline: ["ann"],
            files: [...others.map((slug) => file(slug)), ...(changes ? [file("old")] : [])],
          });
          world.looks();
          for (const { what, slug, day } of acts) {
            if (what === "approve")
              for (const { number: open, openedBy } of world.facts().open) world.reviews(openedBy?.login === "ben" ? "cat" : "ben", open);
            else if (what === "rival") world.submits("ben", slug, { byline: ["ben"] });
            else if (what === "close")
              world
                .facts()
                .open.filter(({ number: open }) => open !== number)
                .forEach((open) => {
                  world.closes(open.number);
                });
            else if (what !== "withdraw" && world.pull(number).standing === "open")
              world.says("amir", number, `/${what} ${slug}${what === "slot" ? ` 2014-07-${day}T12:00` : ""}`);
            world.passes("1 days");
            for (const { stage, turn, slot, slug: resting, reasons } of world.plan().posts) {
              if (stage !== "approved" && stage !== "due") continue;
              // What waits for its set, or beside what does, says until when.
              const gone = slot !== null && slot.at < world.at() ? sayWhen(slot.at, "Europe/London") : null;
              const waits = reasons.some((reason) => /together with|merged on/.test(reason) && !reason.includes(gone ?? ""));
              const silent = turn === "nobody" && gone !== null && !waits;
              expect({ resting, reasons, silent }).toMatchObject({ silent: false });
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
