/** Liveness in random histories: people leave, go on leave, decline, are refused and fall silent, and nothing waits in silence. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Person } from "../../src/desk/facts/person.js";
import { dayPlus, type Day, type Instant } from "../../src/desk/time/zone.js";
import { silences } from "./liveness.js";
import { campaign, paperWorld, person, type PaperWorld } from "./paper-world.js";

const SLUGS = ["one", "two", "three", "four"];
const PEOPLE = ["ann", "ben", "cat", "amir"];
const MONDAY = "2014-07-07" as Day;

type Act = (world: PaperWorld) => void;

/** Does it where it can be done. */
const onOpen =
  (n: number, act: (world: PaperWorld, number: number) => void): Act =>
  (world) => {
    const { open } = world.facts();
    const number = open[n % Math.max(1, open.length)]?.number;
    if (number !== undefined) act(world, number);
  };

const alterPerson =
  (login: string, change: (was: Person) => Person | null): Act =>
  (world) => {
    world.rewritesDesk({ people: world.facts().desk.people.flatMap((one) => (one.login === login ? (change(one) ?? []) : [one])) });
  };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        who: fc.constantFrom(...PEOPLE, "stranger"),
        slug: fc.constantFrom(...SLUGS, "stray"),
        draft: fc.boolean(),
        signed: fc.constantFrom("ann", "ben", "Jane Doe", null),
      })
      .map(
        ({ who, slug, draft, signed }): Act =>
          (world) =>
            void world.submits(who, slug, { draft, byline: signed === null ? [] : [signed] }),
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ login: fc.constantFrom(...PEOPLE), from: fc.nat(14), days: fc.constantFrom(0, 1, 4, 9, 30) })
      .map(({ login, from, days }) =>
        alterPerson(login, (was) => ({ ...was, away: [...was.away, { from: dayPlus(MONDAY, from), to: dayPlus(MONDAY, from + days) }] })),
      ),
  },
  { weight: 1, arbitrary: fc.constantFrom("ann", "ben", "cat").map((login) => alterPerson(login, () => null)) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        n: fc.nat(5),
        says: fc.constantFrom("approves" as const, "approves" as const, "requests changes" as const, "comments" as const),
      })
      .map(({ n, says }): Act => (world) => {
        const asked = world.facts().open.flatMap(({ number, requested }) => requested.map(({ login }) => ({ login, number })));
        const one = asked[n % Math.max(1, asked.length)];
        if (one) world.reviews(one.login, one.number, says);
      }),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        n: fc.nat(5),
        who: fc.constantFrom(...PEOPLE),
        body: fc.constantFrom("/uncc", "/cc @cat", "/cc @ben", "/drop", "/hold", "/unhold", "/after two", "/snooze 2d", "/undo"),
      })
      .map(({ n, who, body }) =>
        onOpen(n, (world, number) => {
          world.says(who, number, body);
        }),
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        n: fc.nat(5),
        who: fc.constantFrom(...PEOPLE, "stranger", "helper[bot]"),
        thread: fc.constantFrom(undefined, 0, 1),
        body: fc.constantFrom("Is it five?", "Thanks.", "/hold", "/unhold", "/uncc"),
      })
      .map(({ n, who, thread, body }) =>
        onOpen(n, (world, number) => {
          const isThere = thread !== undefined && (world.pull(number).threads ?? []).length > thread;
          world.remarks(who, number, body, isThere ? thread : undefined);
        }),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.record({ n: fc.nat(5), thread: fc.nat(1), resolved: fc.boolean() }).map(({ n, thread, resolved }) =>
      onOpen(n, (world, number) => {
        world.resolves(number, thread, resolved);
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ n: fc.nat(5), title: fc.constantFrom("[WIP] A post", "A post") }).map(({ n, title }) =>
      onOpen(n, (world, number) => {
        world.becomes(number, { title });
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...SLUGS).map((slug): Act => (world) => {
      world.says("amir", world.board().number, `/drop ${slug}`);
    }),
  },
  {
    weight: 1,
    arbitrary: fc.nat(5).map((n) =>
      onOpen(n, (world, number) => {
        world.pushes(number, `text ${n}`);
      }),
    ),
  },
  {
    weight: 2,
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
    weight: 1,
    arbitrary: fc.constantFrom(...PEOPLE).map((login): Act => (world) => {
      world.refuses(login);
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        n: fc.nat(5),
        mergeable: fc.constantFrom("yes" as const, "conflicts" as const, "blocked" as const),
        checks: fc.constantFrom(null, "running" as const, "failing" as const),
      })
      .map(({ n, mergeable, checks }) =>
        onOpen(n, (world, number) => {
          world.becomes(number, { mergeable, checks });
        }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ n: fc.nat(5), why: fc.constantFrom(null, "Base branch was modified") }).map(({ n, why }) =>
      onOpen(n, (world, number) => {
        world.refusesToMerge(why, number);
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(["amir"], [], ["amir", "cat"]).map((coordinators): Act => (world) => {
      world.rewritesDesk({ coordinators });
    }),
  },
);

const history = fc.record({
  steps: fc.array(fc.record({ act, hours: fc.constantFrom(0, 1, 5, 24, 72, 120) }), { minLength: 3, maxLength: 10 }),
  every: fc.constantFrom(1, 2, 5, 20),
  together: fc.boolean(),
  ask: fc.constantFrom(1, 2),
  approvals: fc.constantFrom(1, 1, 2),
  conversations: fc.constantFrom("tell" as const, "block" as const),
});

describe("liveness", () => {
  it("[LV1] [LV2] leaves nothing waiting in silence, whoever is not there", () => {
    let waited = 0;
    fc.assert(
      fc.property(history, ({ steps, every, together, ask, approvals, conversations }) => {
        const world = paperWorld({
          desk: {
            people: PEOPLE.map((login, index) =>
              person(login, { zone: index % 2 ? "America/Chicago" : "Europe/London", ...(login === "amir" && { capacity: 0 }) }),
            ),
            review: { approvals, ask, conversations },
            reminders: { every, hour: 9 },
            campaigns: [
              campaign(
                [
                  { slug: "one", byline: ["ann"] },
                  { slug: "two", byline: ["ben"], after: ["one"] },
                  { slug: "three", byline: ["cat"] },
                  "four",
                ],
                { together },
              ),
            ],
          },
        });
        let deskSince: Instant = world.at();
        const judge = () => {
          const facts = world.facts();
          waited += 1;
          expect(silences({ facts, posts: world.plan().posts, deskSince })).toEqual([]);
        };
        world.looks();
        for (const { act: doing, hours } of steps) {
          const before = world.facts().desk;
          doing(world);
          if (world.facts().desk !== before) deskSince = world.at();
          world.looks();
          judge();
          for (let passed = 0; passed < hours; passed += 24) {
            world.passes(`${Math.min(24, hours - passed)} hours`);
            judge();
          }
        }
        for (let day = 0; day < 14; day += 1) {
          world.passes("1 days");
          judge();
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 25) },
    );
    expect(waited).toBeGreaterThan(100);
  });
});
