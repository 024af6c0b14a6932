/** Amending: what `/split`, `/merge-into` and `/rename` share when they change the plan. */
import { mayDo } from "../comments/permissions.js";
import { slugWord } from "../comments/spoken-words.js";
import { isSlug, sameSlug } from "../facts/slug.js";
import { nearest } from "../text/nearest.js";
import type { Amendment } from "../tracking/amended-plan.js";
import type { CommandAnswer, Unreadable } from "./answer.js";
import { findSlug } from "./command-facts.js";
import type { Outlived } from "./command-rule.js";
import { only, type GivenCommand, type Taken } from "./taken.js";

/** More are not kept in comments: they belong into the plan file. */
const MOST_AMENDMENTS = 200;

export const NEW_SLUG = "a new slug of letters, digits, dots, dashes and underscores";

export function amends(amendment: Amendment, { decisions }: GivenCommand, answered: CommandAnswer): Taken {
  if (decisions.amendments.length >= MOST_AMENDMENTS) return only({ kind: "too many amendments", most: MOST_AMENDMENTS });
  return { answered, change: { kind: "amend", amendment } };
}

export function noSuchPost(typed: string, { facts }: GivenCommand): Taken {
  return only({ kind: "no such post", slug: typed, meant: nearest(typed, facts.slugs) });
}

/** Of a command whose first word must be a slug, and is not. */
export function needsSlug(command: string, words: string, needed: string): Unreadable {
  const typed = (words.split(/\s/u, 1)[0] ?? "").slice(0, 60).replaceAll("`", "'");
  return {
    kind: "unreadable",
    command,
    why: `after \`/${command}\`, write ${needed}${typed === "" ? "" : `. \`${typed}\` is not a valid slug`}`,
  };
}

/** A post that nobody promised comes to be a promised one by its name alone where the byline or the desk opened its pull request. */
export function isTiedByName(stray: string, promised: string, { facts }: GivenCommand): boolean {
  const { desk } = facts.plan;
  return !stray.includes("#") && facts.partIn(stray).openers.some((login) => mayDo("desk", { login }, facts.partIn(promised), desk));
}

export function needsWord(command: string, stray: string, promised: string): Taken {
  const why = `the person who opened the pull request of \`${stray}\` is not an author of \`${promised}\` and not on the desk. First write \`/post ${promised}\` on the pull request of \`${stray}\`; then write this command again`;
  return only({ kind: "unreadable", command, why });
}

/**
 * `/rename OLD NEW` and `/merge-into OLD OTHER`, said when OLD was promised, after the plan file has dropped OLD: what people were
 * told of OLD stays with the other. Null when OLD was never heard of, and is more likely mistyped.
 */
export function outlived(words: string, answered: (old: string, now: string) => CommandAnswer, given: GivenCommand): Outlived | null {
  const { comment, facts } = given;
  const old = slugWord(words);
  const now = slugWord(
    words
      .trim()
      .slice((words.trim().split(/\s/u, 1)[0] ?? "").length)
      .trim(),
  );
  if (!isSlug(old) || now === "") return null;
  const known = comment.reactions.includes("+1") || facts.toldAt(old, comment.at) !== null;
  const slug = known ? findSlug(facts, now) : null;
  const post = slug === null ? null : facts.plan.idOf(slug);
  if (slug === null || post === null || sameSlug(slug, old)) return null;
  return { slug, taken: amends({ kind: "alias", post, slug: old }, given, answered(old, slug)) };
}
