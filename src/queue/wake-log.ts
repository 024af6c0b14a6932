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
      log.error({ err: error }, "Presstime could not read its list of work from the database. It tries again soon.");
    },
    failed(repository, error, until) {
      const about = { repository: nameOf(repository), until };
      if (error instanceof Unavailable) log.warn({ ...about, why: error.message }, "Presstime cannot use GitHub now. It tries again.");
      else log.error({ ...about, err: error }, "Presstime could not update a repository. It tries again.");
    },
    unsettled(repository, error) {
      const about = { repository: nameOf(repository), err: error };
      log.error(
        about,
        "Presstime finished work on a repository but could not store this in its database. It does the work again in a few minutes.",
      );
    },
    lost(repository) {
      log.warn({ repository: nameOf(repository) }, "Work on a repository took longer than its time limit. Another process may repeat it.");
    },
    stuck(repository) {
      log.error({ repository: nameOf(repository) }, "Work on a repository took too long and was stopped. It starts again later.");
    },
  };
}

function nameOf({ owner, name }: Repository): string {
  return `${owner}/${name}`;
}
