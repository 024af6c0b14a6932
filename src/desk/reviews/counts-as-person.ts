/** Who counts as a person: neither a bot nor an account that is gone. */
import type { Actor } from "../facts/snapshot.js";

export function countsAsPerson(actor: Actor | null): actor is Actor {
  return actor !== null && !actor.bot && !actor.login.endsWith("[bot]");
}
