/** The posts that a post can have to do with, found by their names: of hundreds each rule is given a few. */
import { seriesKey } from "../../facts/post-outline.js";
import type { OtherPost, SiteText } from "./site-facts.js";

type Nearby<One> = (text: SiteText) => readonly One[];

/** Those that have the name of something in a text, or are of its series; each once, in the order in which they are given. */
export function nearby<One extends { readonly other: OtherPost }>(all: readonly One[]): Nearby<One> {
  const byName = indexed(all, ({ other }) => namesOf(other));
  const bySeries = indexed(all, ({ other: { series = [] } }) => series.map(({ value }) => seriesKey(value)));
  return (text) => {
    const near = new Set<number>();
    for (const name of namesIn(text)) for (const n of byName.get(name) ?? []) near.add(n);
    for (const { value } of text.post.series ?? []) for (const n of bySeries.get(seriesKey(value)) ?? []) near.add(n);
    return [...near].sort((a, b) => a - b).flatMap((n) => all[n] ?? []);
  };
}

/** By key, which of them have it; in the order in which they are given. */
function indexed<One>(all: readonly One[], keysOf: (one: One) => readonly string[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [n, one] of all.entries()) {
    for (const key of keysOf(one)) {
      const having = index.get(key);
      if (having) having.push(n);
      else index.set(key, [n]);
    }
  }
  return index;
}

function namesOf({ slugs, path, permalink }: OtherPost): readonly string[] {
  return [...slugs, ...[path, permalink].flatMap((one) => (one === null ? [] : [lastPart(one)]))].map((name) => name.toLowerCase());
}

function namesIn({ post, links }: SiteText): readonly string[] {
  const targets = [...(links?.links ?? []), ...(links?.images ?? [])].map(({ target }) => lastPart(target));
  const own = [post.slug, ...post.slugs, ...post.address.map(({ value }) => lastPart(value))];
  return [...targets, ...own].map((name) => name.toLowerCase());
}

/** Of a path, a permalink or a link's target: the last part of it, without an ending. */
function lastPart(target: string): string {
  const query = target.search(/[?#]/);
  let path = query === -1 ? target : target.slice(0, query);
  while (path.endsWith("/")) path = path.slice(0, -1);
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.(?:md|markdown|html?)$/i, "");
  return name.includes("%") ? decoded(name) : name;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
