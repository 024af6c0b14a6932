/** What the schema says of a desk file, in our grammar: *Unexpected X, expected Y*, at the very key or value, with the remedy. */
import { z } from "zod";
import { nearest } from "../text/nearest.js";
import { eitherOf, quoted } from "../text/quoted.js";
import { deskSchema } from "./schema.js";
import type { Path } from "./yaml/raw-values.js";
import type { Pending } from "./yaml/remark.js";
import type { DeskText } from "./yaml/yaml-text.js";

/** The part of JSON Schema that ours uses. */
export interface DeskKey {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, DeskKey>>;
  readonly items?: DeskKey;
  /** One value, or a mapping that says more. */
  readonly anyOf?: readonly DeskKey[];
}

/** The schema as JSON Schema 2020-12: for editors, for the reference page, and for the words below. */
export const deskKeys = z.toJSONSchema(deskSchema, { io: "input" }) as DeskKey;

type Issue = z.core.$ZodIssue;

export function shapeFindings(issues: readonly Issue[], text: DeskText): Pending[] {
  return issues.flatMap((issue): Pending[] => {
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, issue.path, text));
    const given = valueAt(text.value, issue.path);
    if (issue.code === "invalid_union") {
      const meant = (typeof given === "object" && given !== null ? issue.errors.at(-1) : issue.errors[0]) ?? [];
      if (issue.path[0] === "site")
        return shapeFindings(
          meant.map((one) => ({ ...one, path: [...issue.path, ...one.path] })),
          text,
        );
    }
    const missing = given === undefined && issue.path.length > 0;
    return [
      {
        rule: "desk-value",
        severity: "error",
        message: missing ? sayGap(issue) : `Unexpected ${sayGiven(given)}${sayWhere(issue.path)}, expected ${sayExpected(issue, given)}`,
        place: () => text.placeOf(missing ? issue.path.slice(0, -1) : issue.path, "value"),
      },
    ];
  });
}

function unknownKey(key: string, path: Path, text: DeskText): Pending {
  const message = () => {
    const known = Object.keys(keysIn(keyAt(path)));
    const near = nearest(key, known);
    const expected = near ? `${quoted(near)}; did you mean that?` : `${eitherOf(known)}; remove it or rename it`;
    return `Unexpected key ${quoted(key)}${sayWhere(path, "in")}, expected ${expected}`;
  };
  return { rule: "desk-key", severity: "error", message, place: () => text.placeOf([...path, key], "key") };
}

function sayGap(issue: Issue): string {
  const name = String(issue.path.at(-1));
  return `Unexpected gap: ${quoted(name)} is missing${sayWhere(issue.path.slice(0, -1), "in")}, expected ${sayType(keyAt(issue.path))}`;
}

function sayGiven(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "empty list" : "list";
  switch (typeof value) {
    case "string":
      return quoted(value);
    case "number":
    case "bigint":
      return `number ${quoted(String(value))}`;
    case "boolean":
      return quoted(String(value));
    default:
      return "mapping";
  }
}

/** ` for `people.login``: the keys on the way, without the indices that the place shows better. */
function sayWhere(path: Path, joint = "for"): string {
  const keys = path.filter((step) => typeof step === "string");
  return keys.length > 0 ? ` ${joint} ${quoted(keys.join("."))}` : "";
}

function sayExpected(issue: Issue, given: unknown): string {
  const key = keyAt(issue.path);
  switch (issue.code) {
    case "invalid_type":
      return sayType(key) + remedy(given, key);
    case "invalid_value":
      return eitherOf(issue.values.map(String));
    case "too_small":
      if (issue.origin === "string") return sayType(key);
      return issue.origin === "array" ? `at least ${issue.minimum} of them` : `at least ${issue.minimum}`;
    case "too_big":
      if (issue.origin === "string") return `at most ${issue.maximum} characters`;
      return issue.origin === "array" ? `at most ${issue.maximum} of them` : `at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function sayType(key: DeskKey | null): string {
  const example = key?.examples?.[0];
  const such = typeof example === "string" || typeof example === "number" ? ` such as ${quoted(String(example))}` : "";
  switch (key?.type) {
    case "object":
      return `a mapping with ${eitherOf(Object.keys(key.properties ?? {}), "and")}`;
    case "array":
      return key.items?.type === "object"
        ? `a list of mappings with ${eitherOf(Object.keys(key.items.properties ?? {}), "and")}`
        : "a list";
    case "integer":
      return `a whole number${such}`;
    case "boolean":
      return "`true` or `false`";
    default:
      return key?.enum ? eitherOf(key.enum) : `text${such}`;
  }
}

function remedy(given: unknown, key: DeskKey | null): string {
  if (given === null) return "; fill it in or remove the key";
  if (key?.type === "string" && (typeof given === "number" || typeof given === "boolean")) return "; put it in quotes";
  if (key?.type === "array" && typeof given === "string") return `; write \`[…]\` around it`;
  return "";
}

function keyAt(path: Path): DeskKey | null {
  let key: DeskKey | undefined = deskKeys;
  for (const step of path) {
    key = typeof step === "number" ? key?.items : keysIn(key)[String(step)];
  }
  return key ?? null;
}

/** The keys of a mapping, be it the only thing that may stand there or one of two. */
function keysIn(key: DeskKey | null | undefined): Readonly<Record<string, DeskKey>> {
  return (key?.anyOf?.find(({ type }) => type === "object") ?? key)?.properties ?? {};
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<PropertyKey, unknown>)[step];
  }
  return here;
}
