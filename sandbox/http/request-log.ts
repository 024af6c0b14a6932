/** The record of every request: what was asked, what was answered, what it cost. Tokens never enter it. */

export interface RequestRecord {
  /** From 1. */
  readonly number: number;
  /** By the sandbox's clock. */
  readonly at: string;
  readonly method: string;
  /** As asked, without `/api/v3`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** GitHub's template, `/repos/{owner}/{repo}/pulls/{pull_number}`; null where the sandbox has none. */
  readonly route: string | null;
  /** Template parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly accept: string;
  /** `app`, `installation 7`, `user samoht`, `nobody`. */
  readonly caller: string;
  readonly body: unknown;
  /** GraphQL points; 0 for REST. */
  readonly points: number;
  /** 0 when the connection was broken before an answer. */
  readonly status: number;
  readonly answer: unknown;
  readonly contentType: string | null;
  /** Fields that GraphQL knows and the sandbox does not, and what else broke in it: faults of the sandbox, never of the caller. */
  readonly unbuilt: readonly string[];
}

export interface RequestLog {
  readonly records: RequestRecord[];
  count(): number;
  next(): number;
  add(record: RequestRecord): void;
  /** Requests that were answered from a caller's own cache (304) count as calls, not as points. */
  spent(): { readonly calls: number; readonly points: number };
}

/** An answer without the token in it: the record is printed when tests fail, and shown on pages. */
export function withoutToken(answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null || !("token" in answer)) return answer;
  return { ...answer, token: "(kept back)" };
}

export function openRequestLog(): RequestLog {
  const records: RequestRecord[] = [];
  let count = 0;
  const spent = { calls: 0, points: 0 };
  return {
    records,
    count: () => count,
    next: () => ++count,
    add(record) {
      records.push(record);
      spent.calls++;
      spent.points += record.points;
    },
    spent: () => ({ ...spent }),
  };
}
