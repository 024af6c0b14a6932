/** Whether a place lies outside a text. */
import type { Place } from "../../../src/desk/facts/finding.js";

export function outside({ line, column, endLine, endColumn }: Place, text: string): boolean {
  const lengths = text.split(/\r\n|\n|\r/).map((one) => one.length);
  const within = (at: number, col: number) =>
    Number.isInteger(at) && Number.isInteger(col) && at >= 1 && at <= lengths.length && col >= 1 && col <= (lengths[at - 1] ?? 0) + 1;
  return !within(line, column) || !within(endLine, endColumn) || endLine < line || (endLine === line && endColumn < column);
}
