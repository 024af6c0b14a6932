/** The connection to GitHub: one App and its installations, behind the port that the rest of Presstime reads and writes through. */
import type { Clock } from "../clock.js";
import { instant } from "../desk/time/zone.js";
import type { Examiner } from "../examine/examiner.js";
import type { Logger } from "../log.js";
import type { Ledger } from "../store/ledger.js";
import { applyEffects } from "./apply/apply-effects.js";
import { findTarget, targetOf, type KnownTarget } from "./apply/find-target.js";
import { createClient, type Client } from "./client.js";
import { countedFetch } from "./counted-fetch.js";
import { createDeliveries, type HookDeliveries } from "./deliveries.js";
import type { Forge } from "./forge.js";
import type { AppIdentity } from "./identity.js";
import { listRepositories } from "./installations.js";
import { octokitOf } from "./octokit-of.js";
import { readCacheOf } from "./read/read-cache.js";
import { readRepository } from "./read/read-repository.js";
import type { Spent } from "./spent.js";

interface Connection {
  readonly app: AppIdentity;
  readonly clock: Pick<Clock, "now">;
  /** For caches only. */
  readonly ledger: Pick<Ledger, "cached" | "cache">;
  readonly examiner: Examiner;
  readonly log: Logger;
}

export interface ConnectedForge extends Forge {
  readonly deliveries: HookDeliveries;
}

/** Connects lazily: nothing is asked of GitHub until something is wanted of it. */
export function createForge({ app, clock, ledger, examiner, log }: Connection): ConnectedForge {
  const spent: Spent = { calls: 0, points: 0 };
  const octokit = octokitOf(app, countedFetch(spent), log);
  const clientOf = async (installation?: number): Promise<Client> => createClient(await octokit(installation), spent);
  const now = () => clock.now();
  const cache = () => readCacheOf(ledger, instant(clock.now()));
  /** By repository: what the last reading found out, so that effects need not ask. */
  const targets = new Map<number, KnownTarget>();

  return {
    spent,
    async read(repository, clicks = []) {
      const client = await clientOf(repository.installation);
      const { overview, facts } = await readRepository({ client, cache: cache(), examiner, now }, repository, clicks);
      targets.set(repository.id, targetOf(overview));
      return facts;
    },
    async *apply(repository, effects, doubtful) {
      const client = await clientOf(repository.installation);
      const known = targets.get(repository.id) ?? (await findTarget(client, repository, now()));
      yield* applyEffects({ client, cache: cache(), now, id: repository.id, ...known }, effects, doubtful);
    },
    repositories: () => listRepositories({ app: () => clientOf(), installation: clientOf, now, log }),
    deliveries: createDeliveries(() => clientOf(), now),
  };
}
