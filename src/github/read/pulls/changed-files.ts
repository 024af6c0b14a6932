/** The files that a pull request changes: those that GraphQL lists or, when that does not tell all, as REST lists them. */
import type { LineRange } from "../../../desk/facts/changed-lines.js";
import { readInstant } from "../../../desk/time/zone.js";
import { nextLook } from "../../../news.js";
import type { ChangedFile, ChangedFiles } from "../changed-file.js";
import { CHANGED_FILES } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import { nodesOf, type PullShape } from "../shapes.js";
import { askPages } from "./ask-pages.js";
import { changedLinesIn } from "./changed-lines-in.js";
import { filesKey } from "./with-files.js";

/** https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
const MOST_FILES = 3000;

interface Listed {
  readonly files: ReadonlyMap<number, ChangedFiles>;
  /** A replica that is behind has listed the files of another head than the one that came a moment ago. */
  readonly torn: boolean;
}

/** The changed files of each pull request, by number. Of the open ones, what `isPost` calls a post comes with its changed lines. */
export async function changedFiles(scope: ReadScope, pulls: readonly PullShape[], isPost: (path: string) => boolean): Promise<Listed> {
  const needsListing = (pull: PullShape) => isCut(pull) || altersPost(pull, isPost);
  const listed = pulls.filter(needsListing);
  const known = await scope.cache.find(
    CHANGED_FILES,
    listed.map((pull) => filesKey(scope.id, pull)),
  );
  const found = new Map<number, ChangedFiles>();
  let torn = false;
  for (const pull of pulls) {
    if (!needsListing(pull)) {
      found.set(pull.number, { files: nodesOf(pull.files ?? null).map(fromGraphql), complete: true });
      continue;
    }
    const key = filesKey(scope.id, pull);
    const kept = known.get(key);
    const { files, head } = kept ? { files: kept, head: null } : await list(scope, pull, isPost);
    found.set(pull.number, files);
    if (kept) continue;
    const isOther = head !== null && head !== pull.headRefOid && nextLook(readInstant(pull.updatedAt), scope.at) !== null;
    if (isOther) torn = true;
    else await scope.cache.keep(CHANGED_FILES, new Map([[key, files]]));
  }
  return { files: found, torn };
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

interface HeadsFiles {
  readonly files: ChangedFiles;
  /** Null where GitHub does not tell. */
  readonly head: string | null;
}

async function list({ client, owner, name }: ReadScope, pull: PullShape, isPost: (path: string) => boolean): Promise<HeadsFiles> {
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
  const heads = listed.flatMap(({ contents_url }) => /[?&]ref=([0-9a-f]{40,64})$/.exec(contents_url)?.[1] ?? []);
  // Of what was removed it names another commit.
  const head = heads.includes(pull.headRefOid) ? pull.headRefOid : (heads[0] ?? null);
  return { files: { files, complete: files.length >= pull.changedFiles }, head };
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
