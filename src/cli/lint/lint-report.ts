/** How `presstime lint` shows what was found. */
import { styleText } from "node:util";
import type { Finding } from "../../desk/facts/finding.js";
import { sayCommands } from "./lint-github.js";
import { saySarif } from "./lint-sarif.js";
import { fixesOf } from "../../desk/lint/apply-fixes.js";
import type { LintedFile } from "./linted.js";

export const FORMATS = ["stylish", "json", "github", "sarif"] as const;
export type Format = (typeof FORMATS)[number];

interface Report {
  readonly linted: readonly LintedFile[];
  /** Sentences about the whole: what of the configuration is left out. */
  readonly notes: readonly string[];
}

/** What goes to standard output; all of it is sorted already. Notes are part of `stylish` alone: the others are for machines. */
export function sayReport({ linted, notes }: Report, format: Format, colours: boolean): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(linted, null, 2)}\n`;
    case "github":
      return sayCommands(linted);
    case "sarif":
      return saySarif(linted);
    case "stylish":
      return sayStylish(linted, notes, colours);
  }
}

type Paint = (style: "underline" | "red" | "yellow" | "dim", text: string) => string;

function sayStylish(linted: readonly LintedFile[], notes: readonly string[], colours: boolean): string {
  const paint: Paint = (style, text) => (colours ? styleText(style, text, { validateStream: false }) : text);
  const blocks = linted
    .filter(({ findings }) => findings.length > 0)
    .map(({ path, findings }) => `${paint("underline", harmless(path))}\n${findings.map((finding) => line(finding, paint)).join("")}\n`);
  return `${blocks.join("")}${notes.map((note) => `${harmless(note)}\n`).join("")}${total(linted)}\n`;
}

function line({ place, severity, message, rule }: Finding, paint: Paint): string {
  const where = `${place.line}:${place.column}`.padStart(8);
  const what = severity.padEnd(7);
  return `${where}  ${severity === "advice" ? what : paint(severity === "error" ? "red" : "yellow", what)}  ${harmless(message)}  ${paint("dim", rule)}\n`;
}

/** A terminal obeys control characters, and messages and names may be a stranger's. */
function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, " ");
}

function total(linted: readonly LintedFile[]): string {
  const findings = linted.flatMap((one) => one.findings);
  const say = (count: number, name: string) => `${count} ${name}${count === 1 ? "" : "s"}`;
  const of = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  const advice = of("advice");
  const fixable = findings.filter((finding) => fixesOf([finding]).length > 0).length;
  return [
    `${say(linted.length, "file")}: ${say(of("error"), "error")}, ${say(of("warning"), "warning")}${advice > 0 ? `, ${say(advice, "piece")} of advice` : ""}`,
    ...(fixable > 0 ? [`--fix can fix ${fixable} of these findings`] : []),
  ].join("; ");
}
