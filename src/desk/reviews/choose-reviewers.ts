/** Whom to ask for a review: people who cover the beat, are there, have room, and have least to do; each with the reason. */
import type { Person } from "../facts/person.js";
import { beatCovered } from "./beat-covered.js";
import { deskOrderFor } from "./desk-order.js";
import { loadOf } from "./open-review-load.js";
import type { ReviewersRequest } from "./reviewers-request.js";
import { whyNot, type WhyNot } from "./why-not.js";

export interface ChosenReviewer {
  readonly login: string;
  /** `covers storage; has 1 open review, the fewest`. */
  readonly why: string;
}

export interface ChosenReviewers {
  /** At most `want`, the best first. */
  readonly choices: readonly ChosenReviewer[];
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
  const choices = [
    ...covering.map((person) => choice(person, whatIsCovered(person, beats), covering, load)),
    ...others.map((person) =>
      choice(person, `nobody${covering.length > 0 ? " else" : ""} who covers ${sayBeats(beats)} is free`, others, load),
    ),
  ].slice(0, Math.max(0, want));
  return { choices, shortfall: choices.length < want ? sayShortfall(choices.length, request, judged) : null };
}

function choice(person: Person, reason: string, pool: readonly Person[], load: ReadonlyMap<string, number>): ChosenReviewer {
  const open = loadOf(load, person.login);
  const fewest = pool.every((other) => loadOf(load, other.login) >= open);
  return { login: person.login, why: `${reason}; has ${count(open, "open review")}${fewest && pool.length > 1 ? ", the fewest" : ""}` };
}

function whatIsCovered(person: Person, beats: readonly string[]): string {
  const beat = beatCovered(person, beats);
  return beat === null || beat === "*" ? (beats.length > 0 ? "covers every beat" : "the post names no beat") : `covers ${beat}`;
}

function sayShortfall(found: number, { want, people }: ReviewersRequest, judged: readonly { readonly not: WhyNot | null }[]): string {
  const counts = new Map<WhyNot, number>();
  for (const { not } of judged) if (not) counts.set(not, (counts.get(not) ?? 0) + 1);
  const reasons = [...counts].map(([not, n]) => `${n} ${n === 1 ? SAY[not].one : SAY[not].many}`);
  const whole =
    people.length === 0 ? "the desk names no people" : `of ${count(people.length, "person", "people")} on the desk ${list(reasons)}`;
  return found === 0 ? `Nobody can be asked: ${whole}.` : `Only ${found} of ${want} can be asked: ${whole}.`;
}

const SAY: Readonly<Record<WhyNot, { readonly one: string; readonly many: string }>> = {
  "signs the post": { one: "signs the post", many: "sign the post" },
  "opened the pull request": { one: "opened the pull request", many: "opened the pull request" },
  "is asked already": { one: "is asked already", many: "are asked already" },
  "was taken off": { one: "was taken off or declined", many: "were taken off or declined" },
  "was refused by GitHub": { one: "was refused by GitHub", many: "were refused by GitHub" },
  "never reviews": { one: "never reviews", many: "never review" },
  "is away": { one: "is away", many: "are away" },
  "has no room": { one: "has no room for another review", many: "have no room for another review" },
};

function sayBeats(beats: readonly string[]): string {
  return list(beats, "or");
}

function list(parts: readonly string[], word = "and"): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1) ?? ""}`;
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
