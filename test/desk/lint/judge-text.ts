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
import { isMdx } from "../../../src/desk/lint/tree/dialect.js";
import { meaningOf } from "./meaning.js";
import { outside } from "./outside.js";
import { rendered } from "./rendered.js";

export const MARKDOWN_PATH = "posts/2014-07-18-irmin.md";
export const MDX_PATH = "posts/2014-07-18-irmin.mdx";

const READ_ENGLISH = ["indefinite-article", "inclusive-wording", "repeated-words", "spelling"];

/** Of a text in another language, what is said of its English. */
export function mistakenForEnglish(text: string): readonly string[] {
  const bytes = new TextEncoder().encode(text);
  const { findings } = examinePost({ path: MARKDOWN_PATH, bytes, size: bytes.length });
  return findings.filter(({ rule }) => READ_ENGLISH.includes(rule)).map(({ rule, message }) => `${rule} reads English: ${message}`);
}

/** What is wrong, in words; empty when all is well. Halves of characters are made whole, as no file in UTF-8 has any. */
export async function complaintsAbout(
  anything: string,
  settings: LintSettings = PLAIN_SETTINGS,
  path = MARKDOWN_PATH,
): Promise<readonly string[]> {
  const text = Buffer.from(anything).toString("utf8");
  const known = new Map<string, readonly Finding[]>();
  const examine = (one: string) => {
    const bytes = new TextEncoder().encode(one);
    const findings = known.get(one) ?? examinePost({ path, bytes, size: bytes.length, settings }).findings;
    known.set(one, findings);
    return findings;
  };
  const findings = examine(text);
  const complaints = findings.flatMap((finding) => misplaced(finding, text));
  if (!complaints.some((one) => one.startsWith("failed")) && checkLimits(text).length === 0) complaints.push(...strays(text, path));
  const fixable = findings.filter(({ fix }) => fix);
  if (fixable.length === 0) return complaints;

  const fixed = (one: string) => fixText(one, (next) => Promise.resolve({ findings: examine(next), body: readPost(path, next).body }));
  const after = await fixed(text);
  if (after !== text && (await fixed(after)) !== after) complaints.push("mended again it is another text");
  const changed = changesTo(text, path);
  complaints.push(...changed(after, `mended by ${[...new Set(fixable.map(({ rule }) => rule))].join(" ")}`));
  const { body } = readPost(path, text);
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

/** Whether front matter, what the body means or what readers see of it is not what it was. */
function changesTo(text: string, path: string): (after: string, by: string) => readonly string[] {
  const was = readPost(path, text);
  const mdx = isMdx(path);
  // A byte order mark is one at the beginning of a file alone.
  const bodyOf = (whole: string, from: number) => (from > 0 ? "\n" : "") + whole.slice(from);
  const before = meaningOf(bodyOf(text, was.body), mdx);
  const shown = rendered(bodyOf(text, was.body), mdx);
  return (after, by) => {
    if (after === text) return [];
    const is = readPost(path, after);
    // Front matter that nothing closes goes on to the end, and may get a last line ending there.
    const ends = is.body === was.body || was.body === text.length;
    if (after.slice(0, was.body) !== text.slice(0, was.body) || !ends || is.post.format !== was.post.format)
      return [`${by} it has other front matter`];
    const shows = rendered(bodyOf(after, is.body), mdx);
    if (shown !== null && shows === null) return [`${by} it compiles no more`];
    const now = meaningOf(bodyOf(after, is.body), mdx);
    return [
      ...(isDeepStrictEqual(before, now) ? [] : [`${by} it means something else: ${unlike(before, now)}`]),
      ...(shown === null || isDeepStrictEqual(shown, shows) ? [] : [`${by} it reads otherwise: ${unlike(shown, shows)}`]),
    ];
  };
}

/** Where two things begin to differ. */
function unlike(before: unknown, now: unknown): string {
  const [told, tells] = [JSON.stringify(before), JSON.stringify(now)];
  const at = Array.from({ length: told.length }).findIndex((_, n) => told[n] !== tells[n]);
  const around = (one: string) => one.slice(Math.max(0, at - 60), at + 60);
  return `was ${around(told)} is ${around(tells)}`;
}

const all = runRules(houseStyle(PLAIN_SETTINGS), { reading: false });

/** Rules that count wrongly: later all places are brought inside the text, which would hide it. */
function strays(text: string, path: string): readonly string[] {
  const file = new VFile({ path, value: text });
  keepReading(file, readPost(path, text));
  all(parseMarkdown(text), file);
  return file.messages.flatMap(({ ruleId = "", place }) => {
    if (place === undefined) return [];
    const [start, end] = "start" in place ? [place.start, place.end] : [place, place];
    const at: Place = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
    return outside(at, text) ? [`${ruleId} counts to outside the text: ${JSON.stringify(at)}`] : [];
  });
}
