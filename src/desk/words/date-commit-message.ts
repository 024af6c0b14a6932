/** The message of the commit that the app makes at the slot: what it set, and why. */
import { dayOf, sayWhen, type Instant, type Zone } from "../time/zone.js";

/** The first line is the headline. A title is left out: it is a stranger's, and a commit message can close issues. */
export function writeDateCommitMessage(
  dateChecks: readonly { readonly post: { readonly slug: string }; readonly slot: Instant }[],
  zone: Zone,
): string {
  const lines = dateChecks.map(({ post, slot }) => `- ${safe(post.slug)}: ${sayWhen(slot, zone)}`);
  const [first] = dateChecks;
  const headline =
    first && dateChecks.length === 1
      ? `Set the date of ${safe(first.post.slug)} to ${dayOf(first.slot, zone)}, the day of its slot`
      : `Set the dates of ${dateChecks.length} posts to the days of their slots`;
  return [
    headline,
    "",
    ...lines,
    "",
    "`merge.mend_dates` in the desk file allows this commit just before a post goes live. Nothing else is changed.",
  ].join("\n");
}

/** A slug may come out of a text: no word that GitHub acts upon, and never long. */
function safe(slug: string): string {
  return slug.replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 60);
}
