/** Reactions: to comments, to descriptions, to comments on lines, and to the words of reviews, for which REST has no endpoint. */
import type { React } from "../../desk/effect.js";
import type { Outcome } from "../outcome.js";
import { mutationDocument } from "./mutations.js";
import { GRAPHQL_REACTIONS } from "./news-of.js";
import { DONE, outcomeOfAlias } from "./outcome-of.js";
import type { Target } from "./target.js";

/** GitHub answers 200 when the reaction is there already. */
export async function acknowledge(target: Target, effect: React): Promise<Outcome> {
  const { client, owner, name: repo } = target;
  const { comment, reaction: content } = effect;
  switch (comment.in?.kind) {
    case undefined:
      await client.rest.reactions.createForIssueComment({ owner, repo, comment_id: comment.id, content });
      return DONE;
    case "description":
      await client.rest.reactions.createForIssue({ owner, repo, issue_number: effect.issue, content });
      return DONE;
    case "line":
      await client.rest.reactions.createForPullRequestReviewComment({ owner, repo, comment_id: comment.id, content });
      return DONE;
    case "review": {
      const input = { subjectId: comment.node, content: GRAPHQL_REACTIONS[content] };
      const { errors } = await client.graphql(mutationDocument(["addReaction"]), { m0: input });
      return errors.length > 0 ? outcomeOfAlias(errors, "addReaction", target.now()) : DONE;
    }
  }
}
