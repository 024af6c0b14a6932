/** `/hold` stops a post until somebody says `/unhold`. */
import { type CommandRule } from "./command-rule.js";
import { stopBy } from "./post-decisions.js";
import { decidedOf, decideFor, only } from "./taken.js";

interface Hold {
  readonly kind: "hold";
  readonly why: string;
}

export const hold: CommandRule<Hold> = {
  name: "hold",
  usage: "/hold [reason]",
  does: "stops the post from going live",
  more: "The reason is shown in the notice, on the board and on the pages. Until `/unhold`, nobody is asked or reminded about the post, and Presstime does not merge it. If a pull request adds several posts, name the post: `/hold SLUG reason`.",
  example: "/hold until the talk is given",
  allowed: "involved",
  about: { slugFirst: "yes", posts: "one", reason: true, live: "refused" },
  read: (why) => ({ kind: "hold", why }),
  take({ why }, given) {
    const [slug = ""] = given.slugs;
    const { held, dropped } = decidedOf(slug, given);
    if (dropped) return only({ kind: "dropped", slug });
    // A reason that was given is not lost to a hold without one.
    if (held && (why === "" || why === held.why)) return only({ kind: "so already", command: "hold", slug });
    return decideFor([slug], given, { kind: "done" }, () => ({ held: stopBy(why, given) }));
  },
};
