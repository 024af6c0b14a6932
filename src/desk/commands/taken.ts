/** What is known of a command when it is taken in, and what becomes of it. */
import type { CommandName } from "../comments/grammar.js";
import type { Comment } from "../facts/snapshot.js";
import type { Voice } from "../facts/standing.js";
import type { Instant } from "../time/zone.js";
import type { CommandAnswer } from "./answer.js";
import { idOf, type CommandFacts } from "./command-facts.js";
import type { DecisionChange, DecisionsSoFar } from "./decisions-so-far.js";
import type { PostDecisions } from "./post-decisions.js";

export interface GivenCommand {
  readonly command: CommandName;
  /** What follows the command, and the slug of the post when that was named first. */
  readonly rest: string;
  readonly speaker: Voice;
  readonly comment: Comment;
  readonly facts: CommandFacts;
  readonly decisions: DecisionsSoFar;
  /** Whether the speaker may give this command about that post too. */
  readonly mayAlso: (slug: string) => boolean;
  /** The slot that people had been told when this was said; null when none. Of several posts, the second is `1`. */
  readonly hadThen: (slug: string, place?: number) => Instant | null;
}

/** A null change: all stays as it is. */
export interface Taken {
  readonly answered: CommandAnswer;
  readonly change: DecisionChange | null;
}

/** An answer that changes nothing. */
export function only(answered: CommandAnswer): Taken {
  return { answered, change: null };
}

/** Something is decided about each of these posts; answered with a reaction alone. */
export function decideFor(slugs: readonly string[], { facts }: GivenCommand, alter: (was: PostDecisions) => Partial<PostDecisions>): Taken {
  return { answered: { kind: "done" }, change: { kind: "decide", posts: slugs.map((slug) => idOf(facts, slug)), alter } };
}
