/** Where effects are brought about: one repository, as its installation reaches it. */
import type { Client } from "../client.js";
import type { ReadCache } from "../read/read-cache.js";

export interface Target {
  readonly client: Client;
  readonly cache: ReadCache;
  readonly now: () => Date;
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  /** GraphQL's id of the repository. */
  readonly node: string;
  /** The app's own login, `presstime[bot]`. */
  readonly app: string;
  /** What people had said when it was read last; left out where it was not read by this process. */
  readonly heard?: ReadonlySet<string>;
}
