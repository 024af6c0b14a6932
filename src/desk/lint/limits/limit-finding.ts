/** The remark that a post is over a limit. */
import type { Finding, Place } from "../../facts/finding.js";
import { rulePage } from "../../text/rule-page.js";

/** `over` says by what, `allowed` how much would do: *Unexpected 300 kB, expected at most 256 kB*. */
export function limitFinding(place: Place, over: string, allowed: string, remedy: string): Finding {
  return {
    rule: "limits",
    severity: "error",
    message: `Unexpected ${over}, expected ${allowed}; ${remedy}`,
    place,
    url: rulePage("limits"),
  };
}

/** The whole of line `number`, from 1. */
export function wholeLine(number: number, length: number): Place {
  return { line: number, column: 1, endLine: number, endColumn: length + 1 };
}
