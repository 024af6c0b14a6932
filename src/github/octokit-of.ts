/** Probot's octokit as we want it: it spaces requests, but never waits out a limit and never repeats a write by itself. */
import { randomUUID } from "node:crypto";
import { Probot, ProbotOctokit } from "probot";
import type { Logger } from "../log.js";
import type { AppIdentity } from "./identity.js";
import type { AnswerHeaders } from "./request-failure.js";

/** Gives the octokit of an installation or, without a number, the App's own. */
type OctokitOf = (installation?: number) => Promise<ProbotOctokit>;

/** `answered` is told the headers of each answer that an installation gets. */
export function octokitOf(
  { appId, privateKey, baseUrl, pace }: AppIdentity,
  fetchIt: typeof fetch,
  log: Logger,
  answered: (installation: number, headers: AnswerHeaders) => void = () => undefined,
): OctokitOf {
  // Only the function form of `defaults` has the last word: Probot sets its own throttling over an object.
  const Octokit = ProbotOctokit.defaults((options: Readonly<Record<string, unknown>>) => ({
    ...options,
    userAgent: "presstime",
    throttle: pace
      ? {
          ...(options.throttle as object),
          enabled: true,
          onRateLimit: giveUp,
          onSecondaryRateLimit: giveUp,
          triggersNotification: notifiesMany,
        }
      : { enabled: false },
    // A comment that GitHub made but could not tell of (a 502) would be made again.
    retry: { enabled: false },
  }));
  const probot = new Probot({
    appId,
    privateKey,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    Octokit,
    log,
    request: { fetch: fetchIt },
    // Webhooks come in elsewhere. Probot's default would be the word "development".
    secret: randomUUID(),
  });
  const known = new Map<number, Promise<ProbotOctokit>>();
  return (installation) => {
    if (installation === undefined) return probot.auth();
    const octokit =
      known.get(installation) ??
      probot.auth(installation).then((fresh) => {
        fresh.hook.after("request", ({ headers }) => {
          answered(installation, headers);
        });
        return withFreshTokens(fresh);
      });
    known.set(installation, octokit);
    return octokit;
  };
}

/** A token that GitHub has revoked (the App was suspended, or installed anew) would else be used for the rest of its hour. */
function withFreshTokens(octokit: ProbotOctokit): ProbotOctokit {
  octokit.hook.error("request", async (error) => {
    if ("status" in error && error.status === 401) await octokit.auth({ type: "installation", refresh: true }).catch(() => undefined);
    throw error;
  });
  return octokit;
}

/**
 * Writes that are 3 s apart, as octokit has it, beside the second that GitHub asks for between any two. A merge notifies too, but
 * few are made and each has its instant: behind twenty reminders it would go live a minute late.
 */
function notifiesMany(path: string): boolean {
  return /\/(?:issues|comments|requested_reviewers|reviews)$/.test(path);
}

/** A limit becomes an outcome with the instant at which to go on; nobody waits in memory for it. */
function giveUp(): boolean {
  return false;
}
