/** Suggestions: what a writer is suggested in one review a head, and which conversations are over because it is fixed. */
import type { Resolve, Suggest } from "../effect.js";
import { readKey } from "../facts/ledger-key.js";
import { isSuggestable } from "../facts/changed-lines.js";
import type { Memory, PullRequest } from "../facts/snapshot.js";
import { suggestionDigest, type Suggestion } from "../fixes/suggestion.js";
import { writeSuggestion, writeSuggestions } from "../words/suggestion.js";

/** More at once would be a wall. */
const MOST_AT_ONCE = 10;

const MARK = "suggest/";

/**
 * All suggestions for one pull request in one call: what was suggested and is not among them counts as fixed.
 * Nothing while it is a draft, or while one of its texts could not be read.
 */
export function wantSuggestions(
  pull: PullRequest,
  suggestions: readonly Suggestion[],
  { effects }: Memory,
): readonly (Suggest | Resolve)[] {
  if (pull.standing !== "open" || pull.draft || pull.posts.some(({ change, reading }) => change !== "removed" && !reading)) return [];
  const files = new Map(pull.posts.map((file) => [file.path, file]));
  const isShown = ({ path, place }: Suggestion) => {
    const file = files.get(path);
    return file !== undefined && isSuggestable(file, place);
  };
  const wanted = digested(withoutOverlaps(suggestions.filter(isShown)));
  const own = pull.reviews.filter(({ mark }) => mark?.startsWith(MARK));
  const told = own.flatMap(({ mark }) => mark?.slice(MARK.length).split(",") ?? []);
  const fresh = [...wanted].filter(([digest]) => !told.includes(digest));
  const gone = told.filter((digest) => !wanted.has(digest));
  const closed = gone.length > 0 ? closedMarks(pull.number, effects) : [];
  const fixed = gone.filter((digest) => !closed.includes(MARK + digest));
  return [
    ...(fixed.length > 0 ? [{ kind: "resolve", pull: pull.number, marks: fixed.map((digest) => MARK + digest) } as const] : []),
    ...(fresh.length > 0 && !own.some(({ head }) => head === pull.head.sha) ? [reviewOf(pull, fresh)] : []),
  ];
}

/** The conversations that were closed already. All effects of the repository are gone through: so only where one may be to close. */
function closedMarks(pull: number, effects: Memory["effects"]): readonly string[] {
  return Object.entries(effects).flatMap(([key, { ended }]) => {
    const told = ended === "done" ? readKey(key) : null;
    return told?.kind === "resolve" && told.pull === pull ? told.marks : [];
  });
}

function reviewOf({ number, head }: PullRequest, fresh: readonly (readonly [string, Suggestion])[]): Suggest {
  const now = fresh.slice(0, MOST_AT_ONCE);
  return {
    kind: "suggest",
    pull: number,
    head: head.sha,
    mark: MARK + now.map(([digest]) => digest).join(","),
    body: writeSuggestions(now.length, fresh.length - now.length),
    comments: now.map(([digest, suggestion]) => ({
      path: suggestion.path,
      startLine: suggestion.place.line < suggestion.place.endLine ? suggestion.place.line : null,
      line: suggestion.place.endLine,
      mark: MARK + digest,
      body: writeSuggestion(suggestion),
    })),
  };
}

/** By what each is known again; of equal ones the second has a number. */
function digested(suggestions: readonly Suggestion[]): ReadonlyMap<string, Suggestion> {
  const found = new Map<string, Suggestion>();
  for (const suggestion of suggestions) {
    const digest = suggestionDigest(suggestion);
    const place = [...found.keys()].filter((one) => one.startsWith(digest)).length;
    found.set(place === 0 ? digest : `${digest}.${place + 1}`, suggestion);
  }
  return found;
}

/** Of two on one line only the first: taking over one would undo the other. */
function withoutOverlaps(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const kept: Suggestion[] = [];
  for (const suggestion of suggestions) {
    const clash = kept.some(
      (one) => one.path === suggestion.path && one.place.line <= suggestion.place.endLine && suggestion.place.line <= one.place.endLine,
    );
    if (!clash) kept.push(suggestion);
  }
  return kept;
}
