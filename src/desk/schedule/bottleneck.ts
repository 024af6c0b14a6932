/** The bottleneck: the smallest set of posts that cannot all be in time, and what they would have to share. */
import type { Instant } from "../time/zone.js";

/** `slugs` in the plan's order. */
export type Bottleneck =
  /** More posts than slots that they could have. */
  | { readonly kind: "slots"; readonly slugs: readonly string[]; readonly slots: number }
  /** More posts of one byline or one beat than may stand before the deadline. */
  | {
      readonly kind: "crowd";
      readonly slugs: readonly string[];
      readonly fit: number;
      readonly of: "byline" | "beat";
      readonly name: string;
      readonly most: number;
      readonly days: number;
    }
  /** It may not go out before the deadline. */
  | { readonly kind: "embargo"; readonly slugs: readonly string[]; readonly until: Instant }
  /** People put them there. */
  | { readonly kind: "by hand"; readonly slugs: readonly string[] }
  /** Each rule could be met, but not all of them together. */
  | { readonly kind: "mixed"; readonly slugs: readonly string[] };
