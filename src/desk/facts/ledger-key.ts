/** Keys by which the ledger knows effects (`keyOf` in `effect.ts`), as far as more than one place needs them: how they are put together, and taken apart. */
import type { Day } from "../time/zone.js";
import type { Memory, PullRequest, Remembered } from "./snapshot.js";

/** Every check that the app makes. */
export const CHECK_NAMES = ["presstime/lint", "presstime/review", "presstime/schedule", "presstime/config"] as const;

export function checkKey(name: string, head: string): string {
  return `check/${name}/${head}`;
}

export function headKey(kind: "merge" | "commit" | "update", pull: number, head: string): string {
  return `${kind}/${pull}/${head}`;
}

/** In whatever order they are given. */
export function listKey(about: string, words: readonly string[]): string {
  return `${about}/${[...words].sort().join(",")}`;
}

export function labelsKey(pull: number): string {
  return `labels/${pull}`;
}

/** The app's last try to merge the present head of a pull request, commit to it or update it; undefined when it has not tried. */
export function lastTry(kind: "merge" | "commit" | "update", { number, head }: PullRequest, { effects }: Memory): Remembered | undefined {
  return effects[headKey(kind, number, head.sha)];
}

/** The mark of a reminder, which is its key. */
export function remindMark(to: string, day: Day): string {
  return `remind/${to.toLowerCase()}/${day}`;
}

/** The login, in small letters, of whoever a reminder with that mark was to; null when it is another's mark. */
export function remindedBy(mark: string | null): string | null {
  return mark?.startsWith("remind/") ? (mark.split("/")[1] ?? null) : null;
}

/** What keys tell that are looked through rather than looked up. */
type AboutPull =
  | { readonly kind: "ask" | "withdraw"; readonly pull: number; readonly logins: readonly string[] }
  | { readonly kind: "commit" | "update"; readonly pull: number }
  | { readonly kind: "resolve"; readonly pull: number; readonly marks: readonly string[] };

/** Null when it is none of these. */
export function readKey(key: string): AboutPull | null {
  const [kind, number = "", ...rest] = key.split("/");
  const pull = Number(number);
  switch (kind) {
    case "ask":
    case "withdraw":
      return { kind, pull, logins: (rest.at(-1) ?? "").split(",") };
    case "commit":
    case "update":
      return { kind, pull };
    case "resolve":
      return { kind, pull, marks: rest.join("/").split(",") };
    default:
      return null;
  }
}
