/** Asking GitHub what a head changes against the place where it left its base: once a head, and kept. */
import { createHash } from "node:crypto";
import { DAY, earliest, plus, type Instant } from "../../../desk/time/zone.js";
import { answeredInTheEnd } from "../answered-in-the-end.js";
import type { ListedCommit, OwnDifference, OwnFile } from "../own-difference.js";
import { OWN_DIFFERENCE } from "../read-cache.js";
import type { ReadScope } from "../scope.js";

/** https://docs.github.com/rest/commits/commits#compare-two-commits: without paging, so many of each. */
const MOST_FILES = 300;

/** GitHub's own account, which commits what is done on its pages: https://github.com/web-flow */
const WEB_FLOW = "web-flow";

type Comparison = Awaited<ReturnType<ReadScope["client"]["rest"]["repos"]["compareCommitsWithBasehead"]>>["data"];

/** The branch that a pull request goes to. */
export interface Base {
  readonly name: string;
  /** Where it stood before the pull request was merged or closed, since afterwards it may hold the head; null while that is open. */
  readonly ended: string | null;
}

interface Asked {
  /** Why it is asked for again though it is known; what it was then is kept apart. */
  readonly again?: string;
  /** What was found before this is asked for again. */
  readonly since?: Instant;
}

/**
 * Null where GitHub cannot tell: the head or the base is gone, or the difference is too large for it. That is tried again after a day.
 * One that ended is held to what it was while it was open, as far as that was asked.
 */
export async function ownDifferenceAt(scope: ReadScope, base: Base, sha: string, asked: Asked = {}): Promise<OwnDifference | null> {
  const { again, since = null } = asked;
  const key = keyOf(scope, base.name, sha, again);
  const kept = (await scope.cache.find(OWN_DIFFERENCE, [key])).get(key);
  const isTold = kept?.own && (base.ended === null || base.ended === base.name || kept.own.mergeBase !== sha);
  if (isTold && (since === null || kept.at > since)) return kept.own;
  if (base.ended !== null && base.ended !== base.name) return ownDifferenceAt(scope, { name: base.ended, ended: base.ended }, sha, asked);
  if (kept && kept.at > (since ?? plus(scope.at, -DAY))) return kept.own;
  const own = asFirstFound(
    kept?.own ?? null,
    await answeredInTheEnd(scope, `${base.name}...${sha}`, () => compared(scope, base.name, sha)),
  );
  await scope.cache.keep(OWN_DIFFERENCE, new Map([[key, { own, at: scope.at, first: kept?.first ?? kept?.at ?? scope.at }]]));
  return own;
}

/** A head changes what it changed; only who its commits are by may be told better, and the base may hold it all by now. */
function asFirstFound(first: OwnDifference | null, now: OwnDifference | null): OwnDifference | null {
  if (!first || !now) return first ?? now;
  const anew = new Map(now.commits.map((one) => [one.sha, one]));
  return { ...first, commits: first.commits.map((one) => anew.get(one.sha) ?? one) };
}

/** Whether anybody ever asked, and when first. */
export async function firstComparedAt(scope: ReadScope, { name, ended }: Base, sha: string, again?: string): Promise<Instant | null> {
  const keys = [name, ...(ended === null ? [] : [ended])].map((one) => keyOf(scope, one, sha, again));
  const kept = await scope.cache.find(OWN_DIFFERENCE, keys);
  return earliest([...kept.values()].map(({ first, at }) => first ?? at));
}

function keyOf({ id }: ReadScope, base: string, sha: string, again: string | undefined): string {
  return [id, base, sha, ...(again === undefined ? [] : [again])].join(":");
}

async function compared({ client, owner, name }: ReadScope, base: string, sha: string): Promise<OwnDifference | null> {
  try {
    const { data } = await client.rest.repos.compareCommitsWithBasehead({ owner, repo: name, basehead: `${base}...${sha}` });
    const files = (data.files ?? []).map(ownFile);
    return {
      mergeBase: data.merge_base_commit.sha,
      files,
      commits: data.commits.map(listedCommit),
      complete: data.files !== undefined && files.length < MOST_FILES && data.commits.length >= data.total_commits,
    };
  } catch (error) {
    if (error instanceof Error && "status" in error && NOT_TO_BE_HAD.has(error.status)) return null;
    throw error;
  }
}

/** Not there, no common beginning, or (422, 406) more than GitHub is ready to compare. */
const NOT_TO_BE_HAD: ReadonlySet<unknown> = new Set([404, 406, 422]);

function ownFile({ filename, previous_filename, status, sha, patch, changes }: NonNullable<Comparison["files"]>[number]): OwnFile {
  return { path: filename, previousPath: previous_filename ?? null, status, blob: sha, patch: fingerprint(patch, changes) };
}

/** GitHub leaves out, or cuts, what is long or binary: https://github.com/Aletheore/Aletheore/pull/471 */
function fingerprint(patch: string | undefined, changes: number): string | null {
  if (patch === undefined) return null;
  const lines = patch.split("\n").map((line) => (line.startsWith("@@") ? "@@" : line));
  if (lines.filter((line) => /^[+-]/.test(line)).length !== changes) return null;
  return createHash("sha256").update(lines.join("\n")).digest("base64url");
}

function listedCommit({ sha, commit, parents, author, committer }: Comparison["commits"][number]): ListedCommit {
  const accounts = [author, committer].flatMap((one) => (one && "login" in one && one.login !== WEB_FLOW ? [one] : []));
  const people = accounts.filter(({ login, type }) => type !== "Bot" && !login.endsWith("[bot]")).map(({ login }) => login);
  return {
    sha,
    tree: commit.tree.sha,
    parents: parents.map((parent) => parent.sha),
    people: [...new Set(people)],
    known: accounts.length > 0,
  };
}
