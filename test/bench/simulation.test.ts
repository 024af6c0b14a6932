/** The simulation of publications: a dozen by a fixed seed, and that it would find a broken promise. */
import { describe, expect, it } from "@jest/globals";
import { chanceOf } from "../../bench/simulation/chance.js";
import { drawDisturbances } from "../../bench/simulation/disturbance.js";
import { A_WORLD, playWorld } from "../../bench/simulation/play-world.js";
import { brokenBy, endOf, type Publication, type Seen } from "../../bench/simulation/publication.js";
import { asTable, foundIn } from "../../bench/simulation/tell.js";

const GOOD: Seen = { slot: 1_000, mergedAt: 1_500, merges: 1, reviewed: true, inFreeze: false, handed: false, unapproved: false };

describe("the simulation", () => {
  it("[PB13] of a dozen publications around whose slots things go wrong: none early, none twice, none lost, none unreviewed", async () => {
    const publications = await playWorld(5, 0);
    expect(publications).toHaveLength(A_WORLD);
    expect(publications.filter(({ disturbances }) => disturbances.length > 0).length).toBeGreaterThan(5);
    const found = foundIn(5, publications);
    expect(found.failing).toEqual([]);
    expect(found.ends.live).toBeGreaterThan(5);
    expect(found.lateness.of).toBeGreaterThan(2);
    expect(found.lateness.p95).toBeLessThan(5_000);
  }, 300_000);

  it("[PB13] calls by its name whatever breaks a promise", () => {
    expect(brokenBy(GOOD)).toEqual([]);
    expect(brokenBy({ ...GOOD, mergedAt: 999 })).toEqual(["early"]);
    expect(brokenBy({ ...GOOD, inFreeze: true })).toEqual(["in a freeze"]);
    expect(brokenBy({ ...GOOD, merges: 2 })).toEqual(["twice"]);
    expect(brokenBy({ ...GOOD, reviewed: false })).toEqual(["unreviewed"]);
    expect(brokenBy({ ...GOOD, mergedAt: null, merges: 0 })).toEqual(["lost"]);
    expect(endOf({ ...GOOD, mergedAt: null, handed: true })).toBe("handed to the coordinator");
    expect(endOf({ ...GOOD, mergedAt: null, unapproved: true })).toBe("waits for a review");
  });

  it("[PB13] names the run that broke one, to be replayed alone, and counts as late only what is promised", () => {
    const one = (run: number, lateness: number, up = true): Publication => ({
      run,
      slug: `post-${run}`,
      disturbances: [],
      end: "live",
      lateness,
      up,
      broken: run === 7 ? ["early"] : [],
    });
    const late = foundIn(1, [one(0, 1_000), one(1, 9_000)]);
    expect(late.kept).toBe(false);
    expect(foundIn(1, [one(0, 1_000), one(1, 9_000, false)])).toMatchObject({ kept: true, lateness: { of: 1 }, recovery: { max: 9_000 } });
    const broken = foundIn(1, [one(0, 1_000), one(7, 1_000)]);
    expect(broken).toMatchObject({ kept: false, failing: [{ run: 7, broken: ["early"] }] });
    expect(asTable(broken)).toContain("run 7: early");
  });

  it("[PB13] draws the same for the same seed", () => {
    const draws = (seed: number) => {
      const chance = chanceOf(seed);
      return Array.from({ length: 50 }, () => drawDisturbances(chance));
    };
    expect(draws(3)).toEqual(draws(3));
    expect(draws(4)).not.toEqual(draws(3));
    expect(new Set(draws(3).flatMap((drawn) => drawn.map(({ kind }) => kind))).size).toBeGreaterThan(8);
  });
});
