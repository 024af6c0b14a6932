/** From remark's messages to findings. */
import type { VFile } from "vfile";
import type { Finding, Place } from "../finding.js";

type VFileMessage = VFile["messages"][number];

/** `lines` holds the length of each line, so that no finding points outside the file. */
export function messageFinding(message: VFileMessage, lines: readonly number[]): Finding {
  return {
    rule: message.ruleId ?? "markdown",
    severity: message.fatal === true ? "error" : "warning",
    message: message.reason,
    place: placeOf(message, lines),
    ...(message.url ? { url: message.url } : {}),
  };
}

function placeOf({ place }: VFileMessage, lines: readonly number[]): Place {
  const [start, end] = place === undefined ? [undefined, undefined] : "start" in place ? [place.start, place.end] : [place, place];
  const from = within(start, lines);
  const to = within(end, lines);
  const forward = to.line > from.line || (to.line === from.line && to.column >= from.column);
  return { line: from.line, column: from.column, endLine: forward ? to.line : from.line, endColumn: forward ? to.column : from.column };
}

function within(
  point: { readonly line: number; readonly column: number } | undefined,
  lines: readonly number[],
): { line: number; column: number } {
  const line = Math.min(Math.max(point?.line ?? 1, 1), Math.max(lines.length, 1));
  return { line, column: Math.min(Math.max(point?.column ?? 1, 1), (lines[line - 1] ?? 0) + 1) };
}
