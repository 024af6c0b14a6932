/** Foreign text inside our own sentences: one line, in backticks, never long. */

/** In backticks, where neither Markdown nor a mention works; control characters and backticks of its own are replaced. */
export function shown(text: string, limit = 60): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replaceAll("`", "'")
    .trim();
  const letters = Array.from(line);
  return `\`${letters.length > limit ? `${letters.slice(0, limit - 1).join("")}…` : line || " "}\``;
}

/** `a`, `b` or `c`. */
export function eitherOf(texts: readonly string[], joint = "or"): string {
  const quoted = texts.map((text) => shown(text));
  const last = quoted.pop() ?? "";
  return quoted.length > 0 ? `${quoted.join(", ")} ${joint} ${last}` : last;
}
