/** What a pull request itself changes at one of its heads, against the place where it left its base, and by which commits. */

export interface OwnDifference {
  /** Where it left its base. */
  readonly mergeBase: string;
  readonly files: readonly OwnFile[];
  /** The oldest first. */
  readonly commits: readonly ListedCommit[];
  /** False where GitHub tells only a part: it gives 300 files and 250 commits. */
  readonly complete: boolean;
}

export interface OwnFile {
  readonly path: string;
  readonly previousPath: string | null;
  /** GitHub's word: `added`, `modified`, `removed`, `renamed` … Of modes alone it has none. */
  readonly status: string;
  /** Git's id of the text; of a removed file, of the one that was. */
  readonly blob: string | null;
  /** A fingerprint of the lines that came and went, and of those around them, wherever they stand; null where GitHub shows none. */
  readonly patch: string | null;
}

export interface ListedCommit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  /** Logins of its author and committer, as far as they are people; GitHub's own account left out. */
  readonly people: readonly string[];
  /** Whether GitHub knows an account, a person's or a bot's, for either. */
  readonly known: boolean;
}

/**
 * Paths of which the two heads of one pull request change something else; of a file that was moved both. Null where something does
 * and GitHub names no path: it says nothing of a file that became executable, or a link.
 */
export function differingPaths(a: OwnDifference, b: OwnDifference): readonly string[] | null {
  const [left, right] = [byPath(a), byPath(b)];
  const isSame = (path: string) => {
    const [one, other] = [left.get(path), right.get(path)];
    return one !== undefined && other !== undefined && sameFile(one, other, a.mergeBase === b.mergeBase);
  };
  const differing = [...new Set([...left.keys(), ...right.keys()])].filter((path) => !isSame(path)).sort();
  const [one, other] = [a.commits.at(-1)?.tree, b.commits.at(-1)?.tree];
  const isOtherwise = a.mergeBase === b.mergeBase && one !== undefined && other !== undefined && one !== other;
  return differing.length === 0 && isOtherwise ? null : differing;
}

/** From one and the same place two texts are told by their ids. Where the base has come in between, it may have changed other lines of the file. */
export function sameFile(one: OwnFile, other: OwnFile, sameBase: boolean): boolean {
  if (one.status !== other.status || one.previousPath !== other.previousPath) return false;
  return !sameBase && one.patch !== null && other.patch !== null ? one.patch === other.patch : one.blob === other.blob;
}

export function byPath({ files }: OwnDifference): ReadonlyMap<string, OwnFile> {
  return new Map(files.map((file) => [file.path, file]));
}
