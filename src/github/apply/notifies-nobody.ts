/** Which effects disturb nobody: GitHub notifies no one of a check or of an edit, and whoever is assigned to what they opened themselves knows of it. */
import type { Assign, BoardEffect, Check, Effect, Notice } from "../../desk/effect.js";

export type UnnotifyingEffect =
  Check | (Notice & { readonly comment: object }) | (BoardEffect & { readonly issue: object }) | (Assign & { readonly own: object });

export function notifiesNobody(effect: Effect): effect is UnnotifyingEffect {
  switch (effect.kind) {
    case "check":
      return true;
    case "notice":
      return effect.comment !== null;
    case "board":
      return effect.issue !== null;
    case "assign":
      return effect.own !== null;
    default:
      return false;
  }
}
