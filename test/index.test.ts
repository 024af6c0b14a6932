/** The parts put together: on a GitHub of our own, nothing in the place of anything else. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createSandbox, type Sandbox } from "../sandbox/sandbox.js";
import { MINUTE } from "../src/desk/time/zone.js";
import { startPresstime, type Presstime } from "../src/index.js";
import { createLog } from "../src/log.js";
import type { Settings } from "../src/settings/settings.js";

const DESK = `zone: UTC
people:
  - {login: ada, name: Ada, beats: [compilers]}
  - {login: grace, name: Grace, beats: [engines]}
coordinators: [grace]
campaigns:
  - name: Two posts
    deadline: "2014-07-21T09:00[Europe/London]"
    posts:
      - {slug: on-engines, title: On engines, byline: [ada], beats: [engines]}
`;
const POST = "---\ntitle: On engines\nauthor: Ada\n---\n\nWhat they may do, and what they may not.\n";

let folder: string;
let github: Sandbox;
let lines: string[];
let presstime: Presstime | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "presstime-"));
  github = await createSandbox();
  await github.listen();
  lines = [];
});

afterEach(async () => {
  await github.close();
  await presstime?.close();
  presstime = null;
  await rm(folder, { recursive: true });
});

async function start(more: Partial<Settings> = {}): Promise<Presstime> {
  const { app } = github;
  const log = createLog({
    level: "debug",
    secrets: [app.privateKey, app.webhookSecret],
    destination: { write: (line) => void lines.push(line) },
  });
  const settings: Settings = {
    appId: app.id,
    privateKey: app.privateKey,
    webhookSecret: app.webhookSecret,
    apiUrl: github.url,
    databaseUrl: `sqlite:${join(folder, "presstime.db")}`,
    port: 0,
    host: "127.0.0.1",
    publicUrl: null,
    pages: "local",
    logLevel: "debug",
    ...more,
  };
  presstime = await startPresstime(settings, { clock: github.clock, log, pace: false });
  github.deliverTo(`${presstime.url}/api/github/webhooks`);
  return presstime;
}

/** Until neither the App nor GitHub has anything on its way. */
async function settle(app: Presstime): Promise<void> {
  await github.delivered();
  await app.idle();
  await github.delivered();
  await app.idle();
}

function openPost() {
  const repo = github.createRepository({
    owner: "gazette",
    name: "blog",
    collaborators: ["ada", "grace"],
    files: { ".github/presstime.yml": DESK },
  });
  const ada = github.as("ada");
  ada.push(repo, "engines", { "posts/on-engines.md": POST });
  const { number } = ada.opens(repo, { branch: "engines", title: "On engines" });
  return { repo, number };
}

/** Who wrote the comments on it, in order. */
function commentsOn(repo: Parameters<Sandbox["pullRequest"]>[0], number: number): (string | null)[] {
  return github.pullRequest(repo, number).conversation.flatMap((turn) => (turn.kind === "commented" ? [turn.by] : []));
}

describe("Presstime", () => {
  it("[SV19] answers a pull request with one notice, by webhook alone, and shows it on its page", async () => {
    const app = await start();
    const { repo, number } = openPost();
    await settle(app);
    expect(github.pullRequest(repo, number).pull?.requested).toEqual(["grace"]);
    expect(commentsOn(repo, number)).toEqual(["presstime[bot]"]);
    const page = await (await fetch(`${app.url}/gazette/blog`)).text();
    expect(page).toContain("On engines");
  });

  it("[SV19] finds by its sweep what happened while it was away, and does nothing twice", async () => {
    const { repo, number } = openPost();
    await settle(await start());
    const before = github.fingerprint(repo);
    expect(commentsOn(repo, number)).toEqual(["presstime[bot]"]);
    await presstime?.close();
    await settle(await start());
    expect(github.fingerprint(repo)).toBe(before);
  });

  it("[SV14] is not woken by what it did itself", async () => {
    const app = await start();
    openPost();
    await settle(app);
    const own = lines.filter((line) => line.includes("Presstime itself caused the event"));
    expect(own.length).toBeGreaterThan(0);
    const { calls } = github.spent;
    await settle(app);
    expect(github.spent.calls).toBe(calls);
  });

  it("[SV8] keeps its secrets from a log at its most talkative", async () => {
    const app = await start();
    openPost();
    await settle(app);
    expect(lines.length).toBeGreaterThan(5);
    const text = lines.join("");
    expect(text).not.toContain(github.app.webhookSecret);
    expect(text).not.toMatch(/PRIVATE KEY|ghs_|eyJ/);
  });

  it("[SV16] finishes and closes once, however often it is asked to", async () => {
    const app = await start();
    openPost();
    await Promise.all([app.close(), app.close()]);
    await expect(fetch(`${app.url}/healthz`)).rejects.toThrow();
    const again = await start();
    await settle(again);
    expect((await fetch(`${again.url}/readyz`)).status).toBe(200);
  });

  it("[SV17] starts although GitHub does not answer, and catches up when it does", async () => {
    const { repo, number } = openPost();
    await github.delivered();
    github.trouble.failing({ next: 1_000, how: 502 });
    const app = await start();
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    await settle(app);
    expect(commentsOn(repo, number)).toEqual([]);
    github.trouble.over();
    github.clock.onStop(() => settle(app));
    await github.clock.advance(20 * MINUTE);
    expect(commentsOn(repo, number)).toEqual(["presstime[bot]"]);
  });

  it("[SV17] a port that is taken leaves no database open", async () => {
    const app = await start();
    const port = Number(new URL(app.url).port);
    await expect(start({ port })).rejects.toThrow(/^Another program uses port/);
    presstime = app;
  });
});
