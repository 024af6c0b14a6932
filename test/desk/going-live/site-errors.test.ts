/** Errors that only show in sight of the site: they keep a post from going live, whatever its reviews say, and never for ever what could go. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Desk } from "../../../src/desk/facts/desk.js";
import { readInstant } from "../../../src/desk/time/zone.js";
import { campaign, paperWorld, type PaperWorld } from "../paper-world.js";

const SLUGS = ["one", "two", "three", "four"];
const IMAGE = "posts/plot.png";
const STRICT: Partial<Desk> = { lint: lintWith({ "links-live": "error", "links-exist": "error" }) };

function lintWith(severities: Readonly<Record<string, "error" | "warning">>): NonNullable<Desk["lint"]> {
  const rules = Object.fromEntries(Object.entries(severities).map(([id, severity]) => [id, { severity }]));
  return { rules, paths: [], words: [], honourRepositoryConfig: true };
}

interface Written {
  readonly links?: readonly string[];
  /** Left out where it has no image. */
  readonly image?: "there" | "missing";
  readonly permalink?: string;
}

/** The text says so much of itself from now on. */
function writes(world: PaperWorld, number: number, { links = [], image, permalink }: Written): void {
  const { posts } = world.pull(number);
  const place = { line: 3, column: 1, endLine: 3, endColumn: 9 };
  const to = (target: string) => ({ target, place });
  world.becomes(number, {
    ...(image && { paths: { asked: [IMAGE], present: image === "there" ? [IMAGE] : [], folders: ["posts"] } }),
    posts: posts.map((file) => ({
      ...file,
      reading: file.reading && {
        ...file.reading,
        post: { ...file.reading.post, address: permalink === undefined ? [] : [{ key: "permalink", value: permalink, place, line: null }] },
        links: { links: links.map((slug) => to(`${slug}.md`)), images: image ? [to("plot.png")] : [], anchors: [] },
      },
    })),
  });
}

/** An hour after each other, on the second day. */
function pinned(slugs: readonly string[]) {
  return slugs.map((slug, n) => ({ slug, pinned: readInstant(`2014-07-08T1${n}:00:00Z`) }));
}

function open(together: boolean, more: Partial<Desk> = STRICT, slugs: readonly string[] = SLUGS): PaperWorld {
  const world = paperWorld({ desk: { ...more, campaigns: [campaign(pinned(slugs), { together })] } });
  world.looks();
  return world;
}

/** Submitted and approved. */
function brings(world: PaperWorld, slug: string, written: Written, who = "ann"): number {
  const number = world.submits(who, slug, { byline: [who] });
  writes(world, number, written);
  world.looks();
  world.reviews("ben", number);
  return number;
}

const merged = (world: PaperWorld, number: number) => world.pull(number).standing === "merged";

describe("an error in sight of the site", () => {
  it("[PB14] keeps an approved post from going live: its writer is told before the slot, the coordinators once at it, and it goes when it is mended", () => {
    const world = open(false, STRICT, ["one"]);
    const number = brings(world, "one", { image: "missing" });
    world.looks();
    expect(world.post("one")).toMatchObject({ stage: "approved", turn: "byline" });
    expect(world.post("one").reasons[0]).toBe("1 error to fix, shown by the check `presstime/lint`");
    const told = world.passes("2 days").flatMap((effect) => (effect.kind === "reply" ? [effect.mark] : []));
    expect(told).toEqual([expect.stringMatching(/^stopped\/one\//)]);
    expect([world.post("one").stage, merged(world, number)]).toEqual(["due", false]);
    writes(world, number, { image: "there" });
    world.looks();
    expect(merged(world, number)).toBe(true);
  });

  it("[PB14] is no more than told where the desk says that it is a warning", () => {
    const world = open(false, {}, ["one"]);
    const number = brings(world, "one", { image: "missing" });
    world.passes("2 days");
    expect(merged(world, number)).toBe(true);
  });

  it("[PB14] does not keep its reviewers from reading it", () => {
    const world = open(false, STRICT, ["one"]);
    const number = world.submits("ann", "one", { byline: ["ann"] });
    writes(world, number, { image: "missing" });
    expect(world.looks()).toContainEqual(expect.objectContaining({ kind: "ask", pull: number }));
  });

  it("[PB14] a link to a post that goes live later waits for that post, and goes then by itself", () => {
    const world = open(false, STRICT, ["one", "two"]);
    const first = brings(world, "one", { links: ["two"] });
    const second = brings(world, "two", {});
    world.looks();
    const [one, two] = [world.post("one").slot?.at, world.post("two").slot?.at];
    expect(one && two && one < two).toBe(true);
    const merges = world.passes("2 days").flatMap((effect) => (effect.kind === "merge" ? [effect.pull] : []));
    expect(merges).toEqual([second, first]);
  });

  it("[PB15] a pull request that claims the address of a post does not keep that post from going live; once it is live, it keeps the other", () => {
    const world = open(false, {}, ["one"]);
    const stranger = brings(world, "stray", { permalink: "/blog/one/" }, "cat");
    const number = brings(world, "one", { permalink: "/blog/one" });
    world.passes("30 hours");
    expect(merged(world, number)).toBe(true);
    world.passes("2 days");
    expect([merged(world, stranger), world.post("stray").reasons[0]]).toEqual([false, expect.stringContaining("1 error to fix")]);
  });

  it("[PB16] posts of a set that lead to each other go together", () => {
    const world = open(true, STRICT, ["one", "two", "three"]);
    const numbers = [
      brings(world, "one", { links: ["two", "three"] }),
      brings(world, "two", { links: ["one"] }),
      brings(world, "three", {}),
    ];
    const merges = world.passes("2 days").flatMap((effect) => (effect.kind === "merge" ? [effect.pull] : []));
    expect(merges).toEqual(numbers);
  });
});

describe("every season", () => {
  const post = fc.record({
    links: fc.subarray(SLUGS),
    image: fc.constantFrom("there" as const, "there" as const, "there" as const, "missing" as const, undefined),
  });
  const season = fc.record({ together: fc.boolean(), posts: fc.array(post, { minLength: SLUGS.length, maxLength: SLUGS.length }) });

  it("[PB16] publishes no post with an error in sight of its site, and in the end every other one", () => {
    fc.assert(
      fc.property(season, ({ together, posts }) => {
        const world = open(together);
        const written = new Map<string, Seen>(SLUGS.map((slug, n) => [slug, posts[n] ?? { links: [] }]));
        const numbers = new Map(SLUGS.map((slug) => [slug, brings(world, slug, withImage(written.get(slug)))]));
        const isLive = (slug: string) => merged(world, numbers.get(slug) ?? 0);
        const order = looksOften(world).flatMap((effect) => (effect.kind === "merge" ? effect.slugs : []));
        expect(order).toHaveLength(new Set(order).size);
        const lacking = SLUGS.filter((slug) => written.get(slug)?.image === "missing");
        for (const slug of lacking) expect([slug, isLive(slug)]).toEqual([slug, false]);
        if (together) {
          expect(order).toHaveLength(lacking.length > 0 ? 0 : SLUGS.length);
          return;
        }
        const stuck = reaching(lacking, written);
        for (const slug of SLUGS) if (!stuck.has(slug)) expect([slug, isLive(slug)]).toEqual([slug, true]);
      }),
      { numRuns: 20, seed: 2014 },
    );
  });

  interface Seen {
    readonly links: readonly string[];
    readonly image?: "there" | "missing" | undefined;
  }

  /** From the first slot to long after the last, every half hour. */
  function looksOften(world: PaperWorld) {
    world.looks();
    world.sleeps("26 hours");
    return Array.from({ length: 10 }, () => {
      const effects = world.looks();
      world.sleeps("30 minutes");
      return effects;
    }).flat();
  }

  function withImage(one: Seen | undefined): Written {
    return { links: one?.links ?? [], ...(one?.image && { image: one.image }) };
  }

  /** Those that lead to one of `slugs`, by whatever way. */
  function reaching(slugs: readonly string[], written: ReadonlyMap<string, { readonly links: readonly string[] }>): ReadonlySet<string> {
    const found = new Set(slugs);
    for (let size = -1; size !== found.size;) {
      size = found.size;
      for (const [slug, { links }] of written) if (links.some((one) => found.has(one))) found.add(slug);
    }
    return found;
  }
});
