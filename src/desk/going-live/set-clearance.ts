/** The clearance of a set: campaigns whose posts go live as one ordered set, or not at all. */
import type { Dossier } from "../dossier.js";
import { inPlanOrder } from "../facts/in-plan-order.js";
import { missedSlots } from "../facts/missed-slots.js";
import type { Snapshot } from "../facts/snapshot.js";
import type { Missing } from "../stage.js";
import { earliest, latest, plus, type Instant } from "../time/zone.js";
import type { Clearance } from "./clearance.js";

/** One member of a set that is to come. */
interface Member {
  readonly dossier: Dossier;
  /** Null while it lacks more than its time: text, a review, somebody's unhold. */
  readonly clearance: Clearance | null;
  readonly slot: Instant | null;
}

/** The set as it stands. It goes when all that is left of it goes: so a crash in its middle is followed by the rest. */
export interface SetClearance {
  readonly campaign: string;
  /** Slugs to come, in the order in which they go live. */
  readonly order: readonly string[];
  /** Slugs that are live already. */
  readonly live: readonly string[];
  /** When the last of those that have a time may go. */
  readonly at: Instant | null;
  /** Slugs of those that lack more than their time: they keep the set back. */
  readonly unready: readonly string[];
  /** A slot that has gone by while some were ready and others not: what the coordinators are told of, once; null when there is none. */
  readonly missed: Instant | null;
  readonly againAt: Instant | null;
}

/** GitHub works out whether it would merge only when it is asked, which takes it a moment. */
const WORKED_OUT = 5_000;

export function setClearanceOf(campaign: string, own: readonly Member[], snapshot: Snapshot): SetClearance {
  const { at } = snapshot;
  const rest = inOrder(own.filter(({ dossier }) => !dossier.live && !dossier.decided.dropped));
  const live = own.filter(({ dossier }) => dossier.live).map(({ dossier }) => dossier.slug);
  const unready = rest.filter((member) => lacksMoreThanTime(member, at));
  const time = latest(rest.map(({ clearance, slot }) => clearance?.from ?? slot));
  const gone = latest(
    rest.flatMap(({ dossier, slot }) => [
      ...missedSlots(dossier.announced, at).map((told) => told.slot),
      ...(slot && slot <= at ? [slot] : []),
    ]),
  );
  const someReady = unready.length < rest.length;
  const unknown = rest.some(({ dossier }) => dossier.leading?.pull.mergeable === "unknown");
  return {
    campaign,
    order: rest.map(({ dossier }) => dossier.slug),
    live,
    at: time,
    unready: unready.map(({ dossier }) => dossier.slug),
    missed: unready.length > 0 && (someReady || live.length > 0) ? gone : null,
    againAt: earliest([time && time > at ? time : null, someReady && unknown ? plus(at, WORKED_OUT) : null]),
  };
}

/** What a member of the set may do, given the whole: nothing by itself. */
export function clearedTogether(
  clearance: Clearance,
  { slug, leading }: Dossier,
  slot: Instant | null,
  together: SetClearance,
  { at }: Snapshot,
): Clearance {
  const { order, unready, live } = together;
  // Whatever stops it by itself is told first: it is what keeps the others back.
  if (clearance.kind === "stopped" || (clearance.kind === "again" && !isTriedNow(clearance, at))) return clearance;
  if (together.at && together.at > at) {
    const others = order.filter((one) => one !== slug);
    const missing: Missing[] = others.length > 0 ? [{ kind: "together", slugs: others, at: together.at }] : [];
    return {
      ...clearance,
      kind: "waits",
      from: together.at,
      turn: clearance.kind === "waits" ? clearance.turn : slot !== null && slot <= at ? "coordinator" : "nobody",
      missing: [...missing, ...clearance.missing.filter(({ kind }) => kind !== "may go")],
    };
  }
  if (clearance.kind === "waits" || unready.length === 0) return clearance;
  if (unready.includes(slug))
    return {
      ...clearance,
      kind: "stopped",
      turn: "coordinator",
      missing: [{ kind: "not mergeable", is: leading?.pull.mergeable === "behind" ? "behind" : "unknown" }],
    };
  return { ...clearance, kind: "stopped", turn: "coordinator", missing: [{ kind: "set", slugs: unready, live }] };
}

/** To be refused in the middle would leave half a set: what GitHub says of merging beforehand is heeded here. */
function lacksMoreThanTime({ dossier, clearance }: Member, at: Instant): boolean {
  if (!clearance || clearance.kind === "stopped") return true;
  if (clearance.kind === "waits") return clearance.from <= at;
  if (clearance.kind === "by hand") return false;
  return (dossier.leading?.pull.mergeable !== "yes" && !isBlocked(dossier)) || (clearance.kind === "again" && !isTriedNow(clearance, at));
}

/** GitHub says so to whoever asks: no reason, but advice. */
function isBlocked({ leading }: Dossier): boolean {
  return leading?.pull.mergeable === "blocked";
}

function isTriedNow({ retryAt }: Clearance, at: Instant): boolean {
  return retryAt !== null && retryAt <= at;
}

/** Of those that may be refused GitHub is asked while none is live. */
function inOrder(members: readonly Member[]): readonly Member[] {
  const blockedFirst = members.toSorted((a, b) => Number(isBlocked(b.dossier)) - Number(isBlocked(a.dossier)));
  return inPlanOrder(
    blockedFirst.map((member) => ({
      slug: member.dossier.slug,
      after: [...(member.dossier.promised?.after ?? []), ...member.dossier.decided.after],
      member,
    })),
  ).map(({ member }) => member);
}
