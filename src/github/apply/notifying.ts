/** Bringing about what people are notified of: one request each, in order. */
import { keyOf, type Effect } from "../../desk/effect.js";
import type { Outcome } from "../outcome.js";
import { assign } from "./assign.js";
import { makeBoard } from "./boards.js";
import { makeComment, removeComments } from "./comments.js";
import { commitChanges } from "./commit.js";
import { rememberForeseen } from "./remember-foreseen.js";
import { applyLabels } from "./labels.js";
import { applyMerge } from "./merge.js";
import { DONE, outcomeOf } from "./outcome-of.js";
import { acknowledge } from "./acknowledge.js";
import { resolveSuggestions } from "./resolve.js";
import { askReviewers, withdrawReviewers } from "./reviewers.js";
import { suggest } from "./suggest.js";
import type { Target } from "./target.js";
import { applyUpdate } from "./apply-update.js";

export async function applyNotifying(target: Target, effect: Effect, doubtful: ReadonlySet<string>): Promise<Outcome> {
  try {
    return await bringAbout(target, effect, doubtful.has(keyOf(effect)));
  } catch (error) {
    return outcomeOf(error, target.now());
  }
}

async function bringAbout(target: Target, effect: Effect, isDoubtful: boolean): Promise<Outcome> {
  switch (effect.kind) {
    case "notice":
    case "remind":
    case "reply":
      return makeComment(target, effect, isDoubtful);
    case "board":
      return makeBoard(target, effect, isDoubtful);
    case "unsay":
      return removeComments(target, effect);
    case "ask":
      return askReviewers(target, effect);
    case "withdraw":
      return withdrawReviewers(target, effect);
    case "assign":
      return assign(target, effect);
    case "labels":
      return applyLabels(target, effect);
    case "react":
      return acknowledge(target, effect);
    case "suggest":
      return suggest(target, effect, isDoubtful);
    case "resolve":
      return resolveSuggestions(target, effect);
    case "commit":
      return commitChanges(target, effect);
    case "update":
      return applyUpdate(target, effect);
    case "merge":
      return applyMerge(target, effect);
    case "foresee":
      await rememberForeseen(
        target,
        effect.pull,
        effect.changes.map((change) => ({ ...change, head: effect.head })),
      );
      return DONE;
    case "announce":
      return DONE;
    case "check":
      throw new TypeError("A check is among the effects that notify people. This is an error in Presstime; please report it.");
  }
}
