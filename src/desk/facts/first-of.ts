/** Of several fields the one that counts: that of the first key that is there. */
import type { Written } from "./post.js";

/** Keys in small letters. */
export function firstOf<Value>(fields: readonly Written<Value>[], keys: readonly string[]): Written<Value> | null {
  return keys.map((key) => fields.find((field) => field.key.toLowerCase() === key)).find((field) => field !== undefined) ?? null;
}
