/** The repository's own lint configuration: which files at its root hold it, and what reading them gives. */
import type { RuleSettings } from "../../facts/lint-settings.js";

export interface ConfigFile {
  readonly name: string;
  readonly text: string;
}

export interface ConfigReading {
  readonly rules: RuleSettings;
  /** What of it is left out and why, each a sentence for people; one that is used whole has none. */
  readonly notes: readonly string[];
}

export const NO_CONFIG: ConfigReading = { rules: {}, notes: [] };

/** Of each family the first that is there is the one in force, as its own tool has it; a later family wins over an earlier one. */
const FAMILIES: readonly (readonly string[])[] = [
  [".markdownlint-cli2.jsonc", ".markdownlint-cli2.yaml", ".markdownlint-cli2.cjs", ".markdownlint-cli2.mjs"],
  [
    ".markdownlint.jsonc",
    ".markdownlint.json",
    ".markdownlint.yaml",
    ".markdownlint.yml",
    ".markdownlint.cjs",
    ".markdownlint.mjs",
    ".markdownlintrc",
  ],
  [".remarkrc", ".remarkrc.json", ".remarkrc.yaml", ".remarkrc.yml", ".remarkrc.js", ".remarkrc.cjs", ".remarkrc.mjs", "package.json"],
];

const CODE = /\.[cm]?js$/;

/** The most that one of them may weigh, in bytes: real ones have a few hundred, but a `package.json` may be long. */
export const MOST_CONFIG_BYTES = 64 * 1024;

/** Whether a file that is called so would set rules, if it were at the root; a `package.json` is there for other things. */
export function isConfigName(name: string): boolean {
  return name !== "package.json" && FAMILIES.some((family) => family.includes(name));
}

/** Of the names at the root of a repository, those to be read as data, and what to say of the others. */
export function chooseConfigs(names: Iterable<string>): { readonly read: readonly string[]; readonly notes: readonly string[] } {
  const there = new Set(names);
  const chosen = FAMILIES.flatMap((family) => family.find((name) => there.has(name)) ?? []);
  return {
    read: chosen.filter((name) => !CODE.test(name)),
    notes: chosen
      .filter((name) => CODE.test(name))
      .map(
        (name) =>
          `\`${name}\` is not read: it is code, and only data is; write it as JSON or YAML, or set the rules under \`lint\` in the desk.`,
      ),
  };
}
