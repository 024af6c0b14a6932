/** What people were told of a post that other promises became part of: each history is its own, whoever looks. */
import { describe, expect, it } from "@jest/globals";
import type { Announcement } from "../../../src/desk/facts/snapshot.js";
import { readInstant } from "../../../src/desk/time/zone.js";
import { announcedIn } from "../../../src/desk/tracking/announced-slots.js";
import { writeSlotRecord } from "../../../src/desk/tracking/slot-record.js";

const told = (at: string, slot: string): Announcement => ({
  at: readInstant(`2014-${at}T15:00:00Z`),
  slot: readInstant(`2014-${slot}T16:00:00Z`),
  by: null,
  why: "",
});

describe("a promise that became part of a post", () => {
  const [own, other] = [told("06-24", "07-09"), told("06-24", "07-10")];

  it("[CM19] keeps its history, which is no move of the post's", () => {
    const look = announcedIn({ memory: { effects: {}, announced: { api: [own], attacks: [other] } }, boards: [] });
    expect(look("api", ["attacks"], ["attacks"])).toMatchObject({
      announced: [own],
      joined: [{ slug: "attacks", announced: [other] }],
    });
  });

  it("[SL1] is found by its name in any case, in the ledger and among its former names", () => {
    const later = told("06-25", "07-11");
    const look = announcedIn({ memory: { effects: {}, announced: { API: [own], Attacks: [other], attacks: [later] } }, boards: [] });
    expect(look("api", []).announced).toEqual([own]);
    expect(look("Api", ["ATTACKS"]).announced).toEqual([other, own, later]);
  });

  it("[SL4] is found on the board when the ledger is lost", () => {
    const body = writeSlotRecord([
      { slug: "api", announced: [own] },
      { slug: "attacks", announced: [other] },
    ]);
    const board = { number: 1, node: "I_1", url: "", campaign: "c", body, open: true, comments: [] };
    const { announced, joined } = announcedIn({ memory: { effects: {}, announced: {} }, boards: [board] })("api", ["attacks"], ["attacks"]);
    expect([announced, joined.flatMap((one) => one.announced)].map((all) => all.map(({ slot }) => slot))).toEqual([
      [own.slot],
      [other.slot],
    ]);
  });
});
