/** Fixes one text, round after round, and says what is left to mend: in a worker, so that it travels once. */
import type { Reading } from "../desk/facts/snapshot.js";
import { fixesOf, fixText } from "../desk/lint/apply-fixes.js";
import { decodeText } from "../desk/lint/limits/size-and-encoding.js";
import type { Asked } from "../desk/lint/lint-post.js";
import { examinePost, type PostToExamine } from "./examine-post.js";

export interface FixedPost {
  /** Null when there was nothing to fix. */
  readonly written: string | null;
  /** Of the text as it is then. */
  readonly reading: Reading;
}

/**
 * `began` is told each time that the text is linted. The first time only quick rules that fix are asked: whatever the others would say
 * is said of the text as fixed. Asking all of them both times would make a run with fixes twice as long as one without.
 */
export async function fixPost(post: PostToExamine, began: () => void, early: (reading: Reading) => void): Promise<FixedPost> {
  const before = decodeText(post.bytes, post.size).text;
  const lint = (text: string, only: Asked) => {
    began();
    const bytes = new TextEncoder().encode(text);
    return examinePost(text === before ? { ...post, only } : { ...post, bytes, size: bytes.length, only }, early);
  };
  const readings = new Map<string, Reading>();
  let round = 0;
  const after = await fixText(before, (text) => {
    const quick = round++ === 0 ? lint(text, "fixing").findings : [];
    if (fixesOf(quick).length > 0) return Promise.resolve({ findings: quick, body: 0 });
    const reading = lint(text, "all");
    readings.set(text, reading);
    return Promise.resolve({ findings: reading.findings, body: 0 });
  });
  return { written: after === before ? null : after, reading: readings.get(after) ?? lint(after, "all") };
}
