/** `/unpin` lets a slot move again. */
import { idOf } from "./command-facts.js";
import { ONE_TO_MOVE, type CommandRule } from "./command-rule.js";
import { decidedOf, decideFor, only } from "./taken.js";

interface Unpin {
  readonly kind: "unpin";
}

export const unpin: CommandRule<Unpin> = {
  name: "unpin",
  usage: "/unpin",
  does: "removes the pin, also a pin in the plan: Presstime may give the post another slot",
  more: "It does not change the plan file.",
  example: "/unpin",
  allowed: "owners",
  about: ONE_TO_MOVE,
  read: () => ({ kind: "unpin" }),
  take(_, given) {
    const { facts, speaker } = given;
    const [slug = ""] = given.slugs;
    const { pin } = decidedOf(slug, given);
    const pinned = pin ? pin.at : (facts.plan.promised(idOf(facts, slug))?.pinned ?? null);
    if (!pinned) return only({ kind: "so already", command: "unpin", slug });
    return decideFor([slug], given, { kind: "unpinned", slug }, () => ({ pin: { at: null, by: speaker.login } }));
  },
};
