/** Campaigns: how many of their posts are live, what is left of their reserve, and in which order their posts are shown. */
import type { Snapshot } from "../facts/snapshot.js";
import type { JudgedCampaign, JudgedPost } from "../judged.js";
import type { SlottedCampaign } from "../schedule/slotted-campaign.js";
import type { Instant } from "../time/zone.js";
import { aheadOf } from "./ahead.js";
import { bufferOf } from "./buffer.js";
import { conflictOf } from "./conflicts.js";

/** `slotted`: how its promised posts got their slots; null when they did not. */
export function judgeCampaign(
  name: string,
  deadline: Instant,
  posts: readonly JudgedPost[],
  slotted: SlottedCampaign | null,
  snapshot: Snapshot,
): JudgedCampaign {
  const own = posts.filter(({ campaign }) => campaign === name);
  const board = snapshot.boards.find((one) => one.campaign === name);
  const campaign = snapshot.desk.campaigns.find((one) => one.name === name);
  return {
    name,
    deadline,
    board: board ? { number: board.number, url: board.url } : null,
    slugs: own.toSorted(bySlot).map(({ slug }) => slug),
    live: own.filter(({ stage }) => stage === "live").length,
    dropped: own.filter(({ stage }) => stage === "dropped").length,
    total: own.length,
    buffer: campaign ? bufferOf(campaign, own, snapshot.desk) : null,
    // Once it has passed there is nothing to be chosen any more.
    conflict: slotted && deadline > snapshot.at ? conflictOf(slotted) : null,
    ahead: aheadOf({ starts: campaign?.starts ?? null, deadline }, own, posts, snapshot),
  };
}

/** Posts that nobody promised stand on the board that is `home`. */
export function inBoardOrder(campaign: JudgedCampaign, posts: readonly JudgedPost[], home: boolean): readonly JudgedPost[] {
  return posts.filter((post) => post.campaign === campaign.name || (home && post.campaign === null)).toSorted(bySlot);
}

function bySlot(a: JudgedPost, b: JudgedPost): number {
  const when = (post: JudgedPost) => post.live?.at ?? post.slot?.at ?? "9999";
  return when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a.slug < b.slug ? -1 : 1;
}
