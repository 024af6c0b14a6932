/** Records how a real GitHub answers what the app asks: reading alone, and requests that it refuses. */
import type { Octokit } from "@octokit/rest";
import type { RecordedExchange, Recording } from "./exchange.js";
import { withoutNames } from "./without-names.js";

interface Asked {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly accept?: string;
}

const RAW = "application/vnd.github.raw+json";

/** Nothing here changes anything: the one POST below REST is refused for its colour, and GraphQL only reads. */
function requestsFor(owner: string, name: string, branch: string, sha: string): readonly Asked[] {
  const repo = `/repos/${owner}/${name}`;
  const graphql = (query: string): Asked => ({ method: "POST", path: "/graphql", body: { query } });
  const ours = `repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(name)})`;
  return [
    { method: "GET", path: repo },
    { method: "GET", path: `${repo}/contents/` },
    { method: "GET", path: `${repo}/contents/README.md`, accept: RAW },
    { method: "GET", path: `${repo}/contents/no/such/path.md` },
    { method: "GET", path: `${repo}/git/ref/heads/${branch}` },
    { method: "GET", path: `${repo}/git/ref/heads/no-such-branch-of-anybody` },
    { method: "GET", path: `${repo}/commits/${sha}/status` },
    { method: "GET", path: `${repo}/commits/${sha}/check-runs` },
    { method: "GET", path: `${repo}/issues?state=all&per_page=1` },
    { method: "GET", path: `${repo}/issues/999999999` },
    { method: "GET", path: `${repo}/labels?per_page=1` },
    { method: "POST", path: `${repo}/labels`, body: { name: "presstime-recording", color: "no colour" } },
    { method: "GET", path: "/repos/presstime-recording/no-such-repository" },
    graphql("{ rateLimit { limit cost remaining resetAt } }"),
    graphql(`{ ${ours} { pullRequests(first: 1) { nodes { number mergeable mergeStateStatus headRefOid } } } }`),
    graphql('{ repository(owner: "presstime-recording", name: "no-such-repository") { id } }'),
  ];
}

/** `octokit` has a token that may push there; it is in no recording. Rejects when the repository cannot be read. */
export async function record(octokit: Octokit, owner: string, name: string, on: string): Promise<Recording> {
  const { data: repo, headers } = await octokit.rest.repos.get({ owner, repo: name });
  const { data: head } = await octokit.rest.git.getRef({ owner, repo: name, ref: `heads/${repo.default_branch}` });
  const names = { owner, name, branch: repo.default_branch, sha: head.object.sha };
  const exchanges: RecordedExchange[] = [];
  for (const asked of requestsFor(owner, name, repo.default_branch, names.sha))
    exchanges.push(withoutNames(await exchanged(octokit, asked), names));
  const server = headers["x-github-enterprise-version"];
  return { from: server === undefined ? "github.com" : `GitHub Enterprise Server ${String(server)}`, on, exchanges };
}

async function exchanged(
  octokit: Octokit,
  { method, path, body, accept = "application/vnd.github+json" }: Asked,
): Promise<RecordedExchange> {
  const answer: Promise<Answer> = octokit
    .request({ method, url: path === "/graphql" ? graphqlOf(octokit) : path, headers: { accept }, ...body })
    .catch((error: unknown) => answerIn(error) ?? Promise.reject(error as Error));
  const { status, headers, data } = await answer;
  return { method: method.toLowerCase(), path, ...(body && { body }), status, reqheaders: { accept }, headers, response: data ?? "" };
}

/** Beside `/api/v3` on a server of one's own. */
function graphqlOf({ request }: Octokit): string {
  return `${request.endpoint.DEFAULTS.baseUrl.replace(/\/v3\/?$/u, "")}/graphql`;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

/** A refusal is an answer as well; null for an error of the connection. */
function answerIn(error: unknown): Answer | null {
  return typeof error === "object" && error !== null && "response" in error && error.response ? (error.response as Answer) : null;
}
