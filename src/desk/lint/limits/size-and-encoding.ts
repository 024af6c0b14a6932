/** Turns the bytes of a file into text, cut at the limit of its size, and says where they are not UTF-8. What was cut is not parsed: `examine-post.ts`. */
import type { Finding } from "../../facts/finding.js";
import { limitFinding } from "./limit-finding.js";
import { LIMITS } from "./limits.js";

interface Decoded {
  /** With � where bytes could not be read; cut at the limit. */
  readonly text: string;
  /** Whether the file went on past the limit. */
  readonly cut: boolean;
  readonly findings: readonly Finding[];
}

/** `size` is the whole file's, when `bytes` is only its beginning. */
export function decodeText(bytes: Uint8Array, size: number): Decoded {
  const kept = bytes.subarray(0, LIMITS.bytes);
  const cut = size > kept.length;
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(kept);
  const bad = firstBad(kept, cut);
  return { text, cut, findings: [...(cut ? [tooLarge(size)] : []), ...(bad === null ? [] : [notUtf8(kept, bad)])] };
}

function tooLarge(size: number): Finding {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return limitFinding(
    place,
    `file of ${Math.ceil(size / 1024)} kB`,
    `at most ${LIMITS.bytes / 1024} kB`,
    "move images and data into files of their own; nothing past its front matter was checked",
  );
}

/** The first byte that is not UTF-8; null when all are. A character cut in two by the limit is no fault of its writer. */
function firstBad(bytes: Uint8Array, cut: boolean): number | null {
  if (valid(bytes, bytes.length, cut)) return null;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (valid(bytes, middle, true)) good = middle;
    else bad = middle;
  }
  // What was decoded so far ends before the character that the bad byte broke off.
  const whole = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, good), { stream: true });
  return new TextEncoder().encode(whole).length;
}

function valid(bytes: Uint8Array, length: number, more: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: more });
    return true;
  } catch {
    return false;
  }
}

function notUtf8(bytes: Uint8Array, at: number): Finding {
  const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, at)).split(/\r\n|\n|\r/);
  const line = before.length;
  const column = (before.at(-1) ?? "").length + 1;
  const hex = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const remedy = wide ? "it looks like UTF-16: save it as UTF-8 in your editor" : "save the file as UTF-8 in your editor";
  return limitFinding(
    { line, column, endLine: line, endColumn: column },
    `byte 0x${hex} at offset ${at}, which is not UTF-8`,
    "UTF-8 throughout",
    remedy,
  );
}
