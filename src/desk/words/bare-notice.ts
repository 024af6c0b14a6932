/** What is said on a pull request that adds no post that is followed, in whole sentences. */
import type { PullRequest } from "../facts/snapshot.js";
import { quoted } from "../text/quoted.js";
import { listed } from "./phrases.js";

const NOTHING = "Nobody has to do anything here.";

export function sayElsewhere({ base, standing }: Pick<PullRequest, "base" | "standing">, followed: string): readonly string[] {
  const where = quoted(base, 100);
  if (standing === "closed") return sayUnmerged();
  if (standing === "merged")
    return [`This pull request was merged into ${where}. I work only with pull requests to ${quoted(followed, 100)}. ${NOTHING}`];
  return [
    `The base branch of this pull request is now ${where}. I work only with pull requests to ${quoted(followed, 100)}, so this one has no stage, no slot and no reminders. ${NOTHING}`,
    `If you change its base branch back to ${quoted(followed, 100)}, all earlier commands and reviews here are valid again.`,
  ];
}

/** What a check says there. */
export function sayNotFollowed(base: string, followed: string): { readonly title: string; readonly summary: string } {
  return {
    title: "Not followed",
    summary: `The base branch of this pull request is now ${quoted(base, 100)}. Presstime works only with pull requests to ${quoted(followed, 100)}.`,
  };
}

export function sayUnmerged(): readonly string[] {
  return [`This pull request was closed without merging. ${NOTHING}`];
}

export function sayNoPost(): readonly string[] {
  return [`This pull request does not add a post any more. ${NOTHING}`];
}

/** Until all is read: the same words, so that they are written once. */
export function sayNotReadYet(): readonly string[] {
  return [
    "I have not read all posts of this pull request yet. Some of the text, or other text by the same author, took me very long, so the rest waits until I have read what others sent.",
    "You do not have to do anything: I go on by myself, and write here when I have read all.",
  ];
}

/** `paths` are quoted. */
export function sayTakesOff(paths: readonly string[]): readonly string[] {
  const these =
    paths.length === 1
      ? "the post is not live any more. If it is in the plan, it then needs"
      : "these posts are not live any more. If they are in the plan, they then need";
  return [
    `This pull request removes ${some(paths)} from the site.`,
    `After the merge, ${these} a new pull request. I ask nobody for a review; anybody with write access can merge this pull request on GitHub.`,
  ];
}

/** `by` is the pull request that took them; null where this one had brought them. */
export function sayTookOff(paths: readonly string[], by: number | null): readonly string[] {
  return [
    by === null
      ? `${paths.length === 1 ? "The post" : "The posts"} of this pull request ${paths.length === 1 ? "was" : "were"} live. Later, ${some(paths)} ${paths.length === 1 ? "was" : "were"} removed from the site. ${NOTHING}`
      : `This pull request removed ${some(paths)} from the site. ${NOTHING}`,
  ];
}

const MOST = 10;

function some(paths: readonly string[]): string {
  const more = paths.length - MOST;
  return listed([...paths.slice(0, MOST), ...(more > 0 ? [`${more} more`] : [])]);
}
