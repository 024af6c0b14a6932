/** The clearance of a pull request: one merge brings all that it brings, so that what keeps one of its posts back keeps all of them. */
import { bringsNew, type Dossier } from "../dossier.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import type { Company, Missing } from "../stage.js";
import { earliest, latest } from "../time/zone.js";
import type { Clearance } from "./clearance.js";

/** One post of the pull request, as it is judged by itself. */
interface PullPart {
  readonly dossier: Dossier;
  /** Null while it lacks more than its time, and when it is stopped. */
  readonly clearance: Clearance | null;
}

interface Bar {
  readonly missing: Missing;
  /** Whose move it is when it is not that of whoever brings both. */
  readonly behind: string | null;
}

/** What one of several posts may do, given the others. */
export function clearedInPull(
  own: Clearance,
  dossier: Dossier,
  parts: readonly PullPart[],
  pull: PullRequest,
  snapshot: Snapshot,
): Clearance {
  const { at } = snapshot;
  const others = parts.filter((part) => part.dossier.slug !== dossier.slug);
  if (others.length === 0 || own.missing.some(({ kind }) => kind === "beside")) return own;
  const bars = others.flatMap((part) => barOf(part, pull, snapshot) ?? []);
  const ledHere = others.filter((part) => part.dossier.leading?.pull.number === pull.number);
  const from = latest([own.from, ...ledHere.map(({ clearance }) => clearance?.from)]) ?? own.from;
  const brings = ledHere.filter((part) => bringsNew(part.dossier)).map((part) => part.dossier.slug);
  const [bar] = bars;
  const waits = own.kind === "waits" || from > at;
  if (!bar && (own.kind === "stopped" || from <= at)) return own;
  // A change to a live post has no slot of its own, and goes with the new one.
  const scheduled: readonly Missing[] =
    !bringsNew(dossier) && brings.length > 0
      ? [{ kind: "together", slugs: brings, at: from > at ? from : null }]
      : own.kind === "waits"
        ? own.missing
        : [{ kind: "slot", at: from, merges: snapshot.desk.merge.atSlot }];
  const besides = bars.map(({ missing }) => missing);
  const hasOwn = own.turn !== "nobody" && (own.kind === "waits" || own.kind === "stopped");
  const isStopped = own.kind === "stopped" || !waits;
  return {
    ...own,
    kind: isStopped ? "stopped" : "waits",
    turn: hasOwn ? own.turn : bar ? "byline" : "nobody",
    missing: own.kind === "stopped" ? [...own.missing, ...besides] : [...besides, ...(waits ? scheduled : [])],
    from,
    againAt: earliest([own.againAt, from > at ? from : null]),
    retryAt: null,
    alarm: own.kind === "stopped" ? own.alarm : isStopped ? "stopped" : null,
    ...(bar?.behind && !hasOwn && { behind: bar.behind }),
  };
}

function barOf({ dossier, clearance }: PullPart, pull: PullRequest, { at }: Snapshot): Bar | null {
  const { slug, correction, decided, leading, live } = dossier;
  const beside = (which: Company, behind: string | null = null): Bar => ({
    missing: { kind: "beside", pull: pull.number, slug, correction, which },
    behind,
  });
  if (live || leading?.pull.number !== pull.number) return beside({ kind: "led", by: live ? null : (leading?.pull.number ?? null) });
  if (decided.dropped) return beside({ kind: "dropped", by: decided.dropped.by });
  if (decided.held) return beside({ kind: "held", by: decided.held.by });
  if (!clearance) return beside({ kind: "not ready" }, slug);
  const isBarred = clearance.kind === "stopped" || (clearance.kind === "waits" && (clearance.from <= at || clearance.turn !== "nobody"));
  const [missing] = clearance.missing;
  return isBarred && missing && missing.kind !== "beside" ? beside({ kind: "waits", missing }, slug) : null;
}
