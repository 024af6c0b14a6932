/** Which paths of a checkout lead to files, as Git would have them: by the names in its folders, with no link followed. */
import { readdirSync, readFileSync, type Dirent } from "node:fs";
import { join } from "node:path";
import type { Paths } from "../../desk/facts/snapshot.js";
import { ignoredBy, isIgnored, type Ignored } from "./post-files.js";

export interface CheckoutPaths {
  /** Folders at the root. */
  readonly folders: readonly string[];
  /** Of paths from the root, which could be looked at and which of those are there. */
  look(paths: readonly string[]): Promise<Paths>;
}

/** What lies in a folder, by name; what Git ignores apart. Null for what is no folder of this repository. */
interface Folder {
  readonly inside: ReadonlyMap<string, Dirent>;
  readonly ignored: readonly Ignored[];
}

/** `keptThoughIgnored` gives the paths that Git keeps in spite of what it ignores; null without Git, when nothing is ignored. */
export function checkoutPaths(root: string, keptThoughIgnored: () => Promise<ReadonlySet<string> | null>): CheckoutPaths {
  const known = new Map<string, Folder | null>();
  let kept: Promise<ReadonlySet<string> | null> | null = null;
  const top = folderAt(root, []);

  function folderOf(path: string): Folder | null {
    if (path === "") return top;
    const before = known.get(path);
    if (before !== undefined) return before;
    const cut = path.lastIndexOf("/");
    const parent = folderOf(path.slice(0, Math.max(cut, 0)));
    const one = parent?.inside.get(path.slice(cut + 1));
    const folder = parent && one?.isDirectory() ? folderAt(join(root, path), parent.ignored) : null;
    // What Git keeps there is another repository's.
    const own = folder?.inside.has(".git") ? null : folder;
    known.set(path, own);
    return own;
  }

  /** Null where it cannot be told: below a link, or in another repository. */
  async function isThere(path: string): Promise<boolean | null> {
    const parts = path.split("/");
    const first = top.inside.get(parts[0] ?? "");
    if (!first) return false;
    if (parts.length > 1 && (first.isSymbolicLink() || (first.isDirectory() && !isOwn(folderOf(first.name))))) return null;
    const cut = path.lastIndexOf("/");
    const folder = folderOf(path.slice(0, Math.max(cut, 0)));
    const one = folder?.inside.get(path.slice(cut + 1));
    if (!folder || !one || !(one.isFile() || one.isSymbolicLink())) return false;
    if (!isIgnoredAt(path)) return true;
    const anyway = await (kept ??= keptThoughIgnored());
    return anyway?.has(path) ?? true;
  }

  function isIgnoredAt(path: string): boolean {
    return path.split("/").some((_, n, parts) => {
      const upTo = parts.slice(0, n + 1).join("/");
      const folder = folderOf(parts.slice(0, n).join("/"));
      return folder !== null && isIgnored(join(root, upTo), n < parts.length - 1, folder.ignored);
    });
  }

  const folders = [...top.inside.values()].flatMap((one) =>
    one.isDirectory() && !NEVER.has(one.name) && !isIgnored(join(root, one.name), true, top.ignored) && isOwn(folderOf(one.name))
      ? [one.name]
      : [],
  );
  return {
    folders,
    async look(paths) {
      const told = await Promise.all(paths.map(async (path) => ({ path, there: await isThere(path) })));
      return {
        asked: told.flatMap(({ path, there }) => (there === null ? [] : [path])),
        present: told.flatMap(({ path, there }) => (there ? [path] : [])),
        folders,
      };
    },
  };
}

const NEVER = new Set([".git", "node_modules"]);

/** Git has no empty folders: one that is empty awaits another repository. */
function isOwn(folder: Folder | null): boolean {
  return folder !== null && folder.inside.size > 0;
}

function folderAt(path: string, above: readonly Ignored[]): Folder {
  const inside = new Map(listed(path).map((one) => [one.name, one]));
  const ignoring = inside.get(".gitignore")?.isFile() ? textAt(join(path, ".gitignore")) : "";
  return { inside, ignored: ignoring === "" ? above : [...above, ignoredBy(path, ignoring)] };
}

function textAt(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function listed(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
