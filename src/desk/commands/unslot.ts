/** `/unslot` takes a wish for a slot back. */
import { ONE_TO_MOVE, type CommandRule } from "./command-rule.js";
import { wish } from "./placing.js";
import { decidedOf, only } from "./taken.js";

interface Unslot {
  readonly kind: "unslot";
}

export const unslot: CommandRule<Unslot> = {
  name: "unslot",
  usage: "/unslot",
  does: "cancels a `/slot`: Presstime chooses the slot of the post again",
  more: "It also cancels `/slot swap` and `/slot next`. It does not remove a pin.",
  example: "/unslot",
  allowed: "owners",
  about: ONE_TO_MOVE,
  read: () => ({ kind: "unslot" }),
  take(_, given) {
    const [slug = ""] = given.slugs;
    const { slot, laterThan } = decidedOf(slug, given);
    if (!slot && !laterThan) return only({ kind: "so already", command: "unslot", slug });
    return wish(slug, {}, { kind: "unslotted", slug }, given);
  },
};
