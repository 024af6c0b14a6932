/** Commands that change the plan: `/after`, `/split`, `/merge-into` and `/rename`. */
import { isSlug, sameSlug } from "../facts/slug.js";
import { nearest } from "../text/nearest.js";
import type { Amendment } from "../tracking/amended-plan.js";
import { findSlug, idOf } from "./command-facts.js";
import { comesAfter } from "./decisions-so-far.js";
import { only, type Heard, type Saying } from "./taken.js";

/** More are not kept in comments: they belong into the plan file. */
const MOST_AMENDMENTS = 200;

export function hearAfter(slug: string, saying: Saying): Heard {
  const { rest, scene, rulings } = saying;
  const typed = firstWord(rest);
  if (typed === "") return needsSlug(saying, "the slug of the post that must be live first");
  const other = findSlug(scene, typed);
  if (!other) return unknown(typed, saying);
  const [post, after] = [idOf(scene, slug), idOf(scene, other)];
  if (post === after) return only({ kind: "itself", command: "after", slug });
  if (comesAfter(post, scene.plan, rulings).includes(after)) return only({ kind: "so already", command: "after", slug });
  return { answered: { kind: "ordered", slug, after: other }, change: { kind: "order", post, after } };
}

export function hearSplit(slug: string, saying: Saying): Heard {
  const { rest, scene } = saying;
  const made = firstWord(rest);
  const title = rest.slice(made.length).trim();
  if (!isSlug(made)) return needsSlug(saying, "a new slug of letters, digits, dots, dashes and underscores");
  const quoted = /^["“](.*)["”]$/u.exec(title)?.[1]?.trim() ?? "";
  if (title !== "" && (quoted === "" || quoted.length > LONGEST_TITLE)) {
    const why = `Unexpected ${quoted === "" ? "words after the new slug" : `title of ${quoted.length} characters`}, expected a title in quotes, at most ${LONGEST_TITLE} characters long`;
    return only({ kind: "unreadable", command: "split", why });
  }
  const post = scene.plan.idOf(slug);
  if (post === null) return only({ kind: "not promised", command: "split", slug });
  // A pull request may have that slug, opened before or since: it brings the new post.
  if (scene.plan.idOf(made) !== null) return only({ kind: "taken", slug: made });
  const named = quoted || titleOf(made);
  return amends({ kind: "split", post, slug: made, title: named }, saying, { kind: "split", slug, made, title: named });
}

/** `rest` is the slug of the post that fulfils the promise. */
export function hearMerge(slug: string, saying: Saying): Heard {
  const { rest, comment, scene, mayAlso } = saying;
  const typed = firstWord(rest);
  if (typed === "") return needsSlug(saying, "the slug of the post that it becomes part of");
  const into = findSlug(scene, typed);
  const post = scene.plan.idOf(slug);
  // Its pull request was there when this was said, and has been closed since: another may come.
  if (!into && post !== null && isSlug(typed) && comment.reactions.includes("+1"))
    return amends({ kind: "rename", post, to: typed }, saying, { kind: "merged", slug, into: typed });
  if (!into) return unknown(typed, saying);
  const target = scene.plan.idOf(into);
  // The plan file may say so by now: then both are the same.
  if (into === slug) return only({ kind: "so already", command: "merge-into", slug });
  if (!mayAlso(into)) return only({ kind: "not yours", command: "merge-into", allowed: "owners" });
  const answered = { kind: "merged", slug, into } as const;
  if (post !== null && target !== null) return amends({ kind: "merge", post, into: target }, saying, answered);
  if (post !== null) return amends({ kind: "rename", post, to: into }, saying, answered);
  if (target !== null) return amends({ kind: "alias", post: target, slug }, saying, answered);
  return only({ kind: "not promised", command: "merge-into", slug });
}

export function hearRename(slug: string, saying: Saying): Heard {
  const { rest, scene, mayAlso } = saying;
  const to = firstWord(rest);
  if (!isSlug(to)) return needsSlug(saying, "a new slug of letters, digits, dots, dashes and underscores");
  const post = scene.plan.idOf(slug);
  const owner = scene.plan.idOf(to);
  if (post !== null && slug === to) return only({ kind: "so already", command: "rename", slug });
  const answered = { kind: "renamed", slug, to } as const;
  // A pull request that nobody promised, named after a promised post: it is that one. So it is, too, when the plan file has the new slug by now.
  if (post === null && owner !== null) {
    if (!mayAlso(to)) return only({ kind: "not yours", command: "rename", allowed: "owners" });
    return amends({ kind: "alias", post: owner, slug }, saying, answered);
  }
  if (post === null) return only({ kind: "not promised", command: "rename", slug });
  if (owner !== null && owner !== post) return only({ kind: "taken", slug: to });
  return amends({ kind: "rename", post, to: owner === null ? (findSlug(scene, to) ?? to) : to }, saying, answered);
}

/**
 * `/rename OLD NEW` and `/merge-into OLD OTHER`, said when OLD was promised, after the plan file has dropped OLD: what people were
 * told of OLD stays with the other. The slug that fulfils it now; null when OLD was never heard of, and is more likely mistyped.
 */
export function outlivedBy({ command, rest, comment, scene }: Saying): string | null {
  const [old = "", now = ""] = rest.split(/\s+/u);
  if ((command !== "rename" && command !== "merge-into") || !isSlug(old) || now === "") return null;
  const known = comment.reactions.includes("+1") || scene.toldAt(old, comment.at) !== null;
  const slug = known ? findSlug(scene, now) : null;
  return slug !== null && scene.plan.idOf(slug) !== null && !sameSlug(slug, old) ? slug : null;
}

export function hearOutlived(slug: string, saying: Saying): Heard {
  const old = firstWord(saying.rest);
  const post = saying.scene.plan.idOf(slug);
  const answered =
    saying.command === "rename"
      ? ({ kind: "renamed", slug: old, to: slug } as const)
      : ({ kind: "merged", slug: old, into: slug } as const);
  return post === null
    ? only({ kind: "not promised", command: saying.command, slug })
    : amends({ kind: "alias", post, slug: old }, saying, answered);
}

const LONGEST_TITLE = 200;

function amends(amendment: Amendment, { rulings }: Saying, answered: Heard["answered"]): Heard {
  if (rulings.amendments.length >= MOST_AMENDMENTS) return only({ kind: "too many amendments", most: MOST_AMENDMENTS });
  return { answered, change: { kind: "amend", amendment } };
}

function unknown(typed: string, { scene }: Saying): Heard {
  return only({ kind: "no such post", slug: typed, meant: nearest(typed, scene.slugs) });
}

function needsSlug({ command, rest }: Saying, expected: string): Heard {
  const given = rest === "" ? "end of line" : `\`${firstWord(rest).slice(0, 60).replaceAll("`", "'")}\``;
  return only({ kind: "unreadable", command, why: `Unexpected ${given}, expected ${expected}` });
}

function firstWord(text: string): string {
  return text.split(/\s+/u)[0] ?? "";
}

/** `on-engines` becomes `On engines`. */
function titleOf(slug: string): string {
  const words = slug.replace(/[-_.]+/gu, " ").trim();
  return words === "" ? slug : words.slice(0, 1).toUpperCase() + words.slice(1);
}
