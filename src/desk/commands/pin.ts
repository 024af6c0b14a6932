/** `/pin` keeps a post at a slot, whatever others ask for. */
import { withoutManners } from "../comments/spoken-words.js";
import type { SpokenTime } from "../time/read-time.js";
import { ONE_TO_MOVE, type CommandRule } from "./command-rule.js";
import { keep, place } from "./placing.js";
import { decidedOf, only } from "./taken.js";

interface Pin {
  readonly kind: "pin";
  /** Null for the slot that it has. */
  readonly moment: SpokenTime | null;
}

export const pin: CommandRule<Pin> = {
  name: "pin",
  usage: "/pin [when]",
  does: "fixes the post to its present slot, or to the time that you name",
  more: "Times are written as for `/slot`. A `/pin` has priority over a pin in the plan file.",
  example: "/pin 2014-07-18T13:00",
  allowed: "owners",
  about: ONE_TO_MOVE,
  read(words, { time }) {
    const said = withoutManners(words);
    return { kind: "pin", moment: said === "" ? null : time(said) };
  },
  take({ moment }, given) {
    const [slug = ""] = given.slugs;
    if (decidedOf(slug, given).dropped) return only({ kind: "dropped", slug });
    if (moment) return place(slug, "pinned", moment, given);
    const at = decidedOf(slug, given).slot?.at ?? given.hadThen(slug);
    if (!at) return only({ kind: "no slot yet", slug });
    if (at <= given.at) return only({ kind: "past", at });
    const answered = { kind: "pinned", slugs: [slug], at, skipped: null, deadline: null, freeze: null, holders: [] } as const;
    return keep(slug, at, answered, given);
  },
};
