/** What is known of a command when it is taken in, and what becomes of it. */
import type { Speaker } from "./allowed.js";
import type { Answered } from "./answered.js";
import type { CommandName } from "./command.js";
import type { Change, Rulings } from "./rulings.js";
import type { Scene } from "./scene.js";
import type { Comment } from "./snapshot.js";
import type { Instant } from "./zone.js";

export interface Saying {
  readonly command: CommandName;
  /** What follows the command, and the slug of the post when that was named first. */
  readonly rest: string;
  readonly speaker: Speaker;
  readonly comment: Comment;
  readonly scene: Scene;
  readonly rulings: Rulings;
  /** Whether the speaker may give this command about that post too. */
  readonly mayAlso: (slug: string) => boolean;
  /** The slot that people had been told when this was said; null when none. Of several posts, the second is `1`. */
  readonly hadThen: (slug: string, place?: number) => Instant | null;
}

/** A null change: all stays as it is. */
export interface Heard {
  readonly answered: Answered;
  readonly change: Change | null;
}

/** An answer that changes nothing. */
export function only(answered: Answered): Heard {
  return { answered, change: null };
}
