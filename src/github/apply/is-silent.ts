/** Which effects disturb nobody: GitHub notifies no one of a check or of an edit. */
import type { BoardEffect, Check, Effect, Notice } from "../../desk/effect.js";

export type SilentEffect = Check | (Notice & { readonly comment: object }) | (BoardEffect & { readonly issue: object });

export function isSilent(effect: Effect): effect is SilentEffect {
  switch (effect.kind) {
    case "check":
      return true;
    case "notice":
      return effect.comment !== null;
    case "board":
      return effect.issue !== null;
    default:
      return false;
  }
}
