/** Since when a post could have gone live: the last instant at which anything that it waited for came about. */
import { readCommands } from "../commands/read-commands.js";
import type { Dossier } from "../dossier.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import { spokenOn } from "../facts/spoken.js";
import { latest, type Instant } from "../time/zone.js";

/** `from` is when the calendar let it go, `afterLive` when the posts that it comes after went live. */
export function readySince(
  dossier: Dossier,
  pull: PullRequest,
  from: Instant,
  afterLive: readonly (Instant | null)[],
  { boards }: Snapshot,
): Instant {
  const conversations = [...dossier.brought.map((one) => spokenOn(one.pull)), ...boards.map((board) => board.comments)];
  const released = conversations.flatMap((comments) =>
    comments.flatMap(({ by, body, at, editedAt }) => (by && !by.bot && lets(body) ? [editedAt ?? at] : [])),
  );
  const reviewed = pull.reviews.flatMap(({ says, at }) => (says === "comments" ? [] : [at]));
  return latest([from, pull.openedAt, pull.head.since, ...reviewed, ...released, ...afterLive]) ?? from;
}

/** A hold leaves no trace of when it ended but the words that ended it. */
function lets(body: string): boolean {
  return body.includes("/") && readCommands(body).some(({ name }) => name === "unhold" || name === "undo");
}
