/** Keeps the findings of one post to a number that somebody will read, and says how many more there are. */
import type { Finding } from "../../facts/finding.js";
import { inOrder } from "../../facts/in-order.js";
import { rulePage } from "../../text/rule-page.js";
import { onceEach } from "./alike-findings.js";
import { LIMITS } from "./limits.js";

/** In the order of the file, the same advice told once, errors kept before others when there are too many. */
export function capFindings(findings: readonly Finding[], most: number = LIMITS.findings): readonly Finding[] {
  const sorted = onceEach(inOrder(findings));
  if (sorted.length <= most) return sorted;
  const errors = sorted.filter(({ severity }) => severity === "error").slice(0, most);
  const others = new Set(sorted.filter(({ severity }) => severity !== "error").slice(0, most - errors.length));
  const kept = sorted.filter((finding) => (finding.severity === "error" ? errors.includes(finding) : others.has(finding)));
  const left = sorted.length - kept.length;
  const last = sorted.at(-1);
  const place = last?.place ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const closing: Finding = {
    rule: "limits",
    severity: "warning",
    message: `Unexpected ${left} more findings, expected at most ${most} in one post; mend some of these and the others will show`,
    place,
    url: rulePage("limits"),
  };
  return [...kept, closing];
}
