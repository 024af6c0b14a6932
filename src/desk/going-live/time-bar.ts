/** What leaves the time of a post open: no slot, a date in its text that nobody can read, or one after its slot. A missing value is never now. */
import type { PlacedSlot } from "../calendar/freeze.js";
import { saysAnotherDay } from "../dates/date-check.js";
import { dateWished } from "../dates/date-wished.js";
import { bringsNew, type Dossier } from "../dossier.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import type { Missing } from "../stage.js";
import { dayOf, type Instant } from "../time/zone.js";

interface TimeBar {
  readonly missing: Missing;
  readonly turn: "byline" | "coordinator" | "nobody";
  /** When it ends by itself; left out where somebody has to end it. */
  readonly until?: Instant;
}

/**
 * Null when it is plain when the post goes. A command or a pin goes before what the text says; only on a desk that knows no slots at
 * all does a post that says nothing of its day go as soon as it is approved.
 */
export function timeBar(dossier: Dossier, pull: PullRequest, slot: PlacedSlot | null, snapshot: Snapshot): TimeBar | null {
  const { at, desk } = snapshot;
  const { leading } = dossier;
  if (!bringsNew(dossier) || !leading || (slot && isWished(dossier, slot))) return null;
  const dated = dateWished(dossier, snapshot);
  const isMended = () => slot !== null && !saysAnotherDay(leading.file, pull, dossier, slot.at, snapshot);
  if (dated?.kind === "unclear" && !isMended()) return { missing: { kind: "date unclear", says: dated.says }, turn: "byline" };
  if (dated?.kind === "from" && slot === null && dated.at > at)
    return { missing: { kind: "dated", from: dated.at }, turn: "nobody", until: dated.at };
  if (dated?.kind === "from" && slot && dayOf(dated.at, desk.zone) > dayOf(slot.at, desk.zone) && !isMended())
    return { missing: { kind: "dated later", from: dated.at }, turn: "byline" };
  // A translation goes with its post, or after it.
  if (dossier.translates !== null) return null;
  const knowsSlots = desk.slots.length > 0 || desk.calendar.extra.length > 0;
  return slot === null && knowsSlots ? { missing: { kind: "no slot" }, turn: "coordinator" } : null;
}

function isWished({ decided, promised }: Dossier, { at }: PlacedSlot): boolean {
  const pinned = decided.pin ? decided.pin.at : (promised?.pinned ?? null);
  return at === decided.slot?.at || at === pinned;
}
