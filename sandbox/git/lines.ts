/** Texts line by line: how many lines came and went, the patch that people read, and the merge of two texts that grew from one. */
import { diff3Merge, diffIndices } from "node-diff3";

interface LineCount {
  readonly additions: number;
  readonly deletions: number;
}

export interface LineDiff extends LineCount {
  /** Unified, from the first `@@`, as GitHub shows it; null when the text is binary or too long to show. */
  readonly patch: string | null;
}

/** GitHub too stops comparing line by line somewhere; beyond this the whole text counts as replaced. */
const MOST_LINES = 5_000;
const AROUND = 3;

export function isBinary(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8_000)).includes(0);
}

export function splitLines(bytes: Buffer): string[] {
  if (bytes.length === 0) return [];
  const lines = bytes.toString("utf8").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

export function diffLines(before: Buffer, after: Buffer): LineDiff {
  if (isBinary(before) || isBinary(after)) return { additions: 0, deletions: 0, patch: null };
  const old = splitLines(before);
  const now = splitLines(after);
  const hunks = hunksOf(old, now);
  const deletions = hunks.reduce((sum, hunk) => sum + hunk.old[1], 0);
  const additions = hunks.reduce((sum, hunk) => sum + hunk.now[1], 0);
  const patch = additions + deletions > MOST_LINES ? null : patchOf(old, now, hunks);
  return { additions, deletions, patch };
}

/** The merged text, or null when both sides changed the same lines (or the texts are not ours to merge). */
export function mergeLines(ours: Buffer, base: Buffer, theirs: Buffer): string | null {
  if ([ours, base, theirs].some((bytes) => isBinary(bytes) || splitLines(bytes).length > MOST_LINES)) return null;
  const parts = [ours, base, theirs].map((bytes) => bytes.toString("utf8").split("\n"));
  const [a = [], o = [], b = []] = parts;
  const regions = diff3Merge(a, o, b, { excludeFalseConflicts: true });
  if (regions.some((region) => region.conflict)) return null;
  return regions.flatMap((region) => region.ok ?? []).join("\n");
}

/** Offset and length, counted from 0, of what was there and of what took its place. */
interface Hunk {
  readonly old: readonly [number, number];
  readonly now: readonly [number, number];
}

function hunksOf(old: readonly string[], now: readonly string[]): readonly Hunk[] {
  // Equal ends are set aside first: comparing is quadratic in lines that repeat.
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const a = old.slice(head, old.length - tail);
  const b = now.slice(head, now.length - tail);
  if (a.length === 0 && b.length === 0) return [];
  if (a.length === 0 || b.length === 0 || a.length > MOST_LINES || b.length > MOST_LINES) {
    return [{ old: [head, a.length], now: [head, b.length] }];
  }
  return diffIndices(a, b).map(({ buffer1, buffer2 }) => ({
    old: [buffer1[0] + head, buffer1[1]],
    now: [buffer2[0] + head, buffer2[1]],
  }));
}

function patchOf(old: readonly string[], now: readonly string[], hunks: readonly Hunk[]): string {
  const groups: Hunk[][] = [];
  for (const hunk of hunks) {
    const last = groups.at(-1)?.at(-1);
    if (last && hunk.old[0] - (last.old[0] + last.old[1]) <= 2 * AROUND) groups.at(-1)?.push(hunk);
    else groups.push([hunk]);
  }
  return groups.map((group) => patchGroup(old, now, group)).join("\n");
}

function patchGroup(old: readonly string[], now: readonly string[], group: readonly Hunk[]): string {
  const first = group[0];
  const last = group.at(-1);
  if (!first || !last) return "";
  const from = Math.max(0, first.old[0] - AROUND);
  const to = Math.min(old.length, last.old[0] + last.old[1] + AROUND);
  const nowFrom = first.now[0] - (first.old[0] - from);
  const nowTo = last.now[0] + last.now[1] + (to - last.old[0] - last.old[1]);
  const body: string[] = [];
  let at = from;
  for (const hunk of group) {
    body.push(...old.slice(at, hunk.old[0]).map((line) => ` ${line}`));
    body.push(...old.slice(hunk.old[0], hunk.old[0] + hunk.old[1]).map((line) => `-${line}`));
    body.push(...now.slice(hunk.now[0], hunk.now[0] + hunk.now[1]).map((line) => `+${line}`));
    at = hunk.old[0] + hunk.old[1];
  }
  body.push(...old.slice(at, to).map((line) => ` ${line}`));
  return [`@@ -${range(from, to)} +${range(nowFrom, nowTo)} @@`, ...body].join("\n");
}

function range(from: number, to: number): string {
  const length = to - from;
  return length === 1 ? `${from + 1}` : `${length === 0 ? from : from + 1},${length}`;
}
