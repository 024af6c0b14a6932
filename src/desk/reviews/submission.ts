/** A submission as its reviewers are asked for it: all posts that one pull request brings and leads, taken as one. */
import type { Dossier } from "../dossier.js";
import { includesLogin } from "../facts/person.js";
import type { Snapshot } from "../facts/snapshot.js";
import { UNREVIEWED, type ReviewVerdict } from "./verdict-of.js";

interface Submission {
  /** The first of its posts, with the beats, bylines and wishes for reviewers of all. */
  readonly dossier: Dossier;
  readonly verdict: ReviewVerdict;
  /** Not while only its writer can go on, and not when all of it is stopped. */
  readonly asks: boolean;
}

/** Of posts that are live, held or dropped nothing is asked. */
export function submissionOf(
  posts: readonly Dossier[],
  verdicts: ReadonlyMap<Dossier, ReviewVerdict | null>,
  { desk }: Snapshot,
): Submission {
  const going = posts.filter(({ live, decided }) => !live && !decided.held && !decided.dropped);
  const errors = going.some(({ leading }) =>
    leading?.texts.some(({ reading }) => reading?.findings.some(({ severity }) => severity === "error")),
  );
  const [first, ...others] = going.length > 0 ? going : posts;
  if (!first)
    throw new RangeError("A pull request without posts came to the review step. This is an error in Presstime; please report it.");
  const all = [first, ...others];
  const given = all.map((one) => verdicts.get(one) ?? UNREVIEWED);
  return {
    dossier: asOne(first, all),
    verdict: verdictOn(given, desk.review.approvals),
    asks: going.length > 0 && !errors,
  };
}

function asOne(first: Dossier, all: readonly Dossier[]): Dossier {
  return {
    ...first,
    beats: loginsOf(all.map(({ beats }) => beats)),
    byline: loginsOf(all.map(({ byline }) => byline)),
    brought: all.flatMap(({ brought }) => brought),
    unsaid: all.flatMap(({ unsaid }) => unsaid),
    decided: {
      ...first.decided,
      cc: all.flatMap(({ decided }) => decided.cc),
      uncc: loginsOf(all.map(({ decided }) => decided.uncc)),
    },
  };
}

/** An approval counts for the whole when it counts for each post; where each has enough, all do. */
function verdictOn(given: readonly ReviewVerdict[], needed: number): ReviewVerdict {
  const [first = UNREVIEWED, ...others] = given;
  if (others.length === 0) return first;
  const of = (key: "approvedBy" | "requestsChanges" | "answered" | "lapsed" | "commented" | "changedSince" | "writers") =>
    loginsOf(given.map((one) => one[key]));
  const approvals = of("approvedBy");
  const enough = given.every(({ approvedBy }) => approvedBy.length >= needed);
  const approvedBy = enough ? approvals : approvals.filter((login) => given.every((one) => includesLogin(one.approvedBy, login)));
  const spoken = [...approvals, ...of("requestsChanges"), ...of("answered")];
  return {
    approvedBy,
    requestsChanges: of("requestsChanges"),
    answered: of("answered"),
    lapsed: of("lapsed"),
    commented: of("commented").filter((login) => !includesLogin(spoken, login)),
    discounted: given.flatMap(({ discounted }) => discounted),
    changedSince: of("changedSince"),
    writers: of("writers"),
    passes: given.every(({ passes }) => passes),
  };
}

/** Each once, in any case. */
function loginsOf(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.flat().reduce<string[]>((all, one) => (includesLogin(all, one) ? all : [...all, one]), []);
}
