/** Which files here are posts: those named, in folders or by globs, or those that the desk's globs name. */
import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import picomatch from "picomatch";
import { postFolders, postMatcher } from "../../desk/posts/post-globs.js";

export const DESK_FILE = ".github/presstime.yml";

const MARKDOWN = /\.(?:md|markdown|mdx|mkdn?)$/i;

export interface PostFile {
  /** Where it is. */
  readonly path: string;
  /** From the root, with `/` between folders, as GitHub would call it. */
  readonly name: string;
}

/** The files below the root that the desk's globs call posts, but for those that Git ignores. Nothing is looked into where none can lie. */
export async function postsBelow(root: string, globs: readonly string[]): Promise<readonly PostFile[]> {
  const isPost = postMatcher(globs);
  const folders = postFolders(globs);
  const mayHold = (name: string) => folders.some((one) => one === "" || `${name}/`.startsWith(`${one}/`) || one.startsWith(`${name}/`));
  return (await walk(root, root, mayHold)).filter(({ name }) => isPost(name));
}

/**
 * The files named; the Markdown files in folders named and those that globs name, but for those that Git ignores. Each once, by name.
 * Relative ones are of `from`. Rejects when there is nothing under a name.
 */
export async function filesBelow(root: string, named: readonly string[], from = root): Promise<readonly PostFile[]> {
  const found = await Promise.all(named.map((one) => filesOf(root, one, from)));
  const files = new Map(found.flat().map((file) => [file.path, file]));
  return [...files.values()].sort(byName);
}

async function filesOf(root: string, one: string, from: string): Promise<readonly PostFile[]> {
  const path = isAbsolute(one) ? one : resolve(from, one);
  const kind = await stat(path).catch(() => null);
  if (kind?.isDirectory()) return (await walk(root, path)).filter(({ name }) => MARKDOWN.test(name));
  if (kind) return [{ path, name: postNameOf(root, path) }];
  const { isGlob, base } = picomatch.scan(one);
  const matches = picomatch(one.replace(/^(?:\.\/)+/, ""), { dot: true });
  const below = isGlob ? resolve(from, base) : null;
  if (below === null || !(await stat(below).catch(() => null))?.isDirectory())
    throw new Error(`There is no file or folder \`${one}\`. Check the path.`);
  const files = (await walk(root, below)).filter((file) => matches(isAbsolute(one) ? file.path : postNameOf(from, file.path)));
  if (files.length === 0) throw new Error(`No file matches \`${one}\`. Check the pattern.`);
  return files;
}

/** Which paths Git ignores below one folder. */
export interface Ignored {
  readonly folder: string;
  readonly rules: Ignore;
}

type Enter = (name: string) => boolean;

/** By name. `.git` and `node_modules` are never looked into. */
async function walk(root: string, folder: string, enter: Enter = () => true): Promise<readonly PostFile[]> {
  const above: Ignored[] = [];
  const inside = postNameOf(root, folder);
  if (!inside.startsWith("..")) {
    for (let at = root; at !== folder; at = join(at, relative(at, folder).split(sep)[0] ?? "")) above.push(...(await ignoredIn(at)));
  }
  return (await walkInto({ path: folder, name: inside }, above, enter)).toSorted(byName);
}

async function walkInto({ path: folder, name: prefix }: PostFile, above: readonly Ignored[], enter: Enter): Promise<readonly PostFile[]> {
  const inside = await readdir(folder, { withFileTypes: true });
  const ignored = inside.some(({ name }) => name === ".gitignore") ? [...above, ...(await ignoredIn(folder))] : above;
  const below = await Promise.all(
    inside.map(async (one): Promise<readonly PostFile[]> => {
      const here = { path: join(folder, one.name), name: prefix === "" ? one.name : `${prefix}/${one.name}` };
      if (one.name === ".git" || one.name === "node_modules" || isIgnored(here.path, one.isDirectory(), ignored)) return [];
      if (one.isDirectory()) return enter(here.name) ? walkInto(here, ignored, enter) : [];
      return one.isFile() ? [here] : [];
    }),
  );
  return below.flat();
}

async function ignoredIn(folder: string): Promise<readonly Ignored[]> {
  const text = await readFile(join(folder, ".gitignore"), "utf8").catch(() => null);
  return text === null ? [] : [ignoredBy(folder, text)];
}

/** What a `.gitignore` says, of the folder in which it is. */
export function ignoredBy(folder: string, text: string): Ignored {
  return { folder, rules: ignore().add(text) };
}

/** A file nearer to the path has the last word: https://git-scm.com/docs/gitignore */
export function isIgnored(path: string, isFolder: boolean, all: readonly Ignored[]): boolean {
  for (const { folder, rules } of all.toReversed()) {
    const { ignored, unignored } = rules.test(postNameOf(folder, path) + (isFolder ? "/" : ""));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** The nearest folder upwards that Git or a desk calls the root of a repository; the folder itself when there is none. */
export async function repositoryRoot(from: string): Promise<string> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if ((await exists(join(folder, ".git"))) || (await exists(join(folder, DESK_FILE)))) return folder;
    if (dirname(folder) === folder) return resolve(from);
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

/** From the root, with `/` between folders. */
export function postNameOf(root: string, path: string): string {
  return relative(root, path).split(sep).join("/");
}

function byName(a: PostFile, b: PostFile): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
