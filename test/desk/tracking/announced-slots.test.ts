/** What people were told of a post that other promises became part of: one order, whoever looks. */
import { describe, expect, it } from "@jest/globals";
import type { Announcement } from "../../../src/desk/facts/snapshot.js";
import { readInstant } from "../../../src/desk/time/zone.js";
import { announcedIn, announcedWith } from "../../../src/desk/tracking/announced-slots.js";

const told = (at: string, slot: string): Announcement => ({
  at: readInstant(`2014-${at}T15:00:00Z`),
  slot: readInstant(`2014-${slot}T16:00:00Z`),
  by: null,
  why: "",
});
const look = (announced: Readonly<Record<string, readonly Announcement[]>>) =>
  announcedIn({ memory: { effects: {}, announced }, boards: [] })("api", ["attacks"], ["attacks"]);

describe("a promise that became part of a post", () => {
  const next = told("07-01", "07-14");

  it.each([
    ["was planned later", "07-09", "07-10"],
    ["was planned earlier", "07-10", "07-09"],
  ])("[CM19] and %s: with a new slot the order is what the next look finds", (_, own, other) => {
    const [api, attacks] = [told("06-24", own), told("06-24", other)];
    const before = look({ api: [api], attacks: [attacks] });
    expect(before.announced.at(-1)).toEqual(api);
    const after = look({ api: [api, next], attacks: [attacks] });
    expect(announcedWith(before, next)).toEqual(after.announced);
    expect(after.announced[0]?.slot).toBe("2014-07-09T16:00:00Z");
  });
});
