/** Remarks about front matter. */
import type { Finding } from "../../facts/finding.js";
import type { Lines, Span } from "../../facts/lines.js";
import { rulePage } from "../../text/rule-page.js";

type MatterRule = "front-matter" | "front-matter-date" | "title" | "byte-order-mark" | "limits";

export function remark(lines: Lines, span: Span, rule: MatterRule, severity: Finding["severity"], message: string): Finding {
  return { rule, severity, message, place: lines.place(span), url: rulePage(rule) };
}

/** A value as a message quotes it: one line, at most 60 characters, nothing invisible. Unlike `quoted` it keeps backticks: a remedy must be exact. */
export function quotedValue(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
