/** `/drop` takes a post out of its campaign. */
import { type CommandRule } from "./command-rule.js";
import { stopBy } from "./post-decisions.js";
import { decidedOf, decideFor, only } from "./taken.js";

interface Drop {
  readonly kind: "drop";
  readonly why: string;
}

export const drop: CommandRule<Drop> = {
  name: "drop",
  usage: "/drop [reason]",
  does: "takes the post out of the campaign",
  more: "The board keeps a row for the post, which says who dropped it and why. The post is left out of the campaign’s total. Nothing that was written is deleted; `/unhold` brings the post back. If a pull request adds several posts, name the post: `/drop SLUG reason`.",
  example: "/drop nobody has the time",
  allowed: "owners",
  about: { slugFirst: "yes", posts: "one", reason: true, live: "refused" },
  read: (why) => ({ kind: "drop", why }),
  take({ why }, given) {
    const [slug = ""] = given.slugs;
    const { dropped } = decidedOf(slug, given);
    if (dropped && (why === "" || why === dropped.why)) return only({ kind: "so already", command: "drop", slug });
    return decideFor([slug], given, { kind: "done" }, () => ({ dropped: stopBy(why, given) }));
  },
};
