/** Whoever wrote a text does not review it: whose commits each reviewed text is made of, since one before it was approved by somebody else. */
import { sameLogin } from "../facts/person.js";
import type { Actor, OwnCommit, Review } from "../facts/snapshot.js";
import { bySaid } from "../facts/spoken.js";

export function wroteIt(login: string): string {
  return `${login} wrote part of the present text`;
}

export interface Writers {
  /** Why this review is none, in words for people; null when its giver has not written what it is about. */
  readonly whyWriter: (review: Review) => string | null;
  /** Logins of those who wrote what nobody else has approved yet: they are not asked to review it. */
  readonly present: readonly string[];
}

/** `mayReview` says of an approval whether it counts but for what its giver wrote. Where commits were not read, nobody has pushed or reviewed. */
export function writersOf(
  commits: readonly OwnCommit[] | undefined,
  reviews: readonly Review[],
  mayReview: (review: Review) => boolean,
): Writers {
  if (!commits) return { whyWriter: () => null, present: [] };
  const texts = textsIn(commits);
  const last = texts.at(-1) ?? 0;
  /** The text that a review is about, by the number of commits that changed something: the present one where its head was written anew. */
  const textOf = ({ head }: Review): number => texts[commits.findIndex(({ sha }) => sha === head)] ?? last;
  const since = (approved: number, text: number) => commits.filter((_, n) => (texts[n] ?? 0) > approved && (texts[n] ?? 0) <= text);
  const why = ({ by }: Review, made: readonly OwnCommit[]): string | null => {
    if (by && made.some((commit) => commit.by.some((login) => sameLogin(login, by.login)))) return wroteIt(by.login);
    const unknown = made.find((commit) => commit.unknown);
    return unknown && mayHavePushed(by) ? nobodyKnows(unknown.sha) : null;
  };
  const before = new Map<number, number>();
  const approvals = lastWords(reviews, textOf).filter(({ says }) => says === "approves");
  let approved = 0;
  for (let text = 0; text <= last; text += 1) {
    // All who approve of one text are held against the same commits: the first of them clears nobody for the second.
    before.set(text, approved);
    const counts = approvals.some((one) => textOf(one) === text && mayReview(one) && why(one, since(approved, text)) === null);
    if (counts) approved = text;
  }
  const writtenBefore = (text: number) => since(before.get(text) ?? 0, text);
  return {
    whyWriter: (review) => why(review, writtenBefore(textOf(review))),
    present: [...new Set(writtenBefore(last).flatMap(({ by }) => by))],
  };
}

/** Of each commit how many have changed something by then, itself included: those that take in the base make no other text. */
function textsIn(commits: readonly OwnCommit[]): readonly number[] {
  let text = 0;
  return commits.map(({ by, unknown }) => (by.length > 0 || unknown ? (text += 1) : text));
}

/** What each person said last of each text; comments leave it standing. */
function lastWords(reviews: readonly Review[], textOf: (review: Review) => number): readonly Review[] {
  const inOrder = reviews.filter(({ says }) => says !== "comments").toSorted(bySaid);
  return [...new Map(inOrder.map((one) => [`${one.by?.login.toLowerCase() ?? `ghost ${one.id}`} ${textOf(one)}`, one])).values()];
}

/** Somebody of the desk, whom nobody asked about, may as well. */
function mayHavePushed(by: Actor | null): boolean {
  return by?.access !== "none";
}

function nobodyKnows(sha: string): string {
  return `the e-mail address of commit \`${sha.slice(0, 7)}\` belongs to no GitHub account, so I do not know its author. The review counts after the author of the commit adds this address to their GitHub account, or makes the commit again with an address of their account`;
}
