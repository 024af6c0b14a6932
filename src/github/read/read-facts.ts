/** Reading a repository: the overview first, and then only what it leaves open. START HERE. */
import type { Desk } from "../../desk/facts/desk.js";
import { PLAIN_LINT, settingsByPath, type LintSettings } from "../../desk/facts/lint-settings.js";
import type { PublishedPost, PullRequest } from "../../desk/facts/snapshot.js";
import type { RememberedClick } from "../../desk/fixes/remembered-clicks.js";
import { postMatcher } from "../../desk/posts/post-globs.js";
import type { Known } from "../../news.js";
import type { Behind, Facts } from "../forge.js";
import type { ChangedFile, ChangedFiles } from "./changed-file.js";
import { deskInForce } from "./config/desk-in-force.js";
import { lintConfig } from "./config/lint-config.js";
import { withPromisedSince } from "./config/promised-since.js";
import { proposedDesks } from "./config/proposed-desks.js";
import { siteConfigs } from "./config/site-configs.js";
import { readOverview, type Overview } from "./overview.js";
import { withSince } from "./posts/namesakes-since.js";
import { leadsOf } from "./posts/paths-there.js";
import { postsNear } from "./posts/posts-near.js";
import { publishedPosts } from "./posts/published-posts.js";
import { findTexts, type Spot } from "./posts/texts.js";
import { withOutlines, type ReadPost } from "./posts/with-outlines.js";
import { changedFiles } from "./pulls/changed-files.js";
import type { Covered } from "./covered.js";
import { coveredIn, openedWith } from "./covered/covered-in.js";
import { foreseenOf } from "./covered/texts-before.js";
import { endedPulls } from "./pulls/ended-pulls.js";
import { headsSince } from "./pulls/heads-seen.js";
import { lineThreads, linesTold, showsLine } from "./pulls/line-threads.js";
import { withBehind } from "./pulls/behind-base.js";
import { withMergeability } from "./pulls/mergeability.js";
import { commentsOn, remarksOn } from "./pulls/older-remarks.js";
import { withFiles } from "./pulls/with-files.js";
import { BRINGING } from "./read-cache.js";
import { PartialAnswer, type ReadScope } from "./scope.js";
import { nodesOf, type PullShape, type RemarkShape } from "./shapes.js";
import { withChecked } from "./known/with-checked.js";
import { behindBy, bothBehind, isBelieved, withNews } from "./known/with-news.js";
import { olderThanBefore, tornAt } from "./known/seen-before.js";
import { partyOf, waitingOf } from "./waiting.js";
import { withAccess } from "./standing/with-access.js";
import { translateBoard } from "./translate/translate-board.js";
import { translatePull } from "./translate/translate-pull.js";

/** Posts of one pull request whose texts are read; one that brings more is shown as incomplete. */
const MOST_POSTS = 200;

/** Of what brings no post nobody asks whether it was reviewed. */
const NOTHING_COVERED: Covered = { outdated: new Map() };

/** What the ledger knows before GitHub is asked. */
export interface KnownBefore {
  readonly clicks: readonly RememberedClick[];
  readonly news: readonly Known[];
}

/** The facts, and the overview they began with. Null facts: there is no desk file, so nobody asked for anything here. */
export async function readFacts(
  scope: ReadScope,
  { clicks, news }: KnownBefore,
): Promise<{ readonly overview: Overview; readonly facts: Facts | null }> {
  const overview = await readOverview(scope);
  const { repository } = overview;
  if (repository.databaseId !== null && repository.databaseId !== scope.id) {
    throw new PartialAnswer(`The name ${scope.owner}/${scope.name} belongs to another repository now`, "NOT_FOUND");
  }
  const inForce = await deskInForce(scope, overview);
  if (!inForce || !repository.defaultBranchRef) return { overview, facts: null };
  const { findings: deskFindings, change } = inForce;
  const desk = await withPromisedSince(scope, inForce.desk, inForce.file);
  const published = await publishedPosts(scope, overview, desk.posts);
  const before = await endedPulls(scope, desk, repository.ended, overview.open);
  const { seen, ended, behind } = withNews({ seen: overview, ended: before.pulls }, news, scope.at);
  const config = await lintConfig(scope, seen, desk);
  const sites = await siteConfigs(scope, seen, desk.posts);
  const complete = await completePulls(scope, seen, ended, {
    desk,
    globs: desk.posts,
    settings: settingsByPath(desk.lint ?? PLAIN_LINT, config.rules),
    published: await withOutlines(scope, published, []),
    news,
  });
  const boards = await Promise.all(
    nodesOf(seen.repository.boards).map(async (issue) => translateBoard(issue, await commentsOn(scope, issue), seen.app)),
  );
  const said = { pulls: complete.pulls, boards: boards.filter((board) => board !== null).sort((a, b) => a.number - b.number) };
  const { pulls, boards: heard, asked } = await withAccess(scope, desk, said, clicks);
  const facts: Facts = {
    at: scope.at,
    app: seen.app,
    repository: {
      owner: repository.owner.login,
      name: repository.name,
      url: repository.url,
      defaultBranch: repository.defaultBranchRef.name,
      archived: repository.isArchived,
      private: repository.isPrivate,
    },
    desk,
    deskFindings,
    deskChange: change,
    lintNotes: config.notes,
    sites,
    open: pulls.filter(({ standing }) => standing === "open"),
    closed: pulls.filter(({ standing }) => standing !== "open"),
    published: await withSince(scope, await withOutlines(scope, published, [...pulls, { posts: complete.near }]), desk, pulls),
    boards: heard,
    ...(asked && { asked }),
    ...(complete.strict && { strict: true as const }),
    behind: [await olderThanBefore(scope, overview), before.torn ? tornAt(scope.at) : null, complete.behind].reduce(bothBehind, behind),
  };
  return { overview: seen, facts };
}

/** What the desk and the default branch tell of posts. */
interface Site {
  readonly desk: Desk;
  readonly globs: readonly string[];
  readonly settings: (path: string) => LintSettings;
  readonly published: readonly PublishedPost[];
  readonly news: readonly Known[];
}

interface Complete {
  readonly pulls: readonly PullRequest[];
  /** Whether the default branch is known to want branches that are up to date. */
  readonly strict: boolean;
  readonly behind: Behind | null;
  /** Live posts that those open have to do with. */
  readonly near: readonly ReadPost[];
}

/** Every pull request with its files, remarks and texts, by number. */
async function completePulls(
  scope: ReadScope,
  seen: Overview,
  ended: readonly PullShape[],
  { desk, globs, settings, published, news }: Site,
): Promise<Complete> {
  const { open, app } = seen;
  const all = [...new Map([...open, ...ended].map((pull) => [pull.number, pull])).values()].sort((a, b) => a.number - b.number);
  const isPost = postMatcher(globs);
  const shapes = await withFiles(scope, all, seen.files);
  const since = await headsSince(scope, shapes);
  const { files, torn } = await changedFiles(scope, shapes, isPost);
  const firsts = await openedWith(scope, open);
  const fixes = await foreseenOf(
    scope,
    shapes.map(({ number }) => number),
  );
  const remarksBy = new Map<number, readonly RemarkShape[]>();
  for (const pull of shapes) remarksBy.set(pull.number, await remarksOn(scope, pull));
  const parties = new Map(shapes.map((pull) => [pull, partyOf(pull, remarksBy.get(pull.number) ?? [], desk, scope.id)]));
  const proposals = [...parties].filter(([{ state }]) => state === "OPEN");
  const proposed = await proposedDesks(scope, proposals, files, desk, published);
  const threads = await lineThreads(
    scope,
    shapes.map((pull) => ({ pull, remarks: remarksBy.get(pull.number) ?? [] })),
    { app, news },
  );
  const unseen = linesTold(news).filter(
    (one) => isBelieved(one, scope.at) && threads.has(one.pull) && !showsLine(threads.get(one.pull), one),
  );
  const drafts = [];
  for (const [pull, party] of parties) {
    const { posts, complete, unread } = postsOf(files.get(pull.number), isPost);
    const remarks = remarksBy.get(pull.number) ?? [];
    const changes = pathsOf(files.get(pull.number));
    const known = { remarks, openedWith: firsts.get(pull.number), foreseen: fixes.get(pull.number) ?? [], changes, desk };
    const covered = posts.length > 0 ? await coveredIn(scope, pull, known) : NOTHING_COVERED;
    drafts.push({ pull, posts, complete, unread, remarks, covered, party });
  }
  const bringing = drafts.flatMap(({ pull, posts }) => (pull.state === "OPEN" && posts.length > 0 ? [pull] : []));
  const told = withChecked(await withMergeability(scope, bringing, seen.mergeability), news, scope.at);
  const sorted = await withBehind(scope, told, remarksBy, seen.repository, desk);
  const judged = new Map(sorted.pulls.map((pull) => [pull.number, pull]));
  await rememberBringing(scope, [...judged.keys()], seen.bringing);
  const texts = await findTexts(
    scope,
    drafts.flatMap(({ pull: { headRefOid: commit }, posts, party }) =>
      posts.flatMap(({ path, change }): readonly Spot[] => (change === "removed" ? [] : [{ commit, path, read: true, party }])),
    ),
    settings,
  );
  const waiting = waitingOf(scope, drafts, texts, proposed.waiting);
  const brought = drafts.map(({ pull, posts }) => ({ pull, posts, changed: files.get(pull.number) }));
  const leads = leadsOf(brought, seen, published, texts, desk.siteFolders);
  const around = postsNear(brought, seen, published, texts);
  const more = await findTexts(scope, [...leads.spots, ...around], settings);
  const paths = leads.found(more);
  const pulls = drafts.map(({ pull, posts, complete, unread, remarks, covered }) =>
    translatePull(judged.get(pull.number) ?? pull, {
      app,
      remarks,
      posts,
      changes: pathsOf(files.get(pull.number)),
      covered,
      filesComplete: complete,
      unread,
      notReadYet: waiting.numbers.has(pull.number),
      desk: proposed.desks.get(pull.number) ?? null,
      since: since.get(pull.number) ?? scope.at,
      texts,
      threads: threads.get(pull.number),
      paths: paths.get(pull.number),
    }),
  );
  const apart = unseen.flatMap((one) => ("pull" in one ? [one.pull] : []));
  const behind = [torn ? tornAt(scope.at) : null, waiting.behind].reduce(bothBehind, behindBy(unseen, scope.at, apart));
  return {
    pulls,
    strict: sorted.strict,
    behind,
    near: around.map(({ path, blob = null }) => ({ path, blob, reading: blob === null ? null : more.reading(path, blob) })),
  };
}

/** The next look asks at once whether these could be merged. */
async function rememberBringing({ cache, id }: ReadScope, numbers: readonly number[], known: readonly number[]): Promise<void> {
  if (known.join() !== numbers.join()) await cache.keep(BRINGING, new Map([[String(id), numbers]]));
}

/** A post that is renamed to a path that is none is removed as a post. */
function postsOf(
  changed: ChangedFiles | undefined,
  isPost: (path: string) => boolean,
): { posts: readonly ChangedFile[]; complete: boolean; unread: number } {
  const posts = (changed?.files ?? []).flatMap((file): ChangedFile[] => {
    // A draft that comes from where no posts are is a new post.
    if (isPost(file.path)) return [file.previousPath !== null && !isPost(file.previousPath) ? { ...file, previousPath: null } : file];
    return file.previousPath !== null && isPost(file.previousPath)
      ? [{ path: file.previousPath, previousPath: null, change: "removed" }]
      : [];
  });
  const unread = Math.max(0, posts.length - MOST_POSTS);
  return { posts: posts.slice(0, MOST_POSTS), complete: (changed?.complete ?? false) && unread === 0, unread };
}

/** Every path that it changes, of a file that was moved both. */
function pathsOf(changed: ChangedFiles | undefined): readonly string[] {
  return [...new Set((changed?.files ?? []).flatMap(({ path, previousPath }) => [path, ...(previousPath === null ? [] : [previousPath])]))];
}
