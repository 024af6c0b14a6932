/** Foreign text inside our own sentences: one line, in backticks, never long. */

/** In backticks, where neither Markdown nor a mention works; control characters and backticks of its own are replaced. */
export function quoted(text: string, limit = 60): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replaceAll("`", "'")
    .trim();
  const letters = Array.from(line);
  return `\`${letters.length > limit ? `${letters.slice(0, limit - 1).join("")}…` : line || " "}\``;
}

const MOST_LISTED = 12;

/** `a`, `b` or `c`; of more than a dozen only the first. */
export function eitherOf(texts: readonly string[], joint = "or"): string {
  const parts = texts.slice(0, MOST_LISTED).map((text) => quoted(text));
  if (texts.length > MOST_LISTED) return `${parts.join(", ")} ${joint} ${texts.length - MOST_LISTED} more`;
  const last = parts.pop() ?? "";
  return parts.length > 0 ? `${parts.join(", ")} ${joint} ${last}` : last;
}
