/** A unified patch taken apart into its lines, each with its number in the text as it is now. */

export interface PatchLine {
  readonly kind: "same" | "new" | "gone" | "jump";
  /** Counts from 1; null for lines that are not in the text any more, and for jumps. */
  readonly now: number | null;
  readonly text: string;
}

/** `patch` begins with the first `@@`, as GitHub gives it. */
export function patchLines(patch: string): readonly PatchLine[] {
  if (patch === "") return [];
  let at = 0;
  return patch.split("\n").map((line): PatchLine => {
    const jump = /^@@ -\S+ \+(\d+)(?:,\d+)? @@/.exec(line);
    if (jump) {
      at = Number(jump[1]);
      return { kind: "jump", now: null, text: line };
    }
    const text = line.slice(1);
    if (line.startsWith("-")) return { kind: "gone", now: null, text };
    return { kind: line.startsWith("+") ? "new" : "same", now: at++, text };
  });
}
