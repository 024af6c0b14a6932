/** A complaint: one thing that may never happen and did, with the promise that it breaks. */
import type { Instant } from "../../../src/desk/time/zone.js";

export interface Complaint {
  readonly promise: string;
  /** The same words for every such case. */
  readonly kind: string;
  /** What happened here. */
  readonly says: string;
  /** Null where the history broke off. */
  readonly at: Instant | null;
}

export const sayComplaint = ({ promise, kind, says, at }: Complaint): string => `[${promise}] ${kind}: ${says} (${at ?? "broken off"})`;
