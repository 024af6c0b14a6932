/** What a bench finds: numbers, each beside a named baseline of the same run, and a target that it meets or misses. */

export interface Baseline {
  readonly name: string;
  readonly value: number;
}

/** A target is on the value itself, or on its ratio to the baseline. */
export interface Target {
  readonly of: "value" | "ratio";
  readonly bound: "at most" | "at least";
  readonly limit: number;
}

export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: Baseline;
  /** Value by baseline; the median of the rounds' ratios where both were measured in rounds. Null where the baseline is 0. */
  readonly ratio: number | null;
  /** Null when the number is for information. */
  readonly target: Target | null;
  /** Null without a target. */
  readonly met: boolean | null;
}

export interface Bench {
  /** As on the command line. */
  readonly name: string;
  /** What is measured, how and against what, in a few sentences of Markdown. */
  readonly about: string;
  run(): Promise<readonly Measure[]>;
}

export function measure(found: Omit<Measure, "ratio" | "met" | "target"> & { readonly ratio?: number; readonly target?: Target }): Measure {
  const { target = null, ratio = found.baseline.value === 0 ? null : found.value / found.baseline.value } = found;
  return { ...found, ratio, target, met: target && isMet(target, target.of === "ratio" ? ratio : found.value) };
}

export function atMost(limit: number, of: Target["of"] = "value"): Target {
  return { of, bound: "at most", limit };
}

export function atLeast(limit: number, of: Target["of"] = "value"): Target {
  return { of, bound: "at least", limit };
}

function isMet({ bound, limit }: Target, number: number | null): boolean {
  if (number === null || Number.isNaN(number)) return false;
  return bound === "at most" ? number <= limit : number >= limit;
}
