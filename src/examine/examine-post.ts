/** Everything that is said about one text: read as a post, held to the limits, linted. START HERE. */
import type { Finding } from "../desk/facts/finding.js";
import { levelOf, PLAIN_SETTINGS, type LintSettings } from "../desk/facts/lint-settings.js";
import type { Reading } from "../desk/facts/snapshot.js";
import { textFixesOf } from "../desk/fixes/text-fixes-of.js";
import { capFindings } from "../desk/lint/limits/cap-findings.js";
import { checkLimits } from "../desk/lint/limits/check-limits.js";
import { decodeText } from "../desk/lint/limits/size-and-encoding.js";
import { lintPost, type Asked, type LintedPost } from "../desk/lint/lint-post.js";
import type { Dictionary } from "../desk/lint/prose/spelling.js";
import { readPost } from "../desk/posts/read-post.js";
import { crashed, overStack } from "./stopped-worker.js";

export interface PostToExamine {
  readonly path: string;
  /** Maybe only the beginning of the file. */
  readonly bytes: Uint8Array;
  /** The whole file's. */
  readonly size: number;
  readonly settings?: LintSettings;
  /** Where the settings ask for spelling. */
  readonly dictionary?: Dictionary | null;
  /** All rules when left out. */
  readonly only?: Asked;
}

/** `early` is given what is known before the Markdown is parsed, which is all there will be if that is never finished. */
export function examinePost(
  { path, bytes, size, settings = PLAIN_SETTINGS, dictionary = null, only = "all" }: PostToExamine,
  early?: (reading: Reading) => void,
): Reading {
  const decoded = decodeText(bytes, size);
  const read = readPost(path, decoded.text);
  const limits = decoded.cut ? [] : checkLimits(decoded.text);
  const known = [...decoded.findings, ...asSet(read.findings, settings), ...limits];
  early?.({ post: read.post, findings: capFindings(known) });
  const isOver = decoded.cut || [...read.findings, ...limits].some(({ rule }) => rule === "limits");
  if (isOver) return { post: read.post, findings: capFindings(known) };
  const { findings: found, links, silent } = linted(() => lintPost(path, decoded.text, read, settings, dictionary, only));
  // Written back, a text with bytes that could not be read would lose them: so nothing in it is fixed.
  const findings = capFindings([...known, ...(decoded.findings.length > 0 ? found.map(withoutFix) : found)]);
  const fixes = decoded.findings.length > 0 || only === "fixing" ? [] : textFixesOf(decoded.text, findings, read.body);
  return { post: read.post, findings, ...(links && { links }), ...(silent && { silent }), ...(fixes.length > 0 && { fixes }) };
}

/** What the reader of posts says is subject to the settings too, but for the limits. */
function asSet(findings: readonly Finding[], { rules }: LintSettings): readonly Finding[] {
  return findings.flatMap((finding) => {
    const severity = finding.rule === "limits" ? finding.severity : levelOf(finding.rule, finding.severity, rules);
    return severity === "off" ? [] : { ...finding, severity };
  });
}

function withoutFix({ rule, severity, message, place, url }: Finding): Finding {
  return { rule, severity, message, place, ...(url !== undefined && { url }) };
}

/** Of a text at which the linter failed, findings alone. */
type Linted = Pick<LintedPost, "findings"> & Partial<LintedPost>;

function linted(lint: () => LintedPost): Linted {
  const { stackTraceLimit } = Error;
  // Each message is an error to its library: where in our code it was made is worked out for each, and shown to nobody.
  Error.stackTraceLimit = 0;
  try {
    return lint();
  } catch (error) {
    return { findings: [error instanceof RangeError ? overStack() : crashed(error)] };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
