/** Spoken words: the lines of a comment that begin with `/word`, outside code, quotes and HTML comments, in any language and case. START HERE. */

/** One such line. */
export interface SpokenLine {
  /** What was typed after the slash, in lower case, without the punctuation that ends it. */
  readonly word: string;
  /** The rest of the line, trimmed. */
  readonly rest: string;
  /** Which line of the comment, from 0. */
  readonly at: number;
}

const LINE_END = /\r\n?|\n/;

/** `/uncc, I am away` and `/lgtm!` are said as often as without the punctuation; `/etc/hosts` and `/fix.md` are no commands. */
const SPOKEN = /^[ \u00a0]{0,3}\/([A-Za-z][A-Za-z-]{0,30})(?:[.,:;!?…。、，！？]{1,3}(?=[ \t\u00a0]|$))?(?:[ \t\u00a0]+(.*))?$/u;

/** More of them in one comment are not read: nobody says so many, and each look reads all comments. */
const MOST_SPOKEN = 100;

export function spokenLines(body: string): readonly SpokenLine[] {
  const said: SpokenLine[] = [];
  for (const { text, at } of openLines(body)) {
    if (said.length === MOST_SPOKEN) break;
    const match = SPOKEN.exec(text);
    if (match) said.push({ word: (match[1] ?? "").toLowerCase(), rest: (match[2] ?? "").replace(/\u00a0/gu, " ").trim(), at });
  }
  return said;
}

/** The comment with another text in the place of that line. */
export function withLine(body: string, at: number, text: string): string {
  return body
    .split(LINE_END)
    .map((line, place) => (place === at ? text : line))
    .join("\n");
}

/** Lines that are neither code, quote nor HTML comment. One pass, linear in the length: comments are strangers' text. */
export function* openLines(body: string): Generator<{ readonly text: string; readonly at: number }> {
  let fence: string | null = null;
  let hidden = false;
  for (const [at, text] of body.split(LINE_END).entries()) {
    if (text === "") continue;
    if (fence !== null) {
      const closing: string | undefined = /^ {0,3}(`{3,}|~{3,})[ \t]*$/u.exec(text)?.[1];
      if (closing?.startsWith(fence)) fence = null;
      continue;
    }
    const opening = hidden ? null : /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u.exec(text);
    if (opening) {
      fence = opening[1] ?? null;
      continue;
    }
    const wasHidden = hidden;
    hidden = stillHidden(text, hidden);
    if (!wasHidden && !/^ {0,3}(?:>|<!--)/u.test(text)) yield { text, at };
  }
}

/** Whether an HTML comment is open at the end of `line`. */
function stillHidden(line: string, hidden: boolean): boolean {
  const opened = line.lastIndexOf("<!--");
  const closed = line.lastIndexOf("-->");
  if (opened < 0 && closed < 0) return hidden;
  return opened > closed;
}

const MANNERS = /(?:^|[\s.,;!])(?:please|pls|plz|thanks|thank you|thx)$/iu;
const SENTENCE_END = /[\s.,:;!?…。、，！？]$/u;

/** Without the please and thanks at its end, which nobody means as a part of it. */
export function withoutManners(text: string): string {
  let kept = text.trim();
  // Bounded: it is strangers' text.
  for (let round = 0; round < 12; round += 1) kept = kept.replace(SENTENCE_END, "").replace(MANNERS, "");
  return kept.trim();
}

/** The first word as a slug is written: without backticks around it or a comma behind it. */
export function slugWord(text: string): string {
  const [first = ""] = text.split(/\s+/u, 1);
  return first.slice(0, LONGEST_WORD).replace(/^[`"'“”‘’(]+|[`"'“”‘’),:;!?.…。、，！？]+$/gu, "");
}

const LONGEST_WORD = 300;
