/** The text of a configuration file as plain values: JSON with comments, or YAML; never code. */
import stripJsonComments from "strip-json-comments";
import { parse } from "yaml";
import { textTrouble } from "../../config/yaml/text-trouble.js";
import type { ConfigFile } from "./repository-config.js";
import { MOST_CONFIG_BYTES } from "./repository-config.js";

type Parsed =
  { readonly kind: "mapping"; readonly value: Readonly<Record<string, unknown>> } | { readonly kind: "none"; readonly why: string };

/** Aliases that multiply are refused by the parser, at the same bound as in a desk. */
const MOST_ALIASES = 100;

/** Never throws, whatever the text is. */
export function parseConfig({ name, text }: ConfigFile): Parsed {
  if (text.length > MOST_CONFIG_BYTES) return { kind: "none", why: `it is longer than ${MOST_CONFIG_BYTES / 1024} kB` };
  const source = text.replace(/^\uFEFF/, "");
  if (textTrouble(source)) return { kind: "none", why: "its lines are too long or its nesting is too deep" };
  try {
    const value: unknown = /\.ya?ml$/.test(name)
      ? parse(source, { maxAliasCount: MOST_ALIASES, logLevel: "silent" })
      : JSON.parse(stripJsonComments(source, { trailingCommas: true }));
    return isMapping(value) ? { kind: "mapping", value } : { kind: "none", why: "it is no mapping" };
  } catch {
    return { kind: "none", why: /\.ya?ml$/.test(name) ? "it is not YAML" : "it is not JSON" };
  }
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
