/** The options of a rule as its page tells them, made from the schema that reads them. */
import { z } from "zod";

interface OptionKey {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly OptionKey[];
  readonly items?: OptionKey;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, OptionKey>>;
}

/** Empty when there is nothing to set. */
export function ruleOptions(schema: z.ZodType | null): string {
  if (schema === null) return "";
  const shape = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as OptionKey;
  if (shape.properties === undefined) return `\`options\` is ${told(shape)}`;
  const rows = Object.entries(shape.properties).filter(([, { description }]) => description !== undefined);
  return rows.map(([name, key]) => `- \`${name}\`: ${told(key)}`).join("\n");
}

function told(key: OptionKey): string {
  const facts = [kindOf(key), key.default === undefined ? "" : `default \`${JSON.stringify(key.default)}\``].filter((fact) => fact !== "");
  return `${facts.join(", ")}. ${key.description ?? ""}`.trim();
}

function kindOf({ type, enum: choices, const: one, anyOf, items, minimum, maximum }: OptionKey): string {
  if (choices) return choices.map((choice) => `\`${JSON.stringify(choice)}\``).join(", ");
  if (one !== undefined) return `\`${JSON.stringify(one)}\``;
  if (anyOf) return anyOf.map(kindOf).join(" or ");
  if (type === "integer")
    return minimum === undefined || maximum === undefined ? "whole number" : `whole number from ${minimum} to ${maximum}`;
  if (type === "boolean") return "`true` or `false`";
  if (type === "array") return `list of ${items?.type === "string" ? "texts" : "values"}`;
  return type === "string" ? "text" : "value";
}
