/** `large-installation`: a delivery that names ten thousand repositories, and the health of the server meanwhile. */
import { createHmac } from "node:crypto";
import type { GithubThere } from "./github-process.js";
import { asFastAsTaken, healthAtRate, type Load } from "./load.js";
import { atMost, measure, type Bench } from "./measure.js";
import { startGithub, startPresstime } from "./processes.js";
import { inTurns, median, quantile } from "./quantile.js";

const REPOSITORIES = 10_000;
const ROUNDS = 3;
/** A load balancer asks each few seconds. */
const HEALTH_RATE = 20;
const SECONDS = 3;

interface Found {
  readonly acknowledged: number;
  readonly health: readonly number[];
}

export const largeInstallation: Bench = {
  name: "large-installation",
  about:
    `A signed delivery \`installation_repositories.added\` that names ${REPOSITORIES.toLocaleString("en")} repositories, to \`presstime start\` on SQLite in a process of its own that has just started: ` +
    `until it is acknowledged, written down on disk with all their wakes; and \`/healthz\`, asked ${HEALTH_RATE} times a second from when it is sent, for ${SECONDS} s, in which the looks at them begin. ` +
    `The baseline is one that names one repository; ${ROUNDS} rounds, in turns, each on a new server and database.`,
  async run() {
    const github = await startGithub(0, 0);
    const health: Record<"many" | "one", number[]> = { many: [], one: [] };
    try {
      const acknowledged = (which: "many" | "one") => async () => {
        const found = await added(github, which === "many" ? REPOSITORIES : 1);
        health[which].push(...found.health);
        return found.acknowledged;
      };
      const found = await inTurns(ROUNDS, acknowledged("many"), acknowledged("one"));
      return [
        measure({
          name: "acknowledged",
          value: median(found.ours),
          unit: "ms",
          baseline: { name: "one repository", value: median(found.theirs) },
          ratio: found.ratio,
          target: atMost(1_000),
        }),
        measure({
          name: "p99 of `/healthz`",
          value: quantile(health.many, 0.99),
          unit: "ms",
          baseline: { name: "one repository", value: quantile(health.one, 0.99) },
          target: atMost(100),
        }),
      ];
    } finally {
      await github.stop();
    }
  },
};

async function added(github: GithubThere, repositories: number): Promise<Found> {
  const server = await startPresstime(github);
  const load = { url: server.url, letter: letterOf(github, repositories) };
  try {
    const health = healthAtRate(server.url, HEALTH_RATE, SECONDS);
    const { took } = await asFastAsTaken(load, 1, 1);
    return { acknowledged: median(took), health: (await health).took };
  } finally {
    await server.stop();
  }
}

function letterOf({ appId, headers, webhookSecret }: GithubThere, repositories: number): Load["letter"] {
  const text = JSON.stringify({
    action: "added",
    installation: { id: 1, app_id: appId },
    repository_selection: "selected",
    repositories_added: Array.from({ length: repositories }, (_, n) => ({
      id: 1_000_000 + n,
      node_id: `R_${n}`,
      name: `blog-${n}`,
      full_name: `gazette/blog-${n}`,
      private: false,
    })),
    repositories_removed: [],
    sender: { login: "ada", type: "User" },
  });
  const signature = `sha256=${createHmac("sha256", webhookSecret).update(text).digest("hex")}`;
  return { text, headers: { ...headers, "x-github-event": "installation_repositories", "x-hub-signature-256": signature } };
}
