/** A process of its own that is the app, at an instant that does not move, for a test that kills it: says `rest` when it has come to rest. */
import { writeSync } from "node:fs";
import type { Clock } from "../../src/clock.js";
import { startPresstime } from "../../src/index.js";
import { createLog } from "../../src/log.js";
import { TEST_KEY } from "../sandbox/test-key.js";
import { examinerHere } from "../world/examiner-here.js";

const [, , apiUrl = "", appId = "", databaseUrl = "", at = ""] = process.argv;

const clock: Clock = {
  now: () => new Date(at),
  waitUntil: (until, signal) =>
    until <= new Date(at) || signal.aborted
      ? Promise.resolve()
      : new Promise((resolve) => {
          signal.addEventListener("abort", () => {
            resolve();
          });
        }),
};

const app = await startPresstime(
  {
    apiUrl,
    appId: Number(appId),
    databaseUrl,
    privateKey: TEST_KEY,
    webhookSecret: "a secret of the stories",
    port: 0,
    host: "127.0.0.1",
    publicUrl: null,
    pages: "local",
    logLevel: "error",
  },
  { clock, pace: false, examiner: examinerHere(), log: createLog({ level: "error", secrets: [], destination: process.stderr }) },
);
await app.idle();
writeSync(1, "rest\n");
await app.close();
