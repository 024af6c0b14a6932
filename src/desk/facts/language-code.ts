/** Language codes (BCP 47): what a folder, a file's name or a field can say of a text's language. */

/**
 * Languages in which sites are published, as ISO 639 has them. Others have codes too (`io`, `ml`, `os`, `ts`), but in a path those are
 * nearly always the names of other things: of a text in one of them its front matter says so.
 */
const KNOWN = new Set(
  (
    "af ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lo lt lv mk " +
    "mn mr ms my nb ne nl nn no pa pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh fil yue ckb ast"
  ).split(" "),
);

/** A language with, perhaps, a script and a region: `zh`, `zh-Hans`, `pt_BR`, `es-419`. */
const CODE = /^([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/i;

/** In small letters, with hyphens; null for what has not the form of one. */
export function asLanguage(text: string): string | null {
  return CODE.test(text) ? text.toLowerCase().replaceAll("_", "-") : null;
}

/** As a part of a path. `said` is what the text says of itself: it makes a language of a code that otherwise names something else. */
export function languageInPath(part: string, said: string | null = null): string | null {
  const code = asLanguage(part);
  const known = code !== null && (KNOWN.has(primary(code)) || (said !== null && primary(code) === primary(said)));
  return known ? code : null;
}

/** `pt` of `pt-br`. */
function primary(code: string): string {
  return code.split("-")[0] ?? code;
}
