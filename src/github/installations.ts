/** Every repository that the App is installed on, installation by installation. */
import type { Logger } from "../log.js";
import type { Repository } from "../repository.js";
import type { Client } from "./client.js";
import { refuseOldServer } from "./enterprise.js";
import { unavailable } from "./read/unavailable.js";
import { failureOf } from "./request-failure.js";

interface Doors {
  /** The App's own client. */
  readonly app: () => Promise<Client>;
  readonly installation: (id: number) => Promise<Client>;
  readonly now: () => Date;
  readonly log: Logger;
}

/** Suspended installations are left out. One that cannot be listed is logged and passed over, unless it is a limit or an outage: those throw `Unavailable`. */
export async function* listRepositories({ app, installation, now, log }: Doors): AsyncIterable<Repository> {
  try {
    const client = await app();
    for await (const { data, headers } of client.paginate.iterator(client.rest.apps.listInstallations, { per_page: 100 })) {
      refuseOldServer(headers, now());
      for (const { id, suspended_at } of data) {
        if (suspended_at) continue;
        yield* repositoriesOf(await installation(id), id, now, log);
      }
    }
  } catch (error) {
    throw unavailable(error, "The list of repositories", now());
  }
}

async function* repositoriesOf(client: Client, installation: number, now: () => Date, log: Logger): AsyncIterable<Repository> {
  try {
    for await (const { data } of client.paginate.iterator(client.rest.apps.listReposAccessibleToInstallation, { per_page: 100 })) {
      for (const { id, owner, name } of data) yield { id, installation, owner: owner.login, name };
    }
  } catch (error) {
    const failure = failureOf(error, now());
    if (failure.kind === "later" && failure.by !== "closed") throw error;
    log.warn({ err: error, installation }, "Skipped an installation, because GitHub does not list its repositories.");
  }
}
