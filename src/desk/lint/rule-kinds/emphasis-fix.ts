/** Emphasis with the other mark: `*` in place of `_`, where it is sure to mean the same. */
import type { MakeFix } from "./borrowed-rule.js";

/**
 * `width` is 1 for emphasis, 2 for strong words. `*` begins and ends emphasis wherever `_` does, and in more places: so each mark must
 * have a word or the end of everything on one side, and then can only begin or only end.
 * https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
 */
export function emphasisFix(width: 1 | 2): MakeFix {
  const [from, to] = ["_".repeat(width), "*".repeat(width)];
  return ({ start, end }, text) => {
    const inside = text.slice(start + width, end - width);
    // `_a*b_` would end early.
    if (!text.startsWith(from, start) || !text.endsWith(from, end) || /[*_\\]/.test(inside)) return null;
    const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
    if (/[\p{L}\p{N}\p{M}*_\\]$/u.test(before) || /^[\p{L}\p{N}\p{M}*_]/u.test(after)) return null;
    const [run, rest] = [runBefore(text, start), runAfter(text, end)];
    if (ADDRESS.test(`${run} ${inside} ${rest}`) || /[*_~]/.test(run + rest) || mayHideCode(text, start)) return null;
    const opens = /(?:^|\s)$/u.test(before) || /^[\p{L}\p{N}]/u.test(inside);
    const closes = /^(?:\s|$)/u.test(after) || /[\p{L}\p{N}]$/u.test(inside);
    return opens && closes ? { start, end, text: `${to}${inside}${to}` } : null;
  };
}

/** Addresses that nothing marks take in some marks and leave out others. */
const ADDRESS = /www|http|@/i;

/** With a backtick in an address that nothing marks, where code begins and ends is not the same to all renderers: so far back as a paragraph goes. */
export function mayHideCode(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2_000), at);
  const paragraph = before.slice(Math.max(0, before.lastIndexOf("\n\n")));
  const addresses = [...(paragraph + runAfter(text, at)).matchAll(/(?:www|http|@)[^\s`]*`/giu)];
  // Behind an odd one the address is in code already.
  return addresses.some(({ index }) => paragraph.slice(0, index).split("`").length % 2 === 1);
}

/** As far as anybody writes without a blank; what is longer counts as an address. */
const LONGEST = 100;

function runBefore(text: string, at: number): string {
  const run = /\S*$/.exec(text.slice(Math.max(0, at - LONGEST), at))?.[0] ?? "";
  return run.length < LONGEST ? run : "@";
}

function runAfter(text: string, at: number): string {
  const run = /^\S*/.exec(text.slice(at, at + LONGEST))?.[0] ?? "";
  return run.length < LONGEST ? run : "@";
}
