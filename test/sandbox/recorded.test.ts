/** The sandbox beside recordings of the real api.github.com: the same requests, and whether status, headers, fields and errors are GitHub's. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { knownCommit } from "../../sandbox/git/object-store.js";
import { STAND_IN, type RecordedExchange, type Recording } from "../../scripts/record/exchange.js";
import { record } from "../../scripts/record/record.js";
import { aSandbox, type ASandbox } from "./a-sandbox.js";
import { differences } from "./recorded-exchanges.js";

const FIXTURES = join(dirname(createRequire(import.meta.url).resolve("@octokit/fixtures/package.json")), "scenarios", "api.github.com");

/** `@octokit/fixtures`, recorded since 2017 and again as GitHub changes: https://github.com/octokit/fixtures */
function recorded(scenario: string): readonly RecordedExchange[] {
  return JSON.parse(readFileSync(join(FIXTURES, scenario, "normalized-fixture.json"), "utf8")) as readonly RecordedExchange[];
}

let room: ASandbox;
afterEach(() => room.close());

interface Scene {
  /** Before the first request, as far as the answers hang on it. */
  readonly prepare?: (room: ASandbox) => void;
  /** Requests that are none of ours, by method and the end of the path: how the app reads it is said beside. */
  readonly without?: readonly RegExp[];
}

const SCENES: Readonly<Record<string, Scene>> = {
  "add-labels-to-issue": {},
  "create-file": {},
  // The statuses of a commit are read by GraphQL, and by REST all at once.
  "create-status": { without: [/^get .*\/statuses$/] },
  errors: {},
  "get-content": {},
  "get-repository": {},
  // Refs are asked for by name, or by what they begin with.
  "git-refs": {
    prepare: ({ github, repo }) => github.as("avsm").push(repo, repo.defaultBranch, { "README.md": "# Refs\n" }),
    without: [/^get .*\/git\/refs\/$/],
  },
  labels: {},
  "paginate-issues": {
    prepare: ({ github, repo }) => {
      for (let number = 1; number <= 13; number++) github.as("avsm").opensIssue(repo, { title: `Issue ${number}`, body: "" });
    },
  },
  "rename-repository": {
    prepare: ({ github, repo }) => {
      github.as("avsm").renames(repo, `${repo.name}-newname`);
    },
    without: [/^patch /],
  },
};

/** What operators sent: `npm run record`. */
const SENT = "sandbox/recorded";
const sent = readdirSync(SENT).filter((name) => name.endsWith(".json"));

/** The recordings have ids and hashes that stand for others: 1000, and forty digits that count back from the default branch's head. */
function here(text: string, { repo }: ASandbox): string {
  const head = repo.branches.get(repo.defaultBranch) ?? "";
  const hashes = [head, knownCommit(repo.objects, head).parents[0] ?? ""];
  return text
    .replace(/\/repositories\/1000(?=\/|$|\?)/u, `/repositories/${repo.id}`)
    .replace(/0{39}([12])/gu, (_, count: string) => hashes[Number(count) - 1] ?? "");
}

async function send(exchange: RecordedExchange, scene: ASandbox): Promise<readonly string[]> {
  const { method, path, body, reqheaders } = exchange;
  const answer = await fetch(new URL(here(path, scene), scene.github.url), {
    method: method.toUpperCase(),
    redirect: "manual",
    headers: { authorization: "token user:avsm", accept: reqheaders.accept ?? "*/*" },
    ...(body !== undefined && body !== "" && { body: here(JSON.stringify(body), scene) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
  return differences(exchange, {
    status: answer.status,
    headers: answer.headers,
    body: text === "" ? null : isJson ? JSON.parse(text) : text,
  });
}

function oneIssue({ github, repo }: ASandbox): void {
  github.as("avsm").opensIssue(repo, { title: "One", body: "" });
}

async function unlike(
  exchanges: readonly RecordedExchange[],
  scene: ASandbox,
  without: readonly RegExp[] = [],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const exchange of exchanges) {
    const request = `${exchange.method} ${exchange.path}`;
    if (without.some((one) => one.test(request))) continue;
    for (const line of await send(exchange, scene)) found.push(`${request} ${line}`);
  }
  return found;
}

describe("what was recorded from GitHub", () => {
  const cases = [
    ...Object.entries(SCENES).map(([name, scene]) => ({ name, scene, exchanges: recorded(name) })),
    ...sent.map((name) => ({
      name,
      scene: { prepare: oneIssue },
      exchanges: (JSON.parse(readFileSync(join(SENT, name), "utf8")) as Recording).exchanges,
    })),
  ];

  it.each(cases)(
    "[SB90] $name",
    async ({ exchanges, scene: { prepare, without } }: { exchanges: readonly RecordedExchange[]; scene: Scene }) => {
      const [, , owner = "", name = ""] = exchanges[0]?.path.split("/") ?? [];
      room = await aSandbox({ owner, name });
      prepare?.(room);
      expect(await unlike(exchanges, room, without)).toEqual([]);
    },
  );

  it("[SB91] by `npm run record` names nobody and lets nobody in, and the sandbox answers as is written there", async () => {
    room = await aSandbox();
    room.github.as("avsm").opensIssue(room.repo, { title: "A secret plan", body: "Of avsm and samoht" });
    const { exchanges } = await record(room.as("avsm"), room.repo.owner.login, room.repo.name, "2026-11-30");
    expect(JSON.stringify(exchanges)).not.toMatch(/avsm|samoht|mirage|secret plan|user:|127\.0\.0\.1|localhost/i);
    expect(exchanges.map(({ status }) => status)).toEqual([200, 200, 200, 404, 200, 404, 200, 200, 200, 404, 200, 422, 404, 200, 200, 200]);
    await room.close();
    room = await aSandbox({ owner: STAND_IN.owner, name: STAND_IN.name });
    oneIssue(room);
    expect(await unlike(exchanges, room)).toEqual([]);
  });
});
