/** `/split` makes two promises of one. */
import { slugWord, withoutManners } from "../comments/spoken-words.js";
import { isSlug } from "../facts/slug.js";
import { amends, needsSlug, NEW_SLUG } from "./amending.js";
import { ONE_TO_MOVE_BY_WORD, type CommandRule } from "./command-rule.js";
import { only } from "./taken.js";

interface Split {
  readonly kind: "split";
  readonly made: string;
  readonly title: string;
}

const LONGEST_TITLE = 200;

export const split: CommandRule<Split> = {
  name: "split",
  usage: '/split NEW-SLUG ["title"]',
  does: "splits this planned post into two",
  more: "The new post follows this one directly in the plan. It has the same campaign, authors, beats and embargo, and waits for the same posts. You may leave out the title.",
  example: '/split engines-in-practice "Engines in practice"',
  allowed: "owners",
  about: ONE_TO_MOVE_BY_WORD,
  read(words) {
    const made = slugWord(words);
    if (!isSlug(made)) return needsSlug("split", words, NEW_SLUG);
    const title = withoutManners(words.trim().slice((words.trim().split(/\s/u, 1)[0] ?? "").length));
    const quoted = /^["“](.*)["”]$/u.exec(title)?.[1]?.trim() ?? "";
    if (title !== "" && (quoted === "" || quoted.length > LONGEST_TITLE)) {
      const why =
        quoted === ""
          ? `after the new slug, write a title in quotes, or nothing`
          : `the title has ${quoted.length} characters; write one of at most ${LONGEST_TITLE} characters`;
      return { kind: "unreadable", command: "split", why };
    }
    return { kind: "split", made, title: quoted || titleOf(made) };
  },
  take({ made, title }, given) {
    const { plan } = given.facts;
    const [slug = ""] = given.slugs;
    const post = plan.idOf(slug);
    if (post === null) return only({ kind: "not promised", command: "split", slug });
    // A pull request may have that slug, opened before or since: it brings the new post.
    if (plan.idOf(made) !== null) return only({ kind: "taken", slug: made });
    return amends({ kind: "split", post, slug: made, title }, given, { kind: "split", slug, made, title });
  },
};

/** `on-engines` becomes `On engines`. */
function titleOf(slug: string): string {
  const words = slug.replace(/[-_.]+/gu, " ").trim();
  return words === "" ? slug : words.slice(0, 1).toUpperCase() + words.slice(1);
}
