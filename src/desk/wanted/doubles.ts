/**
 * What the app has made twice: of several comments with one mark the first is kept, of several open boards of a campaign the first. It
 * happens where GitHub made something, its answer was lost, and a read that lagged did not show it.
 */
import { withoutHad } from "../commands/reply-mark.js";
import type { BoardEffect, Unsay } from "../effect.js";
import { boardOf } from "../facts/board-of.js";
import type { Comment, Snapshot } from "../facts/snapshot.js";
import { boardTitle, sayDouble } from "../words/board.js";
import { boardMark } from "./boards.js";

export function wantNoDoubles(snapshot: Snapshot): readonly (BoardEffect | Unsay)[] {
  const { open, closed, boards } = snapshot;
  const words = [...[...closed, ...open], ...boards].flatMap(({ number, comments }): readonly Unsay[] => {
    const twice = doublesAmong(comments);
    return twice.length === 0 ? [] : [{ kind: "unsay", issue: number, comments: twice.map(({ id }) => id) }];
  });
  const shut = boards.flatMap((board): readonly BoardEffect[] => {
    const { campaign, number, node } = board;
    const kept = boardOf(campaign, snapshot);
    if (!board.open || !kept || kept.number === number) return [];
    const body = sayDouble(kept.number);
    return [
      { kind: "board", campaign, issue: { number, node }, mark: boardMark(campaign), title: boardTitle(campaign), body, double: true },
    ];
  });
  return [...words, ...shut];
}

function doublesAmong(comments: readonly Comment[]): readonly Comment[] {
  const seen = new Set<string>();
  return comments.filter(({ mark }) => {
    if (mark === null) return false;
    const about = mark.startsWith("reply/") ? withoutHad(mark) : mark;
    const isSeen = seen.has(about);
    seen.add(about);
    return isSeen;
  });
}
