/** Acts: the commands that changed something, and which of them `/undo` takes back. One that is taken back is as if it had never been said. */
import type { Desk } from "../facts/desk.js";
import { sameLogin } from "../facts/person.js";
import type { Instant } from "../time/zone.js";
import type { PostId } from "../tracking/amended-plan.js";
import { NO_DECISIONS, withChange, type DecisionChange, type DecisionsSoFar } from "./decisions-so-far.js";

/** A command that changed something. */
export interface Act {
  readonly issue: number;
  readonly by: string;
  readonly at: Instant;
  /** As it was said: `/slot next`. */
  readonly words: string;
  /** Where it stands: `comment/line`. */
  readonly place: string;
  readonly posts: readonly PostId[];
  readonly change: DecisionChange;
  /** What stood before it. */
  readonly before: DecisionsSoFar;
}

export interface UndoneAct extends Act {
  readonly undoneAt: Instant;
}

interface Undoing {
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

interface Undone {
  readonly acts: readonly Act[];
  readonly decisions: DecisionsSoFar;
}

/** Without that act: what was said after it is decided again. */
export function without(act: Act, acts: readonly Act[], desk: Desk): Undone {
  const place = acts.indexOf(act);
  const kept: Act[] = acts.slice(0, place);
  let decisions = act.before;
  for (const later of acts.slice(place + 1)) {
    kept.push({ ...later, before: decisions });
    const changed = withChange(decisions, later.change, desk);
    if (changed.kind === "decided") decisions = changed.decisions;
  }
  return { acts: kept, decisions };
}

/** All that these acts decide together. */
export function decidedBy(acts: readonly Act[], desk: Desk): DecisionsSoFar {
  return acts.reduce((decisions, { change }) => {
    const changed = withChange(decisions, change, desk);
    return changed.kind === "decided" ? changed.decisions : decisions;
  }, NO_DECISIONS);
}
