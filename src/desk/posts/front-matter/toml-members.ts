/** Where the members of a TOML list or inline table stand, which its parser does not tell. */
import type { Span } from "../../facts/lines.js";
import { endOfString } from "./toml-fields.js";

interface TomlMember {
  /** In lower case; empty in a list. */
  readonly key: string;
  readonly span: Span;
}

/** In order, for the `[…]` or `{…}` that begins at `start`; none for anything else. */
export function tomlMembers(text: string, { start, end }: Span): readonly TomlMember[] {
  const opening = text[start];
  if (opening !== "[" && opening !== "{") return [];
  const members: TomlMember[] = [];
  let depth = 0;
  let key = "";
  let first = -1;
  let last = -1;
  let at = start + 1;
  while (at < end) {
    const character = text[at] ?? "";
    if (depth === 0 && (character === "]" || character === "}")) break;
    if (character === "#") {
      const line = text.indexOf("\n", at);
      at = line === -1 ? end : line;
    } else if (depth === 0 && character === ",") {
      if (first !== -1) members.push({ key, span: { start: first, end: last } });
      [key, first] = ["", -1];
      at++;
    } else if (depth === 0 && character === "=" && opening === "{" && key === "" && first !== -1) {
      key = text.slice(first, last).replace(/^["']|["']$/g, "").toLowerCase();
      first = -1;
      at++;
    } else {
      const next = character === '"' || character === "'" ? endOfString(text, at, character) : at + 1;
      if (character === "[" || character === "{") depth++;
      if (character === "]" || character === "}") depth--;
      if (first === -1 && !/\s/.test(character)) first = at;
      if (!/\s/.test(character)) last = next;
      at = next;
    }
  }
  if (first !== -1) members.push({ key, span: { start: first, end: last } });
  return members;
}
