/** What a link of a post leads to, as well as files and posts can tell: sites make addresses in many ways. */
import { localTarget, normal, type LocalTarget } from "./local-target.js";
import { namesFile, pathsOf } from "./paths-meant.js";
import type { OtherPost, SiteFacts, SitePost } from "./site-facts.js";

export type LeadsTo =
  /** Somewhere else, or nowhere that can be known from here. */
  | { readonly kind: "elsewhere" }
  /** A place in the post itself. */
  | { readonly kind: "here"; readonly anchor: string }
  | { readonly kind: "post"; readonly other: OtherPost; readonly anchor: string | null }
  | { readonly kind: "file" }
  /** A file that is not there. */
  | { readonly kind: "missing"; readonly path: string };

const ELSEWHERE: LeadsTo = { kind: "elsewhere" };

export function leadsTo(target: string, { post }: Pick<SitePost, "post">, site: SiteFacts): LeadsTo {
  const local = localTarget(target, post.path, site.home);
  if (local === null) return ELSEWHERE;
  const { path, whole, anchor } = local;
  if (path === "") return anchor === null ? ELSEWHERE : { kind: "here", anchor };
  const others = site.others ?? [];
  const exact =
    others.find((one) => one.path === whole) ?? others.find(({ permalink }) => permalink !== null && normal(permalink) === whole);
  const named = exact ? [exact] : others.filter((one) => isNameOf(one, path));
  const other = named.find(({ live }) => live.kind === "live") ?? named[0];
  // Of several posts of one name nobody can tell which is meant, and so not whether it has that place.
  if (other) return { kind: "post", other, anchor: named.length === 1 ? anchor : null };
  return site.files === undefined || !namesFile(local) ? ELSEWHERE : fileAt(local, post.path, site.files, site);
}

/** Folders that are published at the root (`static/`, `public/`), and posts whose address is not where their file is, are thought of. */
function fileAt(local: LocalTarget, from: string, files: ReadonlySet<string>, { looked, folders = [], siteFolders }: SiteFacts): LeadsTo {
  const { path, written, whole } = local;
  if (files.has(whole)) return { kind: "file" };
  if (looked) {
    const meant = pathsOf(local, from, folders, siteFolders);
    if (meant.some((one) => files.has(one))) return { kind: "file" };
    return meant.length > 0 && meant.every((one) => looked.has(one)) ? { kind: "missing", path: whole } : ELSEWHERE;
  }
  const tail = `/${normal(written)}`;
  const anywhere = path.startsWith("/") || tail.lastIndexOf("/") > 0;
  if (anywhere) for (const file of files) if (`/${file}`.endsWith(tail)) return { kind: "file" };
  return { kind: "missing", path: whole };
}

/** By the last part of an address, without an ending: `../introducing-irmin/`. */
function isNameOf({ slugs }: OtherPost, path: string): boolean {
  const last =
    normal(path)
      .split("/")
      .at(-1)
      ?.replace(/\.(?:md|markdown|html?)$/i, "") ?? "";
  return last !== "" && slugs.some((slug) => slug.toLowerCase() === last.toLowerCase());
}
