/** Forks the app into processes of their own, which can be killed with a signal that cannot be caught. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Sandbox } from "../../sandbox/sandbox.js";
import type { LogLevel } from "../../src/settings/settings.js";
import type { Said, Told } from "./process-apart.js";
import { settingsFor } from "./settings-for.js";

export interface Apart {
  /** Null until it has started. */
  readonly url: string | null;
  /** False when it was killed, or ended by itself. */
  readonly lives: boolean;
  /** Resolves when it has started, or is dead. */
  starts(): Promise<void>;
  /** Tells it the instant, and resolves when it has come to rest, or is dead. The sandbox's clock stops at what it waits for next. */
  settles(): Promise<void>;
  /** `kill -9`; resolves when the machine has taken it away. */
  kill(): Promise<void>;
}

export interface ApartOptions {
  readonly github: Sandbox;
  readonly database: string;
  /** Milliseconds of the sandbox's clock. */
  readonly sweepEvery: number;
  /** To standard error. */
  readonly logLevel: LogLevel;
}

const PROGRAM = fileURLToPath(new URL("process-apart.ts", import.meta.url));
const LOADER = fileURLToPath(new URL("../../bench/register.mjs", import.meta.url));

/** It is told again after so many real milliseconds: who waits before asking a database that was away asks at once then. */
const AGAIN = 200;

/** One that reads its code at once, and does nothing until it starts. */
export function forkApart({ github, database, sweepEvery, logLevel }: ApartOptions): Apart {
  const child = fork(PROGRAM, { execArgv: ["--import", LOADER], env: {}, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  let url: string | null = null;
  let waiting = new AbortController();
  const ended = once(child, "exit").then(() => {
    waiting.abort();
    return null;
  });
  const now = () => github.clock.now().toISOString();
  const tell = (told: Told): void => {
    if (child.connected) child.send(told, () => undefined);
  };
  /** Null when it died before it said such a thing. */
  async function hears<Value>(read: (said: Said) => Value | undefined): Promise<Value | null> {
    const deaf = new AbortController();
    const heard = new Promise<Value>((resolve) => {
      const listen = (said: Said) => {
        const value = read(said);
        if (value !== undefined) resolve(value);
      };
      child.on("message", listen);
      deaf.signal.addEventListener("abort", () => child.off("message", listen));
    });
    const value = await Promise.race([heard, ended]);
    deaf.abort();
    return value;
  }

  return {
    get url() {
      return url;
    },
    get lives() {
      return child.exitCode === null && child.signalCode === null;
    },
    async starts() {
      const started = hears((said) => said.url);
      tell({ now: now(), start: { settings: settingsFor(github, database, logLevel), sweepEvery } });
      url = await started;
    },
    async settles() {
      const at = now();
      const rested = hears(({ rests }) => (rests?.at === at ? rests : undefined));
      tell({ now: at });
      const telling = setInterval(tell, AGAIN, { now: at });
      const rests = await rested;
      clearInterval(telling);
      waiting.abort();
      if (!rests?.until) return;
      waiting = new AbortController();
      void github.clock.waitUntil(new Date(rests.until), waiting.signal);
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
