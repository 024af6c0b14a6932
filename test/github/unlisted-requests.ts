/** What the app asked of GitHub that is on no list of its requests. */
import type { RequestRecord } from "../../sandbox/http/request-log.js";
import { TOLD_REQUESTS } from "../../scripts/docs/requests-page.js";

const LISTED: ReadonlySet<string> = new Set(TOLD_REQUESTS.map(({ request }) => request));

/** As `docs/requests.md` names them; those of people are nobody's concern. */
export function unlistedRequests(records: readonly RequestRecord[]): readonly string[] {
  const ours = records.filter(({ caller }) => caller === "app" || caller.startsWith("installation "));
  return [...new Set(ours.flatMap(namesOf))].filter((name) => !LISTED.has(name));
}

function namesOf({ method, route, path, body }: RequestRecord): readonly string[] {
  if (route !== "/graphql") return [`${method} ${route ?? path}`];
  const document = String((body as { readonly query?: unknown } | null)?.query);
  if (document.startsWith("mutation")) return [...document.matchAll(/ m\d+: (\w+)\(/g)].map(([, field = ""]) => `mutation ${field}`);
  return [/^\s*query \w+/.exec(document)?.[0].trim() ?? document];
}
