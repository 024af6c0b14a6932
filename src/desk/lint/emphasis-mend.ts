/** Emphasis with the other mark: `*` in place of `_`, where it is sure to mean the same. */
import type { Mend } from "./borrowed-rule.js";

/**
 * `width` is 1 for emphasis, 2 for strong words. `*` begins and ends emphasis wherever `_` does, and in more places: so each mark must
 * have a word or the end of everything on one side, and then can only begin or only end.
 * https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
 */
export function emphasisMend(width: 1 | 2): Mend {
  const [from, to] = ["_".repeat(width), "*".repeat(width)];
  return ({ start, end }, text) => {
    const inside = text.slice(start + width, end - width);
    // `_a*b_` would end early.
    if (!text.startsWith(from, start) || !text.endsWith(from, end) || /[*_\\]/.test(inside)) return null;
    const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
    if (/[\p{L}\p{N}\p{M}*_\\]$/u.test(before) || /^[\p{L}\p{N}\p{M}*_]/u.test(after)) return null;
    const opens = /(?:^|\s)$/u.test(before) || /^[\p{L}\p{N}]/u.test(inside);
    const closes = /^(?:\s|$)/u.test(after) || /[\p{L}\p{N}]$/u.test(inside);
    return opens && closes ? { start, end, text: `${to}${inside}${to}` } : null;
  };
}
