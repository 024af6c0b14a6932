/** Past review requests: whom the ledger remembers to have been asked, on which pull request, and whose request the app took back. */
import { readKey } from "../facts/ledger-key.js";
import { includesLogin } from "../facts/person.js";
import type { Memory, PullRequest } from "../facts/snapshot.js";
import type { Instant } from "../time/zone.js";

export interface PastRequest {
  readonly login: string;
  /** Why GitHub refused; null when the request was made. */
  readonly why: string | null;
  readonly at: Instant;
  /** When the app took it back; null when it did not. */
  readonly takenBackAt: Instant | null;
}

/** By pull request. Read once a plan: the ledger remembers thousands of effects. */
export function pastRequests({ effects }: Memory): ReadonlyMap<number, readonly PastRequest[]> {
  const asks = new Map<number, PastRequest[]>();
  const withdrawn = new Map<string, Instant>();
  for (const [key, { ended, at }] of Object.entries(effects)) {
    const told = ended === "done" ? readKey(key) : null;
    if (told?.kind === "withdraw") for (const login of told.logins) withdrawn.set(`${told.pull}/${login}`, at);
  }
  for (const [key, { ended, why, at }] of Object.entries(effects)) {
    const told = readKey(key);
    if (told?.kind !== "ask") continue;
    const { pull, logins } = told;
    const refused = ended === "refused" ? (why ?? "GitHub refused") : null;
    const asked = logins.map((login) => {
      const takenBackAt = withdrawn.get(`${pull}/${login}`) ?? null;
      return { login, why: refused, at, takenBackAt: takenBackAt && takenBackAt >= at ? takenBackAt : null };
    });
    asks.set(pull, [...(asks.get(pull) ?? []), ...asked]);
  }
  return asks;
}

/** Those who are neither asked now nor have reviewed: refused by GitHub, or taken off by hand. */
export function missingSince(asked: readonly PastRequest[], pull: PullRequest): readonly PastRequest[] {
  const present = [...pull.requested.map(({ login }) => login), ...pull.reviews.flatMap(({ by }) => (by ? [by.login] : []))];
  return asked.filter(({ login }) => login !== "" && !includesLogin(present, login));
}

/** Everybody whom the app asked there, whatever became of it. */
export function loginsAskedOn(pull: number, memory: Memory): readonly string[] {
  return (pastRequests(memory).get(pull) ?? []).flatMap(({ login, why }) => (why === null ? [login] : []));
}
