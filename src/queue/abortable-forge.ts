/** A forge that stops when the repository may no longer be held. */
import type { Forge } from "../github/forge.js";

/**
 * The same forge, which throws instead of going on once `signal` has aborted. What was begun stays doubtful in the ledger,
 * so that whoever holds the repository next looks it up before doing it again.
 */
export function abortableForge(forge: Forge, signal: AbortSignal): Forge {
  return {
    get spent() {
      return forge.spent;
    },
    repositories: () => forge.repositories(),
    deskless: (repositories) => forge.deskless(repositories),
    heldBackUntil: (repository) => forge.heldBackUntil(repository),
    async read(repository, clicks, news) {
      const facts = await forge.read(repository, clicks, news);
      signal.throwIfAborted();
      return facts;
    },
    async *apply(repository, effects, doubtful) {
      for await (const applied of forge.apply(repository, effects, doubtful)) {
        yield applied;
        signal.throwIfAborted();
      }
    },
  };
}
