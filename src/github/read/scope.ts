/** What the parts of reading work with: one repository, at one instant. */
import type { Instant } from "../../desk/time/zone.js";
import type { Examiner } from "../../examine/examiner.js";
import type { LookReadings } from "./readings.js";
import type { GraphqlAnswer, Client } from "../client.js";
import type { ReadCache } from "./read-cache.js";
import type { RollupShape } from "./shapes.js";

export interface ReadScope {
  readonly client: Client;
  readonly cache: ReadCache;
  readonly examiner: Examiner;
  readonly readings: LookReadings;
  readonly at: Instant;
  /** GitHub's id of the repository, and its present name. */
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}

/** Asks about the repository. An error that leaves no hole where a fact must be is let pass; any other rejects. */
export async function askAbout<Data>(
  { client, owner, name }: Pick<ReadScope, "client" | "owner" | "name">,
  document: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  return whole(await client.graphql<Data>(document, { owner, name, ...variables }));
}

/** The answer's data, provided that what is missing may be. */
export function whole<Data>({ data, errors }: GraphqlAnswer<Data>): Data {
  const bad = errors.find((error) => !mayMiss(error.path));
  if (bad || data === null) throw new PartialAnswer(bad?.message ?? "an answer without data", bad?.type);
  for (const { path = [] } of errors) markUnread(data, path);
  return data;
}

/** In the place of a rollup that may not be read: null would say that there is none. */
const UNREAD_ROLLUP: RollupShape = { state: "UNKNOWN", contexts: { nodes: [null], pageInfo: { hasNextPage: false, endCursor: null } } };

/** Also where what may not be read is in it, and GraphQL lets nothing there be missing. */
function markUnread(data: unknown, path: readonly (string | number)[]): void {
  const parent = path
    .slice(0, path.indexOf(ROLLUP))
    .reduce((at, step) => (at as Readonly<Record<string | number, unknown>> | null)?.[step], data);
  if (
    path.includes(ROLLUP) &&
    typeof parent === "object" &&
    parent !== null &&
    (parent as Readonly<Record<string, unknown>>)[ROLLUP] === null
  )
    Object.assign(parent, { [ROLLUP]: UNREAD_ROLLUP });
}

const ROLLUP = "statusCheckRollup";

/** GitHub answered in part: `type` is its own word (`NOT_FOUND`, `FORBIDDEN`). */
export class PartialAnswer extends Error {
  override readonly name = "PartialAnswer";
  readonly type: string | undefined;
  constructor(message: string, type: string | undefined) {
    super(message);
    this.type = type;
  }
}

/** Where "not to be seen" reads as "none": the owner may have no `.github`, a team may be secret, an account or a fork may be gone. */
const MAY_MISS: ReadonlySet<string> = new Set([
  "fallback",
  "author",
  "requestedReviewer",
  "headRepository",
  "commit",
  "beforeCommit",
  "afterCommit",
  "app",
  "checkSuite",
  "statusCheckRollup",
  "contexts",
  "object",
]);

export function mayMiss(path: readonly (string | number)[] | undefined): boolean {
  if (path?.[0] === "fallback") return true;
  // One of a list of checks is one of several, and stays a hole in it: it is unknown, and the rest is known.
  const named = path?.at(-2) === "nodes" && path.at(-3) === "contexts" ? path.slice(0, -2) : path;
  const last = named?.findLast((step) => typeof step === "string");
  return last !== undefined && (MAY_MISS.has(last) || /^(?:object|pull|tree|merge|files)\d+$/.test(last));
}
