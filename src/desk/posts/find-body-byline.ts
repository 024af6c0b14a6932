/** Finds the by-line that stands at the top of a post's body. */
import type { Lines, Span } from "../facts/lines.js";

/** `**Authors:** Mark Church (Google), …`, `*By Ann Lee*`, `<b>Author</b>: Ann Lee`; 169 of 386 Kubernetes posts say it only there. */
const BYLINE = /^[\s*_]{0,40}(?:(?:guest )?authors?|written by|posted by|post by|by)(?=[\s:*_])[\s:*_]{1,40}([^\s:*_].*)$/i;
/** With nothing behind it: the names follow. */
const ALONE = /^[\s*_]{0,40}(?:(?:guest )?authors?|written by|posted by|by)[\s*_]{0,40}:[\s*_]{0,40}$/i;
const BULLET = /^ {0,3}(?:[-*+]|\d{1,2}[.)])[ \t]+/;
const SEARCHED_LINES = 25;
const LONGEST_LINE = 1_000;
const MOST_BULLETS = 20;

/**
 * The names alone, without what introduces them, in one piece or, of a list, in one for each of its lines; empty where there is none.
 * Code and comments are left out, as they show by-lines rather than have them.
 */
export function findBodyByline(lines: Lines, body: number): readonly Span[] {
  let fence: string | null = null;
  let comment = false;
  const first = lines.lineAt(body);
  for (let number = first; number < first + SEARCHED_LINES && number <= lines.count; number++) {
    const { text, start } = lineOf(lines, number, body);
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      continue;
    }
    if (mark) fence = mark;
    if (text.trimStart().startsWith("<!--")) comment = true;
    if (comment) {
      comment = !text.includes("-->");
      continue;
    }
    // Indented by four it is code.
    if (/^(?: {4}|\t)/.test(text)) continue;
    const plain = withoutTags(text);
    const rest = namesIn(plain);
    if (rest !== null) return [{ start: start + text.length - rest.length, end: bylineEnd(lines, number) }];
    if (ALONE.test(plain)) return below(lines, number);
  }
  return [];
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function lineOf(lines: Lines, number: number, from = 0): Line {
  const line = lines.line(number);
  const start = Math.max(line.start, from);
  return { text: lines.text.slice(start, Math.min(line.end, start + LONGEST_LINE)), start };
}

/** Offset for offset. */
function withoutTags(text: string): string {
  return text.replace(/<\/?(?:b|strong|i|em|p|span|small|div)(?:\s[^<>]*)?>/gi, (tag) => " ".repeat(tag.length));
}

/** On the next line with anything on it, or in the list that begins there. */
function below(lines: Lines, at: number): readonly Span[] {
  let number = at + 1;
  while (number <= Math.min(at + 2, lines.count) && lineOf(lines, number).text.trim() === "") number++;
  if (number > lines.count) return [];
  const spans: Span[] = [];
  for (; number <= lines.count && spans.length < MOST_BULLETS; number++) {
    const { text, start } = lineOf(lines, number);
    const bullet = BULLET.exec(text)?.[0];
    if (bullet === undefined) {
      if (spans.length > 0) break;
      return bare(withoutTags(text)) ? [{ start, end: bylineEnd(lines, number) }] : [];
    }
    spans.push({ start: start + bullet.length, end: start + text.length });
  }
  return spans;
}

function namesIn(text: string): string | null {
  const rest = BYLINE.exec(text)?.[1];
  if (rest === undefined) return null;
  const colon = text.slice(0, text.length - rest.length).includes(":");
  return colon || bare(rest) ? rest : null;
}

/** Without a colon, only what looks like names and nothing else: "By [Ann Lee](https://…) (Mirage)", not "By the way, …". */
function bare(rest: string): boolean {
  const plain = rest
    .replace(/\]\([^()]*\)|\]\[[^\]]*\]|\([^()]*\)|<[^<>]*>/g, " ")
    .replace(/[*_\s](?:on|[|·•–—])\s[^,\d]{0,40}\d.*$/i, "")
    .replace(/[[\]*_]/g, " ")
    .replace(/ +(?=[,.])/g, "");
  const parts = plain.trim().split(/\s+/);
  return parts.length <= 12 && parts.every((part) => /^(?:and|&|de|la|van|von|der|[\p{Lu}@][\p{L}\p{M}'’.)-]*,?)$/u.test(part));
}

/** A by-line goes on where a line ends in the middle of a list of names. */
function bylineEnd(lines: Lines, from: number): number {
  let number = from;
  while (number < from + 5 && number < lines.count && /(?:,|&|\band)\s*$/i.test(lines.text.slice(lines.line(number).end - 20, lines.line(number).end))) number++;
  return lines.line(number).end;
}
