/** A sheet saved as CSV, as the outline of a page that has one table and nothing else. */
import { parse } from "csv-parse/sync";
import type { Outline, TableRow } from "../../desk/notes/outline.js";

const DELIMITERS = [",", ";", "\t"] as const;
const MOST_ROWS = 5000;

/** Throws with words for people when it is none. The delimiter is the one that the first line has most of. */
export function readSheet(text: string): Outline {
  const [head = ""] = text.split(/\r?\n/u, 1);
  const count = (delimiter: string) => head.split(delimiter).length;
  const delimiter = DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ",";
  const rows = rowsOf(text, delimiter);
  const [header, ...others] = rows.filter(({ cells }) => cells.some((cell) => cell.text !== ""));
  if (!header) throw new Error("The sheet is empty. Save it with its header and its rows.");
  const table = { line: header.line, header: header.cells.map((cell) => cell.text.replace(/\s+/gu, " ")), rows: others };
  return { sections: [{ heading: "", depth: 0, line: 1, blocks: [{ kind: "table", table }] }], attendees: [] };
}

function rowsOf(text: string, delimiter: string): TableRow[] {
  const rows: TableRow[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: MOST_ROWS,
      on_record: (record: string[], { lines }) => {
        // The parser tells the line that a record ends in.
        const line = lines - record.join("").split("\n").length + 1;
        rows.push({ line, cells: record.map((cell) => ({ text: cell.trim(), struck: false })) });
        return null;
      },
    });
  } catch (cause) {
    throw new Error(`The sheet cannot be read as CSV: ${cause instanceof Error ? cause.message : String(cause)}. Save it again as CSV.`, {
      cause,
    });
  }
  return rows;
}
