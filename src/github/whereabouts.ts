/** What a repository is called now: names change, its id does not. */
import type { Repository } from "../repository.js";
import type { Client } from "./client.js";

export interface Whereabouts {
  readonly owner: string;
  readonly name: string;
}

/** Asked for when a name leads nowhere, or to another repository. Null when the installation reaches it no more. */
export async function findRepository(client: Client, { id }: Repository): Promise<Whereabouts | null> {
  for await (const { data } of client.paginate.iterator(client.rest.apps.listReposAccessibleToInstallation, { per_page: 100 })) {
    const found = data.find((one) => one.id === id);
    if (found) return { owner: found.owner.login, name: found.name };
  }
  return null;
}
