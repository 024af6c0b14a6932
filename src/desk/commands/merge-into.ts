/** `/merge-into` makes another post fulfil a promise too. */
import { slugWord } from "../comments/spoken-words.js";
import { isSlug } from "../facts/slug.js";
import { amends, isTiedByName, needsSlug, needsWord, noSuchPost, outlived } from "./amending.js";
import { findSlug } from "./command-facts.js";
import { ONE_TO_MOVE_BY_WORD, type CommandRule } from "./command-rule.js";
import { only } from "./taken.js";

interface MergeInto {
  readonly kind: "merge-into";
  /** The slug of the post that fulfils the promise. */
  readonly into: string;
}

export const mergeInto: CommandRule<MergeInto> = {
  name: "merge-into",
  usage: "/merge-into SLUG",
  does: "joins this post to the post SLUG: one post then stands for both in the plan",
  more: "The slug of this post becomes a second slug of SLUG. Pull requests of this post then belong to SLUG, and the authors of this post become authors of SLUG too. If this post is on hold, SLUG is on hold too. The slots that were announced for this post are not counted as slots of SLUG. You need the right to change both posts.",
  example: "/merge-into on-looms",
  allowed: "owners",
  about: ONE_TO_MOVE_BY_WORD,
  read(words) {
    const into = slugWord(words);
    return into === "" ? needsSlug("merge-into", words, "the slug of the post that it becomes part of") : { kind: "merge-into", into };
  },
  take({ into: typed }, given) {
    const { comment, facts, may } = given;
    const [slug = ""] = given.slugs;
    const into = findSlug(facts, typed);
    const post = facts.plan.idOf(slug);
    // Its pull request was there when this was said, and has been closed since: another may come.
    if (!into && post !== null && isSlug(typed) && comment.reactions.includes("+1"))
      return amends({ kind: "rename", post, to: typed }, given, { kind: "merged", slug, into: typed });
    if (!into) return noSuchPost(typed, given);
    const target = facts.plan.idOf(into);
    // The plan file may say so by now: then both are the same.
    if (into === slug) return only({ kind: "so already", command: "merge-into", slug });
    if (!may(into)) return only({ kind: "not yours", command: "merge-into", allowed: "owners" });
    const answered = { kind: "merged", slug, into } as const;
    if (post !== null && target !== null) return amends({ kind: "merge", post, into: target }, given, answered);
    const stray = post === null ? slug : into;
    const promised = post === null ? into : slug;
    if ((post !== null || target !== null) && !isTiedByName(stray, promised, given)) return needsWord("merge-into", stray, promised);
    if (post !== null) return amends({ kind: "rename", post, to: into }, given, answered);
    if (target !== null) return amends({ kind: "alias", post: target, slug, joined: true }, given, answered);
    return only({ kind: "not promised", command: "merge-into", slug });
  },
  outlived: (words, given) => outlived(words, (slug, into) => ({ kind: "merged", slug, into }), given),
};
