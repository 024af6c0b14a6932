/** The sandbox over HTTP: routes, the way of a request through faults, access and limits, and the headers GitHub sends. */
import { createHash } from "node:crypto";
import { Hono, type Context } from "hono";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { HttpBindings } from "@hono/node-server";
import { answerGraphql } from "./graphql/answer.js";
import { callerName, type Caller, type Gatekeeper } from "./http/caller.js";
import type { Allowances } from "./http/rate-limit.js";
import { withoutToken, type RequestLog } from "./http/request-log.js";
import { RepositoryMoved, type RestAnswer, type Endpoint } from "./rest/endpoint.js";
import { endpoints } from "./rest/endpoints.js";
import { exhaustedAnswer, faultAnswer, movedAnswer, refusalAnswer, Tired, withinGraphql } from "./rest/refused.js";
import type { IncomingRequest, Failing } from "./state/faults.js";
import { notAccessible, notFound, Refusal } from "./state/refusal.js";
import type { Replica } from "./replica.js";
import { stamp, type World } from "./state/world.js";
import type { Deliveries } from "./webhooks/deliveries.js";

interface Office {
  readonly world: World;
  readonly replica: Replica;
  readonly gate: Gatekeeper;
  readonly allowances: Allowances;
  readonly deliveries: Deliveries;
  readonly log: RequestLog;
  /** Faults of the sandbox itself: there should be none. */
  readonly faults: unknown[];
}

interface Env {
  Bindings: HttpBindings;
}

export function routes(office: Office): Hono<Env> {
  const app = new Hono<Env>({ getPath: (request) => plainPath(office.world, request) });
  for (const endpoint of endpoints) app.on(endpoint.method, patternOf(endpoint.route), (c) => serve(office, c, endpoint));
  app.post("/graphql", (c) => serve(office, c, null));
  app.all("*", (c) => serve(office, c, nowhere(c.req.method)));
  return app;
}

/** GitHub Enterprise Server answers under `/api/v3` and `/api/graphql`; a repository is known by its id too; a slash at the end is none. */
function plainPath(world: World, request: Request): string {
  const plain = pathOf(request)
    .replace(ENTERPRISE, "")
    .replace(/^\/api\/graphql$/, "/graphql")
    .replace(/(?<=.)\/$/, "");
  const byId = /^\/repositories\/(\d+)(\/.*)?$/.exec(plain);
  const repo = byId ? world.repos.get(Number(byId[1])) : undefined;
  return byId && repo && !repo.deleted ? `/repos/${repo.owner.login}/${repo.name}${byId[2] ?? ""}` : plain;
}

const ENTERPRISE = /^\/api\/v3(?=\/|$)/;

function pathOf(request: Request): string {
  return request.url.replace(/^https?:\/\/[^/]*/, "").replace(/[?#].*$/, "");
}

/** A path, a branch and the ref of `git/` take slashes; the ref of `commits/{ref}` comes with them encoded. */
function patternOf(route: string): string {
  return route.replace(/(?<!\/commits)\/\{(path|ref|branch)\}$/, "/:$1{.+}").replace(/\{(\w+)\}/g, ":$1");
}

function nowhere(method: string): Endpoint {
  return {
    method,
    route: "",
    answer: () => {
      throw notFound();
    },
  };
}

interface Served {
  readonly answer: RestAnswer;
  readonly caller: Caller | null;
  readonly points: number;
  readonly unbuilt: readonly string[];
}

/** `endpoint` null stands for GraphQL. */
async function serve(office: Office, c: Context<Env>, endpoint: Endpoint | null): Promise<Response> {
  const { world, log } = office;
  const text = await c.req.text();
  const body = parse(text);
  const asked: IncomingRequest = { number: log.next(), method: c.req.method, path: c.req.path, body };
  const at = stamp(world);
  const record = (served: Served | null, status: number, headers?: Headers) => {
    log.add({
      number: asked.number,
      at,
      method: asked.method,
      path: asked.path,
      query: c.req.query(),
      route: endpoint ? (endpoint.route === "" ? null : endpoint.route) : "/graphql",
      params: endpoint ? c.req.param() : {},
      accept: c.req.header("accept") ?? "",
      caller: served?.caller ? callerName(served.caller) : "nobody",
      body,
      points: served?.points ?? 0,
      status,
      answer: headers && status !== 304 ? withoutToken(served?.answer.body ?? null) : null,
      contentType: headers?.get("content-type") ?? null,
      unbuilt: served?.unbuilt ?? [],
    });
  };
  let served: Served | null = null;
  try {
    await world.trouble.before(asked);
    const failing = world.trouble.failure(asked);
    const refusal = failing ? refusalFor(failing) : null;
    if (!failing || failing.afterwards || refusal) served = carryOut(office, c, endpoint, asked, body, refusal);
    await world.trouble.after(asked);
    if (failing && !refusal)
      return fail(c, failing, (status) => {
        record(served, status);
      });
  } catch {
    // A hook that throws plays the death of the connection.
    record(served, 0);
    return breakOff(c);
  }
  if (!served) return breakOff(c);
  const response = respond(office, c, endpoint, served);
  record(served, response.status, response.headers);
  return response;
}

/** Null where the fault is no answer of GitHub's own. */
function refusalFor({ how }: Failing): Refusal | null {
  if (how === 403) return notAccessible();
  return how === 404 ? notFound() : null;
}

/** `refusal` is the answer, whatever is asked for. */
function carryOut(
  office: Office,
  c: Context<Env>,
  endpoint: Endpoint | null,
  asked: IncomingRequest,
  body: unknown,
  refusal: Refusal | null,
): Served {
  const { world, gate, allowances, deliveries } = office;
  let caller: Caller | null = null;
  try {
    caller = gate.admit(world, c.req.header("authorization"));
    const wait = world.trouble.refusesFor(asked);
    const tired = wait && new Tired(wait);
    if (tired && wait.curt && !endpoint) return { answer: withinGraphql({ message: tired.message }), caller, points: 0, unbuilt: [] };
    if (tired) throw tired;
    if (refusal) throw refusal;
    if (body === UNREADABLE) throw new Refusal(400, "Problems parsing JSON");
    const resource = endpoint ? "core" : "graphql";
    const { limit, used, wording } = allowances.look(callerName(caller), resource);
    const members = typeof body === "object" && body !== null && !Array.isArray(body) ? { ...body } : {};
    if (used >= limit && asked.path !== "/rate_limit")
      return { answer: exhaustedAnswer(caller, endpoint === null, wording), caller, points: 0, unbuilt: [] };
    const seen = isRead(endpoint, members) ? office.replica.ago(world.trouble.lagOf(asked), caller) : { world, caller };
    if (!endpoint) {
      const { answer, points, unbuilt } = answerGraphql(seen.world, seen.caller, members, allowances);
      allowances.spend(callerName(caller), "graphql", points);
      return { answer, caller, points, unbuilt };
    }
    const accept = c.req.header("accept") ?? "";
    const apiBase = world.apiBase + (ENTERPRISE.exec(pathOf(c.req.raw))?.[0] ?? "");
    const call = {
      ...seen,
      gate,
      allowances,
      deliveries,
      params: c.req.param(),
      query: c.req.query(),
      body: members,
      accept,
      apiBase,
    };
    return { answer: endpoint.answer(call), caller, points: 0, unbuilt: [] };
  } catch (error) {
    return { answer: answerTo(office, c, error), caller, points: 0, unbuilt: [] };
  }
}

/** Of a repository, and nothing else: whatever else there is to ask lags by nothing. */
function isRead(endpoint: Endpoint | null, { query }: Readonly<Record<string, unknown>>): boolean {
  if (endpoint) return endpoint.method === "GET" && endpoint.route.startsWith("/repos/");
  return typeof query === "string" && !/^\s*mutation\b/.test(query);
}

function answerTo({ world, faults }: Office, c: Context<Env>, error: unknown): RestAnswer {
  if (error instanceof RepositoryMoved) return movedAnswer(world, error, c.req.method, c.req.path, /\?.*$/.exec(c.req.url)?.[0] ?? "");
  const refusal = refusalAnswer(error);
  if (refusal) return refusal;
  faults.push(error);
  return faultAnswer(error);
}

function respond(office: Office, c: Context<Env>, endpoint: Endpoint | null, served: Served): Response {
  const { answer, caller } = served;
  const bytes = answer.body === null ? null : Buffer.isBuffer(answer.body) ? answer.body : JSON.stringify(answer.body);
  const headers = new Headers({
    "x-github-request-id": requestId(office.log.count()),
    "x-github-media-type": "github.v3; format=json",
    ...answer.headers,
  });
  const version = office.world.trouble.version();
  if (version !== null) headers.set("x-github-enterprise-version", version);
  if (bytes !== null && !headers.has("content-type")) headers.set("content-type", "application/json; charset=utf-8");
  let { status } = answer;
  if (endpoint && c.req.method === "GET" && status === 200 && bytes !== null) {
    const etag = `W/"${createHash("sha256").update(bytes).digest("hex")}"`;
    headers.set("etag", etag);
    headers.set("cache-control", "private, max-age=60, s-maxage=60");
    if (c.req.header("if-none-match") === etag) status = 304;
  }
  if (caller) {
    const resource = endpoint ? "core" : "graphql";
    if (endpoint && status !== 304 && c.req.path !== "/rate_limit") office.allowances.spend(callerName(caller), "core", 1);
    const { limit, used, reset } = office.allowances.look(callerName(caller), resource);
    for (const [name, value] of Object.entries({ limit, remaining: limit - used, used, reset, resource }))
      if (!headers.has(`x-ratelimit-${name}`)) headers.set(`x-ratelimit-${name}`, String(value));
  }
  return new Response(status === 304 || status === 204 || bytes === null ? null : bytes, { status, headers });
}

function requestId(count: number): string {
  return ["5A4D", count.toString(16).toUpperCase().padStart(6, "0"), "1B3C", "9F00D"].join(":");
}

function fail(c: Context<Env>, failing: Failing, record: (status: number) => void): Response {
  record(failing.how === "reset" ? 0 : failing.how);
  if (failing.how === "reset") return breakOff(c);
  return Response.json({ message: failing.how === 429 ? "Too Many Requests" : "Server Error" }, { status: failing.how });
}

function breakOff(c: Context<Env>): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

const UNREADABLE = Symbol("unreadable");

/** Undefined for no body. */
function parse(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return UNREADABLE;
  }
}
