/** The lines of a patch that a review may comment on: those that it shows, and no others. */

export interface PatchRow {
  /** The line's number before and after; null on the side where it is not. */
  readonly left: number | null;
  readonly right: number | null;
  /** The hunk it is in, from the `@@` down to and with this line. */
  readonly hunk: string;
  /** Lines below the patch's first `@@`, as the older API counts. */
  readonly position: number;
}

/** `patch` begins with the first `@@`, as GitHub gives it. */
export function patchRows(patch: string): readonly PatchRow[] {
  const rows: PatchRow[] = [];
  let [left, right] = [0, 0];
  let hunk: string[] = [];
  for (const [position, line] of patch.split("\n").entries()) {
    const jump = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (jump) {
      [left, right] = [Number(jump[1]), Number(jump[2])];
      hunk = [line];
      continue;
    }
    hunk.push(line);
    const gone = line.startsWith("-");
    const fresh = line.startsWith("+");
    rows.push({ left: fresh ? null : left, right: gone ? null : right, hunk: hunk.join("\n"), position });
    if (!fresh) left += 1;
    if (!gone) right += 1;
  }
  return rows;
}
