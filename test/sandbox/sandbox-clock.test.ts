/** The clock that people move. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { createSandboxClock } from "../../sandbox/sandbox-clock.js";

const START = "2014-07-08T09:00:00Z";
const open = new AbortController().signal;
const at = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000);

describe("the sandbox's clock", () => {
  it("[SB3] stands still until it is moved", async () => {
    const clock = createSandboxClock(START);
    expect(clock.now()).toEqual(at(0));
    await clock.advance(90_000);
    expect(clock.now()).toEqual(at(1.5));
    await expect(clock.advanceTo(START)).rejects.toThrow(RangeError);
    clock.set(at(-10));
    expect(clock.now()).toEqual(at(-10));
  });

  it("[SB3] wakes everybody in the order of their time, each at that very time", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 12 }), async (minutes) => {
        const clock = createSandboxClock(START);
        const woken: number[] = [];
        const waiting = minutes.map(async (minute) => {
          await clock.waitUntil(at(minute), open);
          woken.push((clock.now().getTime() - Date.parse(START)) / 60_000);
        });
        await clock.advanceTo(at(60));
        await Promise.all(waiting);
        expect(woken).toEqual([...minutes].sort((a, b) => a - b));
        expect(clock.now()).toEqual(at(60));
      }),
      { numRuns: 30 },
    );
  });

  it("[SB3] lets those it wakes act, and wait again, before time goes on", async () => {
    const clock = createSandboxClock(START);
    const seen: string[] = [];
    const hourly = (async () => {
      for (let hour = 1; hour <= 3; hour++) {
        await clock.waitUntil(at(hour * 60), open);
        seen.push(clock.now().toISOString().slice(11, 16));
      }
    })();
    expect(clock.nextWake()).toEqual(at(60));
    await clock.advanceTo(at(200));
    await hourly;
    expect(seen).toEqual(["10:00", "11:00", "12:00"]);
    expect(clock.nextWake()).toBeNull();
  });

  it("[SB3] waits at every stop until what was woken has come to rest", async () => {
    const clock = createSandboxClock(START);
    const stops: string[] = [];
    clock.onStop(() => {
      stops.push(clock.now().toISOString().slice(11, 16));
      return Promise.resolve();
    });
    void clock.waitUntil(at(10), open);
    void clock.waitUntil(at(20), open);
    await clock.advanceTo(at(30));
    expect(stops).toEqual(["09:10", "09:20", "09:30"]);
  });

  it("[SB3] lets go of a waiter that gives up", async () => {
    const clock = createSandboxClock(START);
    const giving = new AbortController();
    const waiting = clock.waitUntil(at(10), giving.signal);
    giving.abort();
    await waiting;
    expect(clock.now()).toEqual(at(0));
    expect(clock.nextWake()).toBeNull();
  });

  it("[SB3] plays until it is stopped, and then stands still", async () => {
    const clock = createSandboxClock(START);
    const hour = clock.waitUntil(at(60), open);
    const stop = clock.play(10_000_000);
    await hour;
    await stop();
    const stood = clock.now();
    expect(stood.getTime()).toBeGreaterThanOrEqual(at(60).getTime());
    expect(clock.now()).toEqual(stood);
  });
});
