/** Site sight: what is said of a post in sight of all others, by the facts that a look has anyway. */
import type { Dossier } from "./dossier.js";
import type { Finding } from "./finding.js";
import type { JudgedPost } from "./judged.js";
import { PLAIN_LINT, settingsByPath } from "./lint-settings.js";
import { nearby } from "./site/nearby.js";
import { awaitedPost, publishedPost, writtenPost, type Called } from "./site/other-post.js";
import { siteFindings } from "./site/site-findings.js";
import type { Live, OtherPost, SiteFacts } from "./site/site-facts.js";
import type { ChangedPost, Paths, PullRequest, Snapshot } from "./snapshot.js";

interface Pair {
  readonly dossier: Dossier;
  readonly post: JudgedPost;
}

/** Nothing of texts that could not be read. */
export type SiteSight = (pull: PullRequest, file: ChangedPost) => readonly Finding[];

/** A post that others can lead to, and which of those that are judged it is; null for one that nobody promised or brings. */
interface Known {
  readonly other: OtherPost;
  readonly pair: Pair | null;
}

/** Of files only those that were looked at are known. */
export function siteSight(pairs: readonly Pair[], snapshot: Snapshot): SiteSight {
  const { desk } = snapshot;
  const settings = settingsByPath(desk.lint ?? PLAIN_LINT);
  const published = publishedBy(pairs, snapshot);
  const elsewhere = nearby([...tracked(pairs, published), ...live(snapshot, published)]);
  const bringing = new Map(pairs.flatMap((pair) => pair.dossier.brought.map(({ pull, file }) => [placeOf(pull, file), pair] as const)));
  const pairOf = (pull: PullRequest, file: ChangedPost) => bringing.get(placeOf(pull, file)) ?? null;
  const alongside = once((pull) => nearby(pull.posts.flatMap((file) => writtenIn(file, pairOf(pull, file), published))));
  const touchedBy = once(
    ({ posts }) => new Set(posts.flatMap(({ path, previousPath }) => [path, ...(previousPath === null ? [] : [previousPath])])),
  );
  return (pull, file) => {
    const { reading } = file;
    if (!reading) return [];
    const own = pairOf(pull, file);
    const { post, links = null, silent } = reading;
    const text = { post, links, ...(silent && { silent }) };
    const touched = touchedBy(pull);
    // What the pull request changes is as it says, and what it takes away is not there.
    const others = [
      ...alongside(pull)(text).filter(({ other }) => other.path !== file.path),
      ...elsewhere(text).filter(
        ({ other, pair }) =>
          !touched.has(other.path ?? "") && (published.has(other.path ?? "") || pair === null || !isBroughtBy(pull, pair)),
      ),
    ];
    const slot = own && own.post.stage !== "live" ? (own.post.slot?.at ?? null) : null;
    return siteFindings(
      { ...text, slot },
      {
        people: desk.people,
        others: others.map(({ other }) => other),
        ...(desk.lint?.tags && { tags: desk.lint.tags }),
        ...(pull.paths && filesOf(pull.paths)),
      },
      settings(file.path).rules,
    );
  };
}

function once<Result>(work: (pull: PullRequest) => Result): (pull: PullRequest) => Result {
  const known = new Map<PullRequest, Result>();
  return (pull) => {
    const result = known.get(pull) ?? work(pull);
    known.set(pull, result);
    return result;
  };
}

function placeOf({ number }: PullRequest, { path }: ChangedPost): string {
  return `${number}:${path}`;
}

function isBroughtBy({ number }: PullRequest, { dossier }: Pair): boolean {
  return dossier.brought.some(({ pull }) => pull.number === number);
}

function filesOf({ asked, present, folders }: Paths): Pick<SiteFacts, "files" | "looked" | "folders"> {
  return { files: new Set(present), looked: new Set(asked), folders };
}

/** A post of the pull request itself, as it would leave it. */
function writtenIn(
  { path, change, reading }: ChangedPost,
  pair: Pair | null,
  published: ReadonlyMap<string, Pair | null>,
): readonly Known[] {
  if (change === "removed" || !reading) return [];
  const text = { post: reading.post, links: reading.links ?? null };
  const earlier = published.get(path);
  const live = published.has(path) ? ({ kind: "live" } as const) : pair ? liveOf(pair.post) : ({ kind: "open" } as const);
  return [{ other: writtenPost(text, live, calledBy(earlier ?? pair)), pair }];
}

/** Promised and brought posts; one that is live is among the published, and so is what a change to it is about. */
function tracked(pairs: readonly Pair[], published: ReadonlyMap<string, Pair | null>): readonly Known[] {
  return pairs.flatMap((pair): Known[] => {
    const { dossier, post } = pair;
    const path = post.live?.path ?? null;
    if (dossier.correction || (path !== null && published.has(path))) return [];
    const reading = dossier.leading?.file.reading;
    const called = calledBy(pair) ?? { slug: post.slug, also: [] };
    const other = reading
      ? writtenPost({ post: reading.post, links: reading.links ?? null }, liveOf(post), called)
      : awaitedPost(called, liveOf(post));
    const at = post.live?.at;
    return [{ other: { ...other, path: path ?? dossier.leading?.file.path ?? null, ...(at && { on: at }) }, pair }];
  });
}

function live({ published: posts }: Snapshot, published: ReadonlyMap<string, Pair | null>): readonly Known[] {
  return posts.map(({ path, outline = null }): Known => {
    const pair = published.get(path) ?? null;
    const at = pair?.post.live?.at;
    return { other: { ...publishedPost(path, outline, calledBy(pair)), ...(at && { on: at }) }, pair };
  });
}

/** Paths that the default branch holds, and which of the posts that are judged lies there. */
function publishedBy(pairs: readonly Pair[], { published }: Snapshot): ReadonlyMap<string, Pair | null> {
  const live = new Map(
    pairs.flatMap((pair) => (pair.post.live?.path && !pair.dossier.correction ? [[pair.post.live.path, pair] as const] : [])),
  );
  return new Map(published.map(({ path }) => [path, live.get(path) ?? null]));
}

/** A change to a live post has a name that nobody links to. */
function calledBy(pair: Pair | null): Called | null {
  if (!pair || pair.dossier.correction) return null;
  return { slug: pair.post.slug, also: pair.dossier.promised?.also ?? [] };
}

function liveOf(post: JudgedPost): Live {
  if (post.live) return { kind: "live" };
  return post.slot && !post.stopped ? { kind: "slot", at: post.slot.at } : { kind: "open" };
}
