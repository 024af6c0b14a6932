/** Cutting a text to the longest that GitHub takes, so that a long one is shown in part instead of refused whole. */

/** https://docs.github.com/rest/checks/runs: a summary holds 65,535 characters. */
export const SUMMARY_LIMIT = 65_535;

/** GitHub answers longer ones with "body is too long (maximum is 65536 characters)". */
export const COMMENT_LIMIT = 65_536;

const CLOSING = "\n\n… The rest of this text is missing, because GitHub does not accept longer texts.";

/** `text` when it fits, or else its beginning, to a line's end where there is one near, and a line that says so. Characters are UTF-16 units. */
export function fit(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - CLOSING.length);
  const lineEnd = cut.lastIndexOf("\n");
  const whole = lineEnd > cut.length - 2000 && lineEnd > 0 ? cut.slice(0, lineEnd) : withoutHalf(cut);
  return whole + CLOSING;
}

/** Half of a pair of surrogates is no character. */
function withoutHalf(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
