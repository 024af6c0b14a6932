/** A failed reading → `Unavailable`, with when to try again. */
import { instant } from "../../desk/time/zone.js";
import { Unavailable } from "../forge.js";
import { failureOf } from "../request-failure.js";
import { PartialAnswer } from "./scope.js";

const HOUR = 3_600_000;

/** Rejects with what is no answer of GitHub's as it is. */
export function unavailable(error: unknown, what: string, now: Date): Unavailable {
  const until = (milliseconds: number) => instant(new Date(now.getTime() + milliseconds));
  if (error instanceof Unavailable) return error;
  if (error instanceof PartialAnswer) {
    const lasting = error.type === "NOT_FOUND" || error.type === "FORBIDDEN";
    return new Unavailable(`${what} cannot be read: ${error.message}`, until(lasting ? HOUR : HOUR / 60), { cause: error });
  }
  const failure = failureOf(error, now);
  const at = failure.kind === "later" ? failure.until : until(HOUR);
  return new Unavailable(`${what} cannot be read: ${failure.why}`, at, { cause: error });
}
