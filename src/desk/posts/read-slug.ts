/** The slugs of a post: from its fields, and from its path. */
import { sameSlug, slugOfPath } from "../facts/slug.js";
import { firstText, type Fields } from "./front-matter/matter.js";

const LONGEST = 120;

/** Every slug the post may be known by, the most binding first; never empty. */
export function readSlugs(path: string, fields: Fields): readonly string[] {
  const named = ["slug", "permalink", "path", "url"].map((key) => lastPart(firstText(fields, [key])?.text ?? ""));
  const slugs = [...named, slugOfPath(path)].map((slug) => slug.replace(/\p{C}/gu, "").trim().slice(0, LONGEST)).filter((slug) => slug !== "");
  const distinct = slugs.filter((slug, at) => slugs.findIndex((earlier) => sameSlug(earlier, slug)) === at);
  return distinct.length > 0 ? distinct : ["post"];
}

/** `/blog/2014/07/18/irmin/index.html` is `irmin`; a pattern such as `/:title` says nothing of this post. */
function lastPart(permalink: string): string {
  const parts = permalink
    .replace(/[?#].*$/s, "")
    .split("/")
    .map((part) => part.trim().replace(/\.(?:html?|md|markdown)$/i, ""))
    .filter((part) => part !== "" && !/^\.+$/.test(part) && part.toLowerCase() !== "index");
  const last = parts.at(-1) ?? "";
  if (last.includes(":") || last.includes("{")) return "";
  return /^\d{4}-\d{1,2}-\d{1,2}[-_]?/.test(last) ? slugOfPath(last) : decoded(last);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll("/", "-");
  } catch {
    return part;
  }
}
