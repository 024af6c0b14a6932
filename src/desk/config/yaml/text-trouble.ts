/** What a desk file may weigh before anything parses it: size, line length and nesting, so that no text can stop the process. */
import { FILE_START, type Finding, type Place } from "../../facts/finding.js";

const MOST_BYTES = 256 * 1024;
// npm `yaml` looks at the whole line for each token inside brackets: 200 kB of commas on one line take it 12 s.
const LONGEST_LINE = 2_000;
// It recurses into what is nested: 130,000 brackets end not in an error but in "FATAL ERROR: RegExpCompiler Allocation failed",
// which takes the whole process with it, worker or not.
const DEEPEST = 64;

/** The first thing that is too much, or null. `source` has no byte order mark. */
export function textTrouble(source: string): Finding | null {
  const bytes = new TextEncoder().encode(source).length;
  if (bytes > MOST_BYTES)
    return trouble(`Unexpected ${bytes} bytes, expected at most ${MOST_BYTES}; a desk file holds people and plans, not posts`, FILE_START);

  let depth = 0;
  for (const [index, line] of source.split("\n").entries()) {
    const at = (column: number): Place => ({ line: index + 1, column, endLine: index + 1, endColumn: column + 1 });
    if (line.length > LONGEST_LINE)
      return trouble(`Unexpected line of ${line.length} characters, expected at most ${LONGEST_LINE}; break long lists over lines`, at(1));
    const garbled = line.indexOf("\uFFFD");
    if (garbled >= 0) return trouble("Unexpected bytes that are not UTF-8, expected UTF-8 text; save the file as UTF-8", at(garbled + 1));
    const indented = line.length - line.trimStart().length;
    const marks = line.match(/[-?:](?=\s)/g)?.length ?? 0;
    for (const letter of line) {
      if (letter === "[" || letter === "{") depth += 1;
      if (letter === "]" || letter === "}") depth = Math.max(0, depth - 1);
      if (depth > DEEPEST) break;
    }
    if (depth > DEEPEST || marks > DEEPEST || (indented > DEEPEST && indented < line.length))
      return trouble(
        `Unexpected nesting of more than ${DEEPEST} levels, expected a few; indent by two spaces and close all brackets`,
        at(1),
      );
  }
  return null;
}

function trouble(message: string, place: Place): Finding {
  return { rule: "desk-limit", severity: "error", message, place };
}
