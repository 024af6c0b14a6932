/** What the schedule was asked at one look, and what it made of it: for judging its answers afterwards. */
import { gatherDossiers } from "../../../src/desk/dossier.js";
import type { Snapshot } from "../../../src/desk/facts/snapshot.js";
import { openReviewLoad } from "../../../src/desk/reviews/open-review-load.js";
import { pastRequests } from "../../../src/desk/reviews/past-requests.js";
import { reviewPost } from "../../../src/desk/reviews/review-post.js";
import { slotAll } from "../../../src/desk/schedule/slotting.js";
import type { Settled } from "../../../src/desk/schedule/solve/settled.js";

/** By campaign, for its promised posts. */
export function askedSlots(facts: Snapshot): ReadonlyMap<string, Settled> {
  const dossiers = gatherDossiers(facts, null);
  const snapshot = { ...facts, desk: dossiers.desk };
  const load = new Map(openReviewLoad(snapshot.open));
  const asks = pastRequests(snapshot.memory);
  const reviewed = dossiers.posts.map((dossier) => reviewPost(dossier, snapshot, load, asks.get(dossier.leading?.pull.number ?? 0) ?? []));
  return new Map([...slotAll(reviewed, snapshot).campaigns].map(([campaign, { settled }]) => [campaign, settled]));
}
