/** From remark's messages to findings: with the severity of their rules, a place inside the file, and the fix where there is one. */
import type { VFile } from "vfile";
import type { Finding, Fix, Place } from "../facts/finding.js";
import type { Span } from "../facts/lines.js";
import type { RuleInForce, RuleSet } from "./house-style.js";

type VFileMessage = VFile["messages"][number];

/** A fix that would touch what stands before `body`, or anything of `code`, is left out: front matter is data, and code is none of our business. */
export function messageFindings(
  messages: readonly VFileMessage[],
  text: string,
  body: number,
  rules: RuleSet,
  code: readonly Span[] = [],
): readonly Finding[] {
  const byId = new Map(rules.map((one) => [one.rule.id, one]));
  const lines = linesOf(text);
  return messages.map((message) => {
    const by = byId.get(message.ruleId ?? "");
    const place = placeOf(message, lines);
    const fix = by?.rule.fixes ? fixOf(message, place, lines) : null;
    const url = by?.rule.page ?? message.url;
    return {
      rule: message.ruleId ?? "markdown",
      severity: severityOf(message, by),
      message: message.reason,
      place,
      ...(url ? { url } : {}),
      ...(fix && fix.from >= body && !code.some((one) => fix.from < one.end && fix.to > one.start) && { fix }),
    };
  });
}

function severityOf({ fatal }: VFileMessage, by: RuleInForce | undefined): Finding["severity"] {
  return by?.severity ?? (fatal === true ? "error" : "warning");
}

interface Line {
  readonly start: number;
  readonly length: number;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: ending, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, length: index - start });
    start = index + ending.length;
  }
  return [...lines, { start, length: text.length - start }];
}

function placeOf({ place }: VFileMessage, lines: readonly Line[]): Place {
  const [start, end] = place === undefined ? [undefined, undefined] : "start" in place ? [place.start, place.end] : [place, place];
  const from = within(start, lines);
  const to = within(end, lines);
  const forward = to.line > from.line || (to.line === from.line && to.column >= from.column);
  return { line: from.line, column: from.column, endLine: forward ? to.line : from.line, endColumn: forward ? to.column : from.column };
}

function within(
  point: { readonly line: number; readonly column: number } | undefined,
  lines: readonly Line[],
): { line: number; column: number } {
  const line = Math.min(Math.max(point?.line ?? 1, 1), Math.max(lines.length, 1));
  return { line, column: Math.min(Math.max(point?.column ?? 1, 1), (lines[line - 1]?.length ?? 0) + 1) };
}

/** Only where a rule says exactly one thing that it expects; rules of ours and those we give a fix put the offsets there too. */
function fixOf({ expected, place: said }: VFileMessage, place: Place, lines: readonly Line[]): Fix | null {
  const [text, ...others] = expected ?? [];
  if (text === undefined || others.length > 0 || said === undefined) return null;
  const [start, end] = "start" in said ? [said.start, said.end] : [said, said];
  const at = (offset: number | undefined, line: number, column: number) => offset ?? (lines[line - 1]?.start ?? 0) + column - 1;
  return { from: at(start.offset, place.line, place.column), to: at(end.offset, place.endLine, place.endColumn), text };
}
