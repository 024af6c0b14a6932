/** A click on a check's button, as the ledger remembers it among what was done. */
import type { Memory, Remembered } from "../facts/snapshot.js";

/** Who clicked, and the head that the check was about. */
export interface ButtonClick {
  readonly head: string;
  readonly login: string;
}

/** A click and when it was. */
export interface RememberedClick extends ButtonClick {
  readonly at: Remembered["at"];
}

/** What GitHub sends back when the button “Fix all” is clicked: at most 20 characters. */
export const FIX = "fix";

/** As ledgers have it since before it was called a click. */
const PREFIX = "press/";

export function clickKey({ head, login }: ButtonClick): string {
  return `${PREFIX}${head}/${login}`;
}

/** Picked out once a memory: it holds thousands of effects, and every pull request asks. */
const clickKeys = new WeakMap<Memory["effects"], readonly string[]>();

/** Logins, in the order of the alphabet. */
export function clickedBy(head: string, { effects }: Memory): readonly string[] {
  const keys = clickKeys.get(effects) ?? Object.keys(effects).filter((key) => key.startsWith(PREFIX));
  clickKeys.set(effects, keys);
  const start = clickKey({ head, login: "" });
  return keys.flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : [])).sort();
}

/** Every click that is remembered, those on heads that are no more included. */
export function clicksIn({ effects }: Pick<Memory, "effects">): readonly RememberedClick[] {
  return Object.entries(effects).flatMap(([key, { at }]) => {
    const [, head, login] = key.startsWith(PREFIX) ? key.split("/") : [];
    return head !== undefined && login !== undefined ? [{ head, login, at }] : [];
  });
}
