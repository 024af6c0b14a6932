/** Which slots a post missed, of all that people were told. */
import { describe, expect, it } from "@jest/globals";
import { missedSlots } from "../../../src/desk/facts/missed-slots.js";
import type { Announcement } from "../../../src/desk/facts/snapshot.js";
import { readInstant } from "../../../src/desk/time/zone.js";
import { missedTwice } from "../../../src/desk/tracking/missed-twice.js";

const noon = (day: number) => readInstant(`2014-07-${String(day).padStart(2, "0")}T11:00:00Z`);
const told = (slot: number, at: number): Announcement => ({ slot: noon(slot), at: noon(at), by: null, why: "" });
const days = (announced: readonly Announcement[], at: number) =>
  missedSlots(announced, noon(at)).map(({ slot }) => Number(slot.slice(8, 10)));

describe("a slot", () => {
  it("[SL8] is missed when it goes by and people were told no other before", () => {
    const announced = [told(8, 1), told(10, 8), told(15, 9)];
    expect(days(announced, 7)).toEqual([]);
    expect(days(announced, 12)).toEqual([8]);
    expect(days(announced, 15)).toEqual([8, 15]);
  });

  it("[SL8, PL1] that was taken back in time is not called missed once its day has come", () => {
    const announced = [told(11, 1), told(16, 10), told(15, 12)];
    const slots = (at: number) => missedTwice(announced, [], noon(at))?.slots.map((slot) => Number(slot.slice(8, 10)));
    expect(slots(15)).toEqual([11, 15]);
    expect(slots(17)).toEqual([11, 15]);
  });
});
