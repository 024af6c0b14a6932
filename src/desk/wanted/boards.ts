/** Boards: one tracking issue a campaign, kept by the app. */
import type { BoardEffect } from "../effect.js";
import { boardOf } from "../facts/board-of.js";
import type { Snapshot } from "../facts/snapshot.js";
import type { JudgedCampaign, JudgedPost } from "../judged.js";
import { writeSlotRecord } from "../tracking/slot-record.js";
import { boardTitle, writeBoard } from "../words/board.js";

export function boardMark(campaign: string): string {
  return `board/${campaign}`;
}

/** The board of one campaign, when it differs from what it should say. A closed board is left alone: somebody has put it away. */
export function wantBoard(campaign: JudgedCampaign, posts: readonly JudgedPost[], snapshot: Snapshot): BoardEffect | null {
  const issue = boardOf(campaign.name, snapshot);
  if (issue && !issue.open) return null;
  const { desk, deskFindings, repository } = snapshot;
  // The record comes first, with that of promises that became part of others: a text that is too long for GitHub is cut at its end.
  const text = writeBoard({ campaign, posts, zone: desk.zone, deskFindings, url: repository.url });
  const body = [writeSlotRecord(posts.flatMap((post) => [post, ...(post.joined ?? [])])), text].filter((part) => part !== "").join("\n\n");
  const title = boardTitle(campaign.name);
  if (issue?.body.trim() === body.trim()) return null;
  return {
    kind: "board",
    campaign: campaign.name,
    issue: issue && { number: issue.number, node: issue.node },
    mark: boardMark(campaign.name),
    title,
    body,
  };
}
