/** `/status` tells where posts stand. */
import type { CommandRule } from "./command-rule.js";
import { only } from "./taken.js";

interface Status {
  readonly kind: "status";
}

export const status: CommandRule<Status> = {
  name: "status",
  usage: "/status",
  does: "shows the stage of the post and what is missing",
  more: "On the board, write the slug of a post. On a pull request, `/status` covers all posts that it adds.",
  example: "/status on-engines",
  allowed: "anyone",
  about: { slugFirst: "yes", posts: "any" },
  read: () => ({ kind: "status" }),
  take: (_, { slugs }) => only({ kind: "status", slugs }),
};
