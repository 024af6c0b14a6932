/** One endpoint of the REST API: its template, what it needs, and the answer it gives. */
import { enter, type Need } from "../http/access.js";
import type { Caller } from "../http/caller.js";
import { actorOf } from "../http/caller.js";
import type { Gatekeeper } from "../http/caller.js";
import type { Allowances } from "../http/rate-limit.js";
import type { Account } from "../state/accounts.js";
import { notFound, Refusal } from "../state/refusal.js";
import { fullName, type Repo } from "../state/repo.js";
import { findRepo, type World } from "../state/world.js";
import type { Deliveries } from "../webhooks/deliveries.js";

export interface Call {
  readonly world: World;
  readonly gate: Gatekeeper;
  readonly allowances: Allowances;
  readonly deliveries: Deliveries;
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly accept: string;
  /** Under which it asked: an Enterprise Server's addresses have `/api/v3` in them, and those of its answers too. */
  readonly apiBase: string;
}

export interface RestAnswer {
  readonly status: number;
  /** Sent as JSON, but for text and bytes, which go as they are. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Endpoint {
  readonly method: string;
  /** GitHub's template: `/repos/{owner}/{repo}/pulls/{pull_number}`. */
  readonly route: string;
  readonly answer: (call: Call) => RestAnswer;
}

export function ok(body: unknown, headers?: Readonly<Record<string, string>>): RestAnswer {
  return { status: 200, body, ...(headers && { headers }) };
}

export function created(body: object): RestAnswer {
  return { status: 201, body, ...("url" in body && { headers: { location: String(body.url) } }) };
}

export const NO_CONTENT: RestAnswer = { status: 204, body: null };

export function endpoint(line: string, answer: (call: Call) => RestAnswer): Endpoint {
  const [method = "", route = ""] = line.split(" ");
  return { method, route, answer };
}

/** An endpoint below `/repos/{owner}/{repo}`; the caller has been let in when `answer` is called. */
export function repoEndpoint(line: string, need: Need, answer: (call: Call, repo: Repo) => RestAnswer): Endpoint {
  return endpoint(line, (call) => {
    const repo = repoOf(call);
    enter(call.caller, repo, need);
    return answer(call, repo);
  });
}

export function actor(call: Call): Account {
  return actorOf(call.world, call.caller);
}

export function numberParam(call: Call, name: string): number {
  const number = Number(call.params[name]);
  if (!Number.isSafeInteger(number)) throw notFound();
  return number;
}

export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`Unexpected template without {${name}}, expected one that has it`);
  return value;
}

/** A renamed repository is found under its old name by a redirection to its id, as on GitHub. */
function repoOf(call: Call): Repo {
  const owner = param(call, "owner");
  const name = param(call, "repo");
  const repo = findRepo(call.world, owner, name);
  if (repo) return repo;
  const moved = call.world.formerNames.get(`${owner}/${name}`.toLowerCase());
  if (moved && !moved.deleted) throw new RepositoryMoved(moved);
  throw notFound();
}

/** Thrown where GitHub answers 301 or 307. */
export class RepositoryMoved extends Refusal {
  readonly repo: Repo;

  constructor(repo: Repo) {
    super(301, `Moved Permanently to ${fullName(repo)}`);
    this.repo = repo;
  }
}
