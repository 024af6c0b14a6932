/** A configuration of remark, as far as it sets rules of the house style; no plugin is loaded for it. */
import type { RuleLevel, RuleSetting } from "../../facts/lint-settings.js";
import { eitherOf } from "../../text/quoted.js";
import { isMapping } from "./parse-config.js";
import type { ConfigReading } from "./repository-config.js";

/** What is there in any case. */
const BUILT_IN = /^(?:remark-)?(?:gfm|frontmatter|lint|parse|stringify|message-control)$|^presstime(?:\/remark-preset)?$/;

/** What the presets set otherwise than the house style does. */
const PRESETS: Readonly<Record<string, Readonly<Record<string, RuleSetting>>>> = {
  recommended: { "list-item-indent": { options: "one" }, "ordered-list-marker-style": { options: "." } },
  consistent: { "ordered-list-marker-style": { options: "consistent" } },
};

/** `known` are the ids of the house style. A later plugin wins over an earlier one, as in remark. */
export function readRemark(name: string, config: Readonly<Record<string, unknown>>, known: ReadonlySet<string>): ConfigReading {
  const rules: Record<string, RuleSetting> = {};
  const strangers: string[] = [];
  for (const [plugin, setting] of pluginsOf(config.plugins)) {
    const preset = /^(?:remark-)?preset-lint-(.+)$/.exec(plugin)?.[1] ?? "";
    const rule = /^(?:remark-)?lint-(.+)$/.exec(plugin)?.[1] ?? "";
    if (Object.hasOwn(PRESETS, preset)) Object.assign(rules, PRESETS[preset]);
    else if (known.has(rule)) rules[rule] = settingOf(setting);
    else if (!BUILT_IN.test(plugin) && setting !== false) strangers.push(plugin);
  }
  const notes =
    strangers.length > 0
      ? [`\`${name}\` also names ${eitherOf(strangers, "and")}, which are not loaded: only rules of the house style are.`]
      : [];
  return { rules, notes };
}

/** As a list of names, of pairs, or as a mapping: https://github.com/unifiedjs/unified-engine#config-files */
function pluginsOf(plugins: unknown): readonly (readonly [string, unknown])[] {
  if (isMapping(plugins)) return Object.entries(plugins);
  if (!Array.isArray(plugins)) return [];
  return plugins.flatMap((one: unknown): readonly (readonly [string, unknown])[] => {
    const [plugin, setting] = Array.isArray(one) ? (one as readonly unknown[]) : [one, undefined];
    return typeof plugin === "string" ? [[plugin, setting]] : [];
  });
}

const LEVELS: ReadonlyMap<unknown, RuleLevel | "on"> = new Map<unknown, RuleLevel | "on">([
  [false, "off"],
  [0, "off"],
  ["off", "off"],
  [true, "on"],
  ["on", "on"],
  [1, "warning"],
  ["warn", "warning"],
  [2, "error"],
  ["error", "error"],
]);

/** `false`, options alone, or `[level, options]`, where a list that begins with no level is options. */
function settingOf(setting: unknown): RuleSetting {
  if (setting === false) return { severity: "off" };
  if (setting === true || setting === undefined || setting === null) return {};
  const [first, second] = Array.isArray(setting) ? (setting as readonly unknown[]) : [];
  const level = LEVELS.get(first);
  if (level === undefined) return { options: setting };
  return { ...(level !== "on" && { severity: level }), ...(second !== undefined && { options: second }) };
}
