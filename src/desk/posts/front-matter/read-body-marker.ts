/** Reads the form `title: "…"` … `--BODY--`, in which a name may be followed by its link in braces: `authors: "Ann" {"https://…"}`. */
import type { Lines, Span } from "../../facts/lines.js";
import type { Matter, Value } from "./matter.js";

type Text = Extract<Value, { readonly kind: "text" }>;

const FIELD = /^[ \t]*([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*)$/;

export function readBodyMarker(lines: Lines, inner: Span): Matter {
  const fields = new Map<string, Value>();
  for (let number = lines.lineAt(inner.start); number <= lines.lineAt(Math.max(inner.start, inner.end - 1)); number++) {
    const line = lines.line(number);
    const match = FIELD.exec(lines.text.slice(Math.max(line.start, inner.start), line.end));
    if (!match) continue;
    const [, key = "", rest = ""] = match;
    fields.set(key.toLowerCase(), valueOf(rest, line.end - rest.length, /^(?:authors?|byline|by)$/i.test(key)));
  }
  return { fields, findings: [] };
}

/** A quoted text with what stands in braces after it, or braces after nothing; bounded, or a line of open quotes costs its square. */
const QUOTED = /"((?:[^"\\]|\\.){0,1000})"(?:[ \t]{0,9}\{([^}]{0,500})\})?|\{[^}]{0,500}\}/g;

function valueOf(rest: string, start: number, named: boolean): Value {
  const text = rest.trimEnd();
  const span = { start, end: start + text.length };
  if (text === "") return { kind: "empty", span };
  if (text === "true" || text === "false") return { kind: "flag", flag: text === "true", span };
  const members = [...text.matchAll(QUOTED)].flatMap(({ 1: inside, 2: link, index }): Value[] => {
    if (inside === undefined) return [];
    const from = start + index + 1;
    const one: Text = { kind: "text", text: inside.replace(/\\(.)/g, "$1"), span: { start: from, end: from + inside.length } };
    return [named && link !== undefined ? linked(one, link) : one];
  });
  if (members.length === 0) return { kind: "text", text: text.replace(/\{[^}]{0,500}\}/g, " ").trim(), span };
  return members.length === 1 && members[0] ? members[0] : { kind: "list", members, span };
}

/** A person with a link, as the other forms write it: a map. */
function linked(name: Text, link: string): Value {
  const url: Text = { kind: "text", text: link.replaceAll('"', "").trim(), span: name.span };
  return { kind: "map", fields: new Map<string, Value>([["name", name], ["url", url]]), span: name.span };
}
