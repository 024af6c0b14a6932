/** Clearance: whether a post that lacks nothing but its time may go live at this very instant, and if not, what holds it and whose move that is. */
import type { PlacedSlot } from "../calendar/freeze.js";
import { coordinatorsThere } from "../calendar/presence.js";
import { expiredAlready, heldBackBy } from "../dates/date-check.js";
import { wayOut } from "../dates/disagreement.js";
import { bringsNew, type Dossier } from "../dossier.js";
import { lastTry } from "../facts/ledger-key.js";
import { openConversations, partOfPull } from "../facts/open-conversations.js";
import { isInQueue } from "../facts/merge-queue.js";
import { lacksToMerge } from "../facts/missing-permission.js";
import type { PullRequest, Remembered, Snapshot } from "../facts/snapshot.js";
import type { Missing } from "../stage.js";
import { earliest, HOUR, latest, MINUTE, plus, type Instant } from "../time/zone.js";
import { mergeRetryAt } from "./already-done.js";
import { checksBar, type ChecksBar } from "./checks-bar.js";
import { mayGoFrom } from "./may-go-from.js";
import { readySince } from "./ready-since.js";
import { timeBar } from "./time-bar.js";

export interface Clearance {
  /**
   * `waits`: its time has not come. `stopped`: it has, and something is in the way that people or GitHub have to move.
   * `by hand`: a person merges it. `again`: GitHub refused, and is asked again. `goes`: now.
   */
  readonly kind: "waits" | "stopped" | "by hand" | "again" | "goes";
  readonly turn: "nobody" | "byline" | "coordinator";
  readonly missing: readonly Missing[];
  /** From when on nothing of the calendar holds it. */
  readonly from: Instant;
  /** When this may change though nobody tells. */
  readonly againAt: Instant | null;
  /** When GitHub is asked again what it refused; null when it refused nothing. */
  readonly retryAt: Instant | null;
  /** Of what goes: since when nothing but the look itself was missing. */
  readonly since?: Instant;
  /** The post beside it in the same pull request on which it waits, and whose move it then is; left out where it waits for none. */
  readonly behind?: string;
  /** What the coordinators are told once about it, at this instant and for this slot; null when the notice is enough. */
  readonly alarm: "missed" | "stopped" | null;
}

interface Candidate {
  readonly dossier: Dossier;
  readonly pull: PullRequest;
  readonly slot: PlacedSlot | null;
  /** The posts that it comes after: when each went live, null when it has not; and whether it never will. */
  readonly after: readonly { readonly slug: string; readonly live: boolean; readonly liveAt: Instant | null; readonly never: boolean }[];
  /** Errors in sight of its site: an image that is missing, an address that another post has. */
  readonly errors: number;
  /** The same pull request brings a post that is new, and goes with it. */
  readonly accompanies: boolean;
}

/** GitHub does not tell when a protection is lifted or a check was lost: a post that is due and stopped is looked at so often for an hour. Then the sweep is enough. */
const LOOKS_EVERY = 5 * MINUTE;
const LOOKS_FOR = HOUR;

/** Judges one post by itself; whether it goes together with others is `set-clearance.ts`'s to say. */
export function clearanceOf({ dossier, pull, slot, after, errors, accompanies }: Candidate, snapshot: Snapshot): Clearance {
  const { at, desk } = snapshot;
  const calendared = { slot, embargo: dossier.promised?.notBefore ?? null, freezes: desk.calendar.freezes };
  // Without a slot it is due as soon as it is as it is, and approved.
  const due = mayGoFrom(calendared, slot?.at ?? latest([pull.openedAt, pull.head.since, ...pull.reviews.map((one) => one.at)]) ?? at).from;
  const { from, embargo, freezes } = mayGoFrom(calendared, at);
  const before = after.filter(({ live }) => !live);
  const behind = before.filter(({ never }) => !never).map(({ slug }) => slug);
  const inVain = before.filter(({ never }) => never).map(({ slug }) => slug);
  const isOver = slot !== null && slot.at <= at;
  const checks = checksBar(pull, desk.merge.checks, latest([due, pull.head.since]) ?? due, at, snapshot.memory);
  const scheduled: readonly Missing[] = slot ? [{ kind: "slot", at: slot.at, merges: desk.merge.atSlot }] : [];
  const bar = timeBar(dossier, pull, slot, snapshot);
  const errorsLeft: readonly Missing[] = [
    ...(errors > 0 ? [{ kind: "unreadable", errors } as const] : []),
    ...conversationsLeft(dossier, pull, snapshot),
  ];
  const base = { from, againAt: null, retryAt: null, alarm: null };

  const texts = dossier.leading?.texts ?? [];
  const [hidden = null] = texts.flatMap(
    (text) => (slot ? heldBackBy(text, pull, dossier, slot.at, snapshot) : expiredAlready(text, pull, dossier, snapshot)) ?? [],
  );
  const unseen: readonly Missing[] = hidden ? [{ kind: "would not show", why: hidden.says, way: wayOut(hidden) }] : [];

  if (from > at || before.length > 0 || (bar && !slot)) {
    const writers = checks?.kind === "failing" || errorsLeft.length > 0 || (hidden && !bar);
    return {
      ...base,
      kind: "waits",
      // Whatever keeps it back after its slot, somebody is to know of it.
      turn: writers ? "byline" : (bar?.turn ?? (inVain.length > 0 || isOver ? "coordinator" : "nobody")),
      missing: [
        ...(inVain.length > 0 ? [{ kind: "waits in vain", slugs: inVain } as const] : []),
        ...errorsLeft,
        ...(bar ? [bar.missing] : unseen),
        ...(checks?.kind === "failing" ? [{ kind: "checks", verdict: checks.kind } as const] : []),
        ...(behind.length > 0 ? [{ kind: "waits for", slugs: behind } as const] : []),
        ...(embargo ? [{ kind: "embargo", until: embargo } as const] : []),
        ...freezes.map(({ to, why }) => ({ kind: "freeze", to, why }) as const),
        ...(slot && slot.at > at ? scheduled : []),
      ],
      againAt: earliest([from > at ? from : null, bar?.until]),
      alarm: isOver ? "stopped" : null,
    };
  }
  const stopped = (missing: Missing, alarm: Clearance["alarm"]): Clearance => ({
    ...base,
    kind: "stopped",
    turn: "coordinator",
    missing: [missing],
    againAt: at < plus(due, LOOKS_FOR) ? plus(at, LOOKS_EVERY) : null,
    alarm,
  });
  const refused = refusalOf(pull, snapshot);
  const alone = !bringsNew(dossier) && !accompanies;
  const byHand = !desk.merge.atSlot || alone || (refused?.why != null && lacksToMerge(refused.why));
  const [error] = errorsLeft;
  if (error) return { ...stopped(error, "stopped"), turn: "byline" };
  if (bar) return { ...stopped(bar.missing, "stopped"), turn: bar.turn };
  if (checks) return stoppedByChecks(checks, stopped);
  const [blind] = unseen;
  if (blind) return { ...stopped(blind, "stopped"), turn: "byline" };
  if (byHand) {
    const retryAt = refused && desk.merge.atSlot && !alone ? mergeRetryAt(refused, pull) : null;
    return {
      ...base,
      kind: "by hand",
      turn: "coordinator",
      missing: [{ kind: "may go", coordinators: coordinatorsThere(desk, at) }],
      retryAt,
    };
  }
  if (refused && isInQueue(refused.why))
    return { ...base, kind: "again", turn: "nobody", missing: [{ kind: "queued" }], retryAt: mergeRetryAt(refused, pull) };
  if (refused) {
    const again = stopped({ kind: "refused", what: "to merge it", why: refused.why ?? "" }, "stopped");
    return { ...again, kind: "again", retryAt: mergeRetryAt(refused, pull) };
  }
  const since = readySince(
    dossier,
    pull,
    due,
    after.map(({ liveAt }) => liveAt),
    snapshot,
  );
  return { ...base, kind: "goes", turn: "nobody", missing: scheduled, since };
}

function stoppedByChecks(checks: ChecksBar, stopped: (missing: Missing, alarm: Clearance["alarm"]) => Clearance): Clearance {
  const bar = stopped({ kind: "checks", verdict: checks.kind }, checks.kind === "running" ? null : "stopped");
  return checks.kind === "running" ? { ...bar, turn: "nobody", againAt: earliest([bar.againAt, checks.againAt]) } : bar;
}

/** A stranger on a line keeps nobody's post back. */
function conversationsLeft(dossier: Dossier, pull: PullRequest, { desk }: Snapshot): readonly Missing[] {
  if (desk.review.conversations !== "block") return [];
  const open = openConversations(pull, partOfPull(pull, dossier.byline), desk).filter(({ counts }) => counts);
  return open.length > 0 ? [{ kind: "conversations", open }] : [];
}

/** GitHub's last refusal to merge this very head. */
function refusalOf(pull: PullRequest, { memory }: Snapshot): Remembered | null {
  const last = lastTry("merge", pull, memory);
  return last?.ended === "refused" ? last : null;
}
