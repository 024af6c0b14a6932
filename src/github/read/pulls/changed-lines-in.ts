/** The lines that a difference made or altered, from the `patch` that GitHub gives of a file: https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
import type { LineRange } from "../../../desk/facts/changed-lines.js";

/** A text in which more places changed is as good as changed throughout. */
const MOST_RANGES = 500;

/** In their order; null when these are too many to keep. `patch` begins with its first `@@`. */
export function changedLinesIn(patch: string): readonly LineRange[] | null {
  const ranges: { from: number; to: number }[] = [];
  let line = 0;
  for (const row of patch.split("\n")) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(row);
    if (hunk) {
      line = Number(hunk[1]);
    } else if (row.startsWith("+")) {
      const last = ranges.at(-1);
      if (last?.to === line - 1) last.to = line;
      else ranges.push({ from: line, to: line });
      line += 1;
    } else if (row.startsWith(" ") || row === "") {
      line += 1;
    }
  }
  return ranges.length <= MOST_RANGES ? ranges : null;
}
