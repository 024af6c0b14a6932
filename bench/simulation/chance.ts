/** Chance that comes out the same each time for the same seed. */

export interface Chance {
  /** In [0, 1). */
  number(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  one<Value>(values: readonly [Value, ...Value[]]): Value;
}

/** Mulberry32: https://github.com/cprosche/mulberry32 */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(number() * (to - from + 1));
  return { number, whole, one: (values) => values[whole(0, values.length - 1)] ?? values[0] };
}
