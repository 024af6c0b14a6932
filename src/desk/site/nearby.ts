/** The posts that a post can have to do with, found by their names: of hundreds each rule is given a few. */
import { grouped } from "../grouped.js";
import { seriesKey } from "../post-outline.js";
import type { OtherPost, SiteText } from "./site-facts.js";

export type Nearby<One> = (text: SiteText) => readonly One[];

/** Those that have the name of something in a text, or are of its series; each once, in the order in which they are given. */
export function nearby<One extends { readonly other: OtherPost }>(all: readonly One[]): Nearby<One> {
  const byName = indexed(all, ({ other }) => namesOf(other));
  const bySeries = indexed(all, ({ other }) => (other.series ?? []).map(({ value }) => seriesKey(value)));
  const places = new Map(all.map((one, n) => [one, n]));
  return (text) => {
    const near = new Set([
      ...namesIn(text).flatMap((name) => byName.get(name) ?? []),
      ...(text.post.series ?? []).flatMap(({ value }) => bySeries.get(seriesKey(value)) ?? []),
    ]);
    return [...near].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  };
}

function indexed<One>(all: readonly One[], keysOf: (one: One) => readonly string[]): ReadonlyMap<string, readonly One[]> {
  const keyed = all.flatMap((one) => [...new Set(keysOf(one))].map((key) => ({ key, one })));
  return new Map([...grouped(keyed, ({ key }) => key)].map(([key, them]) => [key, them.map(({ one }) => one)]));
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
  const last =
    target
      .replace(/[?#].*$/s, "")
      .replace(/\/+$/, "")
      .split("/")
      .at(-1) ?? "";
  const name = last.replace(/\.(?:md|markdown|html?)$/i, "");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
