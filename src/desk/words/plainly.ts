/** Strangers' text made harmless in Markdown: nothing in it links, pings, runs or breaks a table. */

/** Controls, bidirectional overrides (https://trojansource.codes) and characters that cannot be seen. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+/gu;

const ZERO_WIDTH_SPACE = "\u200b";

/** One line of text, at most `limit` characters, that Markdown shows as it is. `@` and `#` keep their look but not their power. */
export function plainly(text: string, limit = 120): string {
  const line = text.replace(UNSEEN, " ").replace(/\s+/gu, " ").trim();
  const letters = Array.from(line);
  const cut = letters.length > limit ? `${letters.slice(0, limit - 1).join("")}…` : line;
  return cut
    .replace(/[\\`*_{}[\]()<>|~&!]/gu, "\\$&")
    .replace(/^([-+=#]|\d+[.)])/u, "\\$1")
    .replace(/\b(GH)-(?=\d)/giu, `$1${ZERO_WIDTH_SPACE}-`)
    .replace(/[@#](?=\S)/gu, `$&${ZERO_WIDTH_SPACE}`)
    .replace(/:(?=\/\/)/gu, `:${ZERO_WIDTH_SPACE}`)
    .replace(/\b(www)\./giu, `$1${ZERO_WIDTH_SPACE}.`);
}
