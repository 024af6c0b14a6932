/** A fix as an edit of the text that it was found for, so that it can be suggested or made where the text itself is not at hand. */
import type { Place } from "./finding.js";

export interface TextFix {
  /** What the finding says that it fixes. */
  readonly says: string;
  /** In the place of `was`, and of nothing else, comes `replacement`. */
  readonly edit: { readonly place: Place; readonly was: string; readonly replacement: string };
  /** The whole lines of that place, as they are and fixed, without the last one's ending; null where GitHub's button would not do. */
  readonly lines: { readonly was: string; readonly becomes: string } | null;
}

/** Why the app commits no fixes: the branch is somebody else's, or GitHub would not let it. */
export type CannotFix = { readonly kind: "fork"; readonly from: string | null } | { readonly kind: "refused"; readonly why: string };
