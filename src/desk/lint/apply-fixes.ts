/** Applies the fixes of its findings to a text, and lints and fixes again until nothing is left to fix. */
import type { Finding, Fix } from "../facts/finding.js";

/** Rounds of fixing: a fix may let another one show, such as a list in a list. Nobody nests as deep as this. */
const MOST_ROUNDS = 50;

interface FixableText {
  readonly findings: readonly Finding[];
  /** Offset at which the body begins: nothing before it is ever changed. */
  readonly body: number;
}

/** `lint` is asked again after each round. Gives the text as it is when there is nothing to fix. */
export async function fixText(text: string, lint: (text: string) => Promise<FixableText>): Promise<string> {
  const seen = new Set([text]);
  let fixed = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { findings, body } = await lint(fixed);
    const next = applyFixes(fixed, fixesOf(findings), body);
    if (next === fixed) return fixed;
    // Rules that contradict each other would go on for ever.
    if (seen.has(next)) return text;
    seen.add(next);
    fixed = next;
  }
  return fixed;
}

/** The fixes that findings carry, in the order of the findings, each with those of the same advice. */
export function fixesOf(findings: readonly Finding[]): readonly Fix[] {
  return findings.flatMap(({ fix, alike = [] }) => [fix, ...alike.map((one) => one.fix)].filter((one) => one !== undefined));
}

/** As `takenFixes` has them, made. */
export function applyFixes(text: string, fixes: readonly Fix[], body = 0): string {
  const windows = windowsEndings(text);
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text: put } of takenFixes(text, fixes, body)) {
    parts.push(text.slice(at, from), windows ? put.replace(/\r?\n/g, "\r\n") : put);
    at = to;
  }
  return parts.join("") + text.slice(at);
}

/**
 * Those that can be made at once, in the order of the text: of fixes that touch the same text the first one counts. One that begins
 * before `body`, or lies outside the text, is left out: front matter is data, and what it says is not for a linter to change.
 */
export function takenFixes(text: string, fixes: readonly Fix[], body = 0): readonly Fix[] {
  const taken: Fix[] = [];
  for (const fix of fixes) {
    const inside = body <= fix.from && fix.from <= fix.to && fix.to <= text.length;
    if (inside && !taken.some((other) => clash(fix, other)) && text.slice(fix.from, fix.to) !== fix.text) taken.push(fix);
  }
  return taken.sort((a, b) => a.from - b.from);
}

/** Whether all its lines end as Windows ends them, and so must those that a fix puts in. */
export function windowsEndings(text: string): boolean {
  return text.includes("\r\n") && !/(?<!\r)\n/.test(text);
}

/** Two at one spot clash even when both only insert: the second would not know of the first. */
function clash(a: Fix, b: Fix): boolean {
  if (a.from === a.to || b.from === b.to) return a.from <= b.to && b.from <= a.to;
  return a.from < b.to && b.from < a.to;
}
