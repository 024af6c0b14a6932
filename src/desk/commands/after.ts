/** `/after` keeps a post back until another is live. */
import { slugWord } from "../comments/spoken-words.js";
import { needsSlug, noSuchPost } from "./amending.js";
import { findSlug, idOf } from "./command-facts.js";
import { ONE_TO_MOVE_BY_WORD, type CommandRule } from "./command-rule.js";
import { comesAfter } from "./decisions-so-far.js";
import { decidedOf, only } from "./taken.js";

interface After {
  readonly kind: "after";
  readonly other: string;
}

export const after: CommandRule<After> = {
  name: "after",
  usage: "/after SLUG",
  does: "makes this post wait until the post SLUG is live",
  more: "If the posts would wait for each other, the command is refused, and the reply names those posts. `/undo` cancels it.",
  example: "/after on-looms",
  allowed: "owners",
  about: ONE_TO_MOVE_BY_WORD,
  read(words) {
    const other = slugWord(words);
    return other === "" ? needsSlug("after", words, "the slug of the post that must be live first") : { kind: "after", other };
  },
  take({ other: typed }, given) {
    const { facts, decisions } = given;
    const [slug = ""] = given.slugs;
    const other = findSlug(facts, typed);
    if (!other) return noSuchPost(typed, given);
    const [post, then] = [idOf(facts, slug), idOf(facts, other)];
    if (post === then) return only({ kind: "itself", command: "after", slug });
    if (decidedOf(other, given).dropped) return only({ kind: "dropped", slug: other });
    if (comesAfter(post, facts.plan, decisions).includes(then)) return only({ kind: "so already", command: "after", slug });
    return { answered: { kind: "ordered", slug, after: other }, change: { kind: "order", post, after: then } };
  },
};
