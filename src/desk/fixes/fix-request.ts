/**
 * Fixing: what the linter can fix in a pull request, who asked for that, and what stands in the way.
 *
 * `/fix` stands until it is answered: it is asked for by a comment, which GitHub keeps, and each look fixes what is left.
 * A click on “Fix all” is about one head. It is written into the ledger together with its wake, so that a crash loses
 * neither; once that head is no more, by the commit or by anybody's push, nothing is left of it.
 *
 * START HERE.
 */
import type { Answer, CommandAnswer } from "../commands/answer.js";
import { mayDo } from "../comments/permissions.js";
import { replyMark } from "../commands/reply-mark.js";
import type { Dossiers } from "../dossier.js";
import { isSuggestable } from "../facts/changed-lines.js";
import { commitBar } from "../facts/commit-bar.js";
import type { TextChange } from "../effect.js";
import { readKey } from "../facts/ledger-key.js";
import type { Memory, PullRequest, Snapshot } from "../facts/snapshot.js";
import type { CannotFix } from "../facts/text-fix.js";
import { clickedBy } from "./remembered-clicks.js";
import { suggestionOfFix, type Suggestion } from "./suggestion.js";

export interface Fixable {
  readonly changes: readonly TextChange[];
  /** How many fixes these are. */
  readonly count: number;
  readonly cannot: CannotFix | null;
  /** Whether some of them are suggested on lines of the pull request. */
  readonly suggested: boolean;
  /** Logins of those who clicked the button at this head: may they? */
  readonly clicks: readonly { readonly login: string; readonly may: boolean }[];
}

/** Commits for one `/fix`: a fix can make room for another, but rules that contradict each other would go on for ever. */
const MOST_ROUNDS = 5;

/** `slugs` are the posts that the pull request brings. */
export function fixableOf(pull: PullRequest, slugs: readonly string[], { partIn }: Pick<Dossiers, "partIn">, snapshot: Snapshot): Fixable {
  const changes = pull.posts.flatMap(({ path, blob, change, reading }): TextChange[] => {
    const fixes = change === "removed" ? [] : (reading?.fixes ?? []);
    return blob !== null && fixes.length > 0 ? [{ path, blob, to: path, edits: fixes.map(({ edit }) => edit) }] : [];
  });
  const logins = clickedBy(pull.head.sha, snapshot.memory);
  return {
    changes,
    count: changes.reduce((sum, { edits }) => sum + edits.length, 0),
    cannot: commitBar(pull, snapshot),
    suggested: isSuggesting(pull),
    clicks: logins.map((login) => {
      const access = snapshot.asked?.of[login.toLowerCase()];
      const clicker = { login, ...(access && { access }) };
      return { login, may: slugs.length > 0 && slugs.every((slug) => mayDo("involved", clicker, partIn(slug), snapshot.desk)) };
    }),
  };
}

/** What the writer can take over with GitHub's button: fixes of errors and warnings. */
export function fixSuggestions({ posts }: PullRequest): readonly Suggestion[] {
  return posts.flatMap(({ path, change, reading }) =>
    change === "removed" ? [] : (reading?.fixes ?? []).flatMap((fix) => suggestionOfFix(path, fix) ?? []),
  );
}

function isSuggesting(pull: PullRequest): boolean {
  const files = new Map(pull.posts.map((file) => [file.path, file]));
  return (
    !pull.draft &&
    fixSuggestions(pull).some(({ path, place }) => {
      const file = files.get(path);
      return file !== undefined && isSuggestable(file, place);
    })
  );
}

/** Logins of those who asked for what is left to be fixed, by the button or by `/fix`; empty when nothing is left, or something stands in the way. */
export function askersOf(
  { number }: Pick<PullRequest, "number">,
  { changes, cannot, clicks }: Fixable,
  answers: readonly Answer[],
  spoken: ReadonlySet<string>,
  memory: Memory,
): readonly string[] {
  if (changes.length === 0 || cannot) return [];
  const said = answers.filter(
    (answer) => answer.issue === number && isWaiting(answer, spoken) && commitsSince(answer, memory) < MOST_ROUNDS,
  );
  const clicked = clicks.filter(({ may }) => may).map(({ login }) => login);
  return [...new Set([...clicked, ...said.flatMap(({ comment }) => comment.by?.login ?? [])])];
}

/** The answer with what became of each `/fix` in it; null while that is under way, and where it was told before. */
export function settleFix(answer: Answer, fixable: Fixable | undefined, spoken: ReadonlySet<string>, memory: Memory): Answer | null {
  if (!answer.lines.some(({ kind }) => kind === "fix")) return answer;
  if (answer.comment.reactions.some((reaction) => reaction !== "eyes")) return null;
  const left = (fixable?.changes.length ?? 0) > 0;
  const commits = commitsSince(answer, memory);
  if (left && !fixable?.cannot && isWaiting(answer, spoken) && commits < MOST_ROUNDS) return null;
  const outcome: CommandAnswer =
    left && fixable?.cannot
      ? { kind: "cannot fix", why: fixable.cannot, suggested: fixable.suggested }
      : { kind: "fixed", anything: commits > 0 };
  return { ...answer, lines: answer.lines.map((line) => (line.kind === "fix" ? outcome : line)) };
}

function isWaiting({ comment, lines }: Answer, spoken: ReadonlySet<string>): boolean {
  const isAnswered = comment.reactions.some((reaction) => reaction !== "eyes") || spoken.has(replyMark(comment));
  return !isAnswered && lines.some(({ kind }) => kind === "fix");
}

/** Those of fixes and of dates alike: it is a bound, and the words for having done something. */
function commitsSince({ issue, comment }: Answer, { effects }: Memory): number {
  return Object.entries(effects).filter(([key, { ended, at }]) => {
    const told = ended === "done" && at >= comment.at ? readKey(key) : null;
    return told?.kind === "commit" && told.pull === issue;
  }).length;
}
