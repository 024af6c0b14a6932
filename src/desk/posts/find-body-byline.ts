/** Finds the by-line that stands at the top of a post's body. */
import type { Lines, Span } from "../facts/lines.js";

/** `**Authors:** Mark Church (Google), …`, `*By Ann Lee*`, `Author: Ann Lee`; 169 of 386 Kubernetes posts say it only there. */
const BYLINE = /^[*_]{0,3}(?:(?:guest )?authors?|written by|posted by|post by|by)(?=[\s:*_])[\s:*_]{1,9}([^\s:*_].*)$/i;
const SEARCHED_LINES = 25;
const LONGEST_LINE = 1_000;

/** The names alone, without what introduces them; code and comments are left out, as they show by-lines rather than have them. */
export function findBodyByline(lines: Lines, body: number): Span | null {
  let fence: string | null = null;
  let comment = false;
  const first = lines.lineAt(body);
  for (let number = first; number < first + SEARCHED_LINES && number <= lines.count; number++) {
    const line = lines.line(number);
    const start = Math.max(line.start, body);
    const text = lines.text.slice(start, Math.min(line.end, start + LONGEST_LINE));
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
    const rest = namesIn(text);
    if (rest !== null) return { start: start + text.length - rest.length, end: bylineEnd(lines, number) };
  }
  return null;
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
