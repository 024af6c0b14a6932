/** Keeps the findings of one post to a number that somebody will read, and says how many more there are. */
import type { Finding } from "../finding.js";
import { pageOf } from "../page-of.js";
import { LIMITS } from "./limits.js";

/** In the order of the file, errors kept before others when there are too many. */
export function capFindings(findings: readonly Finding[], most: number = LIMITS.findings): readonly Finding[] {
  const inOrder = [...findings].sort(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  if (inOrder.length <= most) return inOrder;
  const errors = inOrder.filter(({ severity }) => severity === "error").slice(0, most);
  const others = new Set(inOrder.filter(({ severity }) => severity !== "error").slice(0, most - errors.length));
  const kept = inOrder.filter((finding) => (finding.severity === "error" ? errors.includes(finding) : others.has(finding)));
  const left = inOrder.length - kept.length;
  const last = inOrder[inOrder.length - 1];
  const place = last?.place ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const closing: Finding = {
    rule: "limits",
    severity: "warning",
    message: `Unexpected ${left} more findings, expected at most ${most} in one post; mend some of these and the others will show`,
    place,
    url: pageOf("limits"),
  };
  return [...kept, closing];
}
