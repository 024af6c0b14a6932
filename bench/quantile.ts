/** Quantiles of what was measured, and rounds that take turns so that a busy moment of the machine hits both sides. */

/** The value below which that share of the numbers lies, by nearest rank; 0.5 is the median. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error("Unexpected lack of numbers, expected one at least");
  return found;
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

interface Rounds {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  /** The median of the rounds' own ratios, ours by theirs. */
  readonly ratio: number;
}

/** Measures both in turn, so many times; who goes first changes with each round. */
export async function inTurns(times: number, ours: () => Promise<number>, theirs: () => Promise<number>): Promise<Rounds> {
  const found: { readonly our: number; readonly their: number }[] = [];
  for (let round = 0; round < times; round++) {
    if (round % 2 === 0) {
      const our = await ours();
      found.push({ our, their: await theirs() });
    } else {
      const their = await theirs();
      found.push({ our: await ours(), their });
    }
  }
  return {
    ours: found.map(({ our }) => our),
    theirs: found.map(({ their }) => their),
    ratio: median(found.map(({ our, their }) => our / their)),
  };
}

/** Milliseconds that it took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
