/** Findings as workflow commands, which GitHub Actions turns into annotations. */
import type { Finding } from "../../desk/facts/finding.js";
import type { LintedFile } from "./linted.js";

const COMMANDS = { error: "error", warning: "warning", advice: "notice" } as const;

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message */
export function sayCommands(linted: readonly LintedFile[]): string {
  return linted.flatMap(({ path, findings }) => findings.map((finding) => `${command(path, finding)}\n`)).join("");
}

function command(path: string, { severity, place, rule, message }: Finding): string {
  // A column of another line would be refused: GitHub takes columns only where an annotation is on one line.
  const columns = place.line === place.endLine ? [`col=${place.column}`, `endColumn=${place.endColumn}`] : [];
  const where = [`file=${asProperty(path)}`, `line=${place.line}`, `endLine=${place.endLine}`, ...columns, `title=${asProperty(rule)}`];
  return `::${COMMANDS[severity]} ${where.join(",")}::${asMessage(message)}`;
}

/** Else a post could end the command and begin one of its own: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function asMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function asProperty(text: string): string {
  return asMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
