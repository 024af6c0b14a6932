/** Repositories and instants for the ledger's tests. */
import { plus, readInstant, type Instant } from "../../src/desk/time/zone.js";
import type { Repository } from "../../src/repository.js";

export const NOON = readInstant("2014-07-18T12:00:00Z");

/** So many seconds after noon. */
export function at(seconds: number): Instant {
  return plus(NOON, seconds * 1000);
}

export function repositoryOf(id: number, name = `blog-${id}`): Repository {
  return { id, installation: 7, owner: "mirage", name };
}

export const BLOG = repositoryOf(1, "blog");
export const MINUTES = 60_000;
