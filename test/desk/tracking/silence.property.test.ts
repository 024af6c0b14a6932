/** Four silent weeks after any beginning: what is announced in them, who is asked, and that all is at rest. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { plan } from "../../../src/desk/plan.js";
import { DAY, plus, readInstant } from "../../../src/desk/time/zone.js";
import { campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const SLUGS = ["one", "two", "three"];
const START = readInstant("2014-07-07T08:00:00Z");

type Act = (world: PaperWorld) => void;

const slug = fc.constantFrom(...SLUGS);
const onBoard = (command: fc.Arbitrary<string>): fc.Arbitrary<Act> =>
  fc.record({ slug, command }).map(({ slug: of, command: said }) => (world) => {
    const [board] = world.facts().boards;
    if (board) world.says("amir", board.number, `/${said.replace("SLUG", of)}`);
  });
const onPull = (act: (world: PaperWorld, number: number) => void): fc.Arbitrary<Act> =>
  fc.nat(4).map((n) => (world) => {
    const { open } = world.facts();
    const number = open[n % Math.max(1, open.length)]?.number;
    if (number) act(world, number);
  });

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ slug: fc.constantFrom(...SLUGS, "stray"), draft: fc.boolean(), errors: fc.constantFrom(0, 0, 1) }).map(
    ({ slug: of, draft, errors }): Act =>
      (world) =>
        void world.submits("ann", of, { draft, errors, byline: ["ann"] }),
  ),
  onPull((world, number) => {
    const asked = world.pull(number).requested[0]?.login;
    if (asked) world.reviews(asked, number, world.at() < "2014-07-10" ? "requests changes" : "approves");
  }),
  onPull((world, number) => {
    world.pushes(number, String(number));
  }),
  onPull((world, number) => {
    world.closes(number);
  }),
  onBoard(
    fc.constantFrom(
      "hold SLUG",
      "unhold SLUG",
      "slot SLUG 2014-07-11T15:00",
      "slot SLUG next",
      "undo",
      "after SLUG one",
      "pin SLUG",
      "unpin SLUG",
    ),
  ),
  // The deadline goes to a day that may have gone by, and back.
  fc.integer({ min: -10, max: 40 }).map((days): Act => (world) => {
    const [first] = world.facts().desk.campaigns;
    if (first) world.rewritesDesk({ campaigns: [{ ...first, deadline: plus(START, days * DAY) }] });
  }),
);

const beginnings = fc.array(fc.record({ act, hours: fc.constantFrom(0, 1, 24, 72) }), { maxLength: 7 });

function begun(steps: readonly { readonly act: Act; readonly hours: number }[]): PaperWorld {
  const world = paperWorld({
    desk: {
      people: ["ann", "ben", "cat", "dan"].map((login, n) => person(login, { zone: n % 2 ? "America/Chicago" : "Europe/London" })),
      campaigns: [
        campaign([
          { slug: "one", byline: ["ann"] },
          { slug: "two", byline: ["ben"], after: ["one"] },
          { slug: "three", byline: ["cat"] },
        ]),
      ],
    },
  });
  world.looks();
  for (const { act: doing, hours } of steps) {
    doing(world);
    if (hours > 0) world.passes(`${hours} hours`);
    else world.looks();
  }
  return world;
}

describe("in four silent weeks after any beginning", () => {
  it("[SL8] each post is announced three times at the most, its coordinator is asked once, and all is at rest", () => {
    fc.assert(
      fc.property(beginnings, (steps) => {
        const world = begun(steps);
        world.passes("2 hours");
        const effects = world.passes("28 days");
        const count = (kind: string, of: string) =>
          effects.filter(
            (effect) =>
              effect.kind === kind && ("slug" in effect ? effect.slug === of : "mark" in effect && effect.mark.startsWith(`decide/${of}/`)),
          ).length;
        for (const post of world.plan().posts) {
          expect({ of: post.slug, moves: Math.max(3, count("announce", post.slug)) }).toEqual({ of: post.slug, moves: 3 });
          expect(count("reply", post.slug)).toBeLessThanOrEqual(1);
          if (post.needsDecision) expect(post.turn).toBe("coordinator");
        }
        const { at, lookAgainAt } = world.plan();
        expect(world.plan().effects).toEqual([]);
        expect(plan({ ...world.facts(), at: lookAgainAt ? plus(lookAgainAt, -1000) : plus(at, 240 * DAY) }).effects).toEqual([]);
      }),
      { numRuns: 15, seed: 20140728 },
    );
  });
});
