/** Exchanges with the real GitHub, as they are kept in `sandbox/recorded/*.json`: the form of `@octokit/fixtures`, with a word on where they are from. */

export interface Recording {
  /** `github.com`, or `GitHub Enterprise Server 3.14`. */
  readonly from: string;
  /** `2026-11-30` */
  readonly on: string;
  readonly exchanges: readonly RecordedExchange[];
}

export interface RecordedExchange {
  /** In small letters. */
  readonly method: string;
  /** With its query, below the API's address. */
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  /** Those that were asked with; the token is not among them. */
  readonly reqheaders: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Empty text where there was none. */
  readonly response: unknown;
}

/** What names stand for in a recording. */
export const STAND_IN = { owner: "octo-org", name: "octo-blog", branch: "main", sha: "0".repeat(39) + "1" } as const;
