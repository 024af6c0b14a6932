/** Connections: pages of a list with cursors, as GitHub's GraphQL gives them. */
import { Refusal } from "../state/refusal.js";
import type { GraphqlFields } from "./view.js";

export interface Paging {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

const MOST = 100;

/** `key` tells the items apart, and stays the same while others come and go. */
export function connection<T>(
  all: readonly T[],
  paging: Paging,
  key: (item: T) => number | string,
  show: (item: T) => unknown,
): GraphqlFields {
  const { first, last } = paging;
  const count = first ?? last;
  if (count === undefined || count === null)
    throw new Refusal(422, "You must provide a `first` or `last` value to properly paginate the connection.");
  if (count < 0 || count > MOST)
    throw new Refusal(422, `Requesting ${count} records on the connection exceeds the \`first\` limit of ${MOST} records.`);
  const cursorOf = (item: T) => Buffer.from(`cursor:v2:${key(item)}`).toString("base64");
  const place = (cursor: string | null | undefined) =>
    cursor === undefined || cursor === null ? -1 : all.findIndex((item) => cursorOf(item) === cursor);
  const after = place(paging.after);
  const before = place(paging.before);
  const from = after + 1;
  const to = before === -1 ? all.length : before;
  const within = all.slice(from, to);
  const page = first !== undefined && first !== null ? within.slice(0, first) : within.slice(Math.max(0, within.length - count));
  const start = first !== undefined && first !== null ? from : from + within.length - page.length;
  const nodes = memo(() => page.map(show));
  return {
    totalCount: all.length,
    nodes,
    edges: () => page.map((item, at) => ({ cursor: cursorOf(item), node: () => nodes()[at] ?? null })),
    pageInfo: {
      hasNextPage: start + page.length < all.length,
      hasPreviousPage: start > 0,
      startCursor: page[0] === undefined ? null : cursorOf(page[0]),
      endCursor: page.length === 0 ? null : cursorOf(page[page.length - 1] as T),
    },
  };
}

/** As a field: `nothing yet` lists give an empty page. */
export function memo<T>(work: () => T): () => T {
  let done: { readonly value: T } | null = null;
  return () => (done ??= { value: work() }).value;
}

/** GitHub's `orderBy: {field, direction}`: newest or oldest first by any text. */
export function ordered<T>(all: readonly T[], direction: string | undefined, key: (item: T) => string): readonly T[] {
  const rows = all.map((item, at) => ({ item, at, key: key(item) }));
  rows.sort((a, b) => (a.key === b.key ? a.at - b.at : a.key < b.key ? -1 : 1));
  if (direction === "DESC") rows.reverse();
  return rows.map(({ item }) => item);
}
