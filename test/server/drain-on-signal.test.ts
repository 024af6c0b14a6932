/** SIGTERM: nothing that was begun is cut short, and nothing hangs for ever. */
import { EventEmitter } from "node:events";
import { describe, expect, it } from "@jest/globals";
import { createLog } from "../../src/log.js";
import { drainOnSignal } from "../../src/server/drain-on-signal.js";

/** A process that can be told to end, and says with what code it did. */
function processOnPaper() {
  const signals = new EventEmitter();
  let ended: (code: number) => void = () => undefined;
  const exit = new Promise<number>((resolve) => (ended = resolve));
  const stand: Pick<NodeJS.Process, "on" | "off" | "exit"> = {
    on: signals.on.bind(signals) as NodeJS.Process["on"],
    off: signals.off.bind(signals) as NodeJS.Process["off"],
    exit: ((code: number) => {
      ended(code);
    }) as NodeJS.Process["exit"],
  };
  return { signals, exit, process: stand };
}

const log = createLog({ level: "silent", secrets: [] });

describe("a signal to end", () => {
  it.each(["SIGTERM", "SIGINT"])("[SV16] %s lets everything finish, then leaves with 0", async (signal) => {
    const { signals, exit, process } = processOnPaper();
    let finish = (): void => undefined;
    let asked = 0;
    const close = () => {
      asked += 1;
      return new Promise<void>((resolve) => (finish = resolve));
    };
    drainOnSignal({ close, limitMs: 60_000, log, process });
    signals.emit(signal, signal);
    expect(asked).toBe(1);
    finish();
    expect(await exit).toBe(0);
  });

  it("[SV16] what does not finish in time is left to its lease", async () => {
    const { signals, exit, process } = processOnPaper();
    drainOnSignal({ close: () => new Promise(() => undefined), limitMs: 5, log, process });
    signals.emit("SIGTERM", "SIGTERM");
    expect(await exit).toBe(1);
  });

  it("[SV16] a second signal leaves at once", async () => {
    const { signals, exit, process } = processOnPaper();
    drainOnSignal({ close: () => new Promise(() => undefined), limitMs: 1_000_000_000, log, process });
    signals.emit("SIGINT", "SIGINT");
    signals.emit("SIGINT", "SIGINT");
    expect(await exit).toBe(1);
  });

  it("[SV16] an end that fails is no clean end", async () => {
    const { signals, exit, process } = processOnPaper();
    drainOnSignal({ close: () => Promise.reject(new Error("the ledger would not close")), limitMs: 60_000, log, process });
    signals.emit("SIGTERM", "SIGTERM");
    expect(await exit).toBe(1);
  });

  it("[SV16] once taken off, signals are left alone", () => {
    const { signals, process } = processOnPaper();
    const off = drainOnSignal({ close: () => Promise.resolve(), limitMs: 60_000, log, process });
    off();
    expect([signals.listenerCount("SIGTERM"), signals.listenerCount("SIGINT")]).toEqual([0, 0]);
  });
});
