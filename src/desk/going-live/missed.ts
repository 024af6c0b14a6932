/** Whether a slot was missed: the post could have gone live, with all that goes with it, and nobody was there to see to it. */
import type { Dossier } from "../dossier.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import { between, latest, MINUTE, type Instant } from "../time/zone.js";
import type { Clearance } from "./clearance.js";

/** A quarter of an hour, within which a process that is up looks even without webhooks (`sweep.ts`), and a little for it to come round. */
const UNATTENDED = 20 * MINUTE;

/**
 * Where the desk asks, what may go and was missed waits for a coordinator's word. `since`: when the last of all that goes with it could.
 * The desk cannot see that a process was down. But a post that is ready goes at the first look after its time: so a first look
 * that comes late is the proof, and the app's own word that it was missed keeps it so afterwards.
 */
export function askedWhenMissed(
  clearance: Clearance,
  { slug, leading }: Dossier,
  slot: Instant | null,
  since: Instant,
  { at, desk, lookedAt = null }: Snapshot,
): Clearance {
  if (clearance.kind !== "goes" || slot === null || desk.merge.missed !== "ask") return clearance;
  const isMissed = between(latest([since, lookedAt]) ?? since, at) > UNATTENDED;
  if (!isMissed && !(leading && wasTold(slug, leading.pull, slot))) return clearance;
  return { ...clearance, kind: "stopped", turn: "coordinator", missing: [{ kind: "missed", at: slot }], alarm: "missed" };
}

export function missedMark(slug: string, slot: Instant): string {
  return `missed/${slug}/${slot}`;
}

/** The app's own word that the post missed this slot is the record of it: nobody has to remember. */
function wasTold(slug: string, { comments }: PullRequest, slot: Instant): boolean {
  return comments.some(({ mark }) => mark === missedMark(slug, slot));
}
