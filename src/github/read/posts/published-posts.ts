/** The posts that the default branch holds: asked for again only when a folder of posts has changed. */
import type { PublishedPost } from "../../../desk/facts/snapshot.js";
import { postFolders, postMatcher } from "../../../desk/posts/post-globs.js";
import { askObjects } from "../ask-objects.js";
import type { Overview } from "../overview.js";
import { LAST_FOLDERS, POSTS_UNDER } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import type { ObjectShape } from "../shapes.js";

/** By path. */
export async function publishedPosts(scope: ReadScope, overview: Overview, globs: readonly string[]): Promise<readonly PublishedPost[]> {
  const folders = postFolders(globs);
  const objects = await objectsOf(scope, overview, folders);
  const trees = folders.flatMap((folder) => {
    const object = objects.get(folder);
    return object?.__typename === "Tree" ? [{ folder, oid: object.oid, key: `${object.oid}:${JSON.stringify([folder, globs])}` }] : [];
  });
  const known = await scope.cache.find(
    POSTS_UNDER,
    trees.map(({ key }) => key),
  );
  const isPost = postMatcher(globs);
  const files = folders.flatMap((path) => {
    const object = objects.get(path);
    return object?.__typename === "Blob" && isPost(path) ? [{ path, blob: object.oid }] : [];
  });
  const inTrees = await Promise.all(trees.map(async (tree) => known.get(tree.key) ?? (await listPosts(scope, tree, isPost))));
  return [...files, ...inTrees.flat()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The folders came with the overview if it knew them from the last one; a changed desk costs one request more, once. */
async function objectsOf(scope: ReadScope, overview: Overview, folders: readonly string[]): Promise<ReadonlyMap<string, ObjectShape | null>> {
  if (folders.every((folder) => overview.folders.has(folder))) return overview.folders;
  const trees = await askObjects(
    scope,
    folders.map((folder) => ({ name: `HEAD:${folder}`, text: false })),
  );
  await scope.cache.keep(LAST_FOLDERS, new Map([[String(scope.id), { folders }]]));
  return new Map(folders.map((folder, n) => [folder, trees[n] ?? null]));
}

async function listPosts(
  scope: ReadScope,
  { folder, oid, key }: { readonly folder: string; readonly oid: string; readonly key: string },
  isPost: (path: string) => boolean,
): Promise<readonly PublishedPost[]> {
  const posts = (await filesUnder(scope, oid)).flatMap((file): PublishedPost[] => {
    const path = under(folder, file.path);
    return file.type === "blob" && file.mode !== SYMBOLIC_LINK && isPost(path) ? [{ path, blob: file.sha }] : [];
  });
  await scope.cache.keep(POSTS_UNDER, new Map([[key, posts]]));
  return posts;
}

interface TreeEntry {
  readonly path: string;
  readonly type: string;
  readonly mode: string;
  readonly sha: string;
}

/** Git's own list of a tree, of any depth: https://docs.github.com/rest/git/trees#get-a-tree. One of more than 100,000 files or 7 MB is cut off, and then read folder by folder. */
async function filesUnder(scope: ReadScope, oid: string): Promise<readonly TreeEntry[]> {
  const { client, owner, name } = scope;
  const whole = await client.rest.git.getTree({ owner, repo: name, tree_sha: oid, recursive: "1" });
  if (!whole.data.truncated) return whole.data.tree;
  const own = await client.rest.git.getTree({ owner, repo: name, tree_sha: oid });
  const parts: TreeEntry[] = [];
  for (const entry of own.data.tree) {
    if (entry.type !== "tree") parts.push(entry);
    else for (const file of await filesUnder(scope, entry.sha)) parts.push({ ...file, path: under(entry.path, file.path) });
  }
  return parts;
}

function under(folder: string, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}

const SYMBOLIC_LINK = "120000";
