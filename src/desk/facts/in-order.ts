/** The order in which findings are told: that of the file, and of their rules where they are about one place. */
import type { Finding } from "./finding.js";

export function inOrder<One extends Finding>(findings: readonly One[]): readonly One[] {
  return findings.toSorted(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

/** What a post's own text gives, and what is said of it in sight of the site. */
export function withSiteFindings(own: readonly Finding[], sight: readonly Finding[]): readonly Finding[] {
  return sight.length === 0 ? own : inOrder([...own, ...sight]);
}
