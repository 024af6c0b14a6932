/** Which files here are posts: those named, or those that the desk's globs name. */
import { readdir, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { deskSchema } from "../desk/desk.js";
import type { Finding } from "../desk/finding.js";
import type { Examiner } from "../examiner.js";
import { postMatcher } from "../github/read/post-globs.js";

export const DESK_FILE = ".github/presstime.yml";

export interface Folder {
  readonly root: string;
  readonly examiner: Examiner;
  readonly read: (path: string) => Promise<Uint8Array>;
}

export interface PostFile {
  /** Where it is. */
  readonly path: string;
  /** From the root, with `/` between folders, as GitHub would call it. */
  readonly name: string;
}

export interface PostFiles {
  readonly paths: readonly PostFile[];
  readonly globs: readonly string[];
  /** What is wrong with the desk file. */
  readonly findings: readonly Finding[];
}

/** By the desk's globs, or by the default ones where there is no good desk. */
export async function postFiles({ root, examiner, read }: Folder): Promise<PostFiles> {
  const desk = join(root, DESK_FILE);
  const reading = (await exists(desk)) ? await examiner.readDesk(new TextDecoder().decode(await read(desk))) : { desk: null, findings: [] };
  const globs = reading.desk?.posts ?? deskSchema.parse({}).posts;
  const isPost = postMatcher(globs);
  const all = await walk(root, root);
  return { globs, findings: reading.findings, paths: all.filter(({ name }) => isPost(name)) };
}

/** The files named, and the Markdown files in folders named. Rejects when one is not there. */
export async function filesBelow(root: string, named: readonly string[]): Promise<readonly PostFile[]> {
  const found = await Promise.all(
    named.map(async (one) => {
      const path = isAbsolute(one) ? one : resolve(root, one);
      const kind = await stat(path).catch(() => null);
      if (!kind) throw new Error(`Unexpected path \`${one}\`, expected a file or a folder that is there`);
      if (!kind.isDirectory()) return [{ path, name: nameOf(root, path) }];
      return (await walk(root, path)).filter(({ name }) => /\.(?:md|markdown|mdx|mkdn?)$/i.test(name));
    }),
  );
  return [...new Map(found.flat().map((file) => [file.path, file])).values()];
}

async function walk(root: string, folder: string): Promise<readonly PostFile[]> {
  const inside = await readdir(folder, { withFileTypes: true });
  const below = await Promise.all(
    inside
      .filter((one) => one.name !== ".git" && one.name !== "node_modules")
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (one): Promise<readonly PostFile[]> => {
        const path = join(folder, one.name);
        if (one.isDirectory()) return walk(root, path);
        return one.isFile() ? [{ path, name: nameOf(root, path) }] : [];
      }),
  );
  return below.flat();
}

function nameOf(root: string, path: string): string {
  return relative(root, path).split(sep).join("/");
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}
