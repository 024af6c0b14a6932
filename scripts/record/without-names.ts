/** Takes out of an exchange whatever could name anybody or let anybody in: what stays is its form, and what errors say. */
import { STAND_IN, type RecordedExchange } from "./exchange.js";

interface Names {
  readonly owner: string;
  readonly name: string;
  readonly branch: string;
  readonly sha: string;
}

/** Headers that a client may go by. All others are dropped, cookies and request ids among them. */
const HEADERS = /^(?:content-type|link|location|retry-after|x-ratelimit-\w+|x-github-media-type|x-github-enterprise-version)$/u;

/** Their values are words of GitHub's own. */
const GITHUBS_OWN = new Set([
  "message",
  "documentation_url",
  "code",
  "resource",
  "field",
  "type",
  "state",
  "status",
  "conclusion",
  "visibility",
  "encoding",
  "__typename",
  "mergeable",
  "mergeStateStatus",
]);

const DATE = "2026-01-01T00:00:00Z";

export function withoutNames(exchange: RecordedExchange, names: Names): RecordedExchange {
  const said = (text: string) => stoodIn(text, names);
  const headers = Object.entries(exchange.headers).filter(([name]) => HEADERS.test(name));
  return {
    method: exchange.method,
    path: said(exchange.path),
    ...(exchange.body !== undefined && { body: JSON.parse(said(JSON.stringify(exchange.body))) as unknown }),
    status: exchange.status,
    reqheaders: Object.fromEntries(Object.entries(exchange.reqheaders).filter(([name]) => name === "accept")),
    headers: Object.fromEntries(headers.map(([name, value]) => [name, said(String(value)).replace(/(?<=repositories\/)\d+/gu, "1000")])),
    response: plain(exchange.response, "", said),
  };
}

function stoodIn(text: string, { owner, name, branch, sha }: Names): string {
  return [
    [sha, STAND_IN.sha],
    [`heads/${branch}`, `heads/${STAND_IN.branch}`],
    [name, STAND_IN.name],
    [owner, STAND_IN.owner],
  ].reduce((so, [from = "", to = ""]) => so.replaceAll(from, to), text);
}

function plain(value: unknown, key: string, said: (text: string) => string): unknown {
  if (typeof value === "string") return GITHUBS_OWN.has(key) ? said(value) : emptied(value);
  // Ids are somebody's as well, and amounts tell a repository from others.
  if (typeof value === "number") return 1;
  if (Array.isArray(value)) return value.slice(0, 3).map((one) => plain(one, key, said));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner, name, said)]));
}

/** A text of the same sort. */
function emptied(text: string): string {
  if (text === "") return "";
  if (/^\d{4}-\d{2}-\d{2}T/u.test(text)) return DATE;
  if (/^https?:\/\//u.test(text)) return "https://example.org/";
  return /^[0-9a-f]{40}$/u.test(text) ? STAND_IN.sha : "text";
}
