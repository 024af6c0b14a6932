/** Other people's text as a page may show it: on one line, and unable to turn the letters around it. */

/**
 * Drops what steers the display instead of being read: control characters and the overrides of writing direction.
 * With those a title can show letters in another order than they are in, "Trojan Source": https://trojansource.codes
 */
export function plainText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/[\s\u2028\u2029]+/g, " ")
    .trim();
}
