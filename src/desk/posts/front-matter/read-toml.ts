/** Reads TOML front matter: statement by statement, so that every field has its place and one mistake does not cost the others. */
import { parse, TomlDate } from "smol-toml";
import type { Finding } from "../../facts/finding.js";
import type { Lines, Span } from "../../facts/lines.js";
import { quotedValue, remark } from "./matter-finding.js";
import type { Matter, Value } from "./matter.js";
import { tomlFields, type TomlField } from "./toml-fields.js";
import { tomlMembers } from "./toml-members.js";
import { withTables, type TomlTable } from "./toml-tables.js";

const DEEPEST = 8;

export function readToml(lines: Lines, inner: Span): Matter {
  const source = lines.text.slice(inner.start, inner.end);
  const fields = new Map<string, Value>();
  const tables = new Map<string, TomlTable>();
  const findings: Finding[] = [];
  const say = (span: Span, message: string) => findings.push(remark(lines, span, "front-matter", "error", message));

  for (const field of tomlFields(source, inner.start)) {
    const into = field.table === "" ? fields : tableOf(tables, field);
    const statement = lines.text.slice(field.span.start, field.span.end);
    const read = field.key === "" ? null : parsed(statement, field, lines.text);
    if (read?.value === undefined) {
      const wrong = explain(field, statement, read?.why ?? null);
      say(wrong.span, wrong.message);
      if (wrong.key !== "" && wrong.text !== "") into.set(wrong.key.toLowerCase(), { kind: "text", text: wrong.text, span: wrong.span });
      continue;
    }
    const name = field.key.toLowerCase();
    if (into.has(name)) say(field.span, `Unexpected second \`${quotedValue(field.key)}\` on line ${lines.lineAt(field.span.start)}, expected each field once; the later one was taken`);
    into.set(name, read.value);
  }
  if (findings.length === 0) {
    const why = complaint(source);
    if (why !== null) say(inner, `Unexpected front matter that TOML cannot read (${quotedValue(why)}), expected lines such as \`title = "…"\``);
  }
  return { fields: withTables(fields, [...tables.values()]), findings };
}

function tableOf(tables: Map<string, TomlTable>, { table, member, span }: TomlField): Map<string, Value> {
  const name = table.toLowerCase();
  const known = tables.get(`${name}/${member}`) ?? { name, member, fields: new Map<string, Value>(), span };
  tables.set(`${name}/${member}`, known);
  return known.fields;
}

/** Why TOML refuses a text; null when it does not. */
function complaint(source: string): string | null {
  try {
    parse(source, { integersAsBigInt: "asNeeded", maxDepth: 50 });
    return null;
  } catch (error) {
    return firstLine(error);
  }
}

function parsed(statement: string, { value: span, key }: TomlField, text: string): { readonly value?: Value; readonly why?: string } {
  try {
    const table = parse(statement, { integersAsBigInt: "asNeeded", maxDepth: 50 });
    // A dotted key nests; `Object.values` walks down to what it names.
    const value = key.split(".").reduce<unknown>((inner) => (isTable(inner) ? Object.values(inner)[0] : inner), table);
    return { value: valueOf(value, span, text, 0) };
  } catch (error) {
    return { why: firstLine(error) };
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Each member of a list or an inline table with its own place, where that can be told. */
function valueOf(value: unknown, span: Span, text: string, depth: number): Value {
  if (depth > DEEPEST) return { kind: "empty", span };
  // Where the place of one cannot be told, those inside it are not looked for.
  const inner = (one: unknown, at: Span | undefined) => valueOf(one, at ?? span, at ? text : "", depth + 1);
  if (typeof value === "boolean") return { kind: "flag", flag: value, span };
  if (value instanceof TomlDate) return { kind: "text", text: value.toISOString(), span };
  if (Array.isArray(value)) {
    const members = tomlMembers(text, span);
    const isTold = members.length === value.length;
    return { kind: "list", members: value.map((member, at) => inner(member, isTold ? members[at]?.span : undefined)), span };
  }
  if (!isTable(value)) return { kind: "text", text: String(value), span };
  const members = new Map(tomlMembers(text, span).map((member) => [member.key, member.span]));
  const fields = Object.entries(value).map(([key, one]): [string, Value] => {
    const name = key.toLowerCase();
    return [name, inner(one, members.get(name))];
  });
  return { kind: "map", fields: new Map(fields), span };
}

/** What is wrong with a statement that TOML refuses, and what its author evidently meant. */
function explain(field: TomlField, statement: string, why: string | null): { key: string; text: string; span: Span; message: string } {
  const colon = /^[ \t]*([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(statement);
  if (field.key === "" && colon) {
    const [, key = "", text = ""] = colon;
    const written = /^["'[{]/.test(text) ? text : `"${text}"`;
    return { key, text: unquoted(text), span: field.span, message: `Unexpected \`:\` after \`${quotedValue(key)}\`, expected \`=\` between \`+++\` fences; write \`${quotedValue(key)} = ${quotedValue(written)}\`` };
  }
  if (field.key === "") {
    return { key: "", text: "", span: field.span, message: `Unexpected \`${quotedValue(statement)}\` in the front matter, expected a field such as \`title = "…"\`` };
  }
  const offset = field.value.start - field.span.start;
  const raw = statement.slice(offset).trim();
  const bare = /^[^"'[{\s]/.test(raw) && !/[\n"]/.test(raw);
  const remedy = bare ? `expected it in quotes; write \`${quotedValue(field.key)} = "${quotedValue(raw)}"\`` : "expected one that TOML can read, such as text in quotes";
  return { key: field.key, text: raw.includes("\n") ? "" : unquoted(raw), span: field.value, message: `Unexpected value of \`${quotedValue(field.key)}\` (${quotedValue(why ?? "TOML cannot read it")}), ${remedy}` };
}

function unquoted(text: string): string {
  return text.trim().replace(/^["']|["']$/g, "");
}
