/** What must be true of the desk's key `lint`: rules that there are, and options that they take. */
import type { z } from "zod";
import type { Place } from "../../facts/finding.js";
import { bareRule } from "../../facts/lint-settings.js";
import { SITE_RULE_IDS } from "../../facts/silenced-rules.js";
import { nearest } from "../../text/nearest.js";
import { eitherOf, quoted } from "../../text/quoted.js";
import type { Path } from "../yaml/raw-values.js";
import type { Pending } from "../yaml/remark.js";
import type { DeskText } from "../yaml/yaml-text.js";

/** What of a rule must be known to tell whether a desk sets it right. */
export interface KnownRule {
  readonly id: string;
  /** Null when there is nothing to set. */
  readonly options: z.ZodType | null;
}

type PlaceOf = (path: Path, part: "key" | "value") => Place;

/** Shapes are the schema's to judge; this looks at what it lets pass. Unknown rules are warnings: a desk outlives the rules of one version. */
export function lintRemarks(text: DeskText, house: readonly KnownRule[]): Pending[] {
  const { value } = text;
  const known = [...house, ...SITE_RULE_IDS.map((id) => ({ id, options: null }))];
  const placeOf: PlaceOf = (path, part) => text.placeOf(path, part);
  const lint = under(value, "lint");
  const paths = under(lint, "paths");
  const places: readonly Path[] = [
    ["lint", "rules"],
    ...(Array.isArray(paths) ? paths.map((_, n): Path => ["lint", "paths", n, "rules"]) : []),
  ];
  return places.flatMap((path) => {
    const rules = path.reduce(under, value);
    if (typeof rules !== "object" || rules === null) return [];
    return Object.entries(rules).flatMap(([id, setting]: [string, unknown]): Pending[] => {
      const rule = known.find((one) => one.id === bareRule(id));
      const at = [...path, id];
      if (!rule) return [unknownRule(id, known, () => placeOf(at, "key"))];
      const options = under(setting, "options");
      return options === undefined ? [] : optionRemarks(rule, options, [...at, "options"], placeOf);
    });
  });
}

function unknownRule(id: string, known: readonly KnownRule[], place: Pending["place"]): Pending {
  const near = nearest(
    bareRule(id),
    known.map((one) => one.id),
  );
  const remedy = near ? `${quoted(near)}; did you mean that?` : "one of those that docs/rules lists; it is left out";
  return { rule: "desk-lint", severity: "warning", message: `Unexpected rule ${quoted(id)}, expected ${remedy}`, place };
}

function optionRemarks(rule: KnownRule, options: unknown, path: Path, placeOf: PlaceOf): Pending[] {
  const wrong = (message: string, place: Pending["place"]): Pending => ({ rule: "desk-lint", severity: "error", message, place });
  if (rule.options === null)
    return [wrong(`Unexpected options of ${quoted(rule.id)}, expected none: there is nothing to set`, () => placeOf(path, "key"))];
  const parsed = rule.options.safeParse(options);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue): Pending[] => {
    const at = [...path, ...issue.path];
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => {
        const remedy = "one that its page in docs/rules tells";
        return wrong(`Unexpected option ${quoted(key)} of ${quoted(rule.id)}, expected ${remedy}`, () => placeOf([...at, key], "key"));
      });
    const name = issue.path.length > 0 ? `option ${quoted(issue.path.join("."))}` : "options";
    return [wrong(`Unexpected ${name} of ${quoted(rule.id)}, expected ${expectedBy(issue)}`, () => placeOf(at, "value"))];
  });
}

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "array"
        ? "a list"
        : issue.expected === "object" || issue.expected === "record"
          ? "a mapping"
          : `a ${issue.expected}`;
    case "invalid_value":
      return eitherOf(issue.values.map(String));
    case "too_small":
      return `at least ${issue.minimum}`;
    case "too_big":
      return `at most ${issue.maximum}`;
    default:
      return "what its page in docs/rules tells";
  }
}

function under(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
}
