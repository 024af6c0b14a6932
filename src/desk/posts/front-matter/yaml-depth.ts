/** How deep a YAML text nests, counted before it is parsed. */

/** Far above what anyone writes, far below what overflows the parser's stack. */
export const DEEPEST_YAML = 50;

/**
 * The offset at which `text` may nest deeper than DEEPEST_YAML; null when it cannot.
 * Brackets in strings count too: the count may only be too high.
 *
 * This is more than politeness: a stack that overflows while V8 compiles a regular expression does not throw, it ends the
 * whole process ("RegExpCompiler Allocation failed"), worker threads and all, and eight thousand `[` in a row are enough.
 */
export function tooDeepAt(text: string): number | null {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "[" || character === "{") open++;
    else if ((character === "]" || character === "}") && open > 0) open--;
    if (open > DEEPEST_YAML) return at;
  }
  for (const { 0: run, index } of text.matchAll(/(?:[-?:][ \t]+){2,}/g)) {
    if (run.replace(/[ \t]/g, "").length > DEEPEST_YAML) return index;
  }
  return deepIndentation(text);
}

/** Each level of a block needs one more blank at the start of its line. */
function deepIndentation(text: string): number | null {
  const levels: number[] = [];
  for (const { 0: line, 1: blanks = "", index } of text.matchAll(/^([ ]*)\S.*$/gm)) {
    while ((levels.at(-1) ?? -1) >= blanks.length) levels.pop();
    levels.push(blanks.length);
    if (levels.length > DEEPEST_YAML && line.length > 0) return index;
  }
  return null;
}
