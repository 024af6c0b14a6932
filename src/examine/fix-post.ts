/** Fixes one text, round after round, and says what is left to mend: in a worker, so that it travels once. */
import type { Reading } from "../desk/facts/snapshot.js";
import { fixText } from "../desk/lint/apply-fixes.js";
import { decodeText } from "../desk/lint/limits/size-and-encoding.js";
import { examinePost, type PostToExamine } from "./examine-post.js";

export interface FixedPost {
  /** Null when there was nothing to fix. */
  readonly written: string | null;
  /** Of the text as it is then. */
  readonly reading: Reading;
}

/**
 * `began` is told each time that the text is linted. The first time only rules that fix are asked: whatever else they would say is
 * said again of the text as fixed.
 */
export async function fixPost(post: PostToExamine, began: () => void, early: (reading: Reading) => void): Promise<FixedPost> {
  const lint = (text: string, only: "fixing" | "all") => {
    began();
    const bytes = new TextEncoder().encode(text);
    return examinePost({ ...post, bytes, size: bytes.length, only }, early);
  };
  const before = decodeText(post.bytes, post.size).text;
  const readings = new Map<string, Reading>();
  let round = 0;
  const after = await fixText(before, (text) => {
    const reading = round++ === 0 ? examinePost({ ...post, only: "fixing" }, early) : lint(text, "all");
    if (round > 1) readings.set(text, reading);
    return Promise.resolve({ findings: reading.findings, body: 0 });
  });
  if (after !== before) return { written: after, reading: readings.get(after) ?? lint(after, "all") };
  began();
  return { written: null, reading: examinePost(post, early) };
}
