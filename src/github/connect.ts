/** The connection to GitHub: one App and its installations, behind the port that the rest of Presstime reads and writes through. */
import type { Clock } from "../clock.js";
import { instant } from "../desk/time/zone.js";
import type { Examiner } from "../examine/examiner.js";
import type { Logger } from "../log.js";
import type { Ledger } from "../store/ledger.js";
import { createAllowances } from "./allowance.js";
import { applyEffects } from "./apply/apply-effects.js";
import { findTarget, targetOf, type KnownTarget } from "./apply/find-target.js";
import { createClient, type Client } from "./client.js";
import { countedFetch } from "./counted-fetch.js";
import { createDeliveries, type HookDeliveries } from "./deliveries.js";
import type { Forge } from "./forge.js";
import type { AppIdentity } from "./identity.js";
import { listRepositories } from "./installations.js";
import { octokitOf } from "./octokit-of.js";
import { desklessOf, whereDesk } from "./read/desks.js";
import { readCacheOf } from "./read/read-cache.js";
import { readRepository } from "./read/read-repository.js";
import { createReadings, type ReadingsOptions } from "./read/readings.js";
import { unavailable } from "./read/unavailable.js";
import type { Spent } from "./spent.js";

export interface Connection {
  readonly app: AppIdentity;
  readonly clock: Pick<Clock, "now">;
  /** For caches only. */
  readonly ledger: Pick<Ledger, "cached" | "cache">;
  readonly examiner: Examiner;
  /** How long is waited for readings of what people send, and how much is read for each. */
  readonly readings?: ReadingsOptions | undefined;
  readonly log: Logger;
}

export interface ConnectedForge extends Forge {
  readonly deliveries: HookDeliveries;
}

/** Connects lazily: nothing is asked of GitHub until something is wanted of it. */
export function createForge({ app, clock, ledger, examiner, readings: budget, log }: Connection): ConnectedForge {
  const readings = createReadings(budget);
  const spent: Spent = { calls: 0, points: 0 };
  const allowances = createAllowances(() => clock.now());
  const octokit = octokitOf(app, countedFetch(spent), log, (installation, headers) => {
    allowances.note(installation, headers);
  });
  const clientOf = async (installation?: number): Promise<Client> => createClient(await octokit(installation), spent);
  const now = () => clock.now();
  const cache = () => readCacheOf(ledger, instant(clock.now()));
  /** By repository: what the last reading found out, so that effects need not ask. */
  const targets = new Map<number, KnownTarget>();

  return {
    spent,
    async read(repository, clicks = [], news = []) {
      const client = await clientOf(repository.installation);
      const tools = { client, cache: cache(), now };
      return whereDesk(tools, repository, async () => {
        const { overview, facts } = await readRepository({ ...tools, examiner, readings }, repository, { clicks, news });
        targets.set(repository.id, targetOf(overview));
        return facts;
      }).catch((error: unknown) => {
        throw unavailable(error, `${repository.owner}/${repository.name}`, now());
      });
    },
    async *apply(repository, effects, doubtful) {
      const client = await clientOf(repository.installation);
      const known = targets.get(repository.id) ?? (await findTarget(client, repository, now()));
      yield* applyEffects({ client, cache: cache(), now, id: repository.id, ...known }, effects, doubtful);
    },
    heldBackUntil: ({ installation }) => allowances.heldBackUntil(installation),
    async deskless(repositories) {
      const [first] = repositories;
      if (!first) return new Set();
      const client = await clientOf(first.installation);
      return desklessOf({ client, cache: cache(), now }, repositories).catch((error: unknown) => {
        throw unavailable(error, "The desks of an installation", now());
      });
    },
    repositories: () => listRepositories({ app: () => clientOf(), installation: clientOf, now, log }),
    deliveries: createDeliveries(() => clientOf(), now),
  };
}
