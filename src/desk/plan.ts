/** The plan: from the facts of one instant, what is so, what should be done, and when to look again. */
import type { Effect } from "./effect.js";
import type { JudgedCampaign, JudgedPost } from "./judged.js";
import type { Snapshot } from "./snapshot.js";
import type { Instant } from "./zone.js";

export interface Plan {
  readonly at: Instant;
  readonly posts: readonly JudgedPost[];
  readonly campaigns: readonly JudgedCampaign[];
  /** In the order in which they are to be applied; empty at rest. */
  readonly effects: readonly Effect[];
  /** The next instant at which the answer can differ without anything happening on GitHub. */
  readonly lookAgainAt: Instant | null;
}

export type { Snapshot };
