/** The tags and categories of a post, in the ways that Jekyll, Hugo and Zola write them. */
import { type Fields, type Value } from "./matter.js";

const MOST_TAGS = 50;

export function readTags(fields: Fields): readonly string[] {
  const taxonomies = fields.get("taxonomies");
  const tables = [fields, ...(taxonomies?.kind === "map" ? [taxonomies.fields] : [])];
  const tags = tables.flatMap((table) => ["tags", "tag", "categories", "category"].flatMap((key) => inValue(table.get(key), key)));
  return [...new Set(tags)].slice(0, MOST_TAGS);
}

function inValue(value: Value | undefined, key: string): readonly string[] {
  if (value?.kind === "list") return value.members.flatMap((member) => (member.kind === "text" ? clean([member.text]) : []));
  if (value?.kind !== "text") return [];
  if (value.text.includes(",")) return clean(value.text.split(","));
  // Jekyll cuts the plural forms at blanks and keeps the singular ones whole.
  return clean(key.endsWith("s") ? value.text.split(/\s+/) : [value.text]);
}

function clean(tags: readonly string[]): readonly string[] {
  return tags.map((tag) => tag.trim().slice(0, 100)).filter((tag) => tag !== "");
}
