/** Outlines of published posts: kept when they are merged, and known from then on without a request. */
import { describe, expect, it } from "@jest/globals";
import type { ChangedPost, PublishedPost, PullRequest } from "../../src/desk/facts/snapshot.js";
import { readPost } from "../../src/desk/posts/read-post.js";
import { withOutlines } from "../../src/github/read/posts/with-outlines.js";
import type { Kind, ReadCache } from "../../src/github/read/read-cache.js";

/** A cache in memory, with all that was written to it. */
function cacheHere() {
  const kept = new Map<string, string>();
  const written: string[] = [];
  const cache: ReadCache = {
    find: <Value>(_: Kind<Value>, keys: readonly string[]) => {
      const found = keys.flatMap((key) => {
        const value = kept.get(key);
        return value === undefined ? [] : [[key, JSON.parse(value) as Value] as const];
      });
      return Promise.resolve(new Map(found));
    },
    keep: (_, values) => {
      for (const [key, value] of values) kept.set(key, JSON.stringify(value));
      written.push(...kept.values());
      return Promise.resolve();
    },
  };
  return { cache, written };
}

const TEXT = "---\ntitle: TLS\npermalink: /blog/tls/\nseries: OCaml TLS\npart: 1\ndate: 2014-07-08\n---\n";
const brought = (path: string, blob: string): ChangedPost => ({
  path,
  previousPath: null,
  change: "added",
  blob,
  reading: { ...readPost(path, TEXT), findings: [], links: { links: [], images: [], anchors: ["why"] } },
});
/** A pull request of which outlines need these fields alone. */
const pull = (standing: PullRequest["standing"], ...posts: readonly ChangedPost[]) => ({ standing, posts }) as unknown as PullRequest;
const published = (...posts: readonly string[]): readonly PublishedPost[] => posts.map((path) => ({ path, blob: `blob of ${path}` }));
const TLS = "posts/tls.md";
const OUTLINE = {
  slugs: ["tls"],
  permalink: "/blog/tls/",
  anchors: ["why"],
  series: [{ value: "OCaml TLS", part: 1 }],
  on: "2014-07-08",
};

describe("published posts", () => {
  it("[GH35] whose texts were read with a pull request are known, and stay so when it is read no more", async () => {
    const { cache } = cacheHere();
    const merged = pull("merged", brought(TLS, `blob of ${TLS}`));
    expect(await withOutlines({ cache, id: 1 }, published(TLS, "posts/old.md"), [merged])).toEqual([
      { ...published(TLS)[0], outline: OUTLINE },
      ...published("posts/old.md"),
    ]);
    const open = pull("open", brought("posts/irmin.md", "1"));
    expect(await withOutlines({ cache, id: 1 }, published(TLS), [open])).toEqual([{ ...published(TLS)[0], outline: OUTLINE }]);
  });

  it("[GH35] are not taken for a text that was changed since, nor for one that was never merged", async () => {
    const { cache, written } = cacheHere();
    const changed = pull("merged", brought(TLS, "an older blob"));
    const open = pull("open", brought("posts/irmin.md", "not there"));
    expect(await withOutlines({ cache, id: 1 }, published(TLS, "posts/irmin.md"), [changed, open])).toEqual(
      published(TLS, "posts/irmin.md"),
    );
    expect(written).toEqual([]);
  });

  it("[GH35] of which none has come or gone are not written down again", async () => {
    const { cache, written } = cacheHere();
    const merged = pull("merged", brought(TLS, `blob of ${TLS}`));
    const look = (...posts: readonly string[]) => withOutlines({ cache, id: 1 }, published(...posts), [merged]);
    await look(TLS);
    await look(TLS, "posts/old.md");
    expect(written).toHaveLength(1);
    await look("posts/old.md");
    expect(written).toEqual([expect.stringContaining("OCaml TLS"), "{}"]);
  });

  it("[GH35] that have more than a hundred anchors are not known by them", async () => {
    const { cache } = cacheHere();
    const links = { links: [], images: [], anchors: Array.from({ length: 101 }, (_, n) => `part-${n}`) };
    const one = brought(TLS, `blob of ${TLS}`);
    const list = { ...one, ...(one.reading && { reading: { ...one.reading, links } }) };
    expect(await withOutlines({ cache, id: 1 }, published(TLS), [pull("merged", list)])).toMatchObject([{ outline: { anchors: null } }]);
  });
});
