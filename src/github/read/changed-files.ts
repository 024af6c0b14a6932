/** The files that a pull request changes: those that came with the look or, when that does not tell all, as REST lists them. */
import { askPages } from "./ask-pages.js";
import type { ChangedFile, ChangedFiles } from "./changed-file.js";
import type { Means } from "./means.js";
import { nodesOf, type PullShape } from "./shapes.js";
import { CHANGED_FILES } from "./shelf.js";

/** https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
const MOST_FILES = 3000;

/** The changed files of each pull request, by number. */
export async function changedFiles(means: Means, pulls: readonly PullShape[]): Promise<ReadonlyMap<number, ChangedFiles>> {
  const listed = pulls.filter(needsListing);
  const known = await means.shelf.find(
    CHANGED_FILES,
    listed.map((pull) => keyOf(means.id, pull)),
  );
  const found = new Map<number, ChangedFiles>();
  for (const pull of pulls) {
    if (!needsListing(pull)) {
      found.set(pull.number, { files: nodesOf(pull.files).map(fromGraphql), complete: true });
      continue;
    }
    const key = keyOf(means.id, pull);
    const files = known.get(key) ?? (await list(means, pull));
    if (!known.has(key)) await means.shelf.keep(CHANGED_FILES, new Map([[key, files]]));
    found.set(pull.number, files);
  }
  return found;
}

/** GraphQL does not say what a renamed file was called before, and that may have been a post. */
function needsListing({ files }: PullShape): boolean {
  return files === null || files.pageInfo.hasNextPage || nodesOf(files).some(({ changeType }) => changeType === "RENAMED");
}

/** The count tells when a merge elsewhere has taken some of the changes away. */
function keyOf(repository: number, { number, headRefOid, baseRefName, changedFiles }: PullShape): string {
  return `${repository}:${number}:${headRefOid}:${baseRefName}:${changedFiles}`;
}

async function list({ client, owner, name }: Means, pull: PullShape): Promise<ChangedFiles> {
  const listed = await askPages(
    (page) => client.rest.pulls.listFiles({ owner, repo: name, pull_number: pull.number, per_page: 100, page }),
    MOST_FILES,
  );
  const files = listed.map(({ filename, previous_filename, status }): ChangedFile => {
    const previousPath = status === "renamed" ? (previous_filename ?? null) : null;
    return { path: filename, previousPath, change: CHANGES[status] ?? "modified" };
  });
  return { files, complete: files.length >= pull.changedFiles };
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
