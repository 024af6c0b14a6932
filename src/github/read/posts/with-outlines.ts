/** What is known of the texts of published posts: of those alone that were read, as they came with a pull request or since one has to do with them. Nothing is asked of GitHub for it. */
import { briefly, outlineOf } from "../../../desk/facts/post-outline.js";
import type { ChangedPost, PublishedPost } from "../../../desk/facts/snapshot.js";
import { OUTLINES } from "../read-cache.js";
import type { ReadScope } from "../scope.js";

/** A text wherever it was read. */
export type ReadPost = Pick<ChangedPost, "path" | "blob" | "reading">;

/** An outline is kept from the first look that finds its text on the default branch for as long as it is there. One row holds all: it is read at every look, so that none is pruned between two seasons. */
export async function withOutlines(
  { cache, id }: Pick<ReadScope, "cache" | "id">,
  published: readonly PublishedPost[],
  read: readonly { readonly posts: readonly ReadPost[] }[],
): Promise<readonly PublishedPost[]> {
  const kept = new Map(Object.entries((await cache.find(OUTLINES, [String(id)])).get(String(id)) ?? {}));
  const known = new Map(kept);
  for (const { path, blob, reading } of read.flatMap(({ posts }) => posts)) {
    if (blob !== null && reading) known.set(keyOf({ path, blob }), briefly(outlineOf(reading)));
  }
  const outlined = published.map((post): PublishedPost => {
    const outline = known.get(keyOf(post));
    return outline ? { ...post, outline } : post;
  });
  const now = outlined.flatMap(({ outline, ...post }) => (outline ? [[keyOf(post), outline] as const] : []));
  const isSame = now.length === kept.size && now.every(([key]) => kept.has(key));
  if (!isSame) await cache.keep(OUTLINES, new Map([[String(id), Object.fromEntries(now)]]));
  return outlined;
}

function keyOf({ path, blob }: Pick<PublishedPost, "path" | "blob">): string {
  return `${path}:${blob}`;
}
