/** Whom to ask for a review: people who cover the beat, are there, have room, and have least to do. */
import { createHash } from "node:crypto";
import type { Person } from "../facts/person.js";
import { beatCovered } from "./beat-covered.js";
import { loadOf } from "./open-review-load.js";
import type { ReviewersRequest } from "./reviewers-request.js";
import { whyNot, type WhyNot } from "./why-not.js";

interface ChosenReviewers {
  /** Logins, at most `want`, the best first; why each is asked is `reasonToAsk`'s to say. */
  readonly logins: readonly string[];
  /** One sentence when fewer than `want` were found: who cannot be asked, and why. The coordinator should hear it. */
  readonly shortfall: string | null;
}

/** Deterministic: the same facts give the same people, whatever order `already`, `never` and `refused` come in. */
export function chooseReviewers(request: ReviewersRequest): ChosenReviewers {
  const { people, beats, load, want } = request;
  const judged = deskOrderFor(request.slug, people).map((person) => ({ person, not: whyNot(person, request) }));
  const free = judged.filter(({ not }) => not === null).map(({ person }) => person);
  const leastFirst = (pool: readonly Person[]) => pool.toSorted((a, b) => loadOf(load, a.login) - loadOf(load, b.login));
  const covering = leastFirst(free.filter((person) => beatCovered(person, beats) !== null));
  const others = leastFirst(free.filter((person) => beatCovered(person, beats) === null));
  const logins = [...covering, ...others].slice(0, Math.max(0, want)).map(({ login }) => login);
  return { logins, shortfall: logins.length < want ? sayShortfall(logins.length, request, judged) : null };
}

/** The desk's order of people, begun at another one for each post, so that ties do not all fall to the first; always the same for the same slug. */
function deskOrderFor(slug: string, people: readonly Person[]): readonly Person[] {
  const start = createHash("sha256").update(slug).digest().readUInt32BE(0) % people.length;
  return [...people.slice(start), ...people.slice(0, start)];
}

function sayShortfall(found: number, { want, people }: ReviewersRequest, judged: readonly { readonly not: WhyNot | null }[]): string {
  const counts = new Map<WhyNot, number>();
  for (const { not } of judged) if (not) counts.set(not, (counts.get(not) ?? 0) + 1);
  const reasons = [...counts].map(([not, n]) => `${n} ${n === 1 ? SAY[not].one : SAY[not].many}`);
  const whole = `The desk has ${people.length === 0 ? "no people" : count(people.length, "person", "people")}`;
  const why = reasons.length === 0 ? `${whole}.` : `${whole}: ${list(reasons)}.`;
  if (found === 0) return `Nobody can be asked. ${why}`;
  return `${count(want, "more reviewer is", "more reviewers are")} needed, and only ${found} can be asked. ${why}`;
}

const SAY: Readonly<Record<WhyNot, { readonly one: string; readonly many: string }>> = {
  "signs the post": { one: "is an author of the post", many: "are authors of the post" },
  "opened the pull request": { one: "opened the pull request", many: "opened the pull request" },
  "wrote the text as it stands": { one: "wrote part of the present text", many: "wrote parts of the present text" },
  "is asked already": { one: "has been asked already", many: "have been asked already" },
  "was taken off": { one: "declined, or the request was cancelled", many: "declined, or the requests were cancelled" },
  "was refused by GitHub": { one: "was not accepted by GitHub", many: "were not accepted by GitHub" },
  "never reviews": { one: "never reviews", many: "never review" },
  "is away": { one: "is away", many: "are away" },
  "has no room": {
    one: "already has as many open reviews as `capacity` allows",
    many: "already have as many open reviews as `capacity` allows",
  },
};

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
