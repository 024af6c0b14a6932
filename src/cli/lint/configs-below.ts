/** Lint configuration in folders above the posts and not at the root of the repository: nobody reads it here, and that is said once. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isConfigName } from "../../desk/lint/config/repository-config.js";

/** Folders looked at, those nearest to the root first: a blog has a folder for each post. */
const MOST_FOLDERS = 100;

/** A sentence for each. `names` are the posts, from the root. */
export function configsBelow(root: string, names: readonly string[]): readonly string[] {
  const folders = new Set(names.filter((name) => !name.startsWith("../")).flatMap(foldersAbove));
  return [...folders]
    .sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1))
    .slice(0, MOST_FOLDERS)
    .flatMap((folder) =>
      inside(join(root, folder))
        .filter(isConfigName)
        .map((name) => `${folder}/${name}`),
    )
    .map(
      (path) =>
        `\`${path}\` is not read: only files at the root of the repository are. Set the rules under \`lint\` in the desk file, with \`paths\` where they are for some posts.`,
    );
}

/** Without the root itself. */
function foldersAbove(name: string): readonly string[] {
  const parts = name.split("/").slice(0, -1);
  return parts.map((_, n) => parts.slice(0, n + 1).join("/"));
}

function inside(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
