/** Any order, any doubling, any loss of deliveries, any restarts and any weather: the same GitHub in the end. */
import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { A_WEEK, play, SIX_HOURS, type Length } from "./any-order-story.js";
import { disturbanceOf, type Habits } from "./disturbance.js";

/** Twenty stories in CI, and one whole week; more of both, and others, for a long night. */
const { PROPERTY_RUNS = "20", PROPERTY_WEEKS = "1", PROPERTY_SEED } = process.env;

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

it.each([
  ["six hours", SIX_HOURS, Number(PROPERTY_RUNS), 10_000],
  ["a week", A_WEEK, Number(PROPERTY_WEEKS), 60_000],
] as const)(
  "[EE18] in %s: however deliveries are ordered, doubled and lost, whatever the weather, and whenever the app restarts, GitHub is the same in the end",
  async (_, length, runs, ms) => {
    const calm = calmOf(length);
    expect(await calm({ overlooked: null, hold: null })).toContain('"standing": "merged"');
    await fc.assert(
      fc.asyncProperty(disturbanceOf(length.parts), async ({ parts, habits }) => {
        const { seen, open } = await play(length, { habits, parts });
        if (!open) expect(seen).toBe(await calm(habits));
      }),
      { numRuns: runs, interruptAfterTimeLimit: (runs + 20) * ms, ...(PROPERTY_SEED !== undefined && { seed: Number(PROPERTY_SEED) }) },
    );
  },
  3_600_000 * 4,
);
