/** Takes apart by-lines that name several people in one text. */

export interface Named {
  readonly name: string;
  /** Offset of the name in the text it was taken from. */
  readonly at: number;
}

/** "The Rust and WebAssembly Working Group" signs as one. */
const GROUP = /^the\s.*\b(?:teams?|groups?|wg|project|council|community|foundation|committee|initiative|maintainers)$/i;
const MOST_NAMES = 20;
const LONGEST = 100;

/** `A, B (Company) and C <c@example.org>`, in order; links, addresses and affiliations are left out. */
export function splitByline(text: string): readonly Named[] {
  const names: Named[] = [];
  // Blanked out in place, so that offsets stay true.
  const blank = (match: string) => " ".repeat(match.length);
  const plain = text
    .slice(0, 2_000)
    .replace(/\]\([^)\s]*\)|\]\[[^\]]*\]/g, blank)
    .replace(/<[^<>]*>|\([^()]*\)|\{[^{}]*\}/g, blank)
    .replace(/\s(?:on behalf of|for the)\s.*$/i, blank)
    .replace(/[[\]*]|(?<![\w])_|_(?![\w])/g, " ");
  const whole = plain.trim();
  const pieces = GROUP.test(whole) ? [{ piece: plain, at: 0 }] : cut(plain);
  for (const { piece, at } of pieces) {
    const name = piece.trim().replace(/^(?:by|and)\s+/i, "").replace(/[.,;:]+$/, (end) => (/\b(?:Jr|Sr|[A-Z])\.$/.test(piece.trim()) ? end : "")).replace(/\s+/g, " ").slice(0, LONGEST);
    const found = text.indexOf(name.split(" ")[0] ?? "", at);
    if (/[\p{L}\p{N}]/u.test(name)) names.push({ name, at: found === -1 ? at : found });
  }
  return names.slice(0, MOST_NAMES);
}

function cut(text: string): readonly { piece: string; at: number }[] {
  const pieces: { piece: string; at: number }[] = [];
  let from = 0;
  // A comma before "Jr." or "PhD" belongs to the name.
  for (const { 0: joint, index } of text.matchAll(/\s*(?:,(?!\s*(?:Jr|Sr|Ph\.?D|III?)\b)|;|\s&\s|\s\+\s|\sand\s(?=\s*\S)|\s\/\s)\s*/gi)) {
    pieces.push({ piece: text.slice(from, index), at: from });
    from = index + joint.length;
  }
  return [...pieces, { piece: text.slice(from), at: from }];
}
