/** The day that a post's own text asks to be published on. */
import type { Instant } from "../time/zone.js";

export type DateWished =
  /** From then on; `timed` where it names an hour, too. */
  | { readonly kind: "from"; readonly at: Instant; readonly timed: boolean }
  /** It says one that nobody can read, or that lies beyond the calendar. */
  | { readonly kind: "unclear"; readonly says: string };
