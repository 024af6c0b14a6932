/** What is said on a pull request that brings no post that is followed, in whole sentences. */
import type { PullRequest } from "../facts/snapshot.js";
import { quoted } from "../text/quoted.js";
import { listed } from "./phrases.js";

const NOTHING = "Nobody has to do anything here.";

export function sayElsewhere({ base, standing }: Pick<PullRequest, "base" | "standing">, followed: string): readonly string[] {
  const where = quoted(base, 100);
  if (standing === "closed") return sayUnmerged();
  if (standing === "merged") return [`This pull request was merged into ${where}; I follow only ${quoted(followed, 100)}. ${NOTHING}`];
  return [
    `This pull request goes to ${where} now, and I follow only ${quoted(followed, 100)}: it has no stage, no slot and no reminders. ${NOTHING}`,
    `When it goes to ${quoted(followed, 100)} again, everything that was said and decided here holds again.`,
  ];
}

/** What a check says there. */
export function sayNotFollowed(base: string, followed: string): { readonly title: string; readonly summary: string } {
  return {
    title: "Not followed",
    summary: `This pull request goes to ${quoted(base, 100)} now, and only those that go to ${quoted(followed, 100)} are followed.`,
  };
}

export function sayUnmerged(): readonly string[] {
  return [`This pull request was closed without merging. ${NOTHING}`];
}

export function sayNoPost(): readonly string[] {
  return [`This pull request brings no post any more. ${NOTHING}`];
}

/** `paths` are quoted. */
export function sayTakesOff(paths: readonly string[]): readonly string[] {
  const these = paths.length === 1 ? "that post is" : "those posts are";
  return [
    `This pull request takes ${some(paths)} off the site.`,
    `Once it is merged, ${these} not live any more, and a promised post waits for a new pull request. I ask nobody to review this one; whoever wants it merges it by hand.`,
  ];
}

/** `by` is the pull request that took them; null where this one had brought them. */
export function sayTookOff(paths: readonly string[], by: number | null): readonly string[] {
  return [
    by === null
      ? `What this pull request brought was live, and ${some(paths)} ${paths.length === 1 ? "was" : "were"} taken off the site again. ${NOTHING}`
      : `This pull request took ${some(paths)} off the site. ${NOTHING}`,
  ];
}

const MOST = 10;

function some(paths: readonly string[]): string {
  const more = paths.length - MOST;
  return listed([...paths.slice(0, MOST), ...(more > 0 ? [`${more} more`] : [])]);
}
