/** Commands that change the plan: `/after`, `/split`, `/merge-into` and `/rename`. */
import { mayDo } from "../comments/permissions.js";
import { isSlug, sameSlug } from "../facts/slug.js";
import { nearest } from "../text/nearest.js";
import type { Amendment } from "../tracking/amended-plan.js";
import { findSlug, idOf } from "./command-facts.js";
import { comesAfter } from "./decisions-so-far.js";
import { only, type Taken, type GivenCommand } from "./taken.js";

/** More are not kept in comments: they belong into the plan file. */
const MOST_AMENDMENTS = 200;

export function takeAfter(slug: string, given: GivenCommand): Taken {
  const { rest, facts, decisions } = given;
  const typed = firstWord(rest);
  if (typed === "") return needsSlug(given, "the slug of the post that must be live first");
  const other = findSlug(facts, typed);
  if (!other) return unknown(typed, given);
  const [post, after] = [idOf(facts, slug), idOf(facts, other)];
  if (post === after) return only({ kind: "itself", command: "after", slug });
  if (comesAfter(post, facts.plan, decisions).includes(after)) return only({ kind: "so already", command: "after", slug });
  return { answered: { kind: "ordered", slug, after: other }, change: { kind: "order", post, after } };
}

export function takeSplit(slug: string, given: GivenCommand): Taken {
  const { rest, facts } = given;
  const made = firstWord(rest);
  const title = rest.slice(made.length).trim();
  if (!isSlug(made)) return needsSlug(given, "a new slug of letters, digits, dots, dashes and underscores");
  const quoted = /^["“](.*)["”]$/u.exec(title)?.[1]?.trim() ?? "";
  if (title !== "" && (quoted === "" || quoted.length > LONGEST_TITLE)) {
    const why = `Unexpected ${quoted === "" ? "words after the new slug" : `title of ${quoted.length} characters`}, expected a title in quotes, at most ${LONGEST_TITLE} characters long`;
    return only({ kind: "unreadable", command: "split", why });
  }
  const post = facts.plan.idOf(slug);
  if (post === null) return only({ kind: "not promised", command: "split", slug });
  // A pull request may have that slug, opened before or since: it brings the new post.
  if (facts.plan.idOf(made) !== null) return only({ kind: "taken", slug: made });
  const named = quoted || titleOf(made);
  return amends({ kind: "split", post, slug: made, title: named }, given, { kind: "split", slug, made, title: named });
}

/** `rest` is the slug of the post that fulfils the promise. */
export function takeMerge(slug: string, given: GivenCommand): Taken {
  const { rest, comment, facts, mayAlso } = given;
  const typed = firstWord(rest);
  if (typed === "") return needsSlug(given, "the slug of the post that it becomes part of");
  const into = findSlug(facts, typed);
  const post = facts.plan.idOf(slug);
  // Its pull request was there when this was said, and has been closed since: another may come.
  if (!into && post !== null && isSlug(typed) && comment.reactions.includes("+1"))
    return amends({ kind: "rename", post, to: typed }, given, { kind: "merged", slug, into: typed });
  if (!into) return unknown(typed, given);
  const target = facts.plan.idOf(into);
  // The plan file may say so by now: then both are the same.
  if (into === slug) return only({ kind: "so already", command: "merge-into", slug });
  if (!mayAlso(into)) return only({ kind: "not yours", command: "merge-into", allowed: "owners" });
  const answered = { kind: "merged", slug, into } as const;
  if (post !== null && target !== null) return amends({ kind: "merge", post, into: target }, given, answered);
  const stray = post === null ? slug : into;
  if ((post !== null || target !== null) && !isTiedByName(stray, post === null ? into : slug, given))
    return needsWord(stray, post === null ? into : slug, given);
  if (post !== null) return amends({ kind: "rename", post, to: into }, given, answered);
  if (target !== null) return amends({ kind: "alias", post: target, slug, joined: true }, given, answered);
  return only({ kind: "not promised", command: "merge-into", slug });
}

export function takeRename(slug: string, given: GivenCommand): Taken {
  const { rest, facts, mayAlso } = given;
  const to = firstWord(rest);
  if (!isSlug(to)) return needsSlug(given, "a new slug of letters, digits, dots, dashes and underscores");
  const post = facts.plan.idOf(slug);
  const owner = facts.plan.idOf(to);
  if (post !== null && slug === to) return only({ kind: "so already", command: "rename", slug });
  const answered = { kind: "renamed", slug, to } as const;
  // A pull request that nobody promised, named after a promised post: it is that one. So it is, too, when the plan file has the new slug by now.
  if (post === null && owner !== null) {
    if (!mayAlso(to)) return only({ kind: "not yours", command: "rename", allowed: "owners" });
    if (!isTiedByName(slug, to, given)) return needsWord(slug, to, given);
    return amends({ kind: "alias", post: owner, slug }, given, answered);
  }
  if (post === null) return only({ kind: "not promised", command: "rename", slug });
  if (owner !== null && owner !== post) return only({ kind: "taken", slug: to });
  return amends({ kind: "rename", post, to: owner === null ? (findSlug(facts, to) ?? to) : to }, given, answered);
}

/** A post that nobody promised comes to be a promised one by its name alone where the byline or the desk opened its pull request. */
function isTiedByName(stray: string, promised: string, { facts }: GivenCommand): boolean {
  const { desk } = facts.plan;
  return !stray.includes("#") && facts.partIn(stray).openers.some((login) => mayDo("desk", { login }, facts.partIn(promised), desk));
}

function needsWord(stray: string, promised: string, { command }: GivenCommand): Taken {
  const why = `Unexpected \`${stray}\`, which neither the byline nor the desk opened, expected \`/post ${promised}\` on its pull request`;
  return only({ kind: "unreadable", command, why });
}

/**
 * `/rename OLD NEW` and `/merge-into OLD OTHER`, said when OLD was promised, after the plan file has dropped OLD: what people were
 * told of OLD stays with the other. The slug that fulfils it now; null when OLD was never heard of, and is more likely mistyped.
 */
export function outlivedBy({ command, rest, comment, facts }: GivenCommand): string | null {
  const [old = "", now = ""] = rest.split(/\s+/u);
  if ((command !== "rename" && command !== "merge-into") || !isSlug(old) || now === "") return null;
  const known = comment.reactions.includes("+1") || facts.toldAt(old, comment.at) !== null;
  const slug = known ? findSlug(facts, now) : null;
  return slug !== null && facts.plan.idOf(slug) !== null && !sameSlug(slug, old) ? slug : null;
}

export function takeOutlived(slug: string, given: GivenCommand): Taken {
  const old = firstWord(given.rest);
  const post = given.facts.plan.idOf(slug);
  const answered =
    given.command === "rename" ? ({ kind: "renamed", slug: old, to: slug } as const) : ({ kind: "merged", slug: old, into: slug } as const);
  return post === null
    ? only({ kind: "not promised", command: given.command, slug })
    : amends({ kind: "alias", post, slug: old }, given, answered);
}

const LONGEST_TITLE = 200;

function amends(amendment: Amendment, { decisions }: GivenCommand, answered: Taken["answered"]): Taken {
  if (decisions.amendments.length >= MOST_AMENDMENTS) return only({ kind: "too many amendments", most: MOST_AMENDMENTS });
  return { answered, change: { kind: "amend", amendment } };
}

function unknown(typed: string, { facts }: GivenCommand): Taken {
  return only({ kind: "no such post", slug: typed, meant: nearest(typed, facts.slugs) });
}

function needsSlug({ command, rest }: GivenCommand, expected: string): Taken {
  const typedText = rest === "" ? "end of line" : `\`${firstWord(rest).slice(0, 60).replaceAll("`", "'")}\``;
  return only({ kind: "unreadable", command, why: `Unexpected ${typedText}, expected ${expected}` });
}

function firstWord(text: string): string {
  return text.split(/\s+/u)[0] ?? "";
}

/** `on-engines` becomes `On engines`. */
function titleOf(slug: string): string {
  const words = slug.replace(/[-_.]+/gu, " ").trim();
  return words === "" ? slug : words.slice(0, 1).toUpperCase() + words.slice(1);
}
