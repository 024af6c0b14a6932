/**
 * Bullets of a list stand below each other.
 *
 * An indented bullet is still a bullet, but the next one, indented a little more, may begin a list inside the list. Where all of a
 * list is indented alike, nothing is said.
 *
 * ## Good
 *
 * ```md
 * Paragraph.
 *
 * * Vchan
 * * Irmin
 * ```
 *
 * ```md
 * Paragraph.
 *
 * ␠* Vchan
 * ␠* Irmin
 * ```
 *
 * ## Bad
 *
 * ```md
 * Paragraph.
 *
 * * Vchan
 * ␠* Irmin
 * ```
 *
 * ```text
 * 4:2 Unexpected `1` space before list item, expected `0` spaces, remove them
 * ```
 */
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const listItemBulletIndent = borrowedRule({
  id: "list-item-bullet-indent",
  says: "Bullets of a list stand below each other.",
  severity: "advice",
  spare: ({ start }, text) => isAlike(text, start),
});

const BULLET = /^( {0,3})(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/;

/** As far as lists are looked at on either side: nobody sees more of one at once. */
const NEAR = 2_000;

/** Whether the bullets around this one that are too near its margin to be in another list all stand below each other. */
function isAlike(text: string, start: number): boolean {
  const margin = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  const indent = start - margin;
  const above = text
    .slice(Math.max(0, margin - NEAR), margin)
    .split(/\r\n|\n|\r/)
    .reverse();
  const below = text
    .slice(start, start + NEAR)
    .split(/\r\n|\n|\r/)
    .slice(1);
  return [above, below].every((lines) => inList(lines).every((other) => other === indent || Math.abs(other - indent) > 1));
}

/** How far bullets are indented, up to the first line that is no part of a list. */
function inList(lines: readonly string[]): readonly number[] {
  const end = lines.findIndex((line) => /^\S/.test(line) && !BULLET.test(line));
  return lines.slice(0, end === -1 ? undefined : end).flatMap((line) => BULLET.exec(line)?.[1]?.length ?? []);
}
