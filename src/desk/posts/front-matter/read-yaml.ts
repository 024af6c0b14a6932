/** Reads YAML front matter: all of it where YAML can, otherwise field by field, explaining each that it cannot read. */
import { isAlias, isMap, isScalar, isSeq, parseDocument, visit, type Alias, type Document, type Node, type Scalar } from "yaml";
import type { Finding } from "../../facts/finding.js";
import type { Lines, Span } from "../../facts/lines.js";
import { explainYaml } from "./explain-yaml.js";
import { quotedValue, remark } from "./matter-finding.js";
import { NO_MATTER, type Matter, type Value } from "./matter.js";
import { tooDeepAt } from "./yaml-depth.js";
import { yamlFields, type YamlField } from "./yaml-fields.js";

/** Values visited in one field, aliases followed: what stops a bomb of aliases, without costing the other fields. */
const MOST_VALUES = 500;
/** Values that all aliases of a front matter lead to, together; what they lead to beyond that is empty. */
const MOST_FOLLOWED = 10_000;
const DEEPEST = 8;

export function readYaml(lines: Lines, inner: Span): Matter {
  const source = lines.text.slice(inner.start, inner.end);
  const deep = tooDeepAt(source);
  if (deep !== null) {
    const at = { start: inner.start + deep, end: inner.start + deep + 1 };
    return { ...NO_MATTER, findings: [remark(lines, at, "limits", "error", "Unexpected deep nesting in the front matter, expected at most 50 levels; write lists and maps on lines of their own")] };
  }
  const document = parse(source);
  const fatal = document?.errors.filter(({ code }) => code !== "DUPLICATE_KEY") ?? [];
  if (!document || fatal.length > 0 || (document.contents !== null && !isMap(document.contents))) return fieldByField(lines, inner, fatal[0]?.message ?? null);

  const repeats = document.errors.map(({ pos }) => repeated(lines, { start: inner.start + pos[0], end: inner.start + pos[1] }, source, pos[0]));
  const value = reader(document, inner.start)(document.contents, 0);
  return { fields: value.kind === "map" ? value.fields : new Map(), findings: [...repeats, ...losses(lines, document, inner.start)] };
}

function parse(source: string): Document.Parsed | null {
  try {
    return parseDocument(source, { prettyErrors: false, logLevel: "silent", merge: false });
  } catch {
    return null;
  }
}

/** Each field alone, so that one mistake does not cost the others. */
function fieldByField(lines: Lines, inner: Span, why: string | null): Matter {
  const fields = new Map<string, Value>();
  const findings: Finding[] = [];
  for (const field of yamlFields(lines, inner)) {
    const source = lines.text.slice(field.span.start, field.span.end);
    const document = field.key === null ? null : parse(source);
    const value = document?.errors.length === 0 ? reader(document, field.span.start)(document.contents, 0) : null;
    const read = value?.kind === "map" && field.key !== null ? value.fields.get(field.key.toLowerCase()) : undefined;
    if (read) {
      if (fields.has(field.name)) findings.push(repeated(lines, field.span, source, 0));
      fields.set(field.name, read);
      continue;
    }
    const { message, span } = explainYaml(field, document?.errors[0]?.message ?? why);
    findings.push(remark(lines, span, "front-matter", "error", message));
    // Half a list is no list of tags; a title in brackets is a title.
    if (field.name !== "" && field.raw !== "" && !(/^[[{]/.test(field.raw) && field.name !== "title")) fields.set(field.name, asWritten(field));
  }
  if (findings.length === 0) {
    findings.push(remark(lines, inner, "front-matter", "error", `Unexpected front matter that YAML cannot read (${quotedValue(why ?? "no fields")}), expected lines such as \`title: …\``));
  }
  return { fields, findings };
}

/** What an author evidently meant by a value that YAML refuses: the text after the colon, without the quotes around it. */
function asWritten(field: YamlField): Value {
  const text = /^(["'])(.*)\1$/.exec(field.raw)?.[2] ?? field.raw;
  return { kind: "text", text, span: field.value };
}

function repeated(lines: Lines, span: Span, source: string, at: number): Finding {
  const key = quotedValue(/^["']?([^"':\n]*)/.exec(source.slice(at))?.[1] ?? "");
  const line = lines.place(span).line;
  const place = { start: span.start, end: span.start + key.length };
  return remark(lines, place, "front-matter", "error", `Unexpected second \`${key}\` on line ${line}, expected each field once; the later one was taken`);
}

/** Values that YAML reads without complaint as something else than was meant: `Hash #1` (a comment), `*new*` (an alias of nothing). */
function losses(lines: Lines, document: Document.Parsed, shift: number): readonly Finding[] {
  if (!isMap(document.contents)) return [];
  const targets = targetsIn(document);
  return document.contents.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : "";
    if (isAlias(value) && !targets.has(value)) {
      const message = `Unexpected \`*\` at the start of \`${quotedValue(name)}\`, expected the value in quotes: YAML takes it for a reference`;
      return [remark(lines, { start: shift + value.range[0], end: shift + value.range[1] }, "front-matter", "error", message)];
    }
    if (!isScalar(value) || value.type !== "PLAIN" || !value.comment || !/^(?:title|subject|description)$/i.test(name)) return [];
    const line = lines.line(lines.lineAt(shift + value.range[0]));
    if (shift + value.range[1] > line.end) return [];
    const message = `Unexpected \` #\` in the value of \`${quotedValue(name)}\`, expected quotes around the value: YAML drops what follows as a comment`;
    return [remark(lines, { start: shift + value.range[1], end: line.end }, "front-matter", "warning", message)];
  });
}

/** What each alias stands for, in one walk: asked for one, the library walks through the whole document. */
function targetsIn(document: Document.Parsed): ReadonlyMap<Alias, Node> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = anchored.get(node.source);
        if (target) targets.set(node, target);
      } else if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
  });
  return targets;
}

/** Reads the fields of a document; what is too large or too deep to be meant is empty. */
function reader(document: Document.Parsed, shift: number) {
  const targets = targetsIn(document);
  let visited = 0;
  let followed = 0;

  function read(node: unknown, depth: number): Value {
    const range = (node as Node | null)?.range;
    const span = { start: shift + (range?.[0] ?? 0), end: shift + (range?.[1] ?? 0) };
    if (depth <= 1) visited = 0;
    visited += 1;
    if (visited > MOST_VALUES || depth > DEEPEST) return { kind: "empty", span };
    if (isAlias(node)) {
      const target = targets.get(node);
      if (!target) return { kind: "text", text: `*${node.source}`, span };
      if (followed > MOST_FOLLOWED) return { kind: "empty", span };
      const before = visited;
      const value = read(target, depth + 1);
      followed += visited - before;
      return { ...value, span };
    }
    if (isScalar(node)) return scalar(node, span);
    if (isSeq(node)) return { kind: "list", members: node.items.map((member) => read(member, depth + 1)), span };
    if (!isMap(node)) return { kind: "empty", span };
    const fields = new Map<string, Value>();
    for (const { key, value } of node.items) {
      if (isScalar(key)) fields.set(String(key.value).toLowerCase(), read(value, depth + 1));
    }
    return { kind: "map", fields, span };
  }

  return read;
}

/** As written: `1.0` is a slug, not the number 1. */
function scalar(node: Scalar, span: Span): Value {
  if (typeof node.value === "boolean") return { kind: "flag", flag: node.value, span };
  if (node.value === null) return { kind: "empty", span };
  return { kind: "text", text: node.type === "PLAIN" && node.source !== undefined ? node.source : `${node.value as string | number | bigint}`, span };
}
