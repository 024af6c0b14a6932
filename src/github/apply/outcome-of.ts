/** A failure → the outcome of the effect that met it. */
import type { Effect } from "../../desk/effect.js";
import { sayLackOf } from "../../desk/facts/missing-permission.js";
import { instant } from "../../desk/time/zone.js";
import type { AnswerError } from "../client.js";
import type { Outcome } from "../outcome.js";
import { failureOf } from "../request-failure.js";

export const DONE: Outcome = { kind: "done" };

/** What was thrown on the way. Throws again what is no answer of GitHub's. */
export function outcomeOf(error: unknown, effect: Effect, now: Date): Outcome {
  const failure = failureOf(error, now);
  switch (failure.kind) {
    case "later":
      return { kind: "later", at: failure.until, by: failure.by, why: failure.why };
    case "forbidden":
      return lacksPermission(effect);
    case "missing":
    case "conflict":
      return { kind: "stale", why: failure.why };
    case "refused":
      return { kind: "refused", why: failure.why };
  }
}

/** What one alias of a mutation document came to. Null data without an error is an answer that was cut off. */
export function outcomeOfAlias(errors: readonly AnswerError[], effect: Effect, now: Date): Outcome {
  const [error] = errors;
  const later = (why: string): Outcome => ({ kind: "later", at: instant(new Date(now.getTime() + 60_000)), by: "outage", why });
  if (!error) return later("GitHub gave only part of an answer");
  const { type, message } = error;
  if (type === "NOT_FOUND" || type === "STALE_DATA") return { kind: "stale", why: message };
  if (/not accessible by integration/i.test(message)) return lacksPermission(effect);
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

/** In the words of `app.yml`. */
const PERMISSIONS: Readonly<Record<Effect["kind"], string>> = {
  notice: "pull_requests: write",
  check: "checks: write",
  ask: "pull_requests: write",
  withdraw: "pull_requests: write",
  labels: "pull_requests: write",
  board: "issues: write",
  unsay: "issues: write",
  remind: "issues: write",
  reply: "issues: write",
  react: "issues: write",
  suggest: "pull_requests: write",
  // Not what one would think: https://github.com/orgs/community/discussions/44650
  resolve: "contents: write",
  commit: "contents: write",
  update: "contents: write",
  merge: "contents: write",
  announce: "none",
  foresee: "none",
};

function lacksPermission({ kind }: Effect): Outcome {
  return { kind: "refused", why: sayLackOf(PERMISSIONS[kind]) };
}
