/** The contract of effects that notify people, on our own sandbox. */
import { Octokit } from "@octokit/rest";
import { createClient } from "../../src/github/client.js";
import { instant } from "../../src/desk/time/zone.js";
import { octokitOf } from "../../src/github/octokit-of.js";
import { readCacheOf } from "../../src/github/read/read-cache.js";
import { pino } from "pino";
import { loudEffectsOn, type Stage } from "./contract.js";
import { memoryLedger } from "./memory-ledger.js";
import { openNewsroom, postText } from "./newsroom.js";

async function openSandbox(): Promise<Stage> {
  const room = await openNewsroom();
  const { github, repo, repository } = room;
  const app = { appId: github.app.id, privateKey: github.app.privateKey, baseUrl: github.url, pace: false };
  const octokit = octokitOf(app, fetch, pino({ level: "silent" }));
  const amir = github.as("amirmc");
  let branches = 0;
  return {
    person: new Octokit({ baseUrl: github.url, auth: "user:avsm" }),
    site: {
      client: createClient(await octokit(repository.installation), { calls: 0, points: 0 }),
      cache: readCacheOf(memoryLedger(), instant(github.clock.now())),
      now: () => github.clock.now(),
      id: repo.id,
      owner: "mirage",
      name: "mirage-www",
      node: repo.nodeId,
      app: "presstime[bot]",
    },
    reviewers: ["samoht", "talex5"],
    opens() {
      const branch = `post-${(branches += 1)}`;
      const head = amir.push(repo, branch, { [`posts/${branch}.md`]: postText(branch) });
      const { number } = amir.opens(repo, { branch, title: branch });
      return Promise.resolve({ number, head });
    },
    close: () => room.close(),
  };
}

loudEffectsOn("the sandbox", openSandbox, { full: true });
