/** The app in a process of its own, as `startApart` forks it: it starts when it is told where, and follows the sandbox's clock. */
import { startPresstime, type Presstime } from "../../src/index.js";
import { createLog } from "../../src/log.js";
import type { Settings } from "../../src/settings/settings.js";
import { createSandboxClock } from "../../sandbox/sandbox-clock.js";
import { examinerHere } from "./examiner-here.js";

/** What it is told: the instant that it is now, to be answered when all that was due has come to rest; and once how to start. */
export interface Told {
  readonly now: string;
  readonly start?: { readonly settings: Settings; readonly sweepEvery: number };
}

/** What it says: where it is, once; or that it rests as things are at that instant, and until when. */
export interface Said {
  readonly url?: string;
  readonly rests?: { readonly at: string; readonly until: string | null };
}

const clock = createSandboxClock("1970-01-01T00:00:00Z");
let app: Presstime | null = null;

process.on("message", (told: Told) => void hear(told));
// Whoever started it is gone.
process.on("disconnect", () => process.exit());

async function hear(told: Told): Promise<void> {
  clock.set(new Date(told.now));
  if (told.start) {
    const { settings, sweepEvery } = told.start;
    app = await startPresstime(settings, {
      clock,
      sweepEvery,
      pace: false,
      examiner: examinerHere(),
      log: createLog({ level: settings.logLevel, secrets: [], destination: process.stderr }),
    });
    say({ url: app.url });
    return;
  }
  await app?.idle();
  say({ rests: { at: told.now, until: clock.nextWake()?.toISOString() ?? null } });
}

function say(said: Said): void {
  process.send?.(said);
}
