/** What is so once an effect was brought about, which a read may not show yet. What GitHub made is told where it was made. */
import type { Effect } from "../../desk/effect.js";
import type { Instant } from "../../desk/time/zone.js";
import type { News } from "../../news.js";
import { COMMENT_LIMIT, fit } from "../fit.js";
import { withMark } from "../marker.js";

/** As GraphQL writes them. */
export const GRAPHQL_REACTIONS = { "+1": "THUMBS_UP", eyes: "EYES", confused: "CONFUSED" } as const;

/** Of what is not in this list only the ledger knows, or nothing hangs on it. */
export function newsOf(effect: Effect, app: string, at: Instant): readonly News[] {
  switch (effect.kind) {
    case "notice": {
      if (!effect.comment) return [];
      const { id, node } = effect.comment;
      return [{ kind: "said", issue: effect.pull, id, node, by: { login: app, bot: true }, at, editedAt: at, body: markedText(effect) }];
    }
    case "board": {
      if (!effect.issue) return [];
      const { number: issue, node } = effect.issue;
      return [{ kind: "boarded", issue, node, url: "", body: markedText(effect), open: !effect.double }];
    }
    case "unsay":
      return effect.comments.map((id) => ({ kind: "unsaid", id }));
    case "ask":
    case "withdraw":
      return effect.logins.map((login) => ({ kind: "asked", pull: effect.pull, login, on: effect.kind === "ask" }));
    case "labels":
      return [
        ...effect.add.map((label): News => ({ kind: "labelled", pull: effect.pull, label, on: true })),
        ...effect.remove.map((label): News => ({ kind: "labelled", pull: effect.pull, label, on: false })),
      ];
    case "react":
      return [{ kind: "reacted", node: effect.comment.node, content: GRAPHQL_REACTIONS[effect.reaction] }];
    case "merge":
    case "commit":
      return [{ kind: "left", pull: effect.pull, head: effect.head }];
    default:
      return [];
  }
}

/** As GitHub keeps it. */
export function markedText({ mark, body }: { readonly mark: string; readonly body: string }): string {
  return fit(withMark(mark, body), COMMENT_LIMIT);
}
