/** Everything that must hold when any text is linted and mended; for properties and for the fuzzer. */
import { isDeepStrictEqual } from "node:util";
import { VFile } from "vfile";
import type { Finding, Place } from "../../../src/desk/facts/finding.js";
import { PLAIN_SETTINGS, type LintSettings } from "../../../src/desk/facts/lint-settings.js";
import { applyFixes, fixText } from "../../../src/desk/lint/apply-fixes.js";
import { houseStyle } from "../../../src/desk/lint/house-style.js";
import { checkLimits } from "../../../src/desk/lint/limits/check-limits.js";
import { parseMarkdown } from "../../../src/desk/lint/processor.js";
import { runRules } from "../../../src/desk/lint/run-rules.js";
import { keepReading } from "../../../src/desk/lint/tree/reading-of.js";
import { readPost } from "../../../src/desk/posts/read-post.js";
import { examinePost } from "../../../src/examine/examine-post.js";
import { meaningOf } from "./meaning.js";
import { outside } from "./outside.js";

const PATH = "posts/2014-07-18-irmin.md";

/** What is wrong, in words; empty when all is well. Halves of characters are made whole, as no file in UTF-8 has any. */
export async function complaintsAbout(anything: string, settings: LintSettings = PLAIN_SETTINGS): Promise<readonly string[]> {
  const text = Buffer.from(anything).toString("utf8");
  const known = new Map<string, readonly Finding[]>();
  const examine = (one: string) => {
    const bytes = new TextEncoder().encode(one);
    const findings = known.get(one) ?? examinePost({ path: PATH, bytes, size: bytes.length, settings }).findings;
    known.set(one, findings);
    return findings;
  };
  const findings = examine(text);
  const complaints = findings.flatMap((finding) => misplaced(finding, text));
  if (!complaints.some((one) => one.startsWith("failed")) && checkLimits(text).length === 0) complaints.push(...strays(text));
  const fixable = findings.filter(({ fix }) => fix);
  if (fixable.length === 0) return complaints;

  const fixed = (one: string) => fixText(one, (next) => Promise.resolve({ findings: examine(next), body: readPost(PATH, next).body }));
  const after = await fixed(text);
  if (after !== text && (await fixed(after)) !== after) complaints.push("mended again it is another text");
  const changed = changesTo(text);
  complaints.push(...changed(after, `mended by ${[...new Set(fixable.map(({ rule }) => rule))].join(" ")}`));
  const { body } = readPost(PATH, text);
  // Each can be taken with a button of its own: the last one of each rule is.
  const tried = new Set([text, after]);
  for (const { rule, fix } of [...new Map(fixable.map((one) => [one.rule, one])).values()]) {
    const alone = fix ? applyFixes(text, [fix], body) : text;
    if (!tried.has(alone)) complaints.push(...changed(alone, `mended by ${rule} alone`));
    tried.add(alone);
  }
  return complaints;
}

function misplaced({ rule, message, place, fix }: Finding, text: string): string[] {
  return [
    ...(message.includes("in the linter") ? [`failed: ${message}`] : []),
    ...(outside(place, text) ? [`${rule} points outside the text: ${JSON.stringify(place)}`] : []),
    ...(fix && !(fix.from >= 0 && fix.from <= fix.to && fix.to <= text.length)
      ? [`${rule} mends outside the text: ${JSON.stringify(fix)}`]
      : []),
  ];
}

/** Whether front matter or what the body means is not what it was. */
function changesTo(text: string): (after: string, by: string) => readonly string[] {
  const was = readPost(PATH, text);
  const before = meaningOf(text.slice(was.body));
  return (after, by) => {
    if (after === text) return [];
    const is = readPost(PATH, after);
    // Front matter that nothing closes goes on to the end, and may get a last line ending there.
    const ends = is.body === was.body || was.body === text.length;
    if (after.slice(0, was.body) !== text.slice(0, was.body) || !ends || is.post.format !== was.post.format)
      return [`${by} it has other front matter`];
    const now = meaningOf(after.slice(is.body));
    if (isDeepStrictEqual(before, now)) return [];
    const [told, tells] = [JSON.stringify(before), JSON.stringify(now)];
    const at = Array.from({ length: told.length }).findIndex((_, n) => told[n] !== tells[n]);
    const around = (one: string) => one.slice(Math.max(0, at - 60), at + 60);
    return [`${by} it means something else: was ${around(told)} is ${around(tells)}`];
  };
}

const all = runRules(houseStyle(PLAIN_SETTINGS), { reading: false });

/** Rules that count wrongly: later all places are brought inside the text, which would hide it. */
function strays(text: string): readonly string[] {
  const file = new VFile({ path: PATH, value: text });
  keepReading(file, readPost(PATH, text));
  all(parseMarkdown(text), file);
  return file.messages.flatMap(({ ruleId = "", place }) => {
    if (place === undefined) return [];
    const [start, end] = "start" in place ? [place.start, place.end] : [place, place];
    const at: Place = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
    return outside(at, text) ? [`${ruleId} counts to outside the text: ${JSON.stringify(at)}`] : [];
  });
}
