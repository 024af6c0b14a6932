/** The reference page of the desk file and the editor's JSON Schema, both made from the one schema. */
import { stringify } from "yaml";
import { deskKeys, type DeskKey } from "../../src/desk/config/shape.js";
import { EXAMPLE_DESK } from "./example-desk.js";

/** `docs/presstime.schema.json`. */
export function deskJsonSchema(): string {
  return `${JSON.stringify(deskKeys, null, 2)}\n`;
}

/** `docs/config.md`. */
export function configReference(): string {
  return [
    "# The desk file: `.github/presstime.yml`",
    "<!-- Made from src/desk/config/schema.ts by `npm run docs`. Do not edit. -->",
    [
      "One YAML file on the default branch says who the people of the desk are, by which rules posts go live, and what was promised.",
      "Where a repository has none, the one in the owner's `.github` repository counts. A pull request that changes it gets a check,",
      "`presstime/config`, which lists all errors at once, with their lines. Until they are corrected, Presstime uses the last version without errors.",
    ].join("\n"),
    [
      "Editors complete and check the keys once the file begins with the line below (the path is that of a copy of",
      "[presstime.schema.json](presstime.schema.json)).",
    ].join("\n"),
    fenced("# yaml-language-server: $schema=presstime.schema.json"),
    "## An example",
    fenced(EXAMPLE_DESK.trimEnd()),
    "## Limits",
    [
      "The file is UTF-8, at most 256 kB, in lines of at most 2,000 characters, nested at most 64 levels deep, and its YAML aliases stand",
      "for at most 100 values. An unknown key is an error.",
    ].join("\n"),
    "## The keys",
    "Every key may be left out unless it is marked **required**; it then has its default.",
    ...keysOf("", deskKeys),
  ]
    .join("\n\n")
    .concat("\n");
}

function keysOf(prefix: string, { properties = {}, required = [] }: DeskKey): string[] {
  return Object.entries(properties).flatMap(([name, key]) => {
    const path = `${prefix}${name}`;
    return [
      `### \`${path}\``,
      about(key, required.includes(name)),
      ...examples(name, key),
      ...keysOf(`${path}.`, key),
      ...(key.anyOf ?? []).flatMap((one) => keysOf(`${path}.`, one)),
      ...keysOf(`${path}[].`, key.items ?? {}),
    ];
  });
}

function about(key: DeskKey, required: boolean): string {
  const facts = [typeOf(key), ...limits(key), required ? "**required**" : defaultOf(key)].filter((fact) => fact !== "");
  return `${key.description ?? ""}\n\n${facts.join(" · ")}`;
}

function typeOf({ type, enum: choices, items, anyOf }: DeskKey): string {
  if (anyOf) return anyOf.map(typeOf).join(", or ");
  if (choices) return `one of ${choices.map((choice) => `\`${choice}\``).join(", ")}`;
  switch (type) {
    case "array":
      return items?.type === "object" ? "list of mappings" : "list of texts";
    case "object":
      return "mapping";
    case "integer":
      return "whole number";
    case "boolean":
      return "`true` or `false`";
    default:
      return "text";
  }
}

function limits({ type, minimum, maximum, maxItems, maxLength, items }: DeskKey): string[] {
  if (type === "integer" && minimum !== undefined && maximum !== undefined) return [`${minimum} to ${maximum}`];
  const each = items?.maxLength === undefined ? [] : [`each at most ${items.maxLength} characters`];
  return [
    ...(maxItems === undefined ? [] : [`at most ${maxItems}`]),
    ...each,
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
  ];
}

function defaultOf({ type, default: value }: DeskKey): string {
  return value === undefined || type === "object" ? "" : `default: \`${JSON.stringify(value)}\``;
}

function examples(name: string, { examples: [example] = [] }: DeskKey): string[] {
  return example === undefined ? [] : [fenced(stringify({ [name]: example }, { lineWidth: 0 }).trimEnd())];
}

function fenced(yaml: string): string {
  return `\`\`\`yaml\n${yaml}\n\`\`\``;
}
