/** The house style: every rule there is, and which are in force for a post, how strictly and with which options. */
import type { Finding } from "../facts/finding.js";
import { levelOf, type LintSettings } from "../facts/lint-settings.js";
import { spelling, type Dictionary } from "./prose/spelling.js";
import type { Rule } from "./rule-kinds/rule.js";
import { RULES } from "./rules.js";

export type { Rule } from "./rule-kinds/rule.js";

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
 * on; so do words of the desk's own for spelling, which says nothing without a dictionary. Options that do not parse are taken for
 * left out: whoever read them has complained already.
 */
export function houseStyle({ rules, words }: LintSettings, dictionary: Dictionary | null = null): RuleSet {
  return HOUSE_STYLE.flatMap((rule): readonly RuleInForce[] => {
    const said = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined;
    const wanted = rule.on || said !== undefined || (rule === spelling && words.length > 0);
    const severity = levelOf(rule.id, wanted ? rule.severity : "off", rules);
    if (severity === "off") return [];
    const options = optionsOf(rule, said?.options);
    return [{ rule, severity, options: rule === spelling ? withDictionary(options, words, dictionary) : options }];
  });
}

/** Whether a dictionary is needed: loading it costs a tenth of a second and 20 MB. */
export function wantsDictionary(settings: LintSettings): boolean {
  return houseStyle(settings).some(({ rule }) => rule === spelling);
}

function optionsOf(rule: Rule, options: unknown): unknown {
  if (rule.options === null) return undefined;
  const parsed = rule.options.safeParse(options);
  return parsed.success ? parsed.data : rule.options.parse(undefined);
}

function withDictionary(options: unknown, words: readonly string[], dictionary: Dictionary | null): unknown {
  const own =
    typeof options === "object" && options !== null && "words" in options && Array.isArray(options.words)
      ? (options.words as unknown[])
      : [];
  return { words: [...own, ...words], ...(dictionary && { dictionary }) };
}
