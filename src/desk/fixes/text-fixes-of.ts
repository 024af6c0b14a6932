/** What can be fixed in a text at once: the fixes of its findings that do not touch each other, as edits. */
import type { Finding } from "../facts/finding.js";
import { linesOf } from "../facts/lines.js";
import type { TextFix } from "../facts/text-fix.js";
import { fixesOf, takenFixes, windowsEndings } from "../lint/apply-fixes.js";

/** Of one text at once, and characters of all they replace: what is left over is found again, and fixed, the next time. */
const MOST = 500;
const MOST_CHARACTERS = 100_000;

/** Longer lines are not suggested with a button: whoever reads that sees nothing. */
const LONGEST_SUGGESTION = 2_000;

/** In the order of the text. Nothing before `body` is fixed: front matter is data. */
export function textFixesOf(text: string, findings: readonly Finding[], body: number): readonly TextFix[] {
  const fixable = findings.flatMap((finding) => fixesOf([finding]).map((fix) => ({ finding, fix })));
  if (fixable.length === 0) return [];
  const byFix = new Map(fixable.map(({ finding, fix }) => [fix, finding]));
  const taken = takenFixes(
    text,
    fixable.map(({ fix }) => fix),
    body,
  );
  const lines = linesOf(text);
  const windows = windowsEndings(text);
  const fixes: TextFix[] = [];
  let room = MOST_CHARACTERS;
  for (const fix of taken.slice(0, MOST)) {
    const finding = byFix.get(fix);
    const was = text.slice(fix.from, fix.to);
    const replacement = windows ? fix.text.replace(/\r?\n/g, "\r\n") : fix.text;
    room -= was.length + replacement.length;
    if (!finding || room < 0) continue;
    const place = lines.place({ start: fix.from, end: fix.to });
    const [start, end] = [lines.line(place.line).start, Math.max(fix.to, lines.line(place.endLine).end)];
    const whole = text.slice(start, end);
    const becomes = text.slice(start, fix.from) + replacement + text.slice(fix.to, end);
    const isSuggested =
      finding.severity !== "advice" &&
      !text.includes("\r") &&
      whole.length + becomes.length <= LONGEST_SUGGESTION &&
      // GitHub's button ends the last line by itself: what is about that ending it cannot fix.
      fix.to <= lines.line(place.endLine).end &&
      !becomes.endsWith("\n");
    room -= isSuggested ? whole.length + becomes.length : 0;
    fixes.push({
      says: finding.message,
      edit: { place, was, replacement },
      lines: isSuggested ? { was: whole, becomes } : null,
    });
  }
  return fixes;
}
