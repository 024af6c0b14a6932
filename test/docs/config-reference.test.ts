/** The published reference and JSON Schema are those of the schema as it is now. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { configReference, deskJsonSchema } from "../../scripts/docs/config-reference.js";
import { EXAMPLE_DESK } from "../../scripts/docs/example-desk.js";
import { readDesk } from "../../src/desk/config/read-desk.js";
import { deskKeys, type DeskKey } from "../../src/desk/config/shape.js";

const published = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");

/** Every key with its path, lists of mappings included. */
function everyKey(key: DeskKey, prefix = ""): [string, DeskKey][] {
  return Object.entries(key.properties ?? {}).flatMap(([name, one]): [string, DeskKey][] => [
    [`${prefix}${name}`, one],
    ...everyKey(one, `${prefix}${name}.`),
    ...everyKey(one.items ?? {}, `${prefix}${name}[].`),
  ]);
}

describe("the reference of the desk file", () => {
  it("[DK51] docs/config.md and docs/presstime.schema.json are what the schema makes; `npm run docs` writes them anew", () => {
    expect(published("config.md")).toBe(configReference());
    expect(published("presstime.schema.json")).toBe(deskJsonSchema());
  });

  it("[DK51] every key is told, in a sentence, with an example that the desk would take", () => {
    const page = configReference();
    const keys = everyKey(deskKeys);
    expect(keys.length).toBeGreaterThan(35);
    for (const [path, key] of keys) {
      expect(page).toContain(`### \`${path}\``);
      expect(`${path}: ${key.description ?? ""}`).toMatch(/: [A-Z`].*\.$/);
      const told = key.examples !== undefined || key.default !== undefined || key.type === "object" || key.items?.type === "object";
      expect([path, told]).toEqual([path, true]);
    }
  });

  it("[DK52] its example is a good desk, to us and to an editor", () => {
    expect(readDesk(EXAMPLE_DESK).findings).toEqual([]);
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(deskJsonSchema()) as object);
    expect(validate(parse(EXAMPLE_DESK))).toBe(true);
    expect(validate({ zoen: "UTC" })).toBe(false);
  });
});
