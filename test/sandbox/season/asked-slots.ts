/** What the schedule was asked at one look, and what it made of it: for judging its answers afterwards. */
import type { Snapshot } from "../../../src/desk/facts/snapshot.js";
import { placeAll } from "../../../src/desk/plan.js";
import type { Settled } from "../../../src/desk/schedule/solve/settled.js";

/** By campaign, for its promised posts. */
export function askedSlots(facts: Snapshot): ReadonlyMap<string, Settled> {
  return new Map([...placeAll(facts).slotted].map(([campaign, { settled }]) => [campaign, settled]));
}
