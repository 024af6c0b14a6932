/** What the body of a post says without being parsed as Markdown: its first top heading, and how many words it has. */
import type { Lines, Span } from "../facts/lines.js";

interface PostBody {
  /** The first heading of level one; null when there is none. */
  readonly heading: { readonly text: string; readonly span: Span } | null;
  readonly words: number;
}

const LONGEST_HEADING = 1_000;

export function readPostBody(lines: Lines, start: number): PostBody {
  let fence: string | null = null;
  let heading: PostBody["heading"] = null;
  for (let number = lines.lineAt(start); number <= lines.count && heading === null; number++) {
    const line = lines.line(number);
    const from = Math.max(line.start, start);
    const text = lines.text.slice(from, Math.min(line.end, from + LONGEST_HEADING));
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
    } else if (mark) fence = mark;
    else heading = atx(text, from) ?? setext(lines, number, text, from);
  }
  return { heading, words: countWords(lines.text.slice(start)) };
}

/** `# Title` or `# Title #`. */
function atx(text: string, from: number): PostBody["heading"] {
  const opening = /^ {0,3}#[ \t]+/.exec(text)?.[0];
  if (opening === undefined) return null;
  const title = text.slice(opening.length).trimEnd().replace(/(?:^|[ \t])#{1,20}$/, "").trimEnd();
  return title === "" ? null : { text: plain(title), span: { start: from + opening.length, end: from + opening.length + title.length } };
}

/** A line of text over a line of `=`. */
function setext(lines: Lines, number: number, text: string, from: number): PostBody["heading"] {
  if (text.trim() === "" || /^(?: {4}|\t)/.test(text) || number >= lines.count) return null;
  const below = lines.line(number + 1);
  if (!/^ {0,3}=+[ \t]*$/.test(lines.text.slice(below.start, Math.min(below.end, below.start + LONGEST_HEADING)))) return null;
  return { text: plain(text.trim()), span: { start: from, end: from + text.trimEnd().length } };
}

/** Without the marks of Markdown: links, emphasis, code, and what Kramdown, Zola and MDX hang on a heading in braces. */
function plain(title: string): string {
  const text = title
    .replace(/\{(?:[#:.]|\/\*)[^}]*\}$/, "")
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, "$1")
    .replace(/[*`]/g, "")
    .trim();
  return text === "" ? title : text;
}

/** Runs of anything but blanks that hold a letter or a digit, outside HTML comments. */
function countWords(body: string): number {
  let words = 0;
  for (const part of body.split("<!--")) {
    const end = part.indexOf("-->");
    const visible = end === -1 ? part : part.slice(end + 3);
    for (const { 0: run } of visible.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(run)) words++;
  }
  return words;
}
