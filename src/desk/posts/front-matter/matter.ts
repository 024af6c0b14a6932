/** Front matter as every form of it is read: fields by lower-case key, each value with its span. */
import type { Finding } from "../../facts/finding.js";
import type { Span } from "../../facts/lines.js";

export interface Matter {
  /** By key in lower case: `Author` and `author` are one. */
  readonly fields: Fields;
  readonly findings: readonly Finding[];
}

export type Fields = ReadonlyMap<string, Value>;

export type Value =
  | { readonly kind: "text"; readonly text: string; readonly span: Span }
  | { readonly kind: "flag"; readonly flag: boolean; readonly span: Span }
  | { readonly kind: "list"; readonly members: readonly Value[]; readonly span: Span }
  | { readonly kind: "map"; readonly fields: Fields; readonly span: Span }
  | { readonly kind: "empty"; readonly span: Span };

export const NO_MATTER: Matter = { fields: new Map(), findings: [] };

/** The first of `keys` that holds text with something in it. */
export function firstText(fields: Fields, keys: readonly string[]): { readonly text: string; readonly span: Span } | null {
  for (const key of keys) {
    const value = fields.get(key);
    if (value?.kind === "text" && value.text.trim() !== "") return { text: value.text.trim(), span: value.span };
  }
  return null;
}
