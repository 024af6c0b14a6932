/** The board of a campaign, of several the one that is kept. */
import type { Board, Snapshot } from "./snapshot.js";

/** The first that is open; where somebody has put all of them away, the first. */
export function boardOf(campaign: string, { boards }: Pick<Snapshot, "boards">): Board | null {
  const its = boards.filter((board) => board.campaign === campaign);
  return its.find(({ open }) => open) ?? its[0] ?? null;
}
