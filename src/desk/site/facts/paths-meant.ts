/** Which files of the repository a link or an image can mean, whether or not they are there. */
import type { SiteFolders } from "../../facts/desk.js";
import { folderOf, isRooted, localTarget, normal, type LocalTarget } from "./local-target.js";

/** Longer ones are nobody's files. */
const LONGEST = 500;
/** A repository with more folders at its root keeps its files where nobody can guess. */
const MOST_FOLDERS = 40;
/** Whose contents sites publish at their root: beside the posts or, in a repository of several sites, anywhere above them. */
const PUBLISHED_AT_ROOT = ["static", "public", "assets"] as const;

/** Of the post at `from`; `folders` are those at the root of the repository. None where no file is meant, or where it cannot be told. */
export function pathsMeant(target: string, from: string, folders: readonly string[], site?: SiteFolders): readonly string[] {
  const local = localTarget(target, from);
  return local === null ? [] : pathsOf(local, from, folders, site);
}

/** The nearest first. */
export function pathsOf(local: LocalTarget, from: string, folders: readonly string[], site?: SiteFolders): readonly string[] {
  const { path, written, whole } = local;
  if (!namesFile(local) || climbsOut(isRooted(path) ? written : `${folderOf(from)}/${written}`)) return [];
  const tail = normal(written);
  if (!isRooted(path) && !tail.includes("/")) return [whole].filter(isPath);
  const above = from.split("/").slice(0, -1);
  const places = above.map((_, n) => above.slice(0, n + 1).join("/"));
  if (site && site.root !== null) {
    const bases = [site.root, ...publishedIn(site.root, site.static), ...places];
    return [...new Set([whole, ...bases.map((base) => normal(`${base}/${tail}`))])].filter(isPath);
  }
  if (folders.length > MOST_FOLDERS) return [];
  const published = site?.static ?? PUBLISHED_AT_ROOT;
  const bases = ["", ...places, ...folders, ...["", ...places].flatMap((place) => publishedIn(place, published))];
  // A site below another's root writes its own folder first: `/mirage-www/img/plot.png`.
  const below = isRooted(path) && tail.includes("/") ? tail.slice(tail.indexOf("/") + 1) : null;
  const all = [
    whole,
    ...bases.map((base) => normal(`${base}/${tail}`)),
    ...(below === null ? [] : ["", ...published].map((base) => normal(`${base}/${below}`))),
  ];
  return [...new Set(all)].filter(isPath);
}

function publishedIn(root: string, folders: readonly string[]): readonly string[] {
  return folders.map((folder) => `${root}/${folder}`);
}

/** By an ending that sites do not make by themselves: `/atom.xml` and `/releases/v1.10` are addresses. */
export function namesFile({ path, whole }: Pick<LocalTarget, "path" | "whole">): boolean {
  const ending = /\.([a-z0-9]{2,5})$/i.exec(whole)?.[1] ?? "";
  return /[a-z]/i.test(ending) && !path.endsWith("/") && !/^(?:html?|php|xml|json|js|css|rss|atom|aspx?|jsp|cgi)$/i.test(ending);
}

function isPath(path: string): boolean {
  return path.length <= LONGEST && !/[\p{Cc}\p{Cs}]/u.test(path);
}

function climbsOut(path: string): boolean {
  let depth = 0;
  for (const part of path.split("/")) {
    if (part === "..") depth -= 1;
    else if (part !== "" && part !== ".") depth += 1;
    if (depth < 0) return true;
  }
  return false;
}
