/** Who we are to GitHub: an App, and at what address GitHub is. */

export interface AppIdentity {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  /** Where the REST API is, without a slash at its end; `https://api.github.com` when not given. */
  readonly baseUrl?: string;
  /** Whether requests are spaced as GitHub asks (`octokit-of.ts`). Not for a sandbox. */
  readonly pace: boolean;
}
