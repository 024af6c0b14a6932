/** Slugs: what a post is called, read off its path when nothing else says so. */

/**
 * The last folder or file name that means something, without date and endings:
 * `_posts/2014-07-18-introducing-irmin.md` and `content/introducing-irmin/index.md` are both `introducing-irmin`.
 */
export function slugOfPath(path: string): string {
  const parts = path.split("/").map((part) => part.replace(/(?:\.(?:md|markdown|mkdn|mkd|mdx|rmd|text|txt))+$/iu, ""));
  const last = parts.at(-1) ?? "";
  const named = /^(?:_?index|readme)$/iu.test(last) ? (parts.at(-2) ?? last) : last;
  const undotted = named.replace(/(?<!\.)\.+$/u, "") || named;
  return undotted.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_]?/u, "") || undotted;
}

/** Slugs are the same in any case. */
export function sameSlug(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Whether `text` can be the slug of a promised post, by the same rule as in the desk file. */
export function isSlug(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/u.test(text);
}
