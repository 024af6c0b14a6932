/** Reads the repository's own lint configuration, whichever tools it is for, into settings of our rules. */
import type { RuleSettings } from "../../facts/lint-settings.js";
import { HOUSE_STYLE } from "../house-style.js";
import { isMapping, parseConfig } from "./parse-config.js";
import { readMarkdownlint } from "./read-markdownlint.js";
import { readRemark } from "./read-remark.js";
import type { ConfigFile, ConfigReading } from "./repository-config.js";

/** In the order of `chooseConfigs`: a later file wins. Never throws; what cannot be read is a note. */
export function readConfigs(files: readonly ConfigFile[]): ConfigReading {
  const readings = files.map((file) => readConfig(file, files));
  return {
    rules: readings.reduce<RuleSettings>((rules, one) => ({ ...rules, ...one.rules }), {}),
    notes: readings.flatMap(({ notes }) => notes),
  };
}

function readConfig(file: ConfigFile, all: readonly ConfigFile[]): ConfigReading {
  const { name } = file;
  const parsed = parseConfig(file);
  if (parsed.kind === "none") return { rules: {}, notes: name === "package.json" ? [] : [`\`${name}\` is not read: ${parsed.why}.`] };
  const { value } = parsed;
  if (name === "package.json")
    return isMapping(value.remarkConfig) ? readRemark(name, value.remarkConfig, KNOWN) : { rules: {}, notes: [] };
  if (name.startsWith(".remarkrc")) return readRemark(name, value, KNOWN);
  if (!name.startsWith(".markdownlint-cli2")) return readMarkdownlint(name, value);
  const code = ["customRules", "markdownItPlugins", "modulePaths"].filter((key) => key in value).map((key) => `\`${key}\``);
  // Where both are there, markdownlint-cli2 itself takes the rules of `.markdownlint.*` alone.
  const others = all.some((one) => one.name.startsWith(".markdownlint.") || one.name === ".markdownlintrc");
  const rules = isMapping(value.config) && !others ? readMarkdownlint(name, value.config) : { rules: {}, notes: [] };
  return {
    ...rules,
    notes: [...rules.notes, ...(code.length > 0 ? [`${code.join(", ")} of \`${name}\` name code, which is not loaded.`] : [])],
  };
}

const KNOWN: ReadonlySet<string> = new Set(HOUSE_STYLE.map(({ id }) => id));
