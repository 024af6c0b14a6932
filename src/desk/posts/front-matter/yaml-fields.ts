/** Cuts YAML front matter into its top-level fields by their first lines alone, for when YAML cannot read the whole. */
import type { Lines, Span } from "../../facts/lines.js";

export interface YamlField {
  /** As written; null for lines that are no field. */
  readonly key: string | null;
  /** The key in lower case, guessed where the colon lacks its blank; empty for lines that are no field. */
  readonly name: string;
  /** The whole field, with the lines that belong to it. */
  readonly span: Span;
  /** The value on the field's own line. */
  readonly value: Span;
  readonly raw: string;
  /** The character its first line is indented with; empty when it is not. */
  readonly indent: string;
  /** Whether more lines belong to it. */
  readonly long: boolean;
}

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s"'#:[\]{}-][^:]{0,60}?))[ \t]*:(?:[ \t]+|$)/;
const TIGHT = /^([A-Za-z_][\w-]{0,40}):(?!\/\/)/;

export function yamlFields(lines: Lines, inner: Span): readonly YamlField[] {
  const fields: YamlField[] = [];
  if (inner.end <= inner.start) return fields;
  for (let number = lines.lineAt(inner.start); number <= lines.lineAt(inner.end - 1); number++) {
    const whole = lines.line(number);
    // The first line may begin with a byte order mark.
    const line = { start: Math.max(whole.start, inner.start), end: whole.end };
    const text = lines.text.slice(line.start, line.end);
    if (text.trim() === "" || /^\s*#/.test(text) || /^(?:---|\.\.\.)\s*$/.test(text)) continue;
    const last = fields.at(-1);
    if (last && /^(?:[ \t]|-[ \t]|-$|[\]}])/.test(text)) {
      fields[fields.length - 1] = { ...last, span: { start: last.span.start, end: line.end }, long: true };
      continue;
    }
    const match = KEY.exec(text);
    const tight = match ? null : TIGHT.exec(text);
    const start = line.start + (match?.[0].length ?? tight?.[0].length ?? 0);
    const key = match ? (match[1] ?? match[2] ?? match[3] ?? "") : null;
    const raw = lines.text.slice(start, line.end).trim();
    fields.push({ key, name: (key ?? tight?.[1] ?? "").toLowerCase(), span: line, value: { start, end: start + raw.length }, raw, indent: /^\s?/.exec(text)?.[0] ?? "", long: false });
  }
  return fields;
}
