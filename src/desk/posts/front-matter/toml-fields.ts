/** Cuts TOML front matter into statements with their offsets, which its parser does not give. */
import type { Span } from "../../facts/lines.js";

export interface TomlField {
  /** The table it stands in, as written in its header; empty at the top. */
  readonly table: string;
  /** Which of the tables of that name, from 1, where `[[table]]` begins each; 0 for `[table]` and at the top. */
  readonly member: number;
  /** As written; empty for a line that is no `key = value`. */
  readonly key: string;
  readonly span: Span;
  readonly value: Span;
}

/** Values whose brackets never close are looked through to the end of the text; after so many of them, to the end of the line. */
const MOST_OPEN = 20;

/** Offsets are those of `text` plus `shift`. */
export function tomlFields(text: string, shift: number): readonly TomlField[] {
  const fields: TomlField[] = [];
  const begun = new Map<string, number>();
  let table = "";
  let open = 0;
  let at = 0;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    const line = text.slice(at, lineEnd).replace(/\r$/, "");
    const header = line.length < 500 && /^[ \t]*\[{1,2}[ \t]*([^\]]*?)[ \t]*\]{1,2}[ \t]*(?:#.*)?$/.exec(line);
    if (header || line.trim() === "" || line.trimStart().startsWith("#")) {
      table = header ? (header[1] ?? "") : table;
      if (header && line.trimStart().startsWith("[[")) begun.set(table, (begun.get(table) ?? 0) + 1);
      at = lineEnd + 1;
      continue;
    }
    const match = /^[ \t]*("[^"]*"|'[^']*'|[\w.-]+)[ \t]*=[ \t]*/.exec(line);
    const start = at + (match?.[0].length ?? 0);
    const closed = match && open < MOST_OPEN ? endOfValue(text, start) : null;
    if (match && closed === null) open++;
    const end = closed ?? at + line.length;
    fields.push({
      table,
      member: begun.get(table) ?? 0,
      key: (match?.[1] ?? "").replace(/^["']|["']$/g, ""),
      span: { start: shift + at, end: shift + end },
      value: { start: shift + start, end: shift + end },
    });
    at = endOfLine(text, end) + 1;
  }
  return fields;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

/** Past the value that begins at `start`: strings closed, brackets balanced, a comment after it left out; null where they never are. */
function endOfValue(text: string, start: number): number | null {
  let open = 0;
  let at = start;
  let end = start;
  while (at < text.length) {
    const character = text[at];
    if (character === "\n" && open === 0) break;
    if (character === "#") {
      at = endOfLine(text, at);
      continue;
    }
    if (character === '"' || character === "'") at = endOfString(text, at, character);
    else {
      if (character === "[" || character === "{") open++;
      if (character === "]" || character === "}") open--;
      at++;
    }
    if (!/\s/.test(character ?? "")) end = at;
  }
  return open > 0 ? null : end;
}

/** Past the string that begins at `start`, a quote; an open one ends with its line, an open long one with the text. */
export function endOfString(text: string, start: number, quote: string): number {
  const long = text.startsWith(quote.repeat(3), start);
  const close = long ? quote.repeat(3) : quote;
  for (let at = start + close.length; at < text.length; at++) {
    if (quote === '"' && text[at] === "\\") at++;
    else if (text.startsWith(close, at)) return at + close.length;
    else if (!long && text[at] === "\n") return at;
  }
  return text.length;
}
