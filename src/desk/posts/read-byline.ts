/** Who signs a post: from its fields, in the five shapes seen, or from a by-line at the top of the body. */
import type { Field } from "../post.js";
import type { Lines, Span } from "./lines.js";
import type { Fields, Value } from "./matter.js";
import { splitByline } from "./split-byline.js";

const KEYS = ["authors", "author", "byline", "by"];
const NAME_KEYS = ["name", "display_name", "login", "github", "id", "key"];

export function readByline(lines: Lines, fields: Fields, body: number): readonly Field<string>[] {
  const extra = fields.get("extra");
  const tables = [fields, ...(extra?.kind === "map" ? [extra.fields] : [])];
  const values = tables.flatMap((table) => KEYS.flatMap((key) => table.get(key) ?? []));
  const named = values.flatMap((value) => namesIn(lines, value));
  return distinct(named.length > 0 ? named : fromBody(lines, body));
}

/** A text (of one or several names), a map with a name, or a list of either. */
function namesIn(lines: Lines, value: Value): readonly Field<string>[] {
  switch (value.kind) {
    case "text":
      return inText(lines, value.text, value.span);
    case "list":
      return value.members.flatMap((member) => (member.kind === "list" ? [] : namesIn(lines, member)));
    case "map": {
      const name = NAME_KEYS.map((key) => value.fields.get(key)).find((one) => one?.kind === "text");
      return name?.kind === "text" ? [{ value: name.text.trim().slice(0, 100), place: lines.place(name.span) }] : [];
    }
    case "flag":
    case "empty":
      return [];
  }
}

function inText(lines: Lines, text: string, span: Span): readonly Field<string>[] {
  const written = lines.text.slice(span.start, span.end);
  return splitByline(text).map(({ name, at }) => {
    const found = written.indexOf(name, Math.max(0, at - 2));
    const start = span.start + found;
    return { value: name, place: lines.place(found === -1 ? span : { start, end: start + name.length }) };
  });
}

/** `**Authors:** Mark Church (Google), …`, `*By Ann Lee*`, `Author: Ann Lee`; 169 of 386 Kubernetes posts say it only there. */
const BODY_BYLINE = /^[*_]{0,3}(?:(?:guest )?authors?|written by|posted by|post by|by)(?=[\s:*_])[\s:*_]{1,9}([^\s:*_].*)$/i;
const SEARCHED_LINES = 25;
const LONGEST_LINE = 1_000;

function fromBody(lines: Lines, body: number): readonly Field<string>[] {
  const first = lines.lineAt(body);
  for (let number = first; number < first + SEARCHED_LINES && number <= lines.count; number++) {
    const line = lines.line(number);
    const text = lines.text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE));
    const match = BODY_BYLINE.exec(text);
    if (!match) continue;
    const rest = match[1] ?? "";
    const colon = text.slice(0, text.length - rest.length).includes(":");
    if (!colon && !bare(rest)) continue;
    const start = line.start + text.length - rest.length;
    const end = bylineEnd(lines, number);
    return inText(lines, lines.text.slice(start, end), { start, end });
  }
  return [];
}

/** Without a colon, only what looks like names and nothing else: "By Ann Lee", not "By the way, …". */
function bare(rest: string): boolean {
  const parts = rest.replace(/[*_]+$/, "").trim().split(/\s+/);
  return parts.length <= 12 && parts.every((part) => /^(?:and|&|de|la|van|von|der|[\p{Lu}@(][\p{L}\p{M}'’.)-]*,?)$/u.test(part));
}

/** A by-line goes on where a line ends in the middle of a list of names. */
function bylineEnd(lines: Lines, from: number): number {
  let number = from;
  while (number < from + 5 && number < lines.count && /(?:,|&|\band)\s*$/i.test(lines.text.slice(lines.line(number).end - 20, lines.line(number).end))) number++;
  return lines.line(number).end;
}

function distinct(named: readonly Field<string>[]): readonly Field<string>[] {
  const seen = new Set<string>();
  return named.filter(({ value }) => {
    const key = value.toLowerCase();
    return value !== "" && !seen.has(key) && seen.add(key).size > 0;
  });
}
