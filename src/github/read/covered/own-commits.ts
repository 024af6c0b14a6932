/** The commits of a pull request, and who wrote what each of them changed: by its author and committer, and by who pushed it. */
import { DAY, plus } from "../../../desk/time/zone.js";
import type { OwnCommit } from "../../../desk/facts/snapshot.js";
import { differingPaths, type ListedCommit, type OwnDifference } from "../own-difference.js";
import { PUSHES, type ForeseenFix } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import type { ForcedShape } from "../shapes.js";
import { firstComparedAt, ownDifferenceAt, type Base } from "./own-difference-at.js";
import { dateOnlyCommits } from "./date-only-commits.js";

/** What is known of a pull request's history beside its commits. */
interface History {
  readonly base: Base;
  readonly opener: string | null;
  /** The head that it was opened with; undefined where nobody saw that. */
  readonly openedWith: string | undefined;
  readonly forced: readonly ForcedShape[];
  readonly foreseen: readonly ForeseenFix[];
}

/** Rewritten histories that are followed back. */
const MOST_REWRITTEN = 5;

/** Comparisons in one look that tell the merge commits of one pull request which take in the base from others. */
const MOST_MERGES_COMPARED = 30;

/** What one look may still ask. */
interface Budget {
  left: number;
}

/** Those that lead to `sha`, the oldest first. `again` is by what its difference was asked for again. */
export function ownCommits(scope: ReadScope, history: History, sha: string, again?: string): Promise<readonly OwnCommit[]> {
  return commitsTo(scope, history, sha, { ...(again !== undefined && { again }), depth: 0, budget: { left: MOST_MERGES_COMPARED } });
}

async function commitsTo(
  scope: ReadScope,
  history: History,
  sha: string,
  { depth, budget, ...asked }: { readonly again?: string; readonly depth: number; readonly budget: Budget },
): Promise<readonly OwnCommit[]> {
  const { base } = history;
  let own = await ownDifferenceAt(scope, base, sha, asked);
  let commits = own ? await commitsOf(scope, history, own, budget) : [];
  // It may be told tomorrow, when somebody gives GitHub the address that it was made under; but nothing that ended becomes another thing.
  if (own && base.ended === null && commits.some(({ unknown }) => unknown)) {
    own = await ownDifferenceAt(scope, base, sha, { ...asked, since: plus(scope.at, -DAY) });
    commits = own ? await commitsOf(scope, history, own, budget) : [];
  }
  if (!own || own.mergeBase === sha) return [{ sha, by: [], unknown: true }];
  const rewritten = depth < MOST_REWRITTEN ? await sameBefore(scope, history, own) : null;
  if (rewritten) {
    const anew = reachedFrom(own.commits, rewritten.after);
    const before = await commitsTo(scope, history, rewritten.before, { depth: depth + 1, budget });
    commits = [...before, ...commits.filter((one) => !anew.has(one.sha))];
  }
  return own.complete ? commits : [{ sha: own.mergeBase, by: [], unknown: true }, ...commits];
}

/**
 * The last time that its history was rewritten and what it changes was not, as a rebase upon the base does: whoever did that has
 * written nothing, and the commits there were before tell better who has.
 */
async function sameBefore(scope: ReadScope, { base, forced }: History, own: OwnDifference) {
  const listed = new Set(own.commits.map(({ sha }) => sha));
  const last = forced.findLast(({ afterCommit }) => afterCommit && listed.has(afterCommit.oid));
  const [before, after] = [last?.beforeCommit?.oid, last?.afterCommit?.oid];
  if (before === undefined || after === undefined || listed.has(before)) return null;
  return (await changesSame(scope, base, before, after)) ? { before, after } : null;
}

async function changesSame(scope: ReadScope, base: Base, one: string, other: string): Promise<boolean> {
  const [left, right] = [await ownDifferenceAt(scope, base, one), await ownDifferenceAt(scope, base, other)];
  return left !== null && right !== null && left.complete && right.complete && differingPaths(left, right)?.length === 0;
}

async function commitsOf(scope: ReadScope, history: History, { commits }: OwnDifference, budget: Budget): Promise<readonly OwnCommit[]> {
  const pushes = await scope.cache.find(
    PUSHES,
    commits.map(({ sha }) => `${scope.id}:${sha}`),
  );
  const covered = commits.flatMap(({ sha }) => {
    const push = pushes.get(`${scope.id}:${sha}`);
    if (!push) return [];
    const there = push.before === null ? new Set<string>() : reachedFrom(commits, push.before);
    return [{ by: push.by, fresh: new Set([...reachedFrom(commits, sha)].filter((one) => !there.has(one))) }];
  });
  const opened = history.openedWith === undefined ? new Set<string>() : reachedFrom(commits, history.openedWith);
  const later = commits.filter(({ sha }) => !opened.has(sha));
  const dateOnly = await dateOnlyCommits(scope, later, history.foreseen);
  const idle = await unchanging(scope, history.base, commits, budget);
  const own: OwnCommit[] = [];
  for (const commit of commits) {
    const told = covered.filter(({ fresh }) => fresh.has(commit.sha));
    const pushers = told.flatMap(({ by }) => by ?? []);
    const isOpeners = opened.has(commit.sha);
    if (dateOnly.has(commit.sha) || idle.has(commit.sha)) own.push({ sha: commit.sha, by: [], unknown: false });
    else if (commit.known || told.length > 0)
      own.push({ sha: commit.sha, by: [...new Set([...commit.people, ...pushers])], unknown: false });
    else own.push({ sha: commit.sha, by: isOpeners && history.opener !== null ? [history.opener] : [], unknown: !isOpeners });
  }
  return own;
}

/** `sha` and those before it, as far as they are listed. */
function reachedFrom(commits: readonly ListedCommit[], sha: string): ReadonlySet<string> {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  const reached = new Set<string>();
  const queue = [sha];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const commit = bySha.get(at);
    if (!commit || reached.has(at)) continue;
    reached.add(at);
    queue.push(...commit.parents);
  }
  return reached;
}

/** Empty ones, and those that take in the base. What there is no budget for counts as any other commit until the next look. */
async function unchanging(scope: ReadScope, base: Base, commits: readonly ListedCommit[], budget: Budget): Promise<ReadonlySet<string>> {
  const trees = new Map(commits.map(({ sha, tree }) => [sha, tree]));
  const found = new Set<string>();
  for (const { sha, tree, parents } of commits.toReversed()) {
    const [first, ...others] = parents;
    if (first === undefined) continue;
    if (trees.get(first) === tree) found.add(sha);
    else if (others.length > 0 && (await isAffordable(scope, base, [first, sha], budget)) && (await changesSame(scope, base, first, sha)))
      found.add(sha);
  }
  return found;
}

async function isAffordable(scope: ReadScope, base: Base, shas: readonly string[], budget: Budget): Promise<boolean> {
  for (const sha of shas) {
    if ((await firstComparedAt(scope, base, sha)) !== null) continue;
    if (budget.left === 0) return false;
    budget.left -= 1;
  }
  return true;
}
