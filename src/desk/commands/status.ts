/** `/status` tells where posts stand. */
import type { CommandRule } from "./command-rule.js";
import { only } from "./taken.js";

interface Status {
  readonly kind: "status";
}

export const status: CommandRule<Status> = {
  name: "status",
  usage: "/status",
  does: "tells where the post stands and what is missing",
  more: "On the board, name a post; in a pull request, the ones it brings are meant.",
  example: "/status on-engines",
  allowed: "anyone",
  about: { slugFirst: "yes", posts: "any" },
  read: () => ({ kind: "status" }),
  take: (_, { slugs }) => only({ kind: "status", slugs }),
};
