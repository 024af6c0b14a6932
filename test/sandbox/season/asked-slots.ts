/** What the schedule was asked at one look, and what it made of it: for judging its answers afterwards. */
import { dateWished } from "../../../src/desk/dates/date-wished.js";
import { gatherDossiers } from "../../../src/desk/dossier.js";
import type { Snapshot } from "../../../src/desk/facts/snapshot.js";
import { reviewDueOf } from "../../../src/desk/judge.js";
import { reviewAll } from "../../../src/desk/reviews/review-post.js";
import { slotAll } from "../../../src/desk/schedule/slotting.js";
import type { Settled } from "../../../src/desk/schedule/solve/settled.js";

/** By campaign, for its promised posts. */
export function askedSlots(facts: Snapshot): ReadonlyMap<string, Settled> {
  const dossiers = gatherDossiers(facts, null);
  const snapshot = { ...facts, desk: dossiers.desk };
  const reviewed = reviewAll(dossiers.posts, snapshot, (dossier) => reviewDueOf(dossier, snapshot.desk));
  const { campaigns } = slotAll(reviewed, snapshot, (dossier) => dateWished(dossier, snapshot.desk));
  return new Map([...campaigns].map(([campaign, { settled }]) => [campaign, settled]));
}
