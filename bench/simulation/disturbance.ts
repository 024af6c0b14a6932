/** What may happen to one publication around its slot: drawn by chance, told in one line. */
import type { Chance } from "./chance.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Times in milliseconds; `before` the slot, `after` it. */
export type Disturbance =
  /** The process is killed at the nth request to GitHub, or write to its ledger, from a second before the slot on. */
  | {
      readonly kind: "crash";
      readonly at: "request" | "write";
      readonly nth: number;
      readonly side: "before" | "after";
      readonly down: number;
    }
  | { readonly kind: "down"; readonly before: number; readonly after: number }
  | { readonly kind: "outage"; readonly before: number; readonly after: number }
  | { readonly kind: "push"; readonly before: number; readonly reviewed: number | null }
  | { readonly kind: "push while merging"; readonly reviewed: number }
  | { readonly kind: "approval withdrawn"; readonly before: number; readonly reviewed: number }
  | { readonly kind: "freeze"; readonly after: number }
  | { readonly kind: "protection"; readonly after: number }
  | { readonly kind: "failing check"; readonly after: number }
  | { readonly kind: "busy"; readonly commands: number }
  | { readonly kind: "webhooks lost" };

const SPANS = [30 * SECOND, 2 * MINUTE, 10 * MINUTE, 45 * MINUTE, 120 * MINUTE] as const;

const DRAWS: readonly [(chance: Chance) => Disturbance, ...((chance: Chance) => Disturbance)[]] = [
  (chance) => ({
    kind: "crash",
    at: chance.one(["request", "write"]),
    nth: chance.whole(1, 8),
    side: chance.one(["before", "after"]),
    down: chance.one([2 * SECOND, ...SPANS]),
  }),
  (chance) => ({ kind: "down", before: chance.one([SECOND, 5 * MINUTE]), after: chance.one(SPANS) }),
  (chance) => ({
    kind: "outage",
    before: chance.one([SECOND, 5 * MINUTE]),
    after: chance.one([10 * SECOND, 2 * MINUTE, 10 * MINUTE, 60 * MINUTE]),
  }),
  (chance) => ({ kind: "push", before: chance.one([0, SECOND, 5 * SECOND]), reviewed: chance.one([null, 5 * MINUTE, 40 * MINUTE]) }),
  (chance) => ({ kind: "push while merging", reviewed: chance.one([5 * MINUTE, 40 * MINUTE]) }),
  (chance) => ({ kind: "approval withdrawn", before: chance.one([0, SECOND]), reviewed: chance.one([5 * MINUTE, 40 * MINUTE]) }),
  (chance) => ({ kind: "freeze", after: chance.one([20 * MINUTE, 90 * MINUTE]) }),
  (chance) => ({ kind: "protection", after: chance.one([7 * MINUTE, 90 * MINUTE]) }),
  (chance) => ({ kind: "failing check", after: chance.one([7 * MINUTE, 90 * MINUTE]) }),
  (chance) => ({ kind: "busy", commands: chance.whole(5, 20) }),
  () => ({ kind: "webhooks lost" }),
];

/** None for a quarter of the publications, two kinds at once for a fifth. */
export function drawDisturbances(chance: Chance): readonly Disturbance[] {
  const how = chance.number();
  if (how < 0.25) return [];
  const first = chance.one(DRAWS)(chance);
  if (how < 0.8) return [first];
  const second = chance.one(DRAWS)(chance);
  return second.kind === first.kind ? [first] : [first, second];
}

export function sayDisturbances(all: readonly Disturbance[]): string {
  return all.length === 0 ? "nothing" : all.map((one) => JSON.stringify(one)).join(" and ");
}
