/** The house style: every rule there is, and which are in force for a post, how strictly and with which options. */
import type { Finding } from "../finding.js";
import type { LintSettings } from "../lint-settings.js";
import type { Rule } from "./rule.js";
import { RULES } from "./rules.js";

export type { Rule } from "./rule.js";

/** Every rule there is, in the order of its id. */
export const HOUSE_STYLE: readonly Rule[] = RULES.toSorted((a, b) => (a.id < b.id ? -1 : 1));

export interface RuleInForce {
  readonly rule: Rule;
  readonly severity: Finding["severity"];
  /** Parsed: with defaults filled in. */
  readonly options: unknown;
}

export type RuleSet = readonly RuleInForce[];

/**
 * The rules in force for a post, those that are off left out. Whoever sets something about a rule that is off by itself turns it
 * on. Options that do not parse are taken for left out: whoever read them has complained already.
 */
export function houseStyle({ rules }: Pick<LintSettings, "rules">): RuleSet {
  return HOUSE_STYLE.flatMap((rule): readonly RuleInForce[] => {
    const said = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined;
    const severity = said?.severity ?? (rule.on || said ? rule.severity : "off");
    return severity === "off" ? [] : [{ rule, severity, options: optionsOf(rule, said?.options) }];
  });
}

function optionsOf(rule: Rule, options: unknown): unknown {
  if (rule.options === null) return undefined;
  const parsed = rule.options.safeParse(options);
  return parsed.success ? parsed.data : rule.options.parse(undefined);
}
