/** The files of pull requests as GraphQL lists them: once for each head, since GitHub works out a difference for each. */
import { filesDocument } from "../documents.js";
import { askInParts } from "../in-time.js";
import { FILES_AT } from "../read-cache.js";
import { askAbout, type ReadScope } from "../scope.js";
import type { AliasesShape, ListedShape, PullShape } from "../shapes.js";

/** Pull requests a request. */
const AT_ONCE = 20;

/** `told` came with the overview, by number, each of the head that it names. Ended ones have theirs. */
export async function withFiles(
  scope: ReadScope,
  pulls: readonly PullShape[],
  told: ReadonlyMap<number, ListedShape>,
): Promise<readonly PullShape[]> {
  const bare = pulls.filter(({ files }) => files === undefined);
  const found = new Map(
    await scope.cache.find(
      FILES_AT,
      bare.map((pull) => filesKey(scope.id, pull)),
    ),
  );
  const news = new Map<string, ListedShape["files"]>();
  const note = (pull: PullShape, listed: ListedShape | null | undefined) => {
    if (listed && filesKey(scope.id, listed) === filesKey(scope.id, pull)) news.set(filesKey(scope.id, pull), listed.files);
  };
  const missing = bare.filter((pull) => !found.has(filesKey(scope.id, pull)));
  for (const pull of missing) note(pull, told.get(pull.number));
  const asked = missing.filter((pull) => !news.has(filesKey(scope.id, pull)));
  await askInParts(scope, "files", AT_ONCE, asked, async (some) => {
    const { repository } = await askAbout<AliasesShape<ListedShape>>(scope, filesDocument(some.map(({ number }) => number)));
    for (const pull of some) note(pull, repository?.[`files${pull.number}`]);
  });
  await scope.cache.keep(FILES_AT, news);
  return pulls.map((pull) =>
    pull.files === undefined ? { ...pull, files: news.get(filesKey(scope.id, pull)) ?? found.get(filesKey(scope.id, pull)) ?? null } : pull,
  );
}

/** The count tells when a merge elsewhere has taken some of the changes away. */
export function filesKey(repository: number, { number, headRefOid, baseRefName, changedFiles }: Omit<ListedShape, "files">): string {
  return `${repository}:${number}:${headRefOid}:${baseRefName}:${changedFiles}`;
}
