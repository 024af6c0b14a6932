/** The posts that the default branch holds: asked for again only when a folder of posts has changed. */
import type { PublishedPost } from "../../../desk/facts/snapshot.js";
import { postFolders, postMatcher } from "../../../desk/posts/post-globs.js";
import { treesDocument } from "../documents.js";
import { treeOf, type Look } from "../overview.js";
import { LAST_LOOK, POSTS_UNDER } from "../read-cache.js";
import { askAbout, type Means } from "../scope.js";
import type { AliasesShape, ObjectShape } from "../shapes.js";

/** By path. */
export async function publishedPosts(means: Means, look: Look, globs: readonly string[]): Promise<readonly PublishedPost[]> {
  const folders = postFolders(globs);
  const objects = await objectsOf(means, look, folders);
  const trees = folders.flatMap((folder) => {
    const object = objects.get(folder);
    return object?.__typename === "Tree" ? [{ folder, oid: object.oid, key: `${object.oid}:${JSON.stringify([folder, globs])}` }] : [];
  });
  const known = await means.shelf.find(
    POSTS_UNDER,
    trees.map(({ key }) => key),
  );
  const isPost = postMatcher(globs);
  const files = folders.flatMap((path) => {
    const object = objects.get(path);
    return object?.__typename === "Blob" && isPost(path) ? [{ path, blob: object.oid }] : [];
  });
  const under = await Promise.all(trees.map(async (tree) => known.get(tree.key) ?? (await listPosts(means, tree, isPost))));
  return [...files, ...under.flat()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The folders came with the look if it knew them from the last one; a changed desk costs one request more, once. */
async function objectsOf(means: Means, look: Look, folders: readonly string[]): Promise<ReadonlyMap<string, ObjectShape | null>> {
  if (folders.every((folder) => look.folders.has(folder))) return look.folders;
  const variables = Object.fromEntries(folders.map((folder, n) => [`tree${n}`, `HEAD:${folder}`]));
  const { repository } = await askAbout<AliasesShape<ObjectShape>>(means, treesDocument(folders.length), variables);
  await means.shelf.keep(LAST_LOOK, new Map([[String(means.id), { folders }]]));
  return new Map(folders.map((folder, n) => [folder, treeOf(repository ?? {}, n)]));
}

/** Git's own list of a tree, of any depth: https://docs.github.com/rest/git/trees#get-a-tree (up to 100,000 files). */
async function listPosts(
  { client, shelf, owner, name }: Means,
  { folder, oid, key }: { readonly folder: string; readonly oid: string; readonly key: string },
  isPost: (path: string) => boolean,
): Promise<readonly PublishedPost[]> {
  const { data } = await client.rest.git.getTree({ owner, repo: name, tree_sha: oid, recursive: "1" });
  const posts = data.tree.flatMap((file): PublishedPost[] => {
    const path = folder === "" ? file.path : `${folder}/${file.path}`;
    return file.type === "blob" && file.mode !== SYMBOLIC_LINK && isPost(path) ? [{ path, blob: file.sha }] : [];
  });
  await shelf.keep(POSTS_UNDER, new Map([[key, posts]]));
  return posts;
}

const SYMBOLIC_LINK = "120000";
