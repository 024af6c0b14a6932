/** "Did you mean": the known word that a mistyped one is nearest to. */
import { distance } from "fastest-levenshtein";

/** Null when nothing is near: a third of the letters may differ, and at least two of them, as long as half of the word is right. */
export function nearest(typed: string, known: readonly string[]): string | null {
  const word = typed.slice(0, 80).toLowerCase();
  const allowed = Math.min(Math.max(2, Math.floor(word.length / 3)), Math.floor(word.length / 2));
  let best: { readonly name: string; readonly off: number } | null = null;
  for (const name of known) {
    const off = distance(word, name.toLowerCase());
    if (off <= allowed && (!best || off < best.off)) best = { name, off };
  }
  return best?.name ?? null;
}
