/** What is answered when a request is refused: GitHub's errors, redirections, and limits that are used up. */
import { callerName, type Caller } from "../http/caller.js";
import type { LimitWording } from "../state/faults.js";
import { Refusal } from "../state/refusal.js";
import type { World } from "../state/world.js";
import type { RestAnswer, RepositoryMoved } from "./endpoint.js";

const DOCS = "https://docs.github.com/rest";

/** The secondary limit: GitHub wants to be left alone for so many seconds, which it does not always say. */
export class Tired extends Refusal {
  readonly seconds: number | null;

  constructor({ seconds, curt }: { readonly seconds: number; readonly curt: boolean }) {
    super(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.");
    this.seconds = curt ? null : seconds;
  }
}

/** Null for what is no refusal but a fault of the sandbox. */
export function refusalAnswer(error: unknown): RestAnswer | null {
  if (!(error instanceof Refusal)) return null;
  const tired = error instanceof Tired;
  const docs = tired ? `${DOCS}/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits` : DOCS;
  const body = { message: error.message, ...error.more, documentation_url: docs, status: String(error.status) };
  const headers = tired && error.seconds !== null ? { "retry-after": String(error.seconds) } : undefined;
  return { status: error.status, body, ...(headers && { headers }) };
}

/** `path` and `search` as asked for; reads are sent on with a 301, writes with a 307. */
export function movedAnswer(world: World, { repo }: RepositoryMoved, method: string, path: string, search: string): RestAnswer {
  const rest = path.split("/").slice(4);
  const url = `${world.apiBase}${["/repositories", repo.id, ...rest].join("/")}${search}`;
  const read = method === "GET" || method === "HEAD";
  const message = read ? "Moved Permanently" : "Temporary Redirect";
  return { status: read ? 301 : 307, body: { message, url, documentation_url: DOCS }, headers: { location: url } };
}

export function faultAnswer(error: unknown): RestAnswer {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, body: { message: `The sandbox failed: ${words}` } };
}

/** GraphQL says limits with a 200: https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api */
export function exhaustedAnswer(caller: Caller, graphql: boolean, wording: LimitWording): RestAnswer {
  const whose = callerName(caller).replace(/^installation /, "installation ID ");
  const message = `API rate limit exceeded for ${whose}.`;
  if (!graphql)
    return { status: 403, body: { message, documentation_url: `${DOCS}/overview/rate-limits-for-the-rest-api`, status: "403" } };
  if (wording === "RATE_LIMITED") return withinGraphql({ type: wording, message });
  const newer = { type: wording, code: "graphql_rate_limit", message: `API rate limit already exceeded for ${whose}.` };
  return { ...withinGraphql(newer), headers: { "x-ratelimit-remaining": "4" } };
}

/** An answer of GraphQL's that is nothing but an error. */
export function withinGraphql(error: Readonly<Record<string, string>>): RestAnswer {
  return { status: 200, body: { errors: [error] } };
}
