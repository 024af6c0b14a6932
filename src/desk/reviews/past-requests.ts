/** Past review requests: whom the ledger remembers to have been asked, on which pull request. */
import { includesLogin } from "../facts/person.js";
import type { Memory, PullRequest } from "../facts/snapshot.js";

export interface PastRequest {
  readonly login: string;
  /** Why GitHub refused; null when the request was made. */
  readonly why: string | null;
}

/** By pull request. Read once a plan: the ledger remembers thousands of effects. */
export function pastRequests({ effects }: Memory): ReadonlyMap<number, readonly PastRequest[]> {
  const asks = new Map<number, PastRequest[]>();
  for (const [key, { ended, why }] of Object.entries(effects)) {
    if (!key.startsWith("ask/")) continue;
    const [, pull = "", , logins = ""] = key.split("/");
    const refused = ended === "refused" ? (why ?? "GitHub refused") : null;
    const asked = logins.split(",").map((login) => ({ login, why: refused }));
    asks.set(Number(pull), [...(asks.get(Number(pull)) ?? []), ...asked]);
  }
  return asks;
}

/** Those who are neither asked now nor have reviewed: refused by GitHub, or taken off by hand. */
export function missingSince(asked: readonly PastRequest[], pull: PullRequest): readonly PastRequest[] {
  const present = [...pull.requested.map(({ login }) => login), ...pull.reviews.flatMap(({ by }) => (by ? [by.login] : []))];
  return asked.filter(({ login }) => login !== "" && !includesLogin(present, login));
}
