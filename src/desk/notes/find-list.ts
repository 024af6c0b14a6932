/** Finds the list of posts on a page of notes: by the words of its heading, and because it is not a list of links. */
import type { Bullet, Outline, Section } from "./outline.js";

type FoundList =
  | { readonly kind: "found"; readonly heading: string; readonly bullets: readonly Bullet[] }
  /** No heading fits, or none that does has a list; `headings` are all there are. */
  | { readonly kind: "none"; readonly headings: readonly string[] }
  | { readonly kind: "several"; readonly headings: readonly string[] };

/** `wanted` is a part of the heading's words, in any case; null to look for "blog posts", "posts" or "blog". */
export function findList({ sections }: Outline, wanted: string | null): FoundList {
  const candidates = sections.flatMap((section, index) => {
    const rank = fit(section.heading, wanted);
    const bullets = rank > 0 ? bulletsOf(sections, index) : [];
    return bullets.length > 0 ? [{ rank, heading: section.heading, bullets }] : [];
  });
  const best = Math.max(0, ...candidates.map(({ rank }) => rank));
  const [first, ...others] = candidates.filter(({ rank }) => rank === best);
  if (!first) return { kind: "none", headings: sections.flatMap(({ heading }) => heading || []) };
  if (others.length > 0) return { kind: "several", headings: [first, ...others].map(({ heading }) => heading) };
  return { kind: "found", heading: first.heading, bullets: first.bullets };
}

function fit(heading: string, wanted: string | null): number {
  if (wanted !== null) {
    const [has, wants] = [heading.trim().toLowerCase(), wanted.trim().toLowerCase()];
    return has === wants ? 2 : has.includes(wants) && wants !== "" ? 1 : 0;
  }
  if (/\bblog(?:ging)?[ -]?posts?\b/iu.test(heading)) return 3;
  if (/\bposts?\b/iu.test(heading)) return 2;
  return /\bblogs?\b/iu.test(heading) ? 1 : 0;
}

/** Of the section and those below it. */
function bulletsOf(sections: readonly Section[], index: number): Bullet[] {
  const { depth = 0 } = sections[index] ?? {};
  const end = sections.findIndex((section, other) => other > index && section.depth <= depth);
  return sections
    .slice(index, end < 0 ? undefined : end)
    .flatMap(({ lists }) => lists)
    .filter((list) => !list.every(({ onlyLinks }) => onlyLinks))
    .flat();
}
