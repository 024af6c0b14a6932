/** What holds in every history, whatever people do and whenever they do it: a thousand are played once each and judged by every promise. */
import { describe, expect, it } from "@jest/globals";
import { tellShortest, tryHistories, type Tried } from "./try-histories.js";

/** `HISTORIES=200 npm test -- histories` for fewer; `npm run histories` for many. */
const RUNS = Number(process.env.HISTORIES ?? 1_000);
const SEED = 20140718;
const PATIENCE = 900_000;

let known: Tried | null = null;
const tried = (): Tried => (known ??= tryHistories({ runs: RUNS, seed: SEED }));

/** Fails with the shortest story of each kind in which the promise is broken. */
const holds = (promise: string) => (): void => {
  const kinds = [...tried().broken].filter(([, one]) => one.promise === promise);
  expect(kinds.map(([kind]) => tellShortest(tried(), kind))).toEqual([]);
};

describe("every history", () => {
  it("[PL1] comes to rest, and stays at rest until the instant that the plan asked for", holds("PL1"), PATIENCE);

  it("[PL2] judges the same whatever order pull requests and boards are read in", holds("PL2"), PATIENCE);

  it("[PL7] announces no draft that was due before anybody could write it", holds("PL7"), PATIENCE);

  it(
    "[ST3] publishes nothing of which nobody who counts has seen every path as it stands, and tells of nothing such that it may go",
    holds("ST3"),
    PATIENCE,
  );

  it(
    "[ST4] publishes nothing before the slot that people were told, whatever becomes of the campaign, nor before the day that its text states",
    holds("ST4"),
    PATIENCE,
  );

  it("[RV10] publishes nothing over a request for changes that counts", holds("RV10"), PATIENCE);

  it("[PB1] publishes nothing in a freeze", holds("PB1"), PATIENCE);

  it("[PB3] publishes nothing within its embargo", holds("PB3"), PATIENCE);

  it("[PB11] tells of no head that it may go but of the one that was judged", holds("PB11"), PATIENCE);

  it("[SL8] moves no slot a third time though nobody did anything", holds("SL8"), PATIENCE);

  it("[LV1] tells somebody who is there of an approved post whose slot has gone by", holds("LV1"), PATIENCE);

  it("[LV2] leaves nothing waiting in silence, and nothing that waits for nobody whom the page names", holds("LV2"), PATIENCE);

  it("[ST20] calls nothing live that is not on the default branch", holds("ST20"), PATIENCE);

  it("[ST18] shows no approval that nobody gave on that pull request", holds("ST18"), PATIENCE);

  it("[RM3] reminds nobody twice on one of their days, and of nothing that is live", holds("RM3"), PATIENCE);

  it("[WD3] keeps at most one notice on a pull request", holds("WD3"), PATIENCE);

  it("[SL7] tells why with every slot that is announced in place of another, and never as if it were the first", holds("SL7"), PATIENCE);

  it(
    "[ST3] is told of much that goes live and of much that moves, or the others would prove nothing",
    () => {
      expect(tried().fruitful).toBeGreaterThan(RUNS / 3);
      expect(tried().moved).toBeGreaterThan(RUNS / 2);
    },
    PATIENCE,
  );
});
