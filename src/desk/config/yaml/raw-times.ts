/** Times that a desk file gives, read once, with the remark that each deserves. */
import { quoted } from "../../text/quoted.js";
import { readWhen, type Instant, type When } from "../../time/zone.js";
import type { RawText } from "./raw-values.js";
import type { DeskRemark } from "./remark.js";

/** `readWhen` quotes what it cannot read, so backticks and breaks of its own must not get that far. */
function whenOf({ text }: RawText): When {
  return readWhen(text.replace(/[`\p{Cc}\p{Zl}\p{Zp}]/gu, "'"), null);
}

/** Null for what is not there or cannot be read. */
export function instantOf(said: RawText | null): Instant | null {
  const when = said && whenOf(said);
  return when?.kind === "instant" ? when.at : null;
}

/** What is wrong with a time by itself: it cannot be read, or clocks jump over it. */
export function whenRemarks(said: RawText | null): DeskRemark[] {
  const when = said && whenOf(said);
  if (!said || !when) return [];
  if (when.kind === "unreadable") return [{ rule: "desk-time", severity: "error", message: when.why, said }];
  if (!when.skipped) return [];
  const message = `Unexpected time ${quoted(said.text)}, which clocks jump over that day, expected one that they show; it is taken as ${quoted(when.at)}`;
  return [{ rule: "desk-time", severity: "warning", message, said }];
}
