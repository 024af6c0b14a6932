/** Two freezes over one instant, of which somebody may pass one: in whatever order the desk file has them, every part says the same. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { PLAIN_CALENDAR, type Freeze } from "../../../src/desk/facts/desk.js";
import { plus, readInstant, HOUR } from "../../../src/desk/time/zone.js";
import { APP, campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const people = [person("ann"), person("ben"), person("cat")];
const freeze = (from: string, to: string, why: string, pass: readonly string[]): Freeze => ({
  from: readInstant(from),
  to: readInstant(to),
  why,
  pass,
});
/** Cat may pass the first, and nobody the second. */
const PASSED = freeze("2014-07-10T00:00:00Z", "2014-07-12T00:00:00Z", "the launch", ["cat"]);
const CLOSED = freeze("2014-07-10T00:00:00Z", "2014-07-15T00:00:00Z", "the move", []);
/** As `CLOSED`, but over before the one that Cat may pass. */
const SHORT = { ...CLOSED, to: readInstant("2014-07-11T18:00:00Z") };

function openDesk(freezes: readonly Freeze[]): PaperWorld {
  const posts = [{ slug: "irmin", byline: ["cat"] }];
  const world = paperWorld({ desk: { people, campaigns: [campaign(posts)], calendar: { ...PLAIN_CALENDAR, freezes } } });
  world.passes("1 hours");
  return world;
}

const answers = (world: PaperWorld) =>
  world.board().comments.flatMap(({ by, mark, body }) => (by?.login === APP && mark?.startsWith("reply/") ? [body] : []));
const bothWays = (one: Freeze, other: Freeze) => [
  [one, other],
  [other, one],
];

describe("of two freezes over one instant", () => {
  for (const [first, second] of bothWays(PASSED, CLOSED))
    it(`[PB2] [CM13] whoever may pass one alone is refused by name of the other, with ${first?.why ?? ""} first in the file`, () => {
      const world = openDesk([first, second].filter((one) => one !== undefined));
      const was = world.post("irmin").slot?.at;
      world.says("cat", world.board().number, "/slot irmin 2014-07-11T12:00");
      world.looks();
      expect(answers(world)).toEqual([
        expect.stringContaining(
          "in the freeze from Thu 10 July 2014, 01:00 (Europe/London) to Tue 15 July 2014, 01:00 (Europe/London) (the move)",
        ),
      ]);
      expect(world.post("irmin").slot?.at).toBe(was);
    });

  it("[PB1] [CM13] that end at one instant the same one is named, whichever is first in the file", () => {
    const told = bothWays(CLOSED, { ...CLOSED, from: readInstant("2014-07-11T00:00:00Z"), why: "the audit" }).map((freezes) => {
      const world = openDesk(freezes);
      world.says("cat", world.board().number, "/slot irmin 2014-07-11T12:00");
      world.looks();
      return answers(world);
    });
    expect(told).toEqual([[expect.stringContaining("(the move)")], [expect.stringContaining("(the move)")]]);
  });

  for (const freezes of bothWays(PASSED, SHORT))
    it(`[ST19] a post that was merged by hand went live in the one that nobody may pass, with ${freezes[0]?.why ?? ""} first in the file`, () => {
      const world = openDesk([]);
      const number = world.submits("cat", "irmin");
      world.looks();
      world.reviews("ben", number);
      world.says("cat", number, "/slot 2014-07-11T12:00");
      world.looks();
      world.sleeps("99 hours");
      world.rewritesDesk({ calendar: { ...PLAIN_CALENDAR, freezes } });
      world.merges(number);
      world.looks();
      expect(world.post("irmin").live?.without).toEqual([{ kind: "freeze", to: SHORT.to, why: "the move" }]);
    });

  it("[PB1] [PB2] in any order the answer to `/slot` and the hour at which the post goes live are the same, and fit", () => {
    const hour = fc.integer({ min: 1, max: 90 });
    const some = fc.tuple(hour, fc.integer({ min: 1, max: 60 }), fc.boolean()).map(([from, length, passes]): Freeze => {
      const begin = plus(readInstant("2014-07-08T00:00:00Z"), from * HOUR);
      return { from: begin, to: plus(begin, length * HOUR), why: `${from} ${length}`, pass: passes ? ["cat"] : [] };
    });
    const told = (freezes: readonly Freeze[]) => {
      const world = openDesk(freezes);
      const number = world.submits("cat", "irmin");
      world.looks();
      world.reviews("ben", number);
      world.says("cat", number, "/slot 2014-07-10T12:00");
      world.looks();
      const answer = world.pull(number).comments.flatMap(({ mark, body }) => (mark?.startsWith("reply/") ? [body] : []));
      world.passes("9 days");
      return { answer, live: world.pull(number).endedAt };
    };
    fc.assert(
      fc.property(fc.array(some, { minLength: 2, maxLength: 4 }), (freezes) => {
        const one = told(freezes);
        expect(told(freezes.toReversed())).toEqual(one);
        const noon = readInstant("2014-07-10T11:00:00Z");
        const bars = freezes.some(({ from, to, pass }) => from <= noon && noon < to && pass.length === 0);
        expect(one.answer.join().includes("That slot is in the freeze")).toBe(bars);
        if (!bars) expect(one.live).toBe(noon);
      }),
      { numRuns: 25, seed: 10 },
    );
  });
});
