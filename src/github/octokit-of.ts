/** Probot's octokit as we want it: it spaces writes, lets queries go in bursts, never waits out a limit and never repeats a write by itself. */
import { randomUUID } from "node:crypto";
import Bottleneck from "bottleneck";
import { Probot, ProbotOctokit } from "probot";
import type { Logger } from "../log.js";
import type { AppIdentity } from "./identity.js";
import type { AnswerHeaders } from "./request-failure.js";

export interface Octokits {
  readonly octokit: ProbotOctokit;
  /** GraphQL that changes nothing. */
  readonly query: ProbotOctokit["graphql"];
}

/** Gives those of an installation or, without a number, the App's own. */
type OctokitOf = (installation?: number) => Promise<Octokits>;

/**
 * Queries. Octokit takes each for a write, a second after the one before it
 * (https://github.com/octokit/plugin-throttling.js/pull/380), though GitHub asks for that second between writes alone
 * (https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api). What GitHub bounds is a minute's points and
 * computing time: https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
const QUERIES = { atOnce: 20, every: 1_000 };

/**
 * Writes that notify people, beside the second between any two writes: octokit has them 3 s apart. GitHub bounds what a minute makes, at 80:
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
const NOTIFYING = { atOnce: 10, every: 3_000 };

/** By installation: so many at once, of which one comes back each `every` milliseconds. */
function savingUp({ atOnce, every }: typeof QUERIES): Bottleneck.Group {
  return new Bottleneck.Group({
    reservoir: atOnce,
    reservoirIncreaseMaximum: atOnce,
    reservoirIncreaseAmount: 1,
    reservoirIncreaseInterval: every,
  });
}

/** `answered` is told the headers of each answer that an installation gets. */
export function octokitOf(
  { appId, privateKey, baseUrl, pace }: AppIdentity,
  fetchIt: typeof fetch,
  log: Logger,
  answered: (installation: number, headers: AnswerHeaders) => void = () => undefined,
): OctokitOf {
  const [queries, notifications] = [savingUp(QUERIES), savingUp(NOTIFYING)];
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
          notifications,
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
  const known = new Map<number, Promise<Octokits>>();
  const ofApp = async (): Promise<Octokits> => {
    const octokit = await probot.auth();
    return { octokit, query: octokit.graphql };
  };
  const ofInstallation = async (installation: number): Promise<Octokits> => {
    const octokit = await probot.auth(installation);
    // Octokit's spacing is by instance, as its maintainers say. The tokens are the first one's.
    const Same = octokit.constructor as new (options: object) => ProbotOctokit;
    const reading = new Same({ authStrategy: () => octokit.auth, throttle: { id: installation, write: queries } });
    for (const one of [octokit, reading]) {
      one.hook.after("request", ({ headers }) => {
        answered(installation, headers);
      });
      takeFreshTokens(one);
    }
    return { octokit, query: reading.graphql };
  };
  return (installation) => {
    if (installation === undefined) return ofApp();
    const octokits = known.get(installation) ?? ofInstallation(installation);
    known.set(installation, octokits);
    return octokits;
  };
}

/** A token that GitHub has revoked (the App was suspended, or installed anew) would else be used for the rest of its hour. */
function takeFreshTokens(octokit: ProbotOctokit): void {
  octokit.hook.error("request", async (error) => {
    if ("status" in error && error.status === 401) await octokit.auth({ type: "installation", refresh: true }).catch(() => undefined);
    throw error;
  });
}

/** Writes that notify people. A merge does too, but few are made and each has its instant: behind thirty reminders it would go live a minute late. */
function notifiesMany(path: string): boolean {
  return /\/(?:issues|comments|requested_reviewers|reviews)$/.test(path);
}

/** A limit becomes an outcome with the instant at which to go on; nobody waits in memory for it. */
function giveUp(): boolean {
  return false;
}
