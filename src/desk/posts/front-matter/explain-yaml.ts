/** Says what is wrong with one YAML field, and how to write it. */
import type { Span } from "../../facts/lines.js";
import { quotedValue } from "./matter-finding.js";
import type { YamlField } from "./yaml-fields.js";

interface Explained {
  readonly message: string;
  readonly span: Span;
}

export function explainYaml(field: YamlField, why: string | null): Explained {
  const { raw, value, span } = field;
  const at = (offset: number, length: number): Span => ({ start: value.start + offset, end: value.start + offset + length });
  const write = (text: string) => `write \`${quotedValue(field.key ?? field.name)}: ${quotedValue(text)}\``;

  if (field.key === null) {
    if (field.indent === "\t") return { message: `Unexpected tab before \`${quotedValue(raw)}\`, expected no indentation; YAML allows no tabs there`, span };
    return field.name === ""
      ? { message: `Unexpected \`${quotedValue(raw)}\` in the front matter, expected a field such as \`title: …\``, span }
      : { message: `Unexpected value right after \`${field.name}:\`, expected a space between them; ${write(raw)}`, span: value };
  }
  if (field.long && /tab/i.test(why ?? "")) {
    return { message: `Unexpected tab before a line of \`${quotedValue(field.key)}\`, expected spaces; YAML allows no tabs there`, span };
  }
  const first = raw.slice(0, 1);
  if (first === '"' || first === "'") {
    const closes = raw.indexOf(first, 1);
    if (closes === -1) return { message: `Unexpected end of \`${quotedValue(field.key)}\`, expected a closing \`${first}\`; ${write(raw + first)}`, span: value };
    const inner = raw.endsWith(first) && raw.length > 2 ? raw.slice(1, -1) : raw;
    return { message: `Unexpected text after the closing \`${first}\` in \`${quotedValue(field.key)}\`, expected one pair of quotes around the whole; ${write(inQuotes(inner))}`, span: at(closes + 1, raw.length - closes - 1) };
  }
  if (/^[@`%&*!|>,]/.test(raw) && !field.long) {
    return { message: `Unexpected \`${first}\` at the start of \`${quotedValue(field.key)}\`, expected the value in quotes; ${write(inQuotes(raw))}`, span: at(0, 1) };
  }
  if (first === "[" || first === "{") {
    return { message: `Unexpected \`${first}\` at the start of \`${quotedValue(field.key)}\`, expected a complete list or the value in quotes; ${write(inQuotes(raw))}`, span: value };
  }
  const colon = raw.search(/:(?:\s|$)/);
  if (colon >= 0) {
    return { message: `Unexpected \`: \` in the value of \`${quotedValue(field.key)}\`, expected the value in quotes; ${write(inQuotes(raw))}`, span: at(colon, 1) };
  }
  return { message: `Unexpected value of \`${quotedValue(field.key)}\` (${quotedValue(why ?? "YAML cannot read it")}), expected one that YAML can read, such as ${write(inQuotes(raw)).slice(6)}`, span: value };
}

/** In whichever quotes need no escapes. */
function inQuotes(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}
