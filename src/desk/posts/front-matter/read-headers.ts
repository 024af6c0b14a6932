/** Reads the headers of Pelican and Python-Markdown: `Title: On Vchan`, in lines without a fence, up to the first blank one. */
import type { Lines, Span } from "../../facts/lines.js";
import type { Matter, Value } from "./matter.js";

const FIELD = /^ {0,3}([A-Za-z0-9_-]{1,60})[ \t]{0,9}:[ \t]*(.*)$/;

/** A value is what stands behind the colon, quotes and all; lines below it that are indented are more of the same. */
export function readHeaders(lines: Lines, inner: Span): Matter {
  const fields = new Map<string, Value>();
  let last = "";
  for (let number = lines.lineAt(inner.start); number <= lines.lineAt(Math.max(inner.start, inner.end - 1)); number++) {
    const line = lines.line(number);
    const text = lines.text.slice(Math.max(line.start, inner.start), line.end);
    const match = FIELD.exec(text);
    const known = fields.get(last);
    if (match) {
      last = (match[1] ?? "").toLowerCase();
      fields.set(last, valueOf(match[2] ?? "", line.end));
    } else if (known && text.trim() !== "") {
      const more = valueOf(text.trimStart(), line.end);
      fields.set(last, known.kind === "empty" ? more : { kind: "list", members: [...(known.kind === "list" ? known.members : [known]), more], span: known.span });
    }
  }
  return { fields, findings: [] };
}

function valueOf(rest: string, end: number): Value {
  const text = rest.trimEnd();
  const start = end - rest.length;
  const span = { start, end: start + text.length };
  if (text === "") return { kind: "empty", span };
  if (/^(?:true|false)$/i.test(text)) return { kind: "flag", flag: /^true$/i.test(text), span };
  return { kind: "text", text, span };
}
