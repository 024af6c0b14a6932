/** Slugs out of titles: the same title gives the same slug, and no two promises share one. */
import { createHash } from "node:crypto";

const LONGEST = 80;

/** `OCaml-TLS: building the core` is `ocaml-tls-building-the-core`; a title without Latin letters or digits gets a fingerprint. */
export function slugOfTitle(title: string): string {
  const words = wordsIn(title, /[^a-z0-9]+/u);
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, LONGEST) : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug || `post-${createHash("sha256").update(title).digest("hex").slice(0, 8)}`;
}

/** The slug itself, or with `-2`, `-3` … when that is taken; slugs are the same in any case. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? slug : `${slug}-${n}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** As a slug, but in any script and however long: the same for titles that are the same. */
export function sameWords(title: string): string {
  return wordsIn(title, /[^\p{L}\p{N}]+/u).join("-") || title;
}

function wordsIn(title: string, between: RegExp): readonly string[] {
  return title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/['’]/gu, "")
    .toLowerCase()
    .split(between)
    .filter((word) => word !== "");
}
