/** Whether one word is another with a typo in it. */

/**
 * Two neighbours swapped, or one letter too many or too few; in words of six letters and more one wrong letter too.
 * In shorter ones a wrong letter makes another word: `data` is not a `date`.
 */
export function isTypoOf(written: string, meant: string): boolean {
  if (written === meant) return false;
  const start = shared(written, meant);
  const [a, b] = [written.slice(start), meant.slice(start)];
  if (a.length === b.length + 1) return a.slice(1) === b;
  if (b.length === a.length + 1) return b.slice(1) === a;
  if (a.length !== b.length) return false;
  const swapped = `${b.slice(1, 2)}${b.slice(0, 1)}${b.slice(2)}` === a;
  return swapped || (meant.length >= 6 && a.slice(1) === b.slice(1));
}

/** How many letters both begin with. */
function shared(one: string, other: string): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count++;
  return count;
}
