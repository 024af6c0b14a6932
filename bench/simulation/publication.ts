/** One publication of the simulation: what was to happen, what did, and which promises that breaks. */
import type { Disturbance } from "./disturbance.js";

export interface Publication {
  /** Counted through all worlds, from 0. */
  readonly run: number;
  readonly slug: string;
  readonly disturbances: readonly Disturbance[];
  readonly end: End;
  /** Milliseconds of the simulated clock from when it could have gone to when it was merged; null when it was not, or that cannot be told. */
  readonly lateness: number | null;
  /** Whether process and GitHub were up at that instant, with nothing in the way: what the 5 seconds are promised for. */
  readonly up: boolean;
  readonly broken: readonly Broken[];
}

export type End = "live" | "handed to the coordinator" | "waits for a review" | "lost";

export type Broken = "early" | "in a freeze" | "twice" | "lost" | "unreviewed";

/** All of these as they are known at the end. */
export interface Seen {
  /** Slots announced for it up to when it was merged, in milliseconds; the last is the one that counts. */
  readonly slot: number | null;
  readonly mergedAt: number | null;
  /** Requests to merge it that GitHub carried out. */
  readonly merges: number;
  /** Whether somebody who may had approved the very head that was merged. */
  readonly reviewed: boolean;
  readonly inFreeze: boolean;
  /** Whether the coordinators were called to it. */
  readonly handed: boolean;
  /** Whether its text as it stands still lacks an approval. */
  readonly unapproved: boolean;
}

export function endOf({ mergedAt, handed, unapproved }: Seen): End {
  if (mergedAt !== null) return "live";
  if (unapproved) return "waits for a review";
  return handed ? "handed to the coordinator" : "lost";
}

export function brokenBy(seen: Seen): readonly Broken[] {
  const { slot, mergedAt, merges, reviewed, inFreeze } = seen;
  return [
    ...(mergedAt !== null && (slot === null || mergedAt < slot) ? (["early"] as const) : []),
    ...(inFreeze ? (["in a freeze"] as const) : []),
    ...(merges > 1 ? (["twice"] as const) : []),
    ...(endOf(seen) === "lost" ? (["lost"] as const) : []),
    ...(mergedAt !== null && !reviewed ? (["unreviewed"] as const) : []),
  ];
}
