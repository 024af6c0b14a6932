/** What a proposed desk promises by a name that a file has already: a name ties only what comes later. */
import type { Desk } from "../facts/desk.js";
import type { Finding } from "../facts/finding.js";
import { slugOfPath } from "../facts/slug.js";
import type { PublishedPost } from "../facts/snapshot.js";
import { quoted } from "../text/quoted.js";

/** A promised post that names no file, and the line of the desk file where its slug stands. */
export interface PromisedLine {
  readonly slug: string;
  readonly also: readonly string[];
  readonly line: number;
}

/** Those of a desk, as far as the plan does not say which file they are. `text` is the file that it was read from. */
export function promisedLines({ campaigns }: Desk, text: string): readonly PromisedLine[] {
  const lines = text.split(/\r\n|\r|\n/u);
  const said = lines.map((line) => /(?:^|[\s{,])slug["']?:\s*["']?([A-Za-z0-9._-]+)/u.exec(line)?.[1]);
  return campaigns.flatMap(({ posts }) =>
    posts.flatMap(({ slug, also, path }) => (path ? [] : [{ slug, also, line: Math.max(0, said.indexOf(slug)) + 1 }])),
  );
}

/** Warnings, of what the desk in force does not promise yet. */
export function namesakeFindings(
  promised: readonly PromisedLine[],
  { campaigns }: Desk,
  published: readonly Pick<PublishedPost, "path">[],
): readonly Finding[] {
  const known = new Set(campaigns.flatMap(({ posts }) => posts.flatMap(({ slug, also }) => [slug, ...also].map(folded))));
  const fresh = promised.filter(({ slug, also }) => ![slug, ...also].some((name) => known.has(folded(name))));
  if (fresh.length === 0) return [];
  const there = new Map(published.map(({ path }) => [folded(slugOfPath(path)), path]));
  return fresh.flatMap(({ slug, also, line }): Finding[] => {
    const path = [slug, ...also].flatMap((name) => there.get(folded(name)) ?? [])[0];
    if (path === undefined) return [];
    const message = `Unexpected promise of ${quoted(slug)} by its name alone, expected \`path: ${path}\` beside it if that file is the post; it is there already, and a name stands only for what comes later`;
    return [{ rule: "desk-path", severity: "warning", message, place: { line, column: 1, endLine: line, endColumn: 2 } }];
  });
}

/** Slugs are the same in any case. */
function folded(slug: string): string {
  return slug.toLowerCase();
}
