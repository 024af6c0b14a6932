/** A configuration of markdownlint, in the words of our rules. */
import type { RuleSetting, RuleSettings } from "../../facts/lint-settings.js";
import { eitherOf } from "../../text/quoted.js";
import { TWINS, type Twin } from "./markdownlint-twins.js";
import { isMapping } from "./parse-config.js";
import type { ConfigReading } from "./repository-config.js";

/** Keys that are no rules. */
const OTHERS = new Set(["default", "extends", "$schema"]);

/** In the order of the file, as markdownlint reads it: a later key wins over an earlier one, whether rule or tag. */
export function readMarkdownlint(name: string, config: Readonly<Record<string, unknown>>): ConfigReading {
  const rules: Record<string, RuleSetting> = {};
  const strangers: string[] = [];
  const set = (twins: readonly Twin[], value: unknown) => {
    for (const twin of twins) for (const id of twin.rules) rules[id] = settingOf(twin, value);
  };
  if (config.default === false) set(TWINS, false);
  for (const [key, value] of Object.entries(config)) {
    if (OTHERS.has(key)) continue;
    const twins = twinsOf(key.toLowerCase());
    if (twins.length > 0) set(twins, value);
    else if (value !== false) strangers.push(key);
  }
  const notes = [
    ...("extends" in config ? [`What \`${name}\` extends is not read: only the files at the root are.`] : []),
    ...(strangers.length > 0 ? [`\`${name}\` also sets ${eitherOf(strangers, "and")}, which have no twin here and are left out.`] : []),
  ];
  return { rules: rules satisfies RuleSettings, notes };
}

function twinsOf(key: string): readonly Twin[] {
  const named = TWINS.filter(({ id, aliases }) => id.toLowerCase() === key || aliases.includes(key));
  return named.length > 0 ? named : TWINS.filter(({ tags }) => tags.includes(key));
}

/** Markdownlint calls everything an error; here an error keeps a post from going live, so that only the desk may say it. */
function settingOf({ options }: Twin, value: unknown): RuleSetting {
  if (value === false || (isMapping(value) && value.enabled === false)) return { severity: "off" };
  const severity = isMapping(value) ? value.severity : value;
  const ours = isMapping(value) ? options?.(value) : undefined;
  return { ...(severity === "warning" && { severity: "warning" }), ...(ours !== undefined && { options: ours }) };
}
