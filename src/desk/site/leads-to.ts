/** What a link of a post leads to, as well as files and posts can tell: sites make addresses in many ways. */
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

export function leadsTo(target: string, { post }: Pick<SitePost, "post">, { files, others = [], home }: SiteFacts): LeadsTo {
  const local =
    home !== undefined && target.startsWith(`${home.replace(/\/+$/, "")}/`) ? target.slice(home.replace(/\/+$/, "").length) : target;
  // A template is for the site to fill in.
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(local) || /\{[{%]/.test(local)) return ELSEWHERE;
  const [address = "", hash] = local.split("#");
  const anchor = hash === undefined || hash === "" ? null : decoded(hash);
  const path = decoded(address.replace(/\?.*$/, ""));
  if (path === "") return anchor === null ? ELSEWHERE : { kind: "here", anchor };
  const written = path.startsWith("@/") ? path.slice(2) : path;
  const from = path.startsWith("@/") || path.startsWith("/") ? "" : post.path.split("/").slice(0, -1).join("/");
  const whole = normal(`${from}/${written}`);
  const other = others.find((one) => one.path === whole || isAddressOf(one, path, whole));
  if (other) return { kind: "post", other, anchor };
  if (files === undefined || !/\.[a-z0-9]{2,5}$/i.test(whole) || /\.(?:html?|php|xml)$/i.test(whole)) return ELSEWHERE;
  // Folders that are published at the root (`static/`, `public/`), and posts whose address is not where their file is.
  const tail = `/${normal(written)}`;
  const anywhere = path.startsWith("/") || tail.lastIndexOf("/") > 0;
  if (files.has(whole)) return { kind: "file" };
  if (anywhere) for (const file of files) if (`/${file}`.endsWith(tail)) return { kind: "file" };
  return { kind: "missing", path: whole };
}

/** By its permalink, or by the last part of an address without an ending: `../introducing-irmin/`. */
function isAddressOf({ slugs, permalink }: OtherPost, path: string, whole: string): boolean {
  if (permalink !== null && normal(permalink) === whole) return true;
  const last =
    normal(path)
      .split("/")
      .at(-1)
      ?.replace(/\.(?:md|markdown|html?)$/i, "") ?? "";
  return last !== "" && slugs.some((slug) => slug.toLowerCase() === last.toLowerCase());
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
