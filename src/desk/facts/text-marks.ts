/**
 * The marks of a text: by what it is known for one post in another language than another text. Generators find them by the file's name
 * (`x.fr.md`: Hugo, Zola), by a folder (`content/fr/…`, `_posts/fr/…`), by Docusaurus' `i18n/fr/…`, and by their front matter: one
 * `translationKey` (Hugo), one `ref` or one permalink with another `lang` (Jekyll with Polyglot).
 */
import { languageInPath } from "./language-code.js";
import { withoutEnding } from "./slug.js";

/** So much of a text as its marks are made of. */
export interface MarkedText {
  readonly path: string;
  /** What it says of itself; null or left out where it says none, or was not read. */
  readonly language?: string | null | undefined;
  /** What all texts of one post have in common, where the site tells them so. */
  readonly translationKey?: string | null | undefined;
  readonly permalink?: string | null | undefined;
  /** The name that it gives itself in the place of its file's. */
  readonly name?: string | null | undefined;
}

/** Where a text may stand among those of its post: two texts in one place and two languages are one post. */
export interface TextMark {
  readonly place: string;
  /** Null where nothing names one: the site's own. */
  readonly language: string | null;
}

/** https://docusaurus.io/docs/i18n/tutorial#translate-markdown-files: by instance of the plugin, the default one without a name. */
const DOCUSAURUS = /^((?:.*\/)?)i18n\/([^/]+)\/docusaurus-plugin-content-blog(?:-([^/]+))?\/(.+)$/;

/** The first is that of its path as it is. */
export function marksOf(text: MarkedText): readonly TextMark[] {
  const { path, language = null, translationKey, permalink, name } = text;
  const stem = withoutEnding(path);
  const places = [{ stem, language: null }, ...inPath(stem, language)];
  const named = name ? places.map((one) => ({ stem: `${folderOf(one.stem)}${name}`, language: one.language })) : [];
  const known = language ?? spoken(places.slice(1));
  return [
    ...[...places, ...named].map((one) => ({ place: `path:${one.stem.replace(/\/_?index$/i, "")}`, language: one.language })),
    ...(translationKey ? [{ place: `key:${translationKey}`, language: known }] : []),
    ...(permalink ? [{ place: `at:${permalink.replace(/^\/+|\/+$/g, "")}`, language }] : []),
  ];
}

/** The language that it says it is in, or else its path; null where neither says one. */
export function languageOf({ path, language = null }: Pick<MarkedText, "path" | "language">): string | null {
  return language ?? spoken(inPath(withoutEnding(path), null));
}

/** Nearest to the file's name. */
function spoken(places: readonly { readonly language: string | null }[]): string | null {
  return places.at(-1)?.language ?? null;
}

/** Their two languages, where they are one post in two; null where they are not. */
export function languagesOf(one: MarkedText, other: MarkedText): { readonly own: string | null; readonly other: string | null } | null {
  if (one.path === other.path) return null;
  const theirs = marksOf(other);
  for (const { place, language: own } of marksOf(one)) {
    const mark = theirs.find((their) => their.place === place && their.language !== own);
    if (mark) return { own, other: mark.language };
  }
  return null;
}

/** The path without the language that it may name, once for each part that may name one. */
function inPath(stem: string, said: string | null): readonly { readonly stem: string; readonly language: string }[] {
  const [, root, locale = "", instance = "blog", rest] = DOCUSAURUS.exec(stem) ?? [];
  if (root !== undefined && rest !== undefined) return [{ stem: `${root}${instance}/${rest}`, language: locale.toLowerCase() }];
  const parts = stem.split("/");
  const file = parts.at(-1) ?? "";
  const isIndex = /^_?index$/i.test(file);
  const folders = parts.slice(0, -1).flatMap((part, at) => {
    const language = languageInPath(part, said);
    // The folder of a bundle names the post: `posts/it/index.md` is the post `it`.
    if (language === null || (isIndex && at === parts.length - 2)) return [];
    return [{ stem: [...parts.slice(0, at), ...parts.slice(at + 1)].join("/"), language }];
  });
  const [, name, suffix = ""] = /^(.+)\.([^.]+)$/.exec(file) ?? (said === null ? null : /^(.+?)[-_]+([a-z]{2,3})$/i.exec(file)) ?? [];
  const language = languageInPath(suffix, said);
  return name === undefined || language === null ? folders : [...folders, { stem: folderOf(stem) + name, language }];
}

/** With its slash. */
function folderOf(stem: string): string {
  return stem.slice(0, stem.lastIndexOf("/") + 1);
}
