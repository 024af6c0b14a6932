/** Which of the files that open posts lead to will be there: on the default branch, or by the pull request itself. */
import type { SiteFolders } from "../../../desk/facts/desk.js";
import type { Paths, PublishedPost } from "../../../desk/facts/snapshot.js";
import { pathsMeant } from "../../../desk/site/facts/paths-meant.js";
import type { ChangedFile, ChangedFiles } from "../changed-file.js";
import type { Overview } from "../overview.js";
import type { PullShape } from "../shapes.js";
import type { Spot, Texts } from "./texts.js";

/** Paths that one pull request may have looked at, and all of them together: the default branch's next head costs them again. */
const MOST_PATHS = 200;
const MOST_OF_ALL = 1_000;

/** A pull request with the posts and files that it changes. */
export interface PullFiles {
  readonly pull: PullShape;
  readonly posts: readonly ChangedFile[];
  readonly changed: ChangedFiles | undefined;
}

/** What to ask of the default branch, and what the answer says of each pull request, by number. */
interface Leads {
  readonly spots: readonly Spot[];
  found(texts: Texts): ReadonlyMap<number, Paths>;
}

/** What is known without asking is not asked: what the pull request adds or takes away, published posts, and the root's own folder. */
export function leadsOf(
  brought: readonly PullFiles[],
  { repository: { defaultBranchRef, root } }: Pick<Overview, "repository">,
  published: readonly PublishedPost[],
  texts: Texts,
  site?: SiteFolders,
): Leads {
  const head = defaultBranchRef?.target?.oid;
  const entries = root?.__typename === "Tree" ? root.entries : null;
  if (head === undefined || !entries) return { spots: [], found: () => new Map() };
  const folders = entries.flatMap(({ name, type }) => (type === "tree" ? [name] : []));
  const atRoot = new Map(entries.map(({ name, type }) => [name, type]));
  const live = new Set(published.map(({ path }) => path));
  const spotOf = (path: string): Spot => ({ commit: head, path, read: false });
  const wanted = new Map<number, { readonly paths: ReadonlyMap<string, boolean | "ask">; readonly folders: readonly string[] }>();
  let room = MOST_OF_ALL;
  for (const { pull, posts, changed } of brought) {
    // What else it brings is then not known, or what it is brought to.
    if (pull.state !== "OPEN" || pull.baseRefName !== defaultBranchRef?.name || !changed?.complete) continue;
    const own = ownFiles(changed.files);
    const foldersHere = [...new Set([...folders, ...foldersOf(own)])];
    const known = (path: string): boolean | "ask" | null => {
      const mine = own.get(path);
      if (mine !== undefined) return mine;
      if (live.has(path)) return true;
      const [first = "", ...rest] = path.split("/");
      const type = atRoot.get(first);
      if (type === undefined) return false;
      if (rest.length === 0) return type === "blob";
      // Git does not follow links, nor look into another repository.
      return type === "tree" ? "ask" : null;
    };
    const paths = new Map<string, boolean | "ask">();
    let asked = 0;
    for (const target of targetsOf(pull, posts, texts)) {
      const fresh = pathsMeant(target.target, target.path, foldersHere, site).filter((path) => !paths.has(path));
      const answers = fresh.flatMap((path): [string, boolean | "ask"][] => {
        const answer = known(path);
        return answer === null ? [] : [[path, answer]];
      });
      // One of them will do, and what is there already needs no question.
      const questions = answers.some(([, answer]) => answer === true) ? 0 : answers.filter(([, answer]) => answer === "ask").length;
      if (asked + questions > MOST_PATHS || questions > room) continue;
      asked += questions;
      room -= questions;
      for (const [path, answer] of answers) if (answer !== "ask" || questions > 0) paths.set(path, answer);
    }
    if (paths.size > 0) wanted.set(pull.number, { paths, folders: foldersHere });
  }
  const spots = [...wanted.values()].flatMap(({ paths }) =>
    [...paths].flatMap(([path, answer]) => (answer === "ask" ? [spotOf(path)] : [])),
  );
  return {
    spots,
    found: (answers) =>
      new Map([...wanted].map(([number, { paths, folders: all }]) => [number, told(paths, all, (path) => answers.blobAt(head, path))])),
  };
}

/** A commit that GitHub does not have any more has told nothing. */
function told(
  paths: ReadonlyMap<string, boolean | "ask">,
  folders: readonly string[],
  blobAt: (path: string) => string | null | undefined,
): Paths {
  const answers = [...paths].flatMap(([path, answer]) => {
    const blob = answer === "ask" ? blobAt(path) : answer;
    return blob === undefined ? [] : [{ path, there: blob !== null && blob !== false }];
  });
  return {
    asked: answers.map(({ path }) => path).sort(),
    present: answers.flatMap(({ path, there }) => (there ? [path] : [])).sort(),
    folders,
  };
}

function ownFiles(files: readonly ChangedFile[]): ReadonlyMap<string, boolean> {
  const gone = files.flatMap(({ path, previousPath, change }) =>
    change === "removed" ? [path] : previousPath === null ? [] : [previousPath],
  );
  const there = files.flatMap(({ path, change }) => (change === "removed" ? [] : [path]));
  return new Map([...gone.map((path) => [path, false] as const), ...there.map((path) => [path, true] as const)]);
}

/** Folders at the root that the pull request itself brings. */
function foldersOf(own: ReadonlyMap<string, boolean>): readonly string[] {
  return [...own].flatMap(([path, there]) => (there && path.includes("/") ? [path.slice(0, path.indexOf("/"))] : []));
}

function targetsOf({ headRefOid }: PullShape, posts: readonly ChangedFile[], texts: Texts) {
  return posts.flatMap(({ path }) => {
    const blob = texts.blobAt(headRefOid, path);
    const links = blob ? texts.reading(path, blob)?.links : undefined;
    return [...(links?.images ?? []), ...(links?.links ?? [])].map(({ target }) => ({ path, target }));
  });
}
