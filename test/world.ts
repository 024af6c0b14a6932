/** The world of the stories: the real app in this process, over real HTTP and a real database, on a GitHub of our own with a clock that tests move. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Files } from "../sandbox/git/paths.js";
import { createSandboxClock } from "../sandbox/sandbox-clock.js";
import { createSandbox, type NewRepository, type Sandbox } from "../sandbox/sandbox.js";
import type { Permissions } from "../sandbox/state/installation.js";
import type { Repo } from "../sandbox/state/repo.js";
import type { Comment } from "../sandbox/state/thread.js";
import type { PushOptions, ReviewOptions } from "../sandbox/user.js";
import type { WholePull, WholeThread } from "../sandbox/whole-thread.js";
import { DAY, HOUR, instant, MINUTE, type Instant } from "../src/desk/time/zone.js";
import type { Examiner } from "../src/examine/examiner.js";
import { createExaminer } from "../src/examine/pool.js";
import type { ReadingsOptions } from "../src/github/read/readings.js";
import { startPresstime, type Presstime } from "../src/index.js";
import { createLog } from "../src/log.js";
import type { Ledger } from "../src/store/ledger.js";
import { openLedger } from "../src/store/open-ledger.js";
import { readView, VIEW, type View } from "../src/view.js";
import { unlistedRequests } from "./github/unlisted-requests.js";
import { TEST_KEY } from "./sandbox/test-key.js";
import { deskFile, PEOPLE, postText, type DeskChange } from "./world/desk-file.js";
import { examinerHere } from "./world/examiner-here.js";
import { ledgerOf, type Life, type Witness } from "./world/process.js";
import { settingsFor } from "./world/settings-for.js";

export interface WorldOptions {
  /** Changes to the usual desk, its whole text, or null for none. */
  readonly desk?: DeskChange | string | null;
  readonly files?: Files;
  readonly repository?: Partial<NewRepository>;
  readonly permissions?: Permissions;
  /** An empty database; a SQLite file in a temporary folder when not given. */
  readonly database?: string;
  /** Whether texts are read in workers, as in earnest, or in this thread, which is faster; `here` when not given. */
  readonly examiner?: "workers" | "here" | Examiner;
  /** How long a look waits for readings, and how much is read for whom; by the app's own rule when not given. */
  readonly readings?: ReadingsOptions;
  /** Starts the app at once; yes unless false. */
  readonly start?: boolean;
  /** Milliseconds between sweeps; a thousand days when not given, so that what happens is owed to webhooks and wakes alone. */
  readonly sweepEvery?: number;
}

export interface Submitted {
  readonly number?: number;
  readonly draft?: boolean;
  readonly title?: string;
  readonly body?: string;
  /** The post's whole text. */
  readonly text?: string | Uint8Array;
  readonly path?: string;
  /** Further files, or others instead when `text` is null. */
  readonly files?: Files;
  /** From a fork unless false. */
  readonly fork?: boolean;
}

export type SeenPull = WholeThread & { readonly pull: WholePull };

/** What people do is done at once; what follows from them has happened after `settles` or `passes`. */
export interface World {
  readonly github: Sandbox;
  readonly repo: Repo;
  /** The address of its database. */
  readonly database: string;
  /** The process that runs now. */
  readonly app: Presstime;
  readonly ledger: Ledger;
  /** The lines of every process's log. */
  readonly log: readonly string[];
  readonly at: Instant;
  /** Opens a pull request that brings a post; gives its number. */
  submits(who: string, slug: string, submitted?: Submitted): number;
  pushes(who: string, number: number, files: Files | string, options?: PushOptions): string;
  reviews(who: string, number: number, review?: Partial<ReviewOptions>): void;
  says(who: string, number: number, body: string): Comment;
  /** Commits the desk to the default branch. */
  rewritesDesk(change: DeskChange | string): void;
  /** Until neither GitHub nor the app has anything on its way. */
  settles(): Promise<void>;
  /** `2 days`, `3 hours`, `20 minutes`: through every instant that anybody waits for. */
  passes(span: string): Promise<void>;
  pull(number: number): SeenPull;
  /** The one comment that is the notice, as people see it. Throws when there are none or several. */
  notice(number: number): string;
  /** What the app said there, in the conversation and on lines, the notice left out. */
  said(number: number): readonly string[];
  check(number: number, name: string): WholePull["checks"][number] | undefined;
  /** The only issue of the app's. */
  board(): WholeThread;
  page(path?: string): Promise<string>;
  /** What the last look found. */
  view(): Promise<View>;
  stage(slug: string): Promise<string>;
  witness(witness: Witness): void;
  starts(): Promise<void>;
  /** Ends the process as an operator does, and starts another. */
  restarts(): Promise<void>;
  /** Ends the process as `kill -9` does; GitHub's webhooks find nobody until `starts`. */
  crashes(): void;
  closes(): Promise<void>;
}

export const APP = "presstime[bot]";

const UNITS: Readonly<Record<string, number>> = { day: DAY, hour: HOUR, minute: MINUTE, second: 1000 };

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "presstime-world-"));
  const database = options.database ?? `sqlite:${join(folder, "presstime.db")}`;
  const clock = createSandboxClock("2014-07-07T08:00:00Z");
  const github = await createSandbox({
    clock,
    app: {
      privateKey: TEST_KEY,
      webhookSecret: "a secret of the stories",
      ...(options.permissions && { permissions: options.permissions }),
    },
  });
  await github.listen();
  const desk = typeof options.desk === "object" && options.desk !== null ? deskFile(options.desk) : options.desk;
  const repo = github.createRepository({
    owner: "mirage",
    name: "mirage-www",
    collaborators: PEOPLE,
    files: {
      "README.md": "# Mirage\n",
      ...(desk !== null && { ".github/presstime.yml": desk ?? deskFile() }),
      ...options.files,
    },
    ...options.repository,
  });
  const { examiner: reader = "here" } = options;
  const examiner = reader === "workers" ? createExaminer() : reader === "here" ? examinerHere() : reader;
  const lent: Examiner = { ...examiner, close: () => Promise.resolve() };
  const log: string[] = [];
  const endings: Promise<void>[] = [];
  let running: { readonly app: Presstime; readonly ledger: Ledger; readonly life: Life } | null = null;
  let witness: Witness = {};

  const { sweepEvery = 1_000 * DAY } = options;

  async function starts(): Promise<void> {
    const life: Life = { alive: true, witness };
    const ledger = await openLedger(database);
    const app = await startPresstime(settingsFor(github, database, "info"), {
      clock,
      pace: false,
      examiner: lent,
      ...(options.readings && { readings: options.readings }),
      ledger: ledgerOf(life, ledger),
      log: createLog({ level: "info", secrets: [], destination: { write: (line) => void log.push(line) } }),
      sweepEvery,
    });
    running = { app, ledger, life };
    github.deliverTo(`${app.url}/api/github/webhooks`);
  }

  function present() {
    if (!running) throw new Error("Unexpected lack of a process, expected one that was started");
    return running;
  }

  async function settles(): Promise<void> {
    for (let seen = -1; seen !== github.requests.length + github.deliveries.length;) {
      seen = github.requests.length + github.deliveries.length;
      await github.delivered();
      await running?.app.idle();
    }
  }
  clock.onStop(settles);

  const conversation = (number: number) => {
    const thread = github.threads(repo).find((one) => one.number === number);
    if (!thread) throw new Error(`Unexpected #${number}, expected one that was opened`);
    return thread.conversation.flatMap((turn) => {
      if (turn.by !== APP) return [];
      if (turn.kind === "commented") return [turn.body];
      // An answer on lines is a review that says nothing else; its suggestions are one that does.
      return turn.kind === "reviewed" && turn.body === "" ? turn.remarks.map(({ body }) => body) : [];
    });
  };
  const isNotice = (body: string) => body.includes("I keep this comment up to date");
  const pull = (number: number): SeenPull => {
    const thread = github.pullRequest(repo, number);
    if (!thread.pull) throw new Error(`Unexpected issue #${number}, expected a pull request`);
    return { ...thread, pull: thread.pull };
  };
  const view = async () => {
    const kept = await present().ledger.cached(VIEW, [String(repo.id)]);
    const seen = readView(kept.get(String(repo.id)));
    if (!seen) throw new Error("Unexpected lack of a view, expected one after a look");
    return seen;
  };

  const world: World = {
    github,
    repo,
    database,
    get app() {
      return present().app;
    },
    get ledger() {
      return present().ledger;
    },
    log,
    get at() {
      return instant(clock.now());
    },
    submits(who, slug, submitted = {}) {
      const person = github.as(who);
      const home = submitted.fork === false ? repo : person.fork(repo);
      const path = submitted.path ?? `posts/${slug}.md`;
      const text = submitted.text ?? postText(submitted.title ?? `About ${slug}`);
      const branch = `${slug}-${github.threads(repo).length}`;
      person.push(home, branch, submitted.files ?? { [path]: text });
      const { number } = person.opens(repo, {
        branch,
        ...(home !== repo && { from: home }),
        title: submitted.title ?? `About ${slug}`,
        body: submitted.body ?? "",
        draft: submitted.draft ?? false,
        ...(submitted.number !== undefined && { number: submitted.number }),
      });
      return number;
    },
    pushes(who, number, files, options) {
      const { head, files: changed } = pull(number).pull;
      const [owner = "", name = ""] = (head.repository ?? "").split("/");
      const path = changed[0]?.path ?? "posts/unknown.md";
      const changes = typeof files === "string" ? { [path]: files } : files;
      return github.as(who).push(github.repository(owner, name), head.branch, changes, options);
    },
    reviews(who, number, review = {}) {
      github.as(who).reviews(repo, number, { state: "APPROVED", ...review });
    },
    says: (who, number, body) => github.as(who).comments(repo, number, body),
    rewritesDesk(change) {
      github
        .as("amirmc")
        .push(repo, repo.defaultBranch, { ".github/presstime.yml": typeof change === "string" ? change : deskFile(change) });
    },
    settles,
    async passes(span) {
      const [n = "", unit = ""] = span.split(" ");
      const ms = UNITS[unit.replace(/s$/, "")];
      if (ms === undefined || !(Number(n) > 0)) throw new Error(`Unexpected span ${span}, expected one such as 2 days`);
      await settles();
      await clock.advance(Number(n) * ms);
    },
    pull,
    notice(number) {
      const notices = conversation(number).filter(isNotice);
      const [only] = notices;
      if (only === undefined || notices.length > 1) throw new Error(`Unexpected ${notices.length} notices on #${number}, expected one`);
      return only.replace(/<!--[^]*?-->/g, "");
    },
    said: (number) => conversation(number).filter((body) => !isNotice(body)),
    check: (number, name) => pull(number).pull.checks.find((check) => check.name === `presstime/${name}`),
    board() {
      const boards = github.threads(repo).filter((thread) => !thread.pull && thread.author === APP);
      const [only] = boards;
      if (!only || boards.length > 1) throw new Error(`Unexpected ${boards.length} boards, expected one`);
      return only;
    },
    page: async (path = "/mirage/mirage-www") => (await fetch(present().app.url + path)).text(),
    view,
    async stage(slug) {
      const { plan } = await view();
      return plan.posts.find((post) => post.slug === slug)?.stage ?? "unknown";
    },
    witness(given) {
      witness = given;
      if (running) running.life.witness = given;
    },
    starts,
    async restarts() {
      await running?.app.close();
      await starts();
    },
    crashes() {
      if (!running) return;
      const { app, life } = running;
      running = null;
      life.alive = false;
      endings.push(app.close());
    },
    async closes() {
      await github.close();
      await running?.app.close();
      await Promise.all(endings);
      await examiner.close();
      rmSync(folder, { recursive: true, force: true });
      const unlisted = unlistedRequests(github.requests);
      if (unlisted.length > 0) throw new Error(`Unexpected ${unlisted.join(", ")}, expected requests of docs/requests.md alone`);
    },
  };
  if (options.start !== false) {
    await starts();
    await settles();
  }
  return world;
}
