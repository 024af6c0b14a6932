/** Bringing about what people are notified of: one request each, in order. */
import { keyOf, type Effect, type React } from "../../desk/effect.js";
import type { Outcome } from "../outcome.js";
import { makeBoard } from "./boards.js";
import { makeComment } from "./comments.js";
import { commitChanges } from "./commit.js";
import { applyLabels } from "./labels.js";
import { applyMerge } from "./merge.js";
import { DONE, outcomeOf } from "./outcome-of.js";
import { resolveSuggestions } from "./resolve.js";
import { askReviewers, withdrawReviewers } from "./reviewers.js";
import { suggest } from "./suggest.js";
import type { Target } from "./target.js";

export async function applyLoud(site: Target, effect: Effect, doubtful: ReadonlySet<string>): Promise<Outcome> {
  try {
    return await bringAbout(site, effect, doubtful.has(keyOf(effect)));
  } catch (error) {
    return outcomeOf(error, effect, site.now());
  }
}

async function bringAbout(site: Target, effect: Effect, isDoubtful: boolean): Promise<Outcome> {
  switch (effect.kind) {
    case "notice":
    case "remind":
    case "reply":
      return makeComment(site, effect, isDoubtful);
    case "board":
      return makeBoard(site, effect, isDoubtful);
    case "ask":
      return askReviewers(site, effect);
    case "withdraw":
      return withdrawReviewers(site, effect);
    case "labels":
      return applyLabels(site, effect);
    case "react":
      return react(site, effect);
    case "suggest":
      return suggest(site, effect, isDoubtful);
    case "resolve":
      return resolveSuggestions(site, effect);
    case "commit":
      return commitChanges(site, effect);
    case "merge":
      return applyMerge(site, effect);
    case "announce":
      return DONE;
    case "check":
      throw new TypeError("Unexpected check among the loud effects, expected it in a document with the quiet ones");
  }
}

/** GitHub answers 200 when the reaction is there already. */
async function react({ client, owner, name }: Target, { comment, reaction }: React): Promise<Outcome> {
  await client.rest.reactions.createForIssueComment({ owner, repo: name, comment_id: comment.id, content: reaction });
  return DONE;
}
