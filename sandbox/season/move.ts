/** A move: one thing that somebody does in the season, and when. */
import type { Instant } from "../../src/desk/time/zone.js";

export interface SeasonMove {
  readonly at: Instant;
  /** Login. */
  readonly by: string;
  /** What they do, for people to read: `opens #184`. */
  readonly says: string;
  readonly does: () => void;
}

/** The earliest; of moves at one instant the first given. Null when there is none. */
export function soonestMove(moves: readonly (SeasonMove | null)[]): SeasonMove | null {
  return moves.reduce<SeasonMove | null>((best, move) => (move && (!best || move.at < best.at) ? move : best), null);
}
