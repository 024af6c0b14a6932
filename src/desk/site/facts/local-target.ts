/** What a link's target says of a place in its own repository, read as a path from the root. */

export interface LocalTarget {
  /** Without its query and anchor; empty where only an anchor is given. */
  readonly path: string;
  /** The path without the mark by which it counts from the root. */
  readonly written: string;
  /** From the root of the repository, without `.` and `..`. */
  readonly whole: string;
  readonly anchor: string | null;
}

/** Null for what leads out of the repository, and for templates, which are for the site to fill in. */
export function localTarget(target: string, from: string, home?: string): LocalTarget | null {
  const base = home?.replace(/\/+$/, "");
  const local = base !== undefined && target.startsWith(`${base}/`) ? target.slice(base.length) : target;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(local) || /\{[{%]/.test(local)) return null;
  const [address = "", hash] = local.split("#");
  const path = decoded(address.replace(/\?.*$/, ""));
  const written = path.startsWith("@/") ? path.slice(2) : path;
  return {
    path,
    written,
    whole: normal(`${isRooted(path) ? "" : folderOf(from)}/${written}`),
    anchor: hash === undefined || hash === "" ? null : decoded(hash),
  };
}

/** Counted from the root of the site, or of the repository. */
export function isRooted(path: string): boolean {
  return path.startsWith("@/") || path.startsWith("/");
}

export function folderOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}

/** Without `.`, `..` and slashes at the ends. */
export function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
