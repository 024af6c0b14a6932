/** `/rename` gives a post another slug. */
import { slugWord } from "../comments/spoken-words.js";
import { isSlug } from "../facts/slug.js";
import { amends, isTiedByName, needsSlug, needsWord, NEW_SLUG, outlived } from "./amending.js";
import { findSlug } from "./command-facts.js";
import { ONE_TO_MOVE_BY_WORD, type CommandRule } from "./command-rule.js";
import { only } from "./taken.js";

interface Rename {
  readonly kind: "rename";
  readonly to: string;
}

export const rename: CommandRule<Rename> = {
  name: "rename",
  usage: "/rename NEW-SLUG",
  does: "gives the post another slug",
  more: "The old slug remains a second slug of the post. The plan file has priority: as soon as it has the new slug, this comment has no effect.",
  example: "/rename on-analytical-engines",
  allowed: "owners",
  about: ONE_TO_MOVE_BY_WORD,
  read(words) {
    const to = slugWord(words);
    return isSlug(to) ? { kind: "rename", to } : needsSlug("rename", words, NEW_SLUG);
  },
  take({ to }, given) {
    const { facts, may } = given;
    const [slug = ""] = given.slugs;
    const post = facts.plan.idOf(slug);
    const owner = facts.plan.idOf(to);
    if (post !== null && slug === to) return only({ kind: "so already", command: "rename", slug });
    const answered = { kind: "renamed", slug, to } as const;
    // A pull request that nobody promised, named after a promised post: it is that one. So it is, too, when the plan file has the new slug by now.
    if (post === null && owner !== null) {
      if (!may(to)) return only({ kind: "not yours", command: "rename", allowed: "owners" });
      if (!isTiedByName(slug, to, given)) return needsWord("rename", slug, to);
      return amends({ kind: "alias", post: owner, slug }, given, answered);
    }
    if (post === null) return only({ kind: "not promised", command: "rename", slug });
    if (owner !== null && owner !== post) return only({ kind: "taken", slug: to });
    return amends({ kind: "rename", post, to: owner === null ? (findSlug(facts, to) ?? to) : to }, given, answered);
  },
  outlived: (words, given) => outlived(words, (slug, to) => ({ kind: "renamed", slug, to }), given),
};
