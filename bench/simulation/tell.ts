/** What a simulation found: as a table to read, and as JSON for machines. */
import { quantile } from "../quantile.js";
import { sayDisturbances } from "./disturbance.js";
import type { Broken, End, Publication } from "./publication.js";

interface Found {
  readonly runs: number;
  readonly seed: number;
  readonly ends: Readonly<Record<End, number>>;
  readonly broken: Readonly<Record<Broken, number>>;
  /** Milliseconds, when process and GitHub were up. */
  readonly lateness: Spread;
  /** The same from the end of an absence, an outage or a protection on. */
  readonly recovery: Spread;
  readonly failing: readonly { readonly run: number; readonly broken: readonly Broken[]; readonly disturbances: string }[];
  /** Whether every promise was kept. */
  readonly kept: boolean;
}

interface Spread {
  readonly of: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly max: number | null;
}

/** Milliseconds within which a post goes live, 95 times of 100, when process and GitHub are up. */
const PROMPT = 5_000;

export function foundIn(seed: number, publications: readonly Publication[]): Found {
  const count = <Name extends string>(names: readonly Name[], has: (name: Name, one: Publication) => boolean) =>
    Object.fromEntries(names.map((name) => [name, publications.filter((one) => has(name, one)).length])) as Record<Name, number>;
  const lateness = spreadOf(publications.filter(({ up }) => up));
  const failing = publications.filter(({ broken }) => broken.length > 0);
  return {
    runs: publications.length,
    seed,
    ends: count(["live", "handed to the coordinator", "waits for a review", "lost"], (name, { end }) => end === name),
    broken: count(["early", "in a freeze", "twice", "lost", "unreviewed"], (name, { broken }) => broken.includes(name)),
    lateness,
    recovery: spreadOf(publications.filter(({ up }) => !up)),
    failing: failing.map(({ run, broken, disturbances }) => ({ run, broken, disturbances: sayDisturbances(disturbances) })),
    kept: failing.length === 0 && lateness.p95 !== null && lateness.p95 < PROMPT,
  };
}

function spreadOf(publications: readonly Publication[]): Spread {
  const all = publications.flatMap(({ lateness }) => lateness ?? []);
  if (all.length === 0) return { of: 0, p50: null, p95: null, max: null };
  return { of: all.length, p50: quantile(all, 0.5), p95: quantile(all, 0.95), max: Math.max(...all) };
}

export function asTable({ runs, seed, ends, broken, lateness, recovery, failing, kept }: Found): string {
  const row = (name: string, value: string) => `  ${name.padEnd(34)}${value}`;
  const spread = ({ of, p50, p95, max }: Spread) => (of === 0 ? "none" : `p50 ${say(p50)}, p95 ${say(p95)}, most ${say(max)} (of ${of})`);
  return [
    `${runs.toLocaleString("en")} publications, seed ${seed}`,
    ...Object.entries(ends).map(([name, n]) => row(name, String(n))),
    ...Object.entries(broken).map(([name, n]) => row(`broken: ${name}`, String(n))),
    row("late, when up", spread(lateness)),
    row("late, after it was up again", spread(recovery)),
    ...failing.map((one) => `  run ${one.run}: ${one.broken.join(", ")} after ${one.disturbances}`),
    kept ? "Every promise was kept." : "A PROMISE WAS BROKEN.",
    "",
  ].join("\n");
}

function say(ms: number | null): string {
  return ms === null ? "–" : ms < 120_000 ? `${(ms / 1_000).toFixed(1)} s` : `${(ms / 60_000).toFixed(0)} min`;
}
