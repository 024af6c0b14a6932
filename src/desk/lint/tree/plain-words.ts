/** Where letters can be changed without making or unmaking any Markdown: the only place where words are fixed. */
import type { Span } from "./source.js";

const BEFORE = /^[("'“‘*_~]*[\p{L}\p{M}\p{N}\p{Cf}'’-]*$/u;
const AFTER = /^[\p{L}\p{M}\p{N}\p{Cf}'’-]*[)"'”’*_~.,;:!?…]*$/u;

/** Words are hardly longer; what is longer is no word. */
const LONGEST = 100;

/** Whether `becomes` may stand at a span that begins and ends inside or beside words. */
export type AmongPlainWords = (span: Span, becomes: string) => boolean;

/**
 * For one paragraph, heading or cell. True when nothing but letters, quotes and marks of emphasis touches the span, so that no address
 * or entity comes to be, and when it stands in no brackets, which may name a definition by just these letters, nor inside HTML or a
 * template. In doubt false.
 */
export function plainWordsOf(text: string, block: Span): AmongPlainWords {
  const written = text.slice(block.start, block.end);
  const zones = [
    { start: written.indexOf("{"), end: written.lastIndexOf("}") },
    { start: written.search(/<[a-z/!?]/i), end: written.lastIndexOf(">") },
    ...brackets(written),
  ].filter(({ start, end }) => start !== -1 && start < end);
  return ({ start, end }, becomes) => {
    const before = /(?:\S|\uFEFF)*$/.exec(text.slice(Math.max(block.start, start - LONGEST), start))?.[0] ?? "";
    const after = /^(?:\S|\uFEFF)*/.exec(text.slice(end, Math.min(block.end, end + LONGEST)))?.[0] ?? "";
    if (before.length >= LONGEST || after.length >= LONGEST || !BEFORE.test(before) || !AFTER.test(after)) return false;
    // Letters that an invisible one joins to others are not the word that is seen.
    if (becomes !== "" && /\p{Cf}/u.test(before + after)) return false;
    if (/www|http/i.test((before + becomes + after).replace(/\p{Cf}/gu, ""))) return false;
    return !zones.some((zone) => zone.start < start - block.start && start - block.start <= zone.end);
  };
}

/** From the outermost that open to where they close. */
function brackets(written: string): readonly Span[] {
  const [first, last] = [written.indexOf("["), written.lastIndexOf("]")];
  if (first === -1) return [];
  // One that is escaped, or in code or HTML, opens and closes nothing: then counting them tells nothing.
  if (/[\\`<]/.test(written.slice(first, last))) return [{ start: first, end: last }];
  const zones: Span[] = [];
  let open = 0;
  let start = first;
  for (const { 0: mark, index } of written.matchAll(/[[\]]/g)) {
    if (mark === "[" && open++ === 0) start = index;
    if (mark === "]" && open > 0 && --open === 0) zones.push({ start, end: index });
  }
  // Those that never close may have been opened by others that do.
  return open > 0 ? [...zones, { start, end: last }] : zones;
}
