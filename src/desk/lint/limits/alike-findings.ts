/** Advice that is given over and over is given once: of more than five findings alike one is told, with how many there are and where. */
import type { Finding } from "../../facts/finding.js";

/** So many of one advice are told one by one. */
const MOST_ALIKE = 5;

/** Of the others' lines so many are named. */
const MOST_LINES = 10;

/** Of findings in the order of the file; errors and warnings are each told. The fixes of all stay, with the one that is told. */
export function onceEach(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.severity !== "advice") continue;
    // `expected 2 spaces` and `expected 4 spaces` are one advice; about two words they are two.
    const key = `${finding.rule} ${finding.message.replace(/\d+/g, "0")}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const large = [...groups.values()].filter(({ length }) => length > MOST_ALIKE);
  if (large.length === 0) return findings;
  const told = new Map(large.flatMap(([first, ...others]) => (first ? [[first, others] as const] : [])));
  const left = new Set(large.flatMap((group) => group.slice(1)));
  return findings.filter((finding) => !left.has(finding)).map((finding) => withAlike(finding, told.get(finding) ?? []));
}

function withAlike(finding: Finding, others: readonly Finding[]): Finding {
  if (others.length === 0) return finding;
  const lines = [...new Set(others.map(({ place }) => place.line))];
  const named = lines.slice(0, MOST_LINES).join(", ");
  const more = lines.length > MOST_LINES ? ` and ${lines.length - MOST_LINES} more` : "";
  const message = `${finding.message}; the same ${others.length} times more, on ${lines.length === 1 ? "line" : "lines"} ${named}${more}`;
  return { ...finding, message, alike: others.map(({ place, fix }) => ({ place, ...(fix && { fix }) })) };
}
