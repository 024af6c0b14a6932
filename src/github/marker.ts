/** The hidden mark: the first line of what the app writes, by which it knows its own words again. */

/** What a mark may hold as it is; anything else is written as UTF-8 in percent signs, so that a mark can neither end its comment nor break its line. */
const PLAIN = /^[A-Za-z0-9_.:/@+=,]$/;

const FIRST_LINE = /^<!-- presstime (\S+) -->(?:\r?\n|$)/;

interface Marked {
  readonly mark: string;
  /** What people see. */
  readonly body: string;
}

/** `body` with `mark` before it, in an HTML comment that GitHub does not show. */
export function withMark(mark: string, body: string): string {
  return `<!-- presstime ${escapeMark(mark)} -->\n${body}`;
}

/** The mark of a text and the text without it; null when it carries none. Believe it only where the app itself is the writer. */
export function readMark(text: string): Marked | null {
  const match = FIRST_LINE.exec(text);
  if (match?.[1] === undefined) return null;
  const mark = unescapeMark(match[1]);
  return mark === null ? null : { mark, body: text.slice(match[0].length) };
}

/** A lone dash is kept for the eye; two in a row would end the comment: https://html.spec.whatwg.org/multipage/syntax.html#comments */
function escapeMark(mark: string): string {
  let escaped = "";
  for (const character of mark) {
    const plain = PLAIN.test(character) || (character === "-" && escaped !== "" && !escaped.endsWith("-"));
    escaped += plain ? character : percent(character);
  }
  return escaped;
}

function percent(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}

function unescapeMark(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}
