/** Everything that is said about one text: read as a post, held to the limits, linted. */
import type { Finding } from "../desk/finding.js";
import { capFindings } from "../desk/lint/cap-findings.js";
import { checkLimits } from "../desk/lint/check-limits.js";
import { decodeText } from "../desk/lint/decode-text.js";
import { lintPost } from "../desk/lint/lint-post.js";
import { readPost } from "../desk/posts/read-post.js";
import type { Reading } from "../desk/snapshot.js";
import { crashed, overStack } from "./worn-out.js";

/**
 * `bytes` may be only the beginning of a file of `size` bytes.
 * `early` is given what is known before the Markdown is parsed, which is all there will be if that is never finished.
 */
export function examinePost(path: string, bytes: Uint8Array, size: number, early?: (reading: Reading) => void): Reading {
  const decoded = decodeText(bytes, size);
  const { post, findings, body } = readPost(path, decoded.text);
  const limits = decoded.cut ? [] : checkLimits(decoded.text);
  const known = [...decoded.findings, ...findings, ...limits];
  early?.({ post, findings: capFindings(known) });
  const parse = limits.length === 0 && !decoded.cut;
  return { post, findings: capFindings(parse ? [...known, ...linted(path, decoded.text, body)] : known) };
}

function linted(path: string, text: string, body: number): readonly Finding[] {
  try {
    return lintPost(path, text, body);
  } catch (error) {
    return [error instanceof RangeError ? overStack() : crashed(error)];
  }
}
