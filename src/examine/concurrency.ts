/** Lets a number of works run at once and the others wait in line. */

type ConcurrencyLimit = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function limitConcurrency(places: number): ConcurrencyLimit {
  const line: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((enter) => line.push(enter));
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else free++;
    }
  };
}
