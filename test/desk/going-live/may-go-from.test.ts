/** When the calendar lets a post go: its slot, its embargo, and freezes one after the other. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { freezeAt, passesFreeze } from "../../../src/desk/calendar/freeze.js";
import type { Freeze } from "../../../src/desk/facts/desk.js";
import { mayGoFrom } from "../../../src/desk/going-live/may-go-from.js";
import { HOUR, plus, readInstant, type Instant } from "../../../src/desk/time/zone.js";

const NOON = readInstant("2014-07-15T11:00:00Z");
const hours = (n: number): Instant => plus(NOON, n * HOUR);
const freeze = (from: number, to: number, pass: readonly string[] = []): Freeze => ({ from: hours(from), to: hours(to), why: "", pass });
const placed = (at: number, by: string | null = null) => ({ at: hours(at), by });

describe("the calendar lets a post go", () => {
  it("[PB1] at its slot, or at the end of the freezes that follow each other over it", () => {
    const freezes = [freeze(-1, 2), freeze(1, 5), freeze(5, 6), freeze(9, 10)];
    expect(mayGoFrom({ slot: placed(0), embargo: null, freezes }, NOON).from).toBe(hours(6));
    expect(mayGoFrom({ slot: placed(7), embargo: null, freezes }, NOON).from).toBe(hours(7));
    expect(mayGoFrom({ slot: null, embargo: null, freezes: [] }, NOON).from).toBe(NOON);
  });

  it("[PB3] and names its embargo only where that keeps it longer than its slot or the present does", () => {
    const embargoed = (embargo: number | null, slot: number | null = 2) =>
      mayGoFrom({ slot: slot === null ? null : placed(slot), embargo: embargo === null ? null : hours(embargo), freezes: [] }, NOON);
    expect(embargoed(3)).toEqual({ from: hours(3), embargo: hours(3), freezes: [] });
    expect(embargoed(1)).toEqual({ from: hours(2), embargo: null, freezes: [] });
    expect(embargoed(2)).toEqual({ from: hours(2), embargo: null, freezes: [] });
    expect(embargoed(-1, null)).toEqual({ from: NOON, embargo: null, freezes: [] });
    expect(embargoed(null)).toEqual({ from: hours(2), embargo: null, freezes: [] });
  });

  it("[PB1] not in the second in which a freeze begins, and in the one in which it ends", () => {
    const freezes = [freeze(0, 1)];
    expect(freezeAt(freezes, hours(0))).toBe(freezes[0]);
    expect(freezeAt(freezes, hours(1))).toBeNull();
    expect(freezeAt(freezes, plus(hours(0), -1000))).toBeNull();
  });

  it("[PB2] inside a freeze when somebody who may pass it asked for that very slot, and at no other instant of it", () => {
    const over = freeze(-1, 3, ["amir"]);
    expect(passesFreeze(over, placed(0, "Amir"))).toBe(true);
    expect(passesFreeze(over, placed(0, "ann"))).toBe(false);
    expect(passesFreeze(over, placed(0))).toBe(false);
    expect(passesFreeze(over, placed(-5, "amir"))).toBe(false);
    expect(mayGoFrom({ slot: placed(0, "amir"), embargo: null, freezes: [over] }, NOON).from).toBe(NOON);
    expect(mayGoFrom({ slot: placed(-5, "amir"), embargo: null, freezes: [over] }, NOON).from).toBe(hours(3));
  });

  it("[PB1, PB3] never before its slot, inside its embargo or inside a freeze, and at the first instant that is none of these", () => {
    const hour = fc.integer({ min: -20, max: 20 });
    const someFreeze = fc.tuple(hour, fc.integer({ min: 1, max: 8 })).map(([from, length]) => freeze(from, from + length));
    fc.assert(
      fc.property(hour, fc.option(hour), fc.array(someFreeze, { maxLength: 6 }), hour, (slot, embargo, freezes, after) => {
        const held = { slot: placed(slot), embargo: embargo === null ? null : hours(embargo), freezes };
        const { from } = mayGoFrom(held, hours(after));
        const isOpen = (n: number) => n >= slot && n >= after && n >= (embargo ?? n) && freezeAt(freezes, hours(n)) === null;
        const first = Array.from({ length: 100 }, (_, n) => n - 20).find(isOpen);
        expect(from).toBe(hours(first ?? NaN));
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});
