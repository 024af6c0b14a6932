/** `/post` says which promised post a pull request brings. It is read where pull requests are tied, and only answered here. */
import { slugWord } from "../comments/spoken-words.js";
import { nearest } from "../text/nearest.js";
import { findSlug, idOf } from "./command-facts.js";
import { NO_POST, type CommandRule } from "./command-rule.js";
import { only } from "./taken.js";

interface Post {
  readonly kind: "post";
  readonly slug: string;
}

export const promisedPost: CommandRule<Post> = {
  name: "post",
  usage: "/post SLUG",
  does: "says which post of the plan this pull request adds",
  more: "Use it when the file name in the pull request differs from the slug in the plan. Write the slug as it is in the plan.",
  example: "/post on-engines",
  allowed: "desk",
  about: NO_POST,
  read(words) {
    const slug = slugWord(words);
    return slug === ""
      ? { kind: "unreadable", command: "post", why: "after `/post`, write the slug of a post in the plan: `/post SLUG`" }
      : { kind: "post", slug };
  },
  take({ slug: typed }, { issue, facts, may }) {
    const slug = findSlug(facts, typed);
    if (slug === null) return only({ kind: "no such post", slug: typed, meant: nearest(typed, facts.slugs) });
    if (facts.plan.idOf(typed) === null) return only({ kind: "not promised", command: "post", slug });
    if (!may(slug)) return only({ kind: "not yours", command: "post", allowed: "desk" });
    const brought = facts.slugsOf(issue);
    if (brought.length === 0) return only({ kind: "no pull request", command: "post" });
    if (!brought.includes(slug)) return only({ kind: "not tied", slug, brought });
    return { answered: { kind: "tied", slug }, change: { kind: "tie", post: idOf(facts, slug) } };
  },
};
