/** Slugs: what a post is called, read off its path when nothing else says so. */
import { languageInPath } from "./language-code.js";

/**
 * The last folder or file name that means something, without date and endings: `_posts/2014-07-18-introducing-irmin.md`,
 * `content/introducing-irmin/index.md` and `content/introducing-irmin/index.fr.md` are all `introducing-irmin`.
 */
export function slugOfPath(path: string): string {
  const parts = path.split("/").map(withoutEnding);
  const last = parts.at(-1) ?? "";
  const named = /^(?:_?index|readme)$/iu.test(withoutLanguage(last)) ? (parts.at(-2) ?? last) : last;
  const undotted = named.replace(/(?<!\.)\.+$/u, "") || named;
  return undotted.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_]?/u, "") || undotted;
}

/** Without the ending that tells of what kind the file is. */
export function withoutEnding(path: string): string {
  return path.replace(/(?:\.(?:md|markdown|mkdn|mkd|mdx|rmd|text|txt))+$/iu, "");
}

/** `introducing-irmin` of `introducing-irmin.fr`. */
export function withoutLanguage(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 && languageInPath(name.slice(dot + 1)) !== null ? name.slice(0, dot) : name;
}

/** Slugs are the same in any case. */
export function sameSlug(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Whether `text` can be the slug of a promised post, by the same rule as in the desk file. */
export function isSlug(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/u.test(text);
}
