/** What the wake queue has to tell an operator. */
import type { Instant } from "../desk/time/zone.js";
import { Unavailable } from "../github/forge.js";
import type { Logger } from "../log.js";
import type { Repository } from "../repository.js";

interface WakeLog {
  /** The queue cannot be read. */
  readonly away: (error: unknown) => void;
  /** A reconcile threw; it is tried again at `until`. */
  readonly failed: (repository: Repository, error: unknown, until: Instant) => void;
  /** The end of a reconcile cannot be written down. */
  readonly unsettled: (repository: Repository, error: unknown) => void;
  /** Somebody else took the repository, or it was forgotten. */
  readonly lost: (repository: Repository) => void;
  /** A reconcile does not end. */
  readonly stuck: (repository: Repository) => void;
}

export function wakeLog(log: Logger): WakeLog {
  return {
    away(error) {
      log.error({ err: error }, "The wake queue could not be read from the ledger. It is tried again in a moment.");
    },
    failed(repository, error, until) {
      const about = { repository: nameOf(repository), until };
      if (error instanceof Unavailable) log.warn({ ...about, why: error.message }, "GitHub cannot be asked now.");
      else log.error({ ...about, err: error }, "A reconcile failed. It is tried again.");
    },
    unsettled(repository, error) {
      const about = { repository: nameOf(repository), err: error };
      log.error(about, "A wake could not be settled in the ledger. The repository is due again when its lease ends.");
    },
    lost(repository) {
      log.warn({ repository: nameOf(repository) }, "A lease ended before its reconcile did.");
    },
    stuck(repository) {
      log.error({ repository: nameOf(repository) }, "A reconcile did not end within minutes. It is given up.");
    },
  };
}

function nameOf({ owner, name }: Repository): string {
  return `${owner}/${name}`;
}
