/** Which of a post's dates counts: the field, the path, or the file's name. */
import type { Finding } from "../facts/finding.js";
import type { Lines, Span } from "../facts/lines.js";
import type { Dated, Field, Post } from "../facts/post.js";
import { remark } from "./front-matter/matter-finding.js";
import { firstText, type Fields, type Value } from "./front-matter/matter.js";
import { readDated } from "./read-dated.js";

/** In the order in which they count. `published` is a yes or no to Jekyll and a day to others. */
const KEYS = ["date", "publishdate", "pubdate", "publish_date", "published_at", "published", "posted", "created", "updated"];

/** Those that can only be meant as a day. */
const DAYS_ONLY = ["date", "publishdate", "pubdate", "publish_date"];

const IN_PATH = /(?:^|\/)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=[-_/.]|$)/g;

interface Dating {
  readonly dated: Post["dated"];
  readonly findings: readonly Finding[];
}

export function readDates(path: string, lines: Lines, fields: Fields): Dating {
  const findings: Finding[] = DAYS_ONLY.flatMap((key) => noDay(lines, key, fields.get(key)));
  const written = KEYS.flatMap((key) => {
    const value = firstText(fields, [key]);
    return value && !(key === "published" && /^(?:true|false|yes|no)$/i.test(value.text)) ? [value] : [];
  });
  for (const { text, span } of written) {
    const reading = readDated(text);
    if (reading.kind === "read") {
      if (reading.but !== null) findings.push(remark(lines, span, "front-matter-date", "warning", reading.but));
      return { dated: { value: reading.dated, place: lines.place(span) }, findings };
    }
    findings.push(remark(lines, span, "front-matter-date", "error", reading.why));
  }
  const zola = firstText(fields, ["path"]);
  const fromPath = (zola && inPath(lines, zola.text, zola.span, "`path`")) ?? inPath(lines, path, { start: 0, end: 0 }, "the file's name");
  if (!fromPath) return { dated: null, findings };
  // A file name with an impossible day matters only where nothing better is said.
  if (fromPath.finding && written.length === 0) findings.push(fromPath.finding);
  return { dated: fromPath.dated, findings };
}

/** A list, a yes or no, or what YAML makes of an unfilled `{{ .Date }}`: a map. */
function noDay(lines: Lines, key: string, value: Value | undefined): readonly Finding[] {
  if (value === undefined || value.kind === "text" || value.kind === "empty") return [];
  const message = `Unexpected ${value.kind === "flag" ? String(value.flag) : value.kind} in \`${key}\`, expected a day such as \`2014-07-18\``;
  return [remark(lines, value.span, "front-matter-date", "error", message)];
}

interface InPath {
  readonly dated: Field<Dated> | null;
  readonly finding: Finding | null;
}

/** The last date in a path: `2014/12/12/slug`, `_posts/2014-07-18-slug.md`. */
function inPath(lines: Lines, path: string, span: Span, what: string): InPath | null {
  const match = [...path.matchAll(IN_PATH)].at(-1);
  if (!match) return null;
  const reading = readDated(`${match[1] ?? ""}-${match[2] ?? ""}-${match[3] ?? ""}`);
  if (reading.kind === "read") return { dated: { value: reading.dated, place: lines.place(span) }, finding: null };
  return { dated: null, finding: remark(lines, span, "front-matter-date", "warning", reading.why.replace(/^Unexpected day/, `Unexpected day in ${what}:`)) };
}
