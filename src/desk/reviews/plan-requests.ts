/** Review requests: who is asked to review a submission, who is asked again, and whose request is taken back. */
import type { Dossier } from "../dossier.js";
import { lacksToAsk } from "../facts/missing-permission.js";
import { includesLogin, sameLogin, type Person } from "../facts/person.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import type { AskedReviewer } from "../judged.js";
import { MINUTE, plus, type Instant } from "../time/zone.js";
import { absentReviewers, sayAbsent, type AbsentReviewer } from "./absent-reviewers.js";
import { chooseReviewers } from "./choose-reviewers.js";
import { commentsWaiting } from "./comments-waiting.js";
import { missingSince, type PastRequest } from "./past-requests.js";
import { reasonToAsk } from "./reason-to-ask.js";
import { takenBack, toLetGo } from "./taken-back.js";
import type { ReviewVerdict } from "./verdict-of.js";

export interface RequestPlan {
  /** Logins to ask now. */
  readonly ask: readonly string[];
  /** Logins whose request is to be taken back. */
  readonly withdraw: readonly string[];
  /** Everybody asked, those of this plan included. */
  readonly asked: readonly AskedReviewer[];
  /** Logins of those whose answer is waited for: asked, and there. */
  readonly waiting: readonly string[];
  /** Logins of those who were asked and have only commented, which waits for an answer of the byline's. */
  readonly unanswered: readonly string[];
  /** Who asked for changes that have come, and is away. */
  readonly lookingAgain: readonly AbsentReviewer[];
  /** Why nobody could be asked, or fewer than the desk wants; null when all is well. */
  readonly shortfall: string | null;
  /** Whom GitHub would not let be asked, and why. */
  readonly refused: readonly { readonly login: string; readonly why: string }[];
}

/**
 * Decides for one submission that is ready. `load` counts open requests by login, in lower case, and grows by those asked here;
 * `asked` is who was asked on it before, `due` when its review is to be there, null when nothing says so.
 */
export function planRequests(
  dossier: Dossier,
  pull: PullRequest,
  verdict: ReviewVerdict,
  snapshot: Snapshot,
  load: Map<string, number>,
  asked: readonly PastRequest[],
  due: Instant | null,
): RequestPlan {
  const { desk, at } = snapshot;
  const { decided } = dossier;
  const past = missingSince(asked, pull);
  const waiting = pull.requested.map(({ login }) => login);
  const named = decided.cc
    .filter(({ login }) => !includesLogin([pull.openedBy?.login ?? "", ...dossier.byline, ...verdict.writers], login))
    .filter((one) => !reviewedSince(pull, one.login, one.at));
  const comments = commentsWaiting(pull, dossier.byline, verdict);
  const unanswered = comments.unanswered.filter((login) => !includesLogin(decided.uncc, login));
  const presence = { at, desk, due, named: decided.cc.map(({ login }) => login), asked };
  const lookers = [...verdict.answered, ...verdict.lapsed, ...comments.replied];
  const absent = absentReviewers([...waiting, ...lookers, ...named.map(({ login }) => login)], presence);
  const isAbsent = (login: string) => absent.some((one) => sameLogin(one.login, login));
  // Whoever has written to it since they were asked reviews nothing of their own.
  const unfit = waiting.filter(
    (login) =>
      includesLogin([...decided.uncc, ...verdict.writers], login) ||
      absent.some((one) => one.until === null && sameLogin(one.login, login)),
  );
  const fit = waiting.filter((login) => !includesLogin(unfit, login));
  const counted = [...verdict.approvedBy, ...verdict.requestsChanges, ...unanswered];

  const enough = verdict.approvedBy.length >= desk.review.approvals;

  // Those who know the text come first: their reviews were of an older one.
  const again = unique([...verdict.answered, ...(enough ? [] : [...verdict.lapsed, ...comments.replied])]).filter(
    (login) => !includesLogin(fit, login) && !includesLogin(decided.uncc, login) && !isRefused(past, login) && !isAbsent(login),
  );
  // Somebody who is away is asked all the same when people name them: but somebody else is asked as well.
  const unsaid = takenBack(dossier, asked);
  const wished = unique([
    ...named.filter((one) => !isRefused(past, one.login, one.at)).map(({ login }) => login),
    ...unsaid.again.filter(
      (login) => !includesLogin([...verdict.writers, ...counted], login) && absentReviewers([login], presence).length === 0,
    ),
  ]).filter((login) => !includesLogin([...fit, ...again], login));

  // Whoever signs one of its posts may be asked for another of them, or by hand, and is not enough for all.
  const mayServe = (login: string) => !isAbsent(login) && !includesLogin(dossier.byline, login);
  const needed = enough ? 0 : Math.max(desk.review.ask, desk.review.approvals);
  const needless = fit.filter((login) => includesLogin(unsaid.needless, login));
  const others = unique([...fit, ...again, ...wished].filter(mayServe).concat(counted)).length - needless.length;
  const letGo = toLetGo(
    needless,
    desk.people.map(({ login }) => login),
    needed - others,
  );
  const withdraw = [...unfit, ...letGo];
  const kept = fit.filter((login) => !includesLogin(letGo, login));

  const have = unique([...kept, ...again, ...wished].filter(mayServe).concat(counted));
  const want = Math.max(0, needed - have.length);
  const earlier = dossier.brought
    .filter((one) => one.pull.number < pull.number)
    .flatMap((one) => [
      ...one.pull.requested.map(({ login }) => login),
      ...one.pull.reviews.flatMap(({ by }) => (by && !by.bot ? [by.login] : [])),
    ]);
  const refused = past.flatMap(({ login, why }) => (why === null ? [] : [{ login, why }]));
  const request = {
    at,
    desk,
    slug: dossier.slug,
    beats: dossier.beats,
    byline: dossier.byline,
    openedBy: pull.openedBy?.login ?? null,
    writers: verdict.writers,
    refused: refused.filter(({ why }) => !lacksToAsk(why)),
    never: [...decided.uncc, ...past.filter(({ why, takenBackAt }) => why === null && takenBackAt === null).map(({ login }) => login)],
    load,
  };
  // Whoever was asked on the pull request that this one replaces knows the text, and is asked first.
  const knowing = chooseReviewers({
    ...request,
    people: desk.people.filter(({ login }) => includesLogin(earlier, login)),
    already: have,
    want,
  });
  const known = knowing.logins;
  const { logins: chosen, shortfall } = chooseReviewers({
    ...request,
    people: desk.people,
    already: [...have, ...known],
    want: want - known.length,
  });
  const ask = [...again, ...wished, ...known, ...chosen];
  for (const login of ask) load.set(login.toLowerCase(), (load.get(login.toLowerCase()) ?? 0) + 1);

  const present = unique([...kept, ...ask]).filter(mayServe);
  const shown = unique([...kept, ...ask, ...counted, ...verdict.commented]).sort(byName);
  // What is told of a request stays with it: also that somebody who was asked before has left since.
  const left = asked.flatMap(({ login, takenBackAt }) =>
    takenBackAt === null || includesLogin(waiting, login)
      ? []
      : absentReviewers([login], presence).flatMap((one) => (one.until === null ? [{ ...one, since: takenBackAt }] : [])),
  );
  return {
    ask,
    withdraw,
    refused,
    waiting: present,
    unanswered: enough ? [] : unanswered,
    lookingAgain: absent.filter(({ login }) => includesLogin(verdict.answered, login)),
    shortfall: present.length + unanswered.length + verdict.approvedBy.length < desk.review.approvals ? shortfall : null,
    asked: shown.map((login): AskedReviewer => {
      const since = pull.requested.find((one) => sameLogin(one.login, login))?.at ?? null;
      const away = includesLogin([...kept, ...ask], login) ? absent.find((one) => sameLogin(one.login, login))?.until : null;
      return {
        login,
        why: insteadOf(whyAsked(login, pull, dossier, desk.people, earlier), away ? [] : [...absent, ...left], since, desk.zone),
        at: since,
        answered: answerOf(login, verdict, [...kept, ...ask]),
        ...(away && { away }),
      };
    }),
  };
}

/** The ledger's clock and GitHub's are not quite one. */
const ABOUT = MINUTE;

/** Why somebody is asked, and for whom. `at` is when they were; null when it is now. */
function insteadOf(why: string, absent: readonly AbsentReviewer[], at: Instant | null, zone: string): string {
  const since = absent.filter((one) => at === null || (one.since !== null && plus(at, ABOUT) >= one.since));
  return [why, ...since.map((one) => sayAbsent(one, zone))].join("; ");
}

function unique(logins: readonly string[]): string[] {
  return logins.reduce<string[]>((all, login) => (includesLogin(all, login) ? all : [...all, login]), []);
}

/** In an order that asking does not change. */
function byName(a: string, b: string): number {
  return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}

/** Refused since `wished`, when that is given: whoever names somebody again may know that GitHub would take them now. */
function isRefused(past: readonly PastRequest[], login: string, wished?: Instant): boolean {
  return past.some(
    (one) => one.why !== null && !lacksToAsk(one.why) && sameLogin(one.login, login) && (wished === undefined || one.at >= wished),
  );
}

function reviewedSince(pull: PullRequest, login: string, since: Instant): boolean {
  return pull.reviews.some((review) => review.by !== null && sameLogin(review.by.login, login) && review.at >= since);
}

/** A reason that stays true: it is shown for as long as the request stands. */
function whyAsked(
  login: string,
  { requested }: PullRequest,
  dossier: Dossier,
  people: readonly Person[],
  earlier: readonly string[],
): string {
  const cc = dossier.decided.cc.find((one) => sameLogin(one.login, login));
  if (cc) return `named by ${cc.by} with \`/cc\``;
  if (requested.some((one) => one.codeOwner && sameLogin(one.login, login))) return "asked by GitHub, because CODEOWNERS names them";
  if (includesLogin(earlier, login)) return "was asked on the pull request that this one replaces";
  return reasonToAsk(people.find((person) => sameLogin(person.login, login)) ?? null, dossier.beats);
}

function answerOf(login: string, verdict: ReviewVerdict, waiting: readonly string[]): AskedReviewer["answered"] {
  if (includesLogin(waiting, login)) return null;
  if (includesLogin(verdict.approvedBy, login)) return "approves";
  if (includesLogin(verdict.requestsChanges, login)) return "requests changes";
  return includesLogin(verdict.commented, login) ? "comments" : null;
}
