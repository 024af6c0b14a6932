/** A press of a check's button, as the ledger remembers it among what was done. */
import type { Memory } from "./snapshot.js";

/** Who pressed, and the head that the check was about. */
export interface Press {
  readonly head: string;
  readonly login: string;
}

/** What GitHub sends back when the button “Fix all” is pressed: at most 20 characters. */
export const FIX = "fix";

const PREFIX = "press/";

export function pressKey({ head, login }: Press): string {
  return `${PREFIX}${head}/${login}`;
}

/** Logins, in the order of the alphabet. */
export function pressedBy(head: string, { effects }: Memory): readonly string[] {
  const start = pressKey({ head, login: "" });
  return Object.keys(effects)
    .flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []))
    .sort();
}
