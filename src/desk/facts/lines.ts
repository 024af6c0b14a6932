/** Where things are in a text: from offsets to lines and columns, as unist counts them. */
import type { Place } from "./finding.js";

/** Offsets into a text, in UTF-16 units; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Lines {
  readonly text: string;
  readonly count: number;
  /** The line that holds `offset`, from 1. */
  lineAt(offset: number): number;
  /** The place of a span; offsets outside the text are moved to its nearest end. */
  place(span: Span): Place;
  /** Line `number`, from 1, without its ending; empty when there is none. */
  line(number: number): Span;
  /** Where the line after `number` begins: past the ending, or at the end of the text. */
  after(number: number): number;
}

export function linesOf(text: string): Lines {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ 0: ending, index }) => index + ending.length)];

  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  const point = (offset: number) => {
    const within = Math.max(0, Math.min(offset, text.length));
    const line = lineAt(within);
    return { line, column: within - (starts[line - 1] ?? 0) + 1 };
  };
  const after = (number: number) => starts[number] ?? text.length;

  return {
    text,
    count: starts.length,
    lineAt,
    place: ({ start, end }) => {
      const from = point(start);
      const to = point(Math.max(start, end));
      return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    },
    line: (number) => {
      const start = starts[number - 1] ?? text.length;
      return { start, end: start + text.slice(start, after(number)).replace(/[\r\n]+$/, "").length };
    },
    after,
  };
}
