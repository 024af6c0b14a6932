/** The list of variables, written for operators: as a `.env` file to fill in, and as a table. */
import { VARIABLES, type Variable } from "./variables.js";

const LIST: readonly (readonly [string, Variable])[] = Object.entries(VARIABLES);

/** A `.env` with every variable: the needed ones empty, the others commented out with their example. */
export function settingsAsEnv(): string {
  const paragraphs = LIST.map(([name, { says, example, unset, needed }]) => {
    const when =
      needed === "yes"
        ? "Required."
        : needed === "no"
          ? unset === null
            ? ""
            : `Default: ${unset}.`
          : "Set PRIVATE_KEY or PRIVATE_KEY_PATH.";
    const line = needed === "yes" ? `${name}=` : `# ${name}=${example}`;
    return `# ${`${says.replaceAll("`", "")} ${when}`.trim()}\n${line}\n`;
  });
  return `# Presstime's settings. Copy this file to .env, or set the same variables in another way.\n# Without settings, \`npm start\` runs a sandbox.\n\n${paragraphs.join("\n")}`;
}

/** The same as a Markdown table, its columns as wide as the formatter makes them. */
export function settingsAsTable(): string {
  const head = ["variable", "needed", "default", "what it is"];
  const rows = LIST.map(([name, { says, unset, needed }]) => [`\`${name}\``, needed, unset === null ? "" : `\`${unset}\``, says]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |\n`;
  return [head, widths.map((width) => "-".repeat(width)), ...rows].map(line).join("");
}
