/** Reads the form `title: "…"` … `--BODY--`, in which a value may be followed by more in braces: `authors: "Ann" {"https://…"}`. */
import type { Lines, Span } from "./lines.js";
import type { Matter, Value } from "./matter.js";

const FIELD = /^[ \t]*([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*)$/;

export function readBodyMarker(lines: Lines, inner: Span): Matter {
  const fields = new Map<string, Value>();
  for (let number = lines.lineAt(inner.start); number <= lines.lineAt(Math.max(inner.start, inner.end - 1)); number++) {
    const line = lines.line(number);
    const match = FIELD.exec(lines.text.slice(line.start, line.end));
    if (!match) continue;
    const [, key = "", rest = ""] = match;
    fields.set(key.toLowerCase(), valueOf(rest, line.end - rest.length));
  }
  return { fields, findings: [] };
}

function valueOf(rest: string, start: number): Value {
  const text = rest.trimEnd();
  const span = { start, end: start + text.length };
  if (text === "") return { kind: "empty", span };
  if (text === "true" || text === "false") return { kind: "flag", flag: text === "true", span };
  // What stands in braces is a link to the person, not a person.
  const plain = text.replace(/\{[^}]*\}/g, (braces) => " ".repeat(braces.length));
  const members = Array.from(plain.matchAll(/"((?:[^"\\]|\\.)*)"/g), ({ 0: whole, 1: inside = "", index }): Value => {
    const from = start + index + 1;
    return { kind: "text", text: inside.replace(/\\(.)/g, "$1"), span: { start: from, end: from + whole.length - 2 } };
  });
  if (members.length === 0) return { kind: "text", text: plain.trim(), span };
  return members.length === 1 && members[0] ? members[0] : { kind: "list", members, span };
}
