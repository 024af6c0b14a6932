/** Recognises how a site lays out its posts, from where a post lies and what its front matter holds. */
import type { SiteKind } from "../facts/desk.js";
import type { Post } from "../facts/post.js";
import type { Fields } from "./front-matter/matter.js";

/** Pure: the same path, form and fields give the same kind. What the desk says of its site goes before. */
export function recogniseSite(path: string, format: Post["format"], fields: Fields): SiteKind {
  const has = (...keys: readonly string[]) => keys.some((key) => fields.has(key));
  // Astro's content collections: https://docs.astro.build/en/guides/content-collections/
  if (/(?:^|\/)src\/(?:content|pages)\//.test(path)) return "astro";
  // Zola keeps what is not its own under [extra] and [taxonomies]: https://www.getzola.org/documentation/content/page/
  if (format === "toml" && has("extra", "taxonomies", "path", "template", "in_search_index")) return "zola";
  // Some sites of Hugo's keep Jekyll's folder: content/en/blog/_posts/ of Kubernetes.
  if (/(?:^|\/)content\//.test(path) || has("publishdate", "expirydate", "unpublishdate", "lastmod")) return "hugo";
  if (/(?:^|\/)_(?:posts|drafts)\//.test(path)) return "jekyll";
  if (has("pubdate")) return "astro";
  if (/(?:^|\/)blog\/(?:.*\/)?\d{4}[-/]\d{2}[-/]\d{2}[-/]/.test(path) && (path.endsWith(".mdx") || has("slug", "authors"))) return "docusaurus";
  return format === "toml" ? "hugo" : "plain";
}
