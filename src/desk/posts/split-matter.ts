/** Finds the front matter of a post, in whichever of its forms, and where the body begins. */
import type { Finding } from "../facts/finding.js";
import type { Lines, Span } from "../facts/lines.js";
import type { Post } from "../facts/post.js";
import { remark } from "./front-matter/matter-finding.js";

export interface Split {
  readonly format: Post["format"];
  /** What stands between the fences; null without front matter. */
  readonly inner: Span | null;
  /** A second front matter, which a site would show to its readers as text. */
  readonly second: { readonly format: "yaml" | "toml"; readonly inner: Span } | null;
  /** Offset at which the body begins. */
  readonly body: number;
  readonly findings: readonly Finding[];
}

const FENCES = { yaml: { open: /^---[ \t]*$/, close: /^(?:---|\.\.\.)[ \t]*$/ }, toml: { open: /^\+\+\+[ \t]*$/, close: /^\+\+\+[ \t]*$/ } };
const SIGNS = { yaml: "---", toml: "+++" };
const FIELD = /^["']?[A-Za-z_][\w .-]{0,60}["']?[ \t]{0,9}[:=]/;
const WITHIN = /^(?:[ \t]|#|-[ \t]|-$|\[|\]|\}|["']?[A-Za-z_][\w .-]{0,60}["']?[ \t]{0,9}[:=]|$)/;
const KNOWN = /^["']?(?:title|subject|date|authors?|layout|slug|permalink|description|tags|updated|path|categor(?:y|ies)|draft|published)["']?[ \t]{0,9}[:=]/i;

export function splitMatter(lines: Lines): Split {
  const say = (span: Span, severity: Finding["severity"], message: string) => remark(lines, span, "front-matter", severity, message);
  const read = (number: number) => lines.text.slice(lines.line(number).start, lines.line(number).end).replace(/^\uFEFF/, "");
  const first = skipBlank(lines, read, 1);
  const format = FENCES.yaml.open.test(read(first)) ? "yaml" : FENCES.toml.open.test(read(first)) ? "toml" : null;

  if (format === null) return bodyMarker(lines, read, first, say) ?? missingOpening(lines, read, first, say) ?? headers(lines, read) ?? none(lines);

  const opening = read(first + 1);
  if (first > 1 && !KNOWN.test(opening)) return none(lines);
  const close = closing(lines, read, format, first);
  if (close === null) {
    if (!FIELD.test(opening)) return none(lines);
    const stop = find(lines, first + 1, (number) => read(number).trim() === "" || !WITHIN.test(read(number))) ?? lines.count + 1;
    const inner = { start: lines.after(first), end: lines.after(stop - 1) };
    const message = `Unexpected front matter without an end, expected a line \`${SIGNS[format]}\` after its last field`;
    return { format, inner, second: null, body: inner.end, findings: [say(lines.line(first), "error", message)] };
  }

  const findings: Finding[] = [];
  if (first > 1) {
    const message = `Unexpected blank line before the front matter, expected \`${SIGNS[format]}\` on the first line; many sites publish a post like this without its title`;
    findings.push(say({ start: 0, end: lines.line(first).start }, "error", message));
  }
  const second = secondMatter(lines, read, close + 1);
  if (second) {
    const message = "Unexpected second front matter, expected one; move its fields into the first, or readers will see them as text";
    findings.push(say(lines.line(second.opening), "error", message));
  }
  const inner = { start: lines.after(first), end: lines.line(close).start };
  return { format, inner, second, body: second?.body ?? lines.after(close), findings };
}

type Say = (span: Span, severity: Finding["severity"], message: string) => Finding;
type Read = (number: number) => string;

function none(lines: Lines): Split {
  return { format: "none", inner: null, second: null, body: lines.text.startsWith("\uFEFF") ? 1 : 0, findings: [] };
}

function skipBlank(lines: Lines, read: Read, from: number): number {
  return find(lines, from, (number) => read(number).trim() !== "") ?? from;
}

/** The first line from `from` on that passes; null when none does. */
function find(lines: Lines, from: number, passes: (number: number) => boolean): number | null {
  for (let number = from; number <= lines.count; number++) if (passes(number)) return number;
  return null;
}

/**
 * The line of the closing fence. Prose after a blank line says that the fence was forgotten and that the `---` further down
 * is a rule between two paragraphs. (Not so in TOML, whose long strings may hold prose.)
 */
function closing(lines: Lines, read: Read, format: "yaml" | "toml", first: number): number | null {
  const close = find(lines, first + 1, (number) => FENCES[format].close.test(read(number)));
  if (close === null || format === "toml" || !FIELD.test(read(first + 1))) return close;
  const prose = find(lines, first + 2, (number) => number < close && read(number - 1).trim() === "" && !WITHIN.test(read(number)));
  return prose === null ? close : null;
}

/** `title: "…"` … `--BODY--`, the form of ocaml/platform-blog. */
function bodyMarker(lines: Lines, read: Read, first: number, say: Say): Split | null {
  if (!FIELD.test(read(first))) return null;
  const marker = find(lines, first + 1, (number) => read(number).trim() === "--BODY--");
  if (marker === null) return null;
  const inner = { start: startOf(lines, first), end: lines.line(marker).start };
  const blank = find(lines, first, (number) => number < marker && read(number).trim() !== "" && !WITHIN.test(read(number)));
  const message = "Unexpected text before `--BODY--`, expected only lines such as `title: \"…\"`";
  return { format: "body-marker", inner, second: null, body: lines.after(marker), findings: blank === null ? [] : [say(lines.line(blank), "error", message)] };
}

/** Fields and a closing fence, but no opening one: at least two fields, so that `Note: this` over `---` stays a heading. */
function missingOpening(lines: Lines, read: Read, first: number, say: Say): Split | null {
  if (!KNOWN.test(read(first)) || !FIELD.test(read(first + 1))) return null;
  const stop = find(lines, first, (number) => !WITHIN.test(read(number)) || read(number).trim() === "" || FENCES.yaml.open.test(read(number)));
  if (stop === null || !FENCES.yaml.open.test(read(stop))) return null;
  const inner = { start: startOf(lines, first), end: lines.line(stop).start };
  const message = "Unexpected field on the first line, expected `---` above it to open the front matter";
  return { format: "yaml", inner, second: null, body: lines.after(stop), findings: [say(lines.line(first), "error", message)] };
}

const HEADER = /^ {0,3}([A-Za-z0-9_-]{1,60})[ \t]{0,9}:(?:[ \t]|$)/;

/**
 * `Title: …` on the first line, or another known field and the title below it, up to a blank line: Pelican and Python-Markdown.
 * https://docs.getpelican.com/en/latest/content.html, https://python-markdown.github.io/extensions/meta_data/
 */
function headers(lines: Lines, read: Read): Split | null {
  if (!HEADER.test(read(1)) || !(KNOWN.test(read(1)) || PELICAN.test(read(1)))) return null;
  const stop = find(lines, 1, (number) => !HEADER.test(read(number)) && !/^(?: {4}|\t)/.test(read(number))) ?? lines.count + 1;
  if (stop <= lines.count && read(stop).trim() !== "") return null;
  const titled = find(lines, 1, (number) => number < stop && /^ {0,3}title[ \t]*:/i.test(read(number)));
  if (titled === null) return null;
  return { format: "headers", inner: { start: startOf(lines, 1), end: lines.after(stop - 1) }, second: null, body: lines.after(stop - 1), findings: [] };
}

/** Fields that Pelican has besides the known ones. */
const PELICAN = /^ {0,3}(?:category|summary|status|modified|lang|keywords|number|template|save_as|url)[ \t]*:/i;

/** Where a line begins, past a byte order mark. */
function startOf(lines: Lines, number: number): number {
  const { start } = lines.line(number);
  return lines.text.startsWith("\uFEFF", start) ? start + 1 : start;
}

interface Second {
  readonly format: "yaml" | "toml";
  readonly inner: Span;
  readonly opening: number;
  readonly body: number;
}

/** Another fence right after the first front matter, closed, and holding nothing but fields, a known one among them. */
function secondMatter(lines: Lines, read: Read, from: number): Second | null {
  const opening = skipBlank(lines, read, from);
  const format = FENCES.yaml.open.test(read(opening)) ? "yaml" : FENCES.toml.open.test(read(opening)) ? "toml" : null;
  if (format === null) return null;
  const stop = find(lines, opening + 1, (number) => !WITHIN.test(read(number)) || read(number).trim() === "");
  if (stop === null || stop === opening + 1 || !FENCES[format].close.test(read(stop))) return null;
  if (find(lines, opening + 1, (number) => number < stop && KNOWN.test(read(number))) === null) return null;
  return { format, inner: { start: lines.after(opening), end: lines.line(stop).start }, opening, body: lines.after(stop) };
}
