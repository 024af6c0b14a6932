/** Slips in words: what was planned first, where it stands now, and how it came there. */
import type { Announcement, DeskChange } from "../facts/snapshot.js";
import type { JudgedPost } from "../judged.js";
import { sayDay, sayWhen, timeOf, type Instant, type Zone } from "../time/zone.js";
import { movesOf, slipOf, type Slip } from "../tracking/slip.js";
import { counted } from "./phrases.js";

/**
 * `planned Fri 18 July, now Tue 22 July 12:00 (+4 days, moved twice)`, `planned Fri 18 July, live Tue 22 July 12:00 (+4 days)`,
 * or only where it stands when nothing moved; null without a slot.
 */
export function saySlot(post: Pick<JudgedPost, "announced" | "live" | "slot" | "stage">, zone: Zone): string | null {
  const slip = slipOf(post, zone);
  if (!slip) return null;
  const shift = sayShift(slip, zone);
  const now = `${slip.live ? "live " : ""}${sayDay(slip.now, zone)} ${timeOf(slip.now, zone)}`;
  return shift === null ? now : `planned ${sayDay(slip.first, zone)}, ${slip.live ? "" : "now "}${now} (${shift})`;
}

/** `+4 days, moved twice`; `−3 days, moved once`; of a live post only how far it went. Null when there is nothing to tell. */
export function sayShift({ days, moves, knownSince, live }: Slip, zone: Zone): string | null {
  const shift = days === 0 ? null : `${days > 0 ? "+" : "−"}${counted(Math.abs(days), "day")}`;
  const moved = moves === 0 || (live && days !== 0) ? null : sayMoves(moves);
  const unknown = knownSince === null ? null : `what was planned before ${sayDay(knownSince, zone)} is not known`;
  return [shift, moved, unknown].filter((words) => words !== null).join(", ") || null;
}

/** `moved once`, `moved twice`, `moved 3 times`. */
function sayMoves(moves: number): string {
  return `moved ${moves === 1 ? "once" : moves === 2 ? "twice" : `${moves} times`}`;
}

/**
 * The last move, for whoever has to know of it: `Moved by amirmc on Thu 17 July, from Mon 21 July 13:00. The post has the slot that was asked for with `/slot`.`
 * Where nobody moved it by a command, the reason alone says how it came: an edit of the plan is not the schedule's doing. Null when it never moved.
 */
export function sayLastMove(announced: readonly Announcement[], zone: Zone): string | null {
  const [before, last] = movesOf(announced).slice(-2);
  if (!before || !last) return null;
  const from = `${sayDay(before.slot, zone)} ${timeOf(before.slot, zone)}`;
  return `Moved${last.by === null ? "" : ` by ${last.by}`} on ${sayDay(last.at, zone)}, from ${from}. ${last.why}`.trim();
}

/** `The plan pins the post to this slot. The post moved because the desk file was changed in commit `1a2b3c4`.` */
export function sayEdited(why: string, { sha }: Pick<DeskChange, "sha">): string {
  return `${why} The post moved because the desk file was changed in commit \`${sha.slice(0, 7)}\`.`;
}

/** Null stands for the schedule. */
export function sayMover(login: string | null): string {
  return login ?? "the schedule";
}

/** For whoever finds the first slot of a post when the ledger was lost. */
export function sayUnknownBefore(at: Instant, zone: Zone): string {
  return `What was planned before ${sayWhen(at, zone)} is not known any more: the record of it was lost.`;
}
