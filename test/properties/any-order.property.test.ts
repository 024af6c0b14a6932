/** Any order, any doubling, any loss of deliveries, any restarts and any weather: the same GitHub in the end. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { play } from "./any-order-story.js";
import { disturbanceOf, type Habits } from "./disturbance.js";
import { A_WEEK, SIX_HOURS, type Length } from "./the-story.js";

/** Twenty stories in CI; more, and whole weeks, for a long night. What failed is played again with the seed and the path that it told. */
const { PROPERTY_RUNS = "20", PROPERTY_WEEKS = "0", PROPERTY_SEED, PROPERTY_PATH } = process.env;

/** With how many stories, and milliseconds at most for each. */
const LENGTHS = [
  ["six hours", SIX_HOURS, Number(PROPERTY_RUNS), 20_000],
  ["a week", A_WEEK, Number(PROPERTY_WEEKS), 120_000],
] as const;

const AGAIN = {
  ...(PROPERTY_SEED !== undefined && { seed: Number(PROPERTY_SEED) }),
  ...(PROPERTY_PATH !== undefined && { path: PROPERTY_PATH, endOnFailure: true }),
};

/** The ends of the calm stories with the same lasting habits. */
function calmOf(length: Length): (habits: Habits) => Promise<string> {
  const ends = new Map<string, Promise<string>>();
  return ({ overlooked, hold }) => {
    const habits: Habits = { overlooked, hold: hold && { seconds: 60, arrives: true } };
    const key = JSON.stringify(habits);
    const end = ends.get(key) ?? play(length, { habits, parts: null }).then(({ seen }) => seen);
    ends.set(key, end);
    return end;
  };
}

describe.each(LENGTHS.filter(([, , runs]) => runs > 0))("in %s", (_, length, runs, ms) => {
  it(
    "[EE18, EE500] however deliveries are ordered, doubled and lost, whatever the weather, and whenever the app restarts, GitHub is the same in the end",
    async () => {
      const calm = calmOf(length);
      expect(await calm({ overlooked: null, hold: null })).toContain('"standing": "merged"');
      await fc.assert(
        fc.asyncProperty(disturbanceOf(length.parts), async ({ parts, habits }) => {
          const { seen, open } = await play(length, { habits, parts });
          if (!open) expect(seen).toBe(await calm(habits));
        }),
        { numRuns: runs, interruptAfterTimeLimit: runs * ms, ...AGAIN },
      );
    },
    // Failing takes longer, since a smaller failure is looked for.
    runs * ms * 3 + 60_000,
  );
});
