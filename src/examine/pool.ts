/** The workers that read untrusted text: each can be stopped, and is replaced. */
import { MessageChannel, type Transferable } from "node:worker_threads";
import { Piscina } from "piscina";
import type { DeskReading } from "../desk/config/read-desk.js";
import type { Finding } from "../desk/facts/finding.js";
import type { HolidayDays } from "../desk/facts/holidays.js";
import { PLAIN_SETTINGS } from "../desk/facts/lint-settings.js";
import type { SiteConfig } from "../desk/facts/site-config.js";
import type { Reading } from "../desk/facts/snapshot.js";
import type { ConfigReading } from "../desk/lint/config/repository-config.js";
import { LIMITS } from "../desk/lint/limits/limits.js";
import { unreadPost } from "../desk/posts/unread-post.js";
import { limitConcurrency } from "./concurrency.js";
import type { FixingExaminer } from "./examiner.js";
import type { FixedPost } from "./fix-post.js";
import { MOST_MEMORY, MOST_TIME } from "./limits.js";
import { readLinterVersion } from "./linter-version.js";
import type { WorkerNews, WorkerQuestion } from "./question.js";
import { overMemory, overTime } from "./stopped-worker.js";

interface ExaminerOptions {
  /** Workers at once; three by default, of which posts that people send take two (`src/github/read/readings.ts`). One takes about 60 MB, and is let go when idle. */
  readonly threads?: number;
  /** For one text, counted from when its worker has everything loaded; 4,000 by default, so that people have an answer within five seconds. */
  readonly milliseconds?: number;
  /** Of heap for one worker; 160 by default, while the longest post of ordinary words takes less than 100. */
  readonly megabytes?: number;
  /**
   * Besides, for what a worker has just made; 96 by default. The parser makes and drops a small object for each mark of a text: in the
   * few megabytes that V8 gives a worker by itself it collects them so often that a post takes twice as long.
   */
  readonly young?: number;
  /** What the workers run: another one only for tests. */
  readonly worker?: URL;
}

/** An idle worker is let go after a minute: at rest the app should be small, and a new one is ready in half a second. */
const IDLE = 60_000;

type Ending =
  | { readonly kind: "answered"; readonly answer: unknown }
  | { readonly kind: "stopped"; readonly finding: Finding; readonly early: Reading | null };

export function createExaminer(options: ExaminerOptions = {}): FixingExaminer {
  const { threads = 3, milliseconds = MOST_TIME, megabytes = MOST_MEMORY, young = 96, worker = defaultWorker() } = options;
  const pool = new Piscina({
    filename: worker.href,
    name: "answer",
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: young },
  });

  // A worker may die when it has no question any more, as one does that was stopped for its time while its heap was full. Unheard, that
  // would end the process; the next question starts another worker.
  pool.on("error", () => undefined);

  // Piscina's own queue is left empty: what waits there behind an aborted work may wait for ever (piscina#805, and its code for
  // `minThreads: 0` in 5.3.2), and its time would run while it waits.
  const limit = limitConcurrency(threads);

  async function ask(question: WorkerQuestion): Promise<Ending> {
    const stop = new AbortController();
    const { port1: here, port2: news } = new MessageChannel();
    let timer: NodeJS.Timeout | undefined;
    let early: Reading | null = null;
    here.on("message", (message: WorkerNews) => {
      if (message.kind === "early") early = message.reading;
      else {
        clearTimeout(timer);
        timer = setTimeout(() => {
          stop.abort();
        }, milliseconds);
      }
    });
    try {
      const answer: unknown = await pool.run({ question, news }, { transferList: [news as Transferable], signal: stop.signal });
      return { kind: "answered", answer };
    } catch (error) {
      if (stop.signal.aborted) return { kind: "stopped", finding: overTime(milliseconds), early };
      if (isOutOfMemory(error)) return { kind: "stopped", finding: overMemory(megabytes), early };
      throw error;
    } finally {
      clearTimeout(timer);
      here.close();
    }
  }

  const askOfPost = (kind: "post" | "fix", path: string, bytes: Uint8Array, settings = PLAIN_SETTINGS) =>
    limit(() => ask({ kind, path, bytes: bytes.subarray(0, LIMITS.bytes), size: bytes.length, settings }));

  return {
    linterVersion: readLinterVersion(),
    async readPost(path, bytes, settings) {
      const ending = await askOfPost("post", path, bytes, settings);
      return ending.kind === "answered" ? (ending.answer as Reading) : unfinished(path, ending);
    },
    async fixPost(path, bytes, settings) {
      const ending = await askOfPost("fix", path, bytes, settings);
      return ending.kind === "answered" ? (ending.answer as FixedPost) : { written: null, reading: unfinished(path, ending) };
    },
    async readDesk(text) {
      const ending = await limit(() => ask({ kind: "desk", text }));
      return ending.kind === "answered" ? (ending.answer as DeskReading) : { desk: null, findings: [ending.finding] };
    },
    async readConfigs(files) {
      const ending = await limit(() => ask({ kind: "configs", files }));
      return ending.kind === "answered"
        ? (ending.answer as ConfigReading)
        : { rules: {}, notes: [`Presstime ignores the repository's own lint configuration: ${ending.finding.message}.`] };
    },
    async readSite(folder, files) {
      const ending = await limit(() => ask({ kind: "site", folder, files }));
      return ending.kind === "answered" ? (ending.answer as readonly SiteConfig[]) : [];
    },
    async readHolidays(codes, years) {
      const ending = await limit(() => ask({ kind: "holidays", codes, years }));
      return ending.kind === "answered" ? (ending.answer as HolidayDays) : {};
    },
    close: () => pool.destroy(),
  };
}

function unfinished(path: string, { early, finding }: Extract<Ending, { readonly kind: "stopped" }>): Reading {
  const { post, findings } = early ?? { post: unreadPost(path), findings: [] };
  return { post, findings: [...findings, finding], unfinished: true };
}

/** Compiled, the worker and all that it loads are bundled; in tests and benches, which run the source, Node needs a loader before it. */
function defaultWorker(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "./worker-from-source.mjs" : "./bundled/worker.js", import.meta.url);
}

function isOutOfMemory(error: unknown): boolean {
  // Not `instanceof Error`: under Jest, Node's own errors are of another realm.
  return typeof error === "object" && error !== null && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
