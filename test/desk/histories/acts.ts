/** What people do in a history. Each act says in words what was done, or null where it could not be done then. */
import fc from "fast-check";
import type { PullRequest } from "../../../src/desk/facts/snapshot.js";
import type { Ground } from "./ground.js";

export type Act = (ground: Ground) => string | null;

export const SLUGS = ["one", "two", "three", "four"] as const;
export const DESK = ["ann", "ben", "cat", "dan"] as const;
/** Of these `eve` may write without being on the desk,. */
const VISITORS = [...DESK, "amir", "eve", "mallory", "stranger"] as const;
export const WRITER_OF: Readonly<Record<string, string>> = { one: "ann", two: "ben", three: "cat" };

export function nth<Some>(list: readonly Some[], n: number): Some | undefined {
  return list[n % Math.max(1, list.length)];
}

/** An act on one of the open pull requests. */
export const onOpen =
  (n: number, act: (pull: PullRequest, ground: Ground) => string | null): Act =>
  (ground) => {
    const pull = nth(ground.world.facts().open, n);
    return pull ? act(pull, ground) : null;
  };

/** An arbitrary act, made of chances. */
export function acts<Chances>(chances: fc.Arbitrary<Chances>, act: (chances: Chances) => Act): fc.Arbitrary<Act> {
  return chances.map(act);
}

export const anyone = fc.constantFrom(...VISITORS);
export const anySlug = fc.constantFrom(...SLUGS);
export const which = fc.nat(5);
