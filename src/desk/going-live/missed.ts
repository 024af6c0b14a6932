/** Whether a slot was missed: the post could have gone live, and nobody was there to see to it. */
import { between, latest, MINUTE, type Instant } from "../time/zone.js";

/** A quarter of an hour, within which a process that is up looks even without webhooks (`sweep.ts`), and a little for it to come round. */
const UNATTENDED = 20 * MINUTE;

interface Attended {
  readonly at: Instant;
  /** Since when nothing but the look itself was missing. */
  readonly since: Instant;
  /** When the look before this one was completed; null when that is not known, as after the ledger was lost. */
  readonly lookedAt: Instant | null;
}

/**
 * The desk cannot see that a process was down. But a post that is ready goes at the first look after its time: so a first look
 * that comes late is the proof, and the app's own word that it was missed keeps it so afterwards.
 */
export function isMissed({ at, since, lookedAt }: Attended): boolean {
  return between(latest([since, lookedAt]) ?? since, at) > UNATTENDED;
}
