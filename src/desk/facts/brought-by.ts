/** The posts of each pull request: one merge brings them all, and one conversation is about them all. */
import type { PullRequest } from "./snapshot.js";

interface Bringer {
  readonly brought: readonly { readonly pull: Pick<PullRequest, "number"> }[];
}

/** Gives, of each pull request, those of `all` that it brings, each once and in their order; none where it brings none. */
export function broughtBy<One>(
  all: readonly One[],
  dossierOf: (one: One) => Bringer,
): (pull: Pick<PullRequest, "number">) => readonly One[] {
  const bringing = new Map<number, Set<One>>();
  for (const one of all)
    for (const { pull } of dossierOf(one).brought) bringing.set(pull.number, (bringing.get(pull.number) ?? new Set()).add(one));
  return ({ number }) => [...(bringing.get(number) ?? [])];
}
