/** News as it was told last: of several about one thing, what stands. */
import { grouped } from "../../../desk/text/group-by.js";
import { latest, readInstant } from "../../../desk/time/zone.js";
import type { Known } from "../../../news.js";

/** Of each comment as it was last edited; of each board, label and person what the app did last. What was so in between no read has to show. */
export function asLastSaid(known: readonly Known[]): readonly Known[] {
  const last = new Map<string, Known>();
  for (const one of known) {
    const about = subjectOf(one);
    const before = last.get(about);
    // Deliveries come in any order.
    if (one.kind === "said" && before?.kind === "said" && (one.editedAt ?? "") < (before.editedAt ?? "")) continue;
    last.set(about, one);
  }
  return known.filter((one) => last.get(subjectOf(one)) === one);
}

function subjectOf(one: Known): string {
  switch (one.kind) {
    case "said":
      return `said ${one.id}`;
    case "boarded":
      return `boarded ${one.issue}`;
    case "asked":
      return `asked ${one.pull} ${one.login}`;
    case "labelled":
      return `labelled ${one.pull} ${one.label}`;
    default:
      return JSON.stringify(one);
  }
}

export type Stood = Extract<Known, { readonly kind: "pull stood" | "issue stood" }>;

/** Of each thread how it was last told to stand: of one second in each way, unless another came in its place, for deliveries come in any order. */
export function lastByThread(known: readonly Known[]): ReadonlyMap<number, readonly Stood[]> {
  const stood = known.filter((one): one is Stood => one.kind === "pull stood" || one.kind === "issue stood");
  const threads = grouped(stood, (one) => (one.kind === "pull stood" ? one.pull : one.issue));
  return new Map([...threads].map(([number, told]) => [number, lastOf(told)]));
}

function lastOf(told: readonly Stood[]): readonly Stood[] {
  const latestAt = told.map(({ at }) => at).reduce((one, other) => (one > other ? one : other));
  const last = told.filter(({ at }) => at === latestAt);
  const replaced = new Set(last.map((one) => one.kind === "pull stood" && one.before));
  const standing = last.filter((one) => one.kind !== "pull stood" || !replaced.has(one.head));
  return standing.length > 0 ? standing : last;
}

export function newestPush(known: readonly Known[]): Extract<Known, { readonly kind: "pushed" }> | null {
  const pushes = known.flatMap((one) => (one.kind === "pushed" ? [one] : []));
  const last = latest(pushes.map(({ at }) => readInstant(at)));
  const replaced = new Set(pushes.map(({ before }) => before));
  const newest = pushes.filter(({ at }) => readInstant(at) === last);
  return newest.findLast(({ head }) => !replaced.has(head)) ?? newest.at(-1) ?? null;
}
