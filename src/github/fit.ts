/** Cutting a text to the longest that GitHub takes, so that a long one is shown in part instead of refused whole. */

/** In bytes of UTF-8, though https://docs.github.com/rest/checks/runs speaks of characters: https://github.com/github/docs/issues/35252. */
export const SUMMARY_LIMIT = 65_535;

/** GitHub answers longer ones with "body is too long (maximum is 65536 characters)". */
export const COMMENT_LIMIT = 65_536;

const CLOSING = "\n\n… The rest of this text is missing, because GitHub does not accept longer texts.";

/** `text` when it fits, or else its beginning, to a line's end where there is one near, and a line that says so. Characters are UTF-16 units. */
export function fit(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return toLineEnd(withoutHalf(text.slice(0, limit - CLOSING.length))) + CLOSING;
}

/** The same by bytes of UTF-8. */
export function fitBytes(text: string, limit: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= limit) return text;
  const room = limit - new TextEncoder().encode(CLOSING).length;
  // As of a stream, of which the rest of a last character is to come.
  return toLineEnd(new TextDecoder().decode(bytes.subarray(0, room), { stream: true })) + CLOSING;
}

function toLineEnd(cut: string): string {
  const lineEnd = cut.lastIndexOf("\n");
  return lineEnd > cut.length - 2000 && lineEnd > 0 ? cut.slice(0, lineEnd) : cut;
}

/** Half of a pair of surrogates is no character. */
function withoutHalf(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
