/** How `presstime lint` shows what was found. */
import { styleText } from "node:util";
import type { Finding } from "../desk/finding.js";

export const FORMATS = ["stylish", "json"] as const;
export type Format = (typeof FORMATS)[number];

export interface Linted {
  readonly path: string;
  readonly findings: readonly Finding[];
}

export function sayReport(linted: readonly Linted[], format: Format, colours = process.stdout.isTTY && !process.env.NO_COLOR): string {
  if (format === "json") return `${JSON.stringify(linted, null, 2)}\n`;
  const paint = (style: "underline" | "red" | "yellow" | "dim", text: string) => (colours ? styleText(style, text) : text);
  const blocks = linted
    .filter(({ findings }) => findings.length > 0)
    .map(({ path, findings }) => `${paint("underline", path)}\n${findings.map((finding) => line(finding, paint)).join("")}\n`);
  return `${blocks.join("")}${total(linted)}\n`;
}

function line({ place, severity, message, rule }: Finding, paint: (style: "red" | "yellow" | "dim", text: string) => string): string {
  const where = `${place.line}:${place.column}`.padStart(8);
  const what = severity.padEnd(7);
  // A terminal obeys control characters, and a message may quote a post.
  const words = message.replace(/\p{Cc}/gu, " ");
  return `${where}  ${severity === "advice" ? what : paint(severity === "error" ? "red" : "yellow", what)}  ${words}  ${paint("dim", rule)}\n`;
}

function total(linted: readonly Linted[]): string {
  const findings = linted.flatMap((one) => one.findings);
  const say = (count: number, name: string) => `${count} ${name}${count === 1 ? "" : "s"}`;
  const of = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  return `${say(linted.length, "file")}: ${say(of("error"), "error")}, ${say(of("warning"), "warning")}`;
}
