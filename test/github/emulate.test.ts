/** The contract of effects that notify people, on a GitHub that somebody else has written: https://www.npmjs.com/package/emulate */
import { Octokit } from "@octokit/rest";
import { createEmulator } from "emulate";
import { pino } from "pino";
import { instant } from "../../src/desk/time/zone.js";
import { createClient } from "../../src/github/client.js";
import { octokitOf } from "../../src/github/octokit-of.js";
import { readCacheOf } from "../../src/github/read/read-cache.js";
import { loudEffectsOn, type Stage } from "./contract.js";
import { memoryLedger } from "./memory-ledger.js";

const OWNER = "mirage";
const NAME = "mirage-www";

async function openEmulate(): Promise<Stage> {
  const permissions = { contents: "write", issues: "write", pull_requests: "write", checks: "write" };
  const emulator = await createEmulator({
    service: "github",
    port: 0,
    seed: {
      tokens: { "token-of-the-owner": { login: OWNER, scopes: ["repo"] } },
      github: {
        users: [{ login: OWNER }, { login: "samoht" }, { login: "talex5" }],
        repos: [{ owner: OWNER, name: NAME, auto_init: true }],
        apps: [{ app_id: 7, slug: "presstime", name: "Presstime", permissions, installations: [{ installation_id: 100, account: OWNER }] }],
      },
    },
  });
  const privateKey = emulator.generatedSecrets[0]?.value ?? "";
  const octokit = octokitOf({ appId: 7, privateKey, baseUrl: emulator.url, pace: false }, fetch, pino({ level: "silent" }));
  const now = () => new Date("2014-07-18T12:00:00Z");
  const person = new Octokit({ baseUrl: emulator.url, auth: "token-of-the-owner" });
  const place = { owner: OWNER, repo: NAME };
  let branches = 0;
  return {
    person,
    site: {
      client: createClient(await octokit(100), { calls: 0, points: 0 }),
      cache: readCacheOf(memoryLedger(), instant(now())),
      now,
      id: 1,
      owner: OWNER,
      name: NAME,
      node: "",
      app: "presstime[bot]",
    },
    reviewers: ["samoht", "talex5"],
    async opens() {
      const branch = `post-${(branches += 1)}`;
      const { data: main } = await person.git.getRef({ ...place, ref: "heads/main" });
      await person.git.createRef({ ...place, ref: `refs/heads/${branch}`, sha: main.object.sha });
      const content = Buffer.from(`# ${branch}`).toString("base64");
      await person.repos.createOrUpdateFileContents({ ...place, path: `posts/${branch}.md`, message: "Write", content, branch });
      const { data } = await person.pulls.create({ ...place, head: branch, base: "main", title: branch });
      return { number: data.number, head: data.head.sha };
    },
    close: () => emulator.close(),
  };
}

loudEffectsOn("emulate", openEmulate, { full: false });
