/** Text as a column can hold it: both databases stop at U+0000, and neither knows half a surrogate pair. */
import { createHash } from "node:crypto";

const AWKWARD = /[\0\ud800-\udfff]/u;
const QUOTED = "json:";

/** What is stored for `text`: itself, nearly always. */
export function toColumn(text: string): string {
  return AWKWARD.test(text) || text.startsWith(QUOTED) ? QUOTED + JSON.stringify(text) : text;
}

/** The text for which `column` was stored. */
export function fromColumn(column: string): string {
  return column.startsWith(QUOTED) ? String(JSON.parse(column.slice(QUOTED.length))) : column;
}

/** 43 characters that stand for a text of any length in an index. */
export function indexKey(text: string): string {
  return createHash("sha256").update(toColumn(text)).digest("base64url");
}
