/** Pages of a list, with the Link header: https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api */
import { findRepo } from "../state/world.js";
import { ok, type RestAnswer, type Call } from "./endpoint.js";

const PER_PAGE = 30;
const MOST_PER_PAGE = 100;

interface Page<T> {
  readonly items: readonly T[];
  readonly headers: Readonly<Record<string, string>>;
}

/** `path` is what the links point at, with the caller's own query kept. */
function slicePage<T>(call: Call, all: readonly T[], path: string): Page<T> {
  const perPage = Math.min(MOST_PER_PAGE, readCount(call.query.per_page, PER_PAGE));
  const page = readCount(call.query.page, 1);
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const address = byId(call, path);
  const to = (n: number) => `<${call.apiBase}${address}?${new URLSearchParams({ ...call.query, page: String(n) }).toString()}>`;
  const links = [
    ...(page > 1 ? [`${to(Math.min(page - 1, last))}; rel="prev"`] : []),
    ...(page < last ? [`${to(page + 1)}; rel="next"`, `${to(last)}; rel="last"`] : []),
    ...(page > 1 ? [`${to(1)}; rel="first"`] : []),
  ];
  return { items: all.slice((page - 1) * perPage, page * perPage), headers: links.length > 0 ? { link: links.join(", ") } : {} };
}

/** Its links name a repository by its id, which outlives its name. */
function byId({ world, params }: Call, path: string): string {
  const repo = findRepo(world, params.owner ?? "", params.repo ?? "");
  return repo ? path.replace(/^\/repos\/[^/]+\/[^/]+/u, `/repositories/${repo.id}`) : path;
}

export function paged<T>(call: Call, path: string, all: readonly T[], shape: (item: T) => unknown): RestAnswer {
  const { items, headers } = slicePage(call, all, path);
  return ok(items.map(shape), headers);
}

/** For lists that come as `{total_count, …}`. */
export function countedPage<T>(call: Call, path: string, name: string, all: readonly T[], shape: (item: T) => unknown): RestAnswer {
  const { items, headers } = slicePage(call, all, path);
  return ok({ total_count: all.length, [name]: items.map(shape) }, headers);
}

function readCount(text: string | undefined, otherwise: number): number {
  const count = Number(text);
  return text !== undefined && Number.isSafeInteger(count) && count > 0 ? count : otherwise;
}
