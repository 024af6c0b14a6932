/** Reading a repository wherever it is now: under the name last known or, when that leads elsewhere, under its present one. */
import { instant, MINUTE, plus, type Instant } from "../../desk/time/zone.js";
import type { Examiner } from "../../examine/examiner.js";
import type { Repository } from "../../repository.js";
import type { Client } from "../client.js";
import type { Facts } from "../forge.js";
import { findRepository, type Whereabouts } from "../whereabouts.js";
import type { Overview } from "./overview.js";
import type { ReadCache } from "./read-cache.js";
import { readFacts, type KnownBefore } from "./read-facts.js";
import type { Readings } from "./readings.js";
import { PartialAnswer } from "./scope.js";
import { outOfReach, unavailable } from "./unavailable.js";

interface ReadTools {
  readonly client: Client;
  readonly cache: ReadCache;
  readonly examiner: Examiner;
  readonly readings: Readings;
  readonly now: () => Date;
}

/** Throws `Unavailable`. */
export async function readRepository(
  { client, cache, examiner, readings, now }: ReadTools,
  repository: Repository,
  known: KnownBefore,
): Promise<{ readonly overview: Overview; readonly facts: Facts | null }> {
  const at: Instant = instant(now());
  const look = readings.look();
  const readAs = ({ owner, name }: Whereabouts) =>
    readFacts({ client, cache, examiner, readings: look, at, id: repository.id, owner, name }, known);
  const what = `${repository.owner}/${repository.name}`;
  try {
    try {
      return await readAs(repository);
    } catch (error) {
      if (!(error instanceof PartialAnswer) || error.type !== "NOT_FOUND") throw error;
      const present = await findRepository(client, repository);
      if (!present) throw outOfReach(what, plus(at, MINUTE), error);
      if (present.owner === repository.owner && present.name === repository.name) throw error;
      return await readAs(present);
    }
  } catch (error) {
    throw unavailable(error, what, now());
  }
}
