/** Commits that set nothing but what the app would have set: a suggestion that was taken over, or its characters typed by hand. */
import { PLAIN_LINT } from "../../../desk/facts/lint-settings.js";
import type { ListedCommit } from "../own-difference.js";
import { findTexts } from "../posts/texts.js";
import type { ForeseenFix } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import { ownDifferenceAt } from "./own-difference-at.js";
import { textsBefore } from "./texts-before.js";

/** Of one pull request, the newest. */
const MOST_COMMITS = 50;

/** Their ids. Asks for more than which text stands where only of those that may be such. */
export async function dateOnlyCommits(
  scope: ReadScope,
  commits: readonly ListedCommit[],
  fixes: readonly ForeseenFix[],
): Promise<ReadonlySet<string>> {
  const paths = [...new Set(fixes.flatMap(({ path, to }) => [path, to]))];
  const steps = commits
    .flatMap(({ sha, parents: [parent, ...others] }) => (parent !== undefined && others.length === 0 ? [{ sha, parent }] : []))
    .slice(-MOST_COMMITS);
  if (paths.length === 0 || steps.length === 0) return new Set();
  const spots = steps.flatMap(({ sha, parent }) => paths.flatMap((path) => [sha, parent].map((commit) => ({ commit, path, read: false }))));
  const texts = await findTexts(scope, spots, () => PLAIN_LINT);
  const blobAt = (commit: string, path: string) => texts.blobAt(commit, path);
  const changes = steps.map(({ sha, parent }) => {
    const changed = paths.filter((path) => blobAt(sha, path) !== blobAt(parent, path));
    const there = changed.flatMap((path) => {
      const blob = blobAt(sha, path);
      return blob ? [{ path, blob }] : [];
    });
    return { sha, parent, changed, there };
  });
  const madeOf = await textsBefore(
    scope,
    changes.flatMap(({ there }) => there),
    fixes,
  );
  const found = new Set<string>();
  for (const { sha, parent, changed, there } of changes) {
    const sources = there.map((text) => madeOf(text).find(({ path, blob }) => blobAt(parent, path) === blob)?.path ?? null);
    const gone = changed.filter((path) => !blobAt(sha, path));
    if (there.length === 0 || sources.includes(null) || !gone.every((path) => sources.includes(path))) continue;
    const own = await ownDifferenceAt(scope, { name: parent, ended: null }, sha);
    if (own?.files.every(({ path }) => changed.includes(path))) found.add(sha);
  }
  return found;
}
