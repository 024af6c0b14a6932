/** The files that a pull request changes: those that GraphQL lists or, when that does not tell all, as REST lists them. */
import type { LineRange } from "../../../desk/facts/changed-lines.js";
import type { ChangedFile, ChangedFiles } from "../changed-file.js";
import { CHANGED_FILES } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import { nodesOf, type PullShape } from "../shapes.js";
import { askPages } from "./ask-pages.js";
import { changedLinesIn } from "./changed-lines-in.js";
import { filesKey } from "./with-files.js";

/** https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
const MOST_FILES = 3000;

/** The changed files of each pull request, by number. Of the open ones, what `isPost` calls a post comes with its changed lines. */
export async function changedFiles(
  scope: ReadScope,
  pulls: readonly PullShape[],
  isPost: (path: string) => boolean,
): Promise<ReadonlyMap<number, ChangedFiles>> {
  const needsListing = (pull: PullShape) => isCut(pull) || altersPost(pull, isPost);
  const listed = pulls.filter(needsListing);
  const known = await scope.cache.find(
    CHANGED_FILES,
    listed.map((pull) => filesKey(scope.id, pull)),
  );
  const found = new Map<number, ChangedFiles>();
  for (const pull of pulls) {
    if (!needsListing(pull)) {
      found.set(pull.number, { files: nodesOf(pull.files ?? null).map(fromGraphql), complete: true });
      continue;
    }
    const key = filesKey(scope.id, pull);
    const files = known.get(key) ?? (await list(scope, pull, isPost));
    if (!known.has(key)) await scope.cache.keep(CHANGED_FILES, new Map([[key, files]]));
    found.set(pull.number, files);
  }
  return found;
}

/** GraphQL does not say what a renamed file was called before, and that may have been a post. */
function isCut({ files = null }: PullShape): boolean {
  return files === null || files.pageInfo.hasNextPage || nodesOf(files).some(({ changeType }) => changeType === "RENAMED");
}

/** Which lines were changed is told by REST alone; of an added post they are all, and in what has ended nobody mends any. */
function altersPost({ state, files = null }: PullShape, isPost: (path: string) => boolean): boolean {
  return state === "OPEN" && nodesOf(files).some(({ path, changeType }) => !WHOLE.has(changeType) && isPost(path));
}

const WHOLE: ReadonlySet<string> = new Set(["ADDED", "COPIED", "DELETED"]);

async function list({ client, owner, name }: ReadScope, pull: PullShape, isPost: (path: string) => boolean): Promise<ChangedFiles> {
  const listed = await askPages(
    (page) => client.rest.pulls.listFiles({ owner, repo: name, pull_number: pull.number, per_page: 100, page }),
    MOST_FILES,
  );
  const files = listed.map(({ filename, previous_filename, status, patch, changes }): ChangedFile => {
    const previousPath = status === "renamed" ? (previous_filename ?? null) : null;
    const change = CHANGES[status] ?? "modified";
    const changed = (change === "modified" || change === "renamed") && isPost(filename) ? linesChanged(patch, changes) : null;
    return { path: filename, previousPath, change, ...(changed && { changed }) };
  });
  return { files, complete: files.length >= pull.changedFiles };
}

/** One that is renamed and no more has no difference; one whose difference is too long has none either, and then all lines may be new. */
function linesChanged(patch: string | undefined, changes: number): readonly LineRange[] | null {
  if (patch !== undefined) return changedLinesIn(patch);
  return changes === 0 ? [] : null;
}

const CHANGES: Readonly<Record<string, ChangedFile["change"]>> = {
  added: "added",
  copied: "added",
  removed: "removed",
  renamed: "renamed",
  ADDED: "added",
  COPIED: "added",
  DELETED: "removed",
};

function fromGraphql({ path, changeType }: { readonly path: string; readonly changeType: string }): ChangedFile {
  return { path, previousPath: null, change: CHANGES[changeType] ?? "modified" };
}
