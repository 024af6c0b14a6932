/** `/unhold` takes back a `/hold` and a `/drop`: the post goes on, and is one of the campaign again. */
import { type CommandRule } from "./command-rule.js";
import { decidedOf, decideFor, only } from "./taken.js";

interface Unhold {
  readonly kind: "unhold";
}

export const unhold: CommandRule<Unhold> = {
  name: "unhold",
  usage: "/unhold",
  does: "ends a hold or a drop: the post can go live again",
  more: "It works after `/hold` and after `/drop`.",
  example: "/unhold",
  allowed: "involved",
  about: { slugFirst: "yes", posts: "some", live: "refused" },
  read: () => ({ kind: "unhold" }),
  take(_, given) {
    const { slugs } = given;
    const stopped = slugs.filter((slug) => {
      const { held, dropped } = decidedOf(slug, given);
      return held !== null || dropped !== null;
    });
    if (stopped.length === 0) return only({ kind: "so already", command: "unhold", slug: slugs[0] ?? "" });
    if (stopped.length > 1) return only({ kind: "which post", command: "unhold", slugs: stopped });
    return decideFor(stopped, given, { kind: "done" }, () => ({ held: null, dropped: null }));
  },
};
