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
  does: "takes that back: the schedule gives the slot again",
  more: "A slot that somebody swapped, or asked for as the next, goes the same way. A pin stays.",
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
