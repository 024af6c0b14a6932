/** A failure → the outcome of the effect that met it. */
import { sayLackOf } from "../../desk/facts/missing-permission.js";
import { instant } from "../../desk/time/zone.js";
import type { AnswerError } from "../client.js";
import type { Outcome } from "../outcome.js";
import { failureOf } from "../request-failure.js";
import { needOf } from "../requests.js";
import { MUTATIONS, type MutationField } from "./mutations.js";

export const DONE: Outcome = { kind: "done" };

/** What was thrown on the way. Throws again what is no answer of GitHub's. */
export function outcomeOf(error: unknown, now: Date): Outcome {
  const failure = failureOf(error, now);
  switch (failure.kind) {
    case "later":
      return { kind: "later", at: failure.until, by: failure.by, why: failure.why };
    case "forbidden": {
      const need = needOf(error);
      return need === null ? { kind: "refused", why: failure.why } : lacks(need);
    }
    case "missing":
    case "conflict":
      return { kind: "stale", why: failure.why };
    case "refused":
      return { kind: "refused", why: failure.why };
  }
}

/** What one alias of a mutation document came to. Null data without an error is an answer that was cut off. */
export function outcomeOfAlias(errors: readonly AnswerError[], field: MutationField, now: Date): Outcome {
  const [error] = errors;
  const later = (why: string): Outcome => ({ kind: "later", at: instant(new Date(now.getTime() + 60_000)), by: "outage", why });
  if (!error) return later("GitHub gave only part of an answer");
  const { type, message } = error;
  if (type === "NOT_FOUND" || type === "STALE_DATA") return { kind: "stale", why: message };
  if (/not accessible by integration/i.test(message)) return lacks(MUTATIONS[field].needs[0]);
  return /something went wrong|timed? ?out|try again/i.test(message) ? later(message) : { kind: "refused", why: onOneLine(message) };
}

/** Rulesets say the rules that were broken on lines of their own, protected branches after a colon. */
function onOneLine(message: string): string {
  return message
    .split("\n")
    .map((line) => line.trim().replace(/:$/, ""))
    .filter((line) => line !== "")
    .join(": ");
}

function lacks(need: string): Outcome {
  return { kind: "refused", why: sayLackOf(need) };
}
