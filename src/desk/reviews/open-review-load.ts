/** How many reviews each person still owes. */
import type { PullRequest } from "../facts/snapshot.js";

/** Open requests by login in small letters; people who owe none are not in it. */
export function openReviewLoad(pulls: readonly PullRequest[]): ReadonlyMap<string, number> {
  const load = new Map<string, number>();
  for (const { standing, requested } of pulls) {
    if (standing !== "open") continue;
    for (const login of new Set(requested.map((one) => one.login.toLowerCase()))) load.set(login, (load.get(login) ?? 0) + 1);
  }
  return load;
}

export function loadOf(load: ReadonlyMap<string, number>, login: string): number {
  return load.get(login.toLowerCase()) ?? 0;
}
