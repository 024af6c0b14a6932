/** What a failed request means, whichever of GitHub's several ways of saying it was used. */
import { instant, type Instant } from "../desk/time/zone.js";
import type { Hindrance } from "./hindrance.js";

type RequestFailure =
  /** A limit (429, 403), an outage, a network that fails, credentials that do not work now: the same request may succeed at `until`, and until then the repository is left alone (`queue/cool-down.ts`). */
  | { readonly kind: "later"; readonly until: Instant; readonly by: Hindrance; readonly why: string }
  /** The App lacks a permission. */
  | { readonly kind: "forbidden"; readonly why: string }
  /** It is not there, or not to be seen. */
  | { readonly kind: "missing"; readonly why: string }
  /** What was asked for does not fit what is (409). */
  | { readonly kind: "conflict"; readonly why: string }
  /** GitHub will not have it. */
  | { readonly kind: "refused"; readonly status: number; readonly why: string };

const MINUTE_S = 60;
const HOUR_S = 3600;

/** `error` as octokit throws it. What is not an answer of GitHub's, such as a mistake of ours, is thrown again. */
export function failureOf(error: unknown, now: Date): RequestFailure {
  const failed = readFailure(error);
  if (!failed) throw error;
  const later = (by: Hindrance, seconds: number, why: string): RequestFailure => ({
    kind: "later",
    until: instant(new Date(now.getTime() + seconds * 1000)),
    by,
    why,
  });
  const { status, headers, words } = failed;
  if (failed.limited || status === 403 || status === 429) {
    const wait = secondsOfLimit(failed, now);
    if (wait !== null) return later("limit", wait, `GitHub asks to wait: ${words}`);
    // What stands between GitHub and us counts for itself.
    if (status === 429) return later("outage", MINUTE_S, `GitHub asks to wait: ${words}`);
  }
  if (status === 401 || /integration not found/i.test(words))
    return later("credentials", 5 * MINUTE_S, `GitHub rejects the App's credentials (APP_ID and PRIVATE_KEY): ${words}`);
  // Suspending is a person's doing in the App's settings, and undone there.
  if (status === 403 && /suspended/i.test(words)) return later("closed", MINUTE_S, `GitHub says: ${words}`);
  if (status === undefined || status >= 500)
    return later("outage", Number(headers["retry-after"]) || MINUTE_S, `GitHub does not answer: ${words}`);
  if (status === 403 && /not accessible by integration/i.test(words)) return { kind: "forbidden", why: words };
  if (status === 404) return { kind: "missing", why: words };
  if (status === 409) return { kind: "conflict", why: words };
  return { kind: "refused", status, why: words };
}

/** Of the errors of a GraphQL answer: limits, primary and secondary, come with a 200 too, in several wordings. */
const LIMIT_TYPES: ReadonlySet<string | undefined> = new Set(["RATE_LIMITED", "RATE_LIMIT"]);
const SPENT = /^(?:API )?rate limit (?:already )?exceeded/i;
const TIRED = /secondary rate limit|abuse detection/i;

interface SaidError {
  readonly type?: string;
  readonly code?: string;
  readonly message?: string;
}

/**
 * https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api and, for the second type and its code,
 * https://github.com/yanyongyu/githubkit/issues/271.
 */
export function tellsLimit(errors: readonly SaidError[]): boolean {
  return errors.some(({ message = "", ...error }) => isSpent(error) || SPENT.test(message) || TIRED.test(message));
}

function isSpent({ type, code }: SaidError): boolean {
  return LIMIT_TYPES.has(type) || code === "graphql_rate_limit";
}

export type AnswerHeaders = Readonly<Record<string, string | number | undefined>>;

interface Failure {
  readonly status: number | undefined;
  readonly headers: AnswerHeaders;
  /** GitHub's own, without the link to its manual. */
  readonly words: string;
  /** GraphQL's errors tell a limit. */
  readonly limited: boolean;
}

interface Thrown {
  readonly status?: number;
  readonly message: string;
  readonly headers?: Failure["headers"];
  readonly errors?: readonly SaidError[];
  readonly data?: { readonly errors?: Thrown["errors"] } | null;
  readonly response?: { readonly status?: number; readonly headers?: Failure["headers"]; readonly data?: unknown };
}

function readFailure(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null;
  const thrown: Thrown = error;
  const errors = thrown.errors ?? thrown.data?.errors;
  if (thrown.status === undefined && !thrown.response && !errors) return null;
  return {
    status: thrown.status ?? thrown.response?.status,
    headers: thrown.response?.headers ?? thrown.headers ?? {},
    words: errors ? errors.map(({ message = "an error without words" }) => message).join(": ") : wordsOf(thrown),
    limited: tellsLimit(errors ?? []),
  };
}

/** The message of the answer's body and, since that is often only "Validation Failed", what its errors say. */
function wordsOf(thrown: Thrown): string {
  const body = thrown.response?.data as { readonly message?: unknown; readonly errors?: unknown } | string | null | undefined;
  if (typeof body !== "object" || body === null || typeof body.message !== "string") return thrown.message.replace(/ - https:\S+$/, "");
  const errors = Array.isArray(body.errors) ? (body.errors as readonly unknown[]) : [];
  const details = errors.flatMap((one) => {
    if (typeof one === "string") return [one];
    const { message, code, field } = (one ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof message === "string") return [message];
    return typeof code === "string" ? [typeof field === "string" ? `${field} ${code}` : code] : [];
  });
  return [body.message, ...details].join(": ");
}

/**
 * Seconds to wait by the rules of https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api; null when this is
 * no limit. An hourly limit may leave something in the headers that it does not give: https://github.com/release-drafter/release-drafter/issues/1018.
 */
function secondsOfLimit({ headers, words, limited }: Failure, now: Date): number | null {
  const after = Number(headers["retry-after"]);
  if (after > 0) return after;
  const tired = TIRED.test(words);
  const hourly = String(headers["x-ratelimit-remaining"]) === "0" || (!tired && (limited || SPENT.test(words)));
  const reset = Number(headers["x-ratelimit-reset"]);
  if (hourly && reset > 0) return Math.max(1, reset - clockOf(headers, reset, now) + 1);
  return hourly || tired ? MINUTE_S : null;
}

/** GitHub's own clock when it tells the time, since our host's may be wrong. A limit lasts an hour at most: a `date` further away is not of that clock. */
export function clockOf(headers: AnswerHeaders, reset: number, now: Date): number {
  const told = Date.parse(String(headers.date)) / 1000;
  return Math.abs(reset - told) <= HOUR_S + MINUTE_S ? told : now.getTime() / 1000;
}
