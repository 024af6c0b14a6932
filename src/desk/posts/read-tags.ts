/** The tags and categories of a post, in the ways that Jekyll, Hugo and Zola write them. */
import type { Lines, Span } from "../facts/lines.js";
import type { Field } from "../facts/post.js";
import type { Fields, Value } from "./front-matter/matter.js";

const MOST_TAGS = 50;
const LONGEST = 100;

/** Each once, where it first stands. */
export function readTags(lines: Lines, fields: Fields): readonly Field<string>[] {
  const taxonomies = fields.get("taxonomies");
  const tables = [fields, ...(taxonomies?.kind === "map" ? [taxonomies.fields] : [])];
  const tags = tables.flatMap((table) => ["tags", "tag", "categories", "category"].flatMap((key) => inValue(lines, table.get(key), key)));
  const seen = new Set<string>();
  return tags.filter(({ value }) => !seen.has(value) && seen.add(value)).slice(0, MOST_TAGS);
}

function inValue(lines: Lines, value: Value | undefined, key: string): readonly Field<string>[] {
  if (value?.kind === "list") return value.members.flatMap((member) => (member.kind === "text" ? cut(lines, member, /$^/) : []));
  if (value?.kind !== "text") return [];
  if (value.text.includes(",")) return cut(lines, value, /,/);
  // Jekyll cuts the plural forms at blanks and keeps the singular ones whole.
  return cut(lines, value, key.endsWith("s") ? /\s+/ : /$^/);
}

function cut(lines: Lines, { text, span }: { readonly text: string; readonly span: Span }, between: RegExp): readonly Field<string>[] {
  const written = lines.text.slice(span.start, span.end);
  let from = 0;
  return text.split(between).flatMap((part) => {
    const value = part.trim().slice(0, LONGEST);
    if (value === "") return [];
    const found = written.indexOf(value, from);
    from = found === -1 ? from : found + value.length;
    const start = span.start + found;
    return [{ value, place: lines.place(found === -1 ? span : { start, end: start + value.length }) }];
  });
}
