/** What a storm found: as a table to read, and as JSON for machines. */
import type { Database, Story } from "./storm.js";

interface Found {
  readonly seed: number;
  readonly database: Database;
  readonly stories: number;
  readonly kills: number;
  readonly restarts: number;
  readonly taken: number;
  /** By story, from 0: those that did not end as in calm. */
  readonly failing: readonly { readonly story: number; readonly lost: readonly string[]; readonly doubled: readonly string[] }[];
  readonly lost: number;
  readonly doubled: number;
  readonly kept: boolean;
}

export function stormOf(seed: number, database: Database, stories: readonly Story[]): Found {
  const sum = (of: (story: Story) => number) => stories.reduce((total, story) => total + of(story), 0);
  const failing = stories.flatMap(({ lost, doubled }, story) => (lost.length + doubled.length > 0 ? [{ story, lost, doubled }] : []));
  return {
    seed,
    database,
    stories: stories.length,
    kills: sum(({ kills }) => kills),
    restarts: sum(({ restarts }) => restarts),
    taken: sum(({ taken }) => taken),
    lost: sum(({ lost }) => lost.length),
    doubled: sum(({ doubled }) => doubled.length),
    failing,
    kept: failing.length === 0,
  };
}

export function stormAsTable({ seed, database, stories, kills, restarts, taken, lost, doubled, failing, kept }: Found): string {
  const row = (name: string, value: number) => `  ${name.padEnd(34)}${value.toLocaleString("en")}`;
  return [
    `${stories} stories of six hours on ${database}, seed ${seed}`,
    row("processes killed", kills),
    ...(database === "postgres" ? [row("restarts of PostgreSQL", restarts)] : []),
    row("webhooks taken", taken),
    row("lost", lost),
    row("doubled", doubled),
    ...failing.flatMap((one) => [
      `  story ${one.story}:`,
      ...one.lost.map((fact) => `    lost: ${fact}`),
      ...one.doubled.map((fact) => `    doubled: ${fact}`),
    ]),
    kept ? "Every story ended as in calm." : "A STORY DID NOT END AS IN CALM.",
    "",
  ].join("\n");
}
