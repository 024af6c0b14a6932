/** Undoing: which command `/undo` takes back. One that is taken back is as if it had never been said. */
import type { PostId } from "./amendment.js";
import type { Said } from "./command.js";
import { sameLogin } from "./person.js";
import type { Change } from "./rulings.js";
import type { Instant } from "./zone.js";

/** A command that changed something. */
export interface Act {
  readonly issue: number;
  readonly by: string;
  readonly at: Instant;
  readonly said: Said;
  /** Where it stands: `comment/line`. */
  readonly place: string;
  readonly posts: readonly PostId[];
  readonly change: Change;
}

export interface Undoing {
  readonly issue: number;
  readonly by: string;
  /** The posts spoken of, by their ids; null for any. */
  readonly posts: readonly PostId[] | null;
  /** Whether the speaker may take back what others have said about that post. */
  readonly owns: (post: PostId) => boolean;
  readonly idNow: (post: PostId) => PostId;
}

/** The last act in that conversation about these posts, said by the speaker or about posts that are all the speaker's; null when none is left. */
export function toUndo(acts: readonly Act[], { issue, by, posts, owns, idNow }: Undoing): Act | null {
  return (
    acts.findLast((act) => {
      const about = act.posts.map(idNow);
      return (
        act.issue === issue &&
        (posts === null || about.some((post) => posts.includes(post))) &&
        (sameLogin(act.by, by) || about.every(owns))
      );
    }) ?? null
  );
}

/** What was said, as it was said. */
export function wordsOf({ word, rest }: Said): string {
  return rest === "" ? `/${word}` : `/${word} ${rest}`;
}
