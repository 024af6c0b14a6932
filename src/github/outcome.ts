/** What became of an effect. */
import type { Instant } from "../desk/time/zone.js";
import type { News } from "../news.js";
import type { Hindrance } from "./hindrance.js";

export type Outcome =
  /** `news` is what is so since, which a read may not show yet. */
  | { readonly kind: "done"; readonly news?: readonly News[] }
  /** GitHub will not have it (422, a missing permission, branch protection); `why` is for people. Not tried again until it changes. */
  | { readonly kind: "refused"; readonly why: string }
  /** The facts moved under the plan (a new head, a deleted comment): look again at once. */
  | { readonly kind: "stale"; readonly why: string }
  /** A rate limit or an outage: the rest of the plan waits until then. */
  | { readonly kind: "later"; readonly at: Instant; readonly by: Hindrance; readonly why: string };
