/** `/fix` asks for what the linter can fix by itself; what becomes of it is seen later. */
import type { CommandRule } from "./command-rule.js";
import { only } from "./taken.js";

interface Fix {
  readonly kind: "fix";
}

export const fix: CommandRule<Fix> = {
  name: "fix",
  usage: "/fix",
  does: "adds a commit to this pull request with everything that the linter can correct by itself",
  more: "The button “Fix all” beside the check `presstime/lint` does the same. Presstime adds one commit to the branch. If these fixes make more fixes possible, it adds a second commit. It never changes front matter. The text has then changed, so Presstime asks for approvals again. Presstime cannot commit to a branch of a fork; the reply tells you this.",
  example: "/fix",
  allowed: "involved",
  about: { slugFirst: "never", posts: "any" },
  read: () => ({ kind: "fix" }),
  take: (_, { slugs }) => only(slugs.length > 0 ? { kind: "fix" } : { kind: "no pull request", command: "fix" }),
};
