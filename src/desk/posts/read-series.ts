/** The series that a post says it is part of, and which part, in the ways that themes of Hugo, Jekyll, Zola and Astro write it. */
import type { Lines } from "../facts/lines.js";
import type { SeriesPart } from "../facts/post.js";
import { firstText, type Fields, type Value } from "./front-matter/matter.js";

const NAMES = ["series", "series_name", "seriesname", "series_title", "seriestitle"];
/** Inside `series: {name: …, part: …}`. */
const INNER_NAMES = ["name", "title", "id", "slug"];
const INNER_PARTS = ["part", "number", "order", "index", "position", "weight"];
/** Hugo writes the order within a taxonomy as `series_weight`, its themes as `series_order`. */
const PARTS = ["part", ...["series_", "series"].flatMap((of) => ["part", "order", "number", "index", "weight"].map((key) => of + key))];
/** They order other things too, and 0 is what archetypes leave there. */
const WEIGHTS = ["weight", "order"];
/** Where Zola and Hugo keep what is not the front matter's own. */
const TABLES = ["extra", "params", "taxonomies"];

const MOST = 10;
const LONGEST = 100;
const MOST_PARTS = 9_999;

/** Each once, where it first stands; none when the post names none. */
export function readSeries(lines: Lines, fields: Fields): readonly SeriesPart[] {
  const tables = [fields, ...TABLES.flatMap((key) => tableOf(fields.get(key)) ?? [])];
  const part = firstPart(tables, PARTS) ?? positive(firstPart(tables, WEIGHTS));
  const named = tables.flatMap((table) => NAMES.flatMap((key) => namesIn(lines, table.get(key), part)));
  const seen = new Set<string>();
  return named.filter(({ value }) => !seen.has(value) && seen.add(value)).slice(0, MOST);
}

function namesIn(lines: Lines, value: Value | undefined, part: number | null): readonly SeriesPart[] {
  switch (value?.kind) {
    case "text": {
      const name = value.text.replace(/\s+/g, " ").trim().slice(0, LONGEST);
      // A number alone says which part, not of what.
      return /\p{L}/u.test(name) ? [{ value: name, place: lines.place(value.span), part }] : [];
    }
    case "list":
      return value.members.flatMap((member) => (member.kind === "list" ? [] : namesIn(lines, member, part)));
    case "map": {
      const name = firstText(value.fields, INNER_NAMES);
      return name ? namesIn(lines, { kind: "text", ...name }, firstPart([value.fields], INNER_PARTS) ?? part) : [];
    }
    default:
      return [];
  }
}

function firstPart(tables: readonly Fields[], keys: readonly string[]): number | null {
  for (const table of tables) {
    for (const key of keys) {
      const part = partIn(table.get(key));
      if (part !== null) return part;
    }
  }
  return null;
}

/** `2`, `"2"`, `2/5`, `Part 2`, `2 of 5`. */
function partIn(value: Value | undefined): number | null {
  if (value?.kind !== "text") return null;
  const digits = /^(?:part|no\.?|#)?\s*(\d{1,5}(?:\.\d{1,3})?)(?:\s*(?:\/|of)\s*\d{1,5})?$/i.exec(value.text.trim())?.[1];
  const part = digits === undefined ? Number.NaN : Number(digits);
  return part <= MOST_PARTS ? part : null;
}

function positive(part: number | null): number | null {
  return part === 0 ? null : part;
}

function tableOf(value: Value | undefined): Fields | null {
  return value?.kind === "map" ? value.fields : null;
}
