/** Landings: which files pull requests brought to the default branch and took from it, in the order in which that happened, and where each is now. */
import type { ChangedPost, PublishedPost, PullRequest } from "../facts/snapshot.js";
import { grouped } from "../text/group-by.js";
import type { Instant } from "../time/zone.js";

/** One time that a file was on the default branch, from the merge that brought it to the one that took it away. */
export interface Life {
  readonly pull: PullRequest;
  readonly file: ChangedPost;
  readonly from: Instant;
  /** Null while it is there, and where nobody knows who took it away. */
  readonly to: Instant | null;
}

export interface Landings {
  /** Where the file is by now: through renames by pull requests that were merged later, and by a push, which is known by the same text elsewhere. */
  readonly addressOf: (pull: PullRequest, file: ChangedPost) => string;
  /** Every time that a pull request brought a file to that address, oldest first. */
  readonly livesAt: (address: string) => readonly Life[];
  /** Whether this file came by this pull request, as it did not by one that only changed it. */
  readonly began: (pull: PullRequest, file: ChangedPost) => Life | null;
  readonly isPublished: (path: string) => boolean;
}

interface Landing {
  readonly pull: PullRequest;
  readonly file: ChangedPost;
  readonly at: Instant;
}

/** `pulls` go to the default branch. */
export function landingsOf(pulls: readonly PullRequest[], published: readonly PublishedPost[]): Landings {
  const paths = new Set(published.map(({ path }) => path));
  const byBlob = grouped(published, ({ blob }) => blob);
  const landed = pulls
    .filter(({ standing }) => standing === "merged")
    .flatMap((pull) => pull.posts.map((file): Landing => ({ pull, file, at: pull.endedAt ?? pull.openedAt })))
    .toSorted((a, b) => (a.at === b.at ? a.pull.number - b.pull.number : a.at < b.at ? -1 : 1));
  const brought = new Set(landed.map(({ file }) => file.path));
  const renames = landed.filter(({ file }) => file.previousPath !== null);

  const addressOf = (pull: PullRequest, file: ChangedPost): string => {
    if (pull.standing === "open") return file.previousPath !== null && paths.has(file.previousPath) ? file.previousPath : file.path;
    if (pull.standing === "closed" || file.change === "removed") return file.path;
    const now = renames.reduce(
      (path, one) => (one.pull !== pull && one.at >= (pull.endedAt ?? "") && one.file.previousPath === path ? one.file.path : path),
      file.path,
    );
    if (paths.has(now)) return now;
    const same = (byBlob.get(file.blob ?? "") ?? []).filter(({ path }) => !brought.has(path));
    return same.length === 1 ? (same[0]?.path ?? now) : now;
  };

  const byAddress = grouped(landed, ({ pull, file }) => addressOf(pull, file));
  const known = new Map<string, readonly Life[]>();
  const livesAt = (address: string): readonly Life[] => {
    const lives = known.get(address) ?? livesOf(byAddress.get(address) ?? []);
    known.set(address, lives);
    return lives;
  };
  return {
    addressOf,
    livesAt,
    began: (pull, file) => livesAt(addressOf(pull, file)).find((life) => life.pull === pull && life.file === file) ?? null,
    isPublished: (path) => paths.has(path),
  };
}

/** A file that is added though it was there had been taken away, if only by a push, before that pull request was opened. */
function livesOf(landings: readonly Landing[]): readonly Life[] {
  const lives: Life[] = [];
  for (const { pull, file, at } of landings) {
    const last = lives.at(-1);
    const there = last?.to === null;
    if (file.change === "removed") {
      if (last && there) lives[lives.length - 1] = { ...last, to: at };
    } else if (isNew(file) && !(there && pull.openedAt <= last.from)) {
      lives.push({ pull, file, from: at, to: null });
    }
  }
  return lives;
}

/** A text that comes from where no posts are, as a draft does, is new too. */
export function isNew({ change, previousPath }: ChangedPost): boolean {
  return change === "added" || (change === "renamed" && previousPath === null);
}
