/** `/fix` asks for what the linter can fix by itself; what becomes of it is seen later. */
import type { CommandRule } from "./command-rule.js";
import { only } from "./taken.js";

interface Fix {
  readonly kind: "fix";
}

export const fix: CommandRule<Fix> = {
  name: "fix",
  usage: "/fix",
  does: "commits what the linter can mend by itself to this pull request",
  more: "The button “Fix all” beside the check `presstime/lint` does the same. It is one commit on the branch of the pull request, and another where a fix made room for one; front matter is never touched. The text is another one then, so its approvals are asked for anew. A branch of a fork is out of reach, and you are told so.",
  example: "/fix",
  allowed: "involved",
  about: { slugFirst: "never", posts: "any" },
  read: () => ({ kind: "fix" }),
  take: (_, { slugs }) => only(slugs.length > 0 ? { kind: "fix" } : { kind: "no pull request", command: "fix" }),
};
