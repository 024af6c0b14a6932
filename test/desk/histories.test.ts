/** What holds in every history, whatever people do and whenever they do it. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Effect } from "../../src/desk/effect.js";
import { plan } from "../../src/desk/plan.js";
import { between, dayOf, HOUR, MINUTE, plus, readInstant } from "../../src/desk/time/zone.js";
import { campaign, paperWorld, person, type PaperWorld } from "./paper-world.js";

const SLUGS = ["one", "two", "three", "four"];
const PEOPLE = ["ann", "ben", "cat", "dan"];
const VISITORS = [...PEOPLE, "amir", "stranger"];
const COMMANDS = [
  "/hold",
  "/unhold",
  "/drop",
  "/snooze 1d",
  "/uncc",
  "/cc @dan",
  "/slot 2014-07-11T15:00",
  "/status",
  "/post two",
  "/hlep",
  "fine",
  "/slot next",
  "/slot swap two",
  "/slot friday 15:00",
  "/pin",
  "/unpin",
  "/after three",
  "/rename uno",
  "/split more",
  "/merge-into two",
  "/undo",
  "/dry-run /slot next",
];

type Act = (world: PaperWorld) => void;

const onOpen =
  (n: number, act: (world: PaperWorld, number: number) => void): Act =>
  (world) => {
    const number = world.facts().open[n % Math.max(1, world.facts().open.length)]?.number;
    if (number) act(world, number);
  };

/** One thing that somebody does; what cannot be done then is not. */
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...SLUGS).map(
      (slug): Act =>
        (world) =>
          void world.submits("amir", slug, { byline: [slug === "two" ? "ben" : "ann"] }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        who: fc.constantFrom(...VISITORS),
        slug: fc.constantFrom(...SLUGS, "stray"),
        draft: fc.boolean(),
        errors: fc.constantFrom(0, 0, 1),
      })
      .map(
        ({ who, slug, draft, errors }): Act =>
          (world) =>
            void world.submits(who, slug, { draft, errors, byline: PEOPLE.includes(who) ? [who] : [] }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        who: fc.constantFrom(...VISITORS),
        n: fc.nat(5),
        says: fc.constantFrom("approves" as const, "requests changes" as const, "comments" as const),
      })
      .map(({ who, n, says }) =>
        onOpen(n, (world, number) => {
          if (world.pull(number).openedBy?.login !== who) world.reviews(who, number, says);
        }),
      ),
  },
  {
    weight: 5,
    arbitrary: fc.nat(5).map((n): Act => (world) => {
      const asked = world.facts().open.flatMap(({ number, requested }) => requested.map(({ login }) => ({ login, number })));
      const one = asked[n % Math.max(1, asked.length)];
      if (one) world.reviews(one.login, one.number);
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ n: fc.nat(5), text: fc.string({ minLength: 1, maxLength: 2 }) }).map(({ n, text }) =>
      onOpen(n, (world, number) => {
        world.pushes(number, text);
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(5).map((n) =>
      onOpen(n, (world, number) => {
        world.readies(number);
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(5).map((n) =>
      onOpen(n, (world, number) => {
        world.closes(number);
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({ who: fc.constantFrom(...VISITORS), n: fc.nat(5), body: fc.constantFrom(...COMMANDS) }).map(({ who, n, body }) =>
      onOpen(n, (world, number) => {
        world.says(who, number, body);
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        who: fc.constantFrom(...VISITORS),
        slug: fc.constantFrom(...SLUGS),
        word: fc.constantFrom("hold", "drop", "unhold", "slot"),
      })
      .map(({ who, slug, word }): Act => (world) => {
        const [board] = world.facts().boards;
        if (board) world.says(who, board.number, `/${word} ${slug}${word === "slot" ? " 2014-07-15T09:00" : ""}`);
      }),
  },
);

/** A text leads to other posts and claims an address, which site rules have something to say of. */
const leads: fc.Arbitrary<Act> = fc
  .record({ n: fc.nat(5), to: fc.subarray(SLUGS), address: fc.constantFrom(null, "/blog/one/", "/blog/two/") })
  .map(({ n, to, address }) =>
    onOpen(n, (world, number) => {
      const place = { line: 3, column: 1, endLine: 3, endColumn: 9 };
      const links = { links: to.map((slug) => ({ target: `${slug}.md`, place })), images: [], anchors: [] };
      const written = address === null ? [] : [{ key: "permalink", value: address, place, line: null }];
      world.becomes(number, {
        posts: world.pull(number).posts.map((file) => ({
          ...file,
          reading: file.reading && { ...file.reading, links, post: { ...file.reading.post, address: written } },
        })),
      });
    }),
  );

/** Somebody edits the plan: pins, embargoes, order, the deadline, the weekly pattern. */
const edit: fc.Arbitrary<Act> = fc
  .record({
    pin: fc.constantFrom(null, "2014-07-10T11:00:00Z", "2014-07-16T11:00:00Z", "2014-07-16T15:30:00Z"),
    notBefore: fc.constantFrom(null, "2014-07-15T00:00:00Z"),
    after: fc.constantFrom([], ["four"], ["three"]),
    slots: fc.constantFrom(["Mon 12:00", "Thu 12:00"], ["Tue 09:00", "Wed 12:00", "Fri 12:00"]),
    slug: fc.constantFrom("one", "two"),
  })
  .map(({ pin, notBefore, after, slots, slug }): Act => (world) => {
    const [first] = world.facts().desk.campaigns;
    if (!first) return;
    const posts = first.posts.map((post) =>
      post.slug === slug
        ? { ...post, after, pinned: pin === null ? null : readInstant(pin), notBefore: notBefore === null ? null : readInstant(notBefore) }
        : post,
    );
    world.rewritesDesk({ slots, campaigns: [{ ...first, posts }] });
  });

const history = fc.array(
  fc.record({ act: fc.oneof({ weight: 8, arbitrary: act }, { weight: 1, arbitrary: leads }), hours: fc.constantFrom(0, 0, 1, 5, 24, 72) }),
  { minLength: 1, maxLength: 14 },
);

const open = () =>
  paperWorld({
    desk: {
      lint: { rules: { "links-live": { severity: "error" } }, paths: [], words: [], honourRepositoryConfig: true },
      people: PEOPLE.map((login, index) => person(login, { zone: index % 2 ? "America/Chicago" : "Europe/London" })),
      campaigns: [
        campaign([
          { slug: "one", byline: ["ann"] },
          { slug: "two", byline: ["ben"], after: ["one"] },
          { slug: "three", byline: ["cat"] },
          "four",
        ]),
      ],
    },
  });

/** Plays a history, showing what was applied after each step. */
function play(
  steps: readonly { readonly act: Act; readonly hours: number }[],
  after: (world: PaperWorld, effects: readonly Effect[]) => void,
): PaperWorld {
  const world = open();
  world.looks();
  for (const { act: doing, hours } of steps) {
    doing(world);
    after(world, hours > 0 ? world.passes(`${hours} hours`) : world.looks());
  }
  return world;
}

describe("every history", () => {
  it("[PL1] comes to rest, and stays at rest until the instant that the plan asked for", () => {
    fc.assert(
      fc.property(history, fc.double({ min: 0, max: 1, noNaN: true }), (steps, share) => {
        play(steps, (world) => {
          const { at, effects, lookAgainAt } = world.plan();
          expect(effects).toEqual([]);
          const end = lookAgainAt ?? plus(at, 240 * HOUR);
          const meanwhile = plus(at, Math.floor(share * (between(at, end) - 1000)));
          expect(plan({ ...world.facts(), at: meanwhile }).effects).toEqual([]);
          expect(plan({ ...world.facts(), at: plus(end, -MINUTE) > at ? plus(end, -MINUTE) : at }).effects).toEqual([]);
        });
      }),
      { numRuns: 30 },
    );
  });

  it("[PL2] judges the same whatever order pull requests and boards are read in", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const facts = play(steps, () => undefined).facts();
        const turned = {
          ...facts,
          open: facts.open.toReversed(),
          closed: facts.closed.toReversed(),
          published: facts.published.toReversed(),
        };
        const strip = ({ posts, effects }: ReturnType<typeof plan>) => ({
          posts: posts
            .map(({ slug, stage, turn, slot }) => ({ slug, stage, turn, at: slot?.at }))
            .sort((a, b) => (a.slug < b.slug ? -1 : 1)),
          effects,
        });
        expect(strip(plan(turned))).toEqual(strip(plan(facts)));
      }),
      { numRuns: 25 },
    );
  });

  it("[ST3] publishes nothing that nobody off its byline has approved as it stands", () => {
    let published = 0;
    const approvedAsItStands = (world: PaperWorld, effects: readonly Effect[]): void => {
      for (const effect of effects) {
        if (effect.kind !== "merge") continue;
        published += 1;
        const pull = world.pull(effect.pull);
        const byline = world.plan().posts.find(({ leading }) => leading === pull.number)?.byline ?? [];
        const good = pull.reviews.filter(
          ({ by, says, outdated }) =>
            by &&
            !by.bot &&
            !byline.includes(by.login) &&
            by.login !== pull.openedBy?.login &&
            says === "approves" &&
            outdated.length === 0,
        );
        expect(good.length).toBeGreaterThan(0);
        expect(pull.draft).toBe(false);
      }
    };
    fc.assert(
      fc.property(history, (steps) => {
        const world = play(steps, approvedAsItStands);
        for (const { number, requested } of world.facts().open) for (const { login } of requested) world.reviews(login, number);
        approvedAsItStands(world, world.passes("7 days"));
      }),
      { numRuns: 30 },
    );
    // Histories in which nothing is published would prove nothing.
    expect(published).toBeGreaterThan(5);
  });

  it("[RM3] reminds nobody twice on one of their days, and nobody whose turn it is not", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const world = play(steps, (now, effects) => {
          for (const effect of effects) {
            if (effect.kind !== "remind") continue;
            expect(["ann", "ben", "cat", "dan", "amir", "stranger"]).toContain(effect.to);
          }
          expect(now.plan().effects).toEqual([]);
        });
        const { open: pulls, closed, boards } = world.facts();
        const marks = [...pulls, ...closed, ...boards].flatMap(({ comments }) =>
          comments.flatMap(({ mark, at }) => (mark?.startsWith("remind/") ? [{ who: mark.split("/")[1] ?? "", at }] : [])),
        );
        const zoneOf = (login: string) => world.facts().desk.people.find((one) => one.login === login)?.zone ?? "Europe/London";
        const days = marks.map(({ who, at }) => `${who} ${dayOf(at, zoneOf(who))}`);
        expect(new Set(days).size).toBe(days.length);
      }),
      { numRuns: 30 },
    );
  });

  it("[WD3] keeps at most one notice on a pull request", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { open: pulls, closed } = play(steps, () => undefined).facts();
        for (const { comments } of [...pulls, ...closed])
          expect(comments.filter(({ mark }) => mark === "notice").length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });

  it("[SL7] tells why with every slot that is announced in place of another, and never as if it were the first", () => {
    let moves = 0;
    fc.assert(
      fc.property(history, fc.array(edit, { maxLength: 3 }), (steps, edits) => {
        const world = play(steps, () => undefined);
        for (const one of edits) {
          one(world);
          world.passes("30 hours");
        }
        for (const told of Object.values(world.facts().memory.announced)) {
          for (const [index, { slot, why }] of told.entries()) {
            if (index === 0) continue;
            moves += 1;
            expect(slot).not.toBe(told[index - 1]?.slot);
            expect(why).toMatch(/\S{2}/);
            expect(why).not.toMatch(/^This is the (?:next|first) free slot/);
          }
        }
      }),
      { numRuns: 12, seed: 20140718 },
    );
    expect(moves).toBeGreaterThan(10);
  });
});
