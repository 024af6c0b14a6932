/** The site check on a pull request: what is said of a post in sight of all others, by the facts that a look has anyway. */
import type { Finding } from "../facts/finding.js";
import { PLAIN_LINT, settingsByPath } from "../facts/lint-settings.js";
import type { ChangedPost, Paths, PullRequest, Snapshot } from "../facts/snapshot.js";
import { nearby } from "./facts/nearby.js";
import { asPlanned, awaitedPost, publishedPost, writtenPost, type PostNames } from "./facts/other-post.js";
import type { Live, OtherPost, SiteFacts } from "./facts/site-facts.js";
import type { PublicationTime } from "./publication-times.js";
import { siteFindings } from "./site-findings.js";

/** Nothing of texts that could not be read. */
export type SiteCheck = (pull: PullRequest, file: ChangedPost) => readonly Finding[];

/** A post that others can lead to, and which of those that are judged it is; null for one that nobody promised or brings. */
interface Known {
  readonly other: OtherPost;
  readonly pair: PublicationTime | null;
}

/**
 * Of files only those that were looked at are known. `heeding` is what counts of posts that are not live and that other pull
 * requests bring: `texts` for what is said, `promises` alone for what keeps a post from going live. Anybody can open a pull request
 * whose text claims the address of another post, and must not stop that post with it.
 */
export function checkOnPullRequest(pairs: readonly PublicationTime[], snapshot: Snapshot, heeding: "texts" | "promises"): SiteCheck {
  const { desk } = snapshot;
  const settings = settingsByPath(desk.lint ?? PLAIN_LINT);
  const published = publishedBy(pairs, snapshot);
  const elsewhere = nearby([
    ...(heeding === "texts" ? tracked(pairs, published) : awaited(pairs, published)),
    ...live(snapshot, published),
  ]);
  const bringing = new Map(
    pairs.flatMap((pair) => pair.dossier.brought.flatMap(({ pull, texts }) => texts.map((text) => [placeOf(pull, text), pair] as const))),
  );
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
    const pair = published.get(file.path) ?? own;
    const text = asPlanned({ post, links, ...(silent && { silent }) }, calledBy(pair));
    const touched = touchedBy(pull);
    // What the pull request changes is as it says, and what it takes away is not there.
    const others = [
      ...alongside(pull)(text).filter(({ other }) => other.path !== file.path),
      ...elsewhere(text).filter(
        ({ other, pair }) =>
          !touched.has(other.path ?? "") && (published.has(other.path ?? "") || pair === null || !isBroughtBy(pull, pair)),
      ),
    ];
    const slot = own && !own.dossier.live ? own.at : null;
    return siteFindings(
      { ...text, slot, promised: pair !== null && pair.dossier.promised !== null },
      {
        people: desk.people,
        ...(desk.teams && { teams: desk.teams }),
        ...(desk.siteFolders && { siteFolders: desk.siteFolders }),
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

function isBroughtBy({ number }: PullRequest, { dossier }: PublicationTime): boolean {
  return dossier.brought.some(({ pull }) => pull.number === number);
}

function filesOf({ asked, present, folders }: Paths): Pick<SiteFacts, "files" | "looked" | "folders"> {
  return { files: new Set(present), looked: new Set(asked), folders };
}

/** A post of the pull request itself, as it would leave it. */
function writtenIn(
  { path, previousPath, change, reading }: ChangedPost,
  pair: PublicationTime | null,
  published: ReadonlyMap<string, PublicationTime | null>,
): readonly Known[] {
  if (change === "removed" || !reading) return [];
  const text = { post: reading.post, links: reading.links ?? null };
  // A post that is moved is live, wherever it was.
  const before = [path, previousPath ?? path].find((one) => published.has(one));
  const earlier = before === undefined ? null : (published.get(before) ?? null);
  const live = before !== undefined ? ({ kind: "live" } as const) : pair ? liveOf(pair) : ({ kind: "open" } as const);
  return [{ other: writtenPost(text, live, calledBy(earlier ?? pair)), pair }];
}

/** Promised and brought posts; one that is live is among the published, and so is what a change to it is about. */
function tracked(pairs: readonly PublicationTime[], published: ReadonlyMap<string, PublicationTime | null>): readonly Known[] {
  return unpublished(pairs, published).map((pair): Known => {
    const { dossier } = pair;
    const reading = dossier.leading?.file.reading;
    const called = calledBy(pair);
    const other = reading
      ? writtenPost({ post: reading.post, links: reading.links ?? null }, liveOf(pair), called)
      : awaitedPost(called ?? { slug: dossier.slug, also: [] }, liveOf(pair));
    const at = dossier.live?.at;
    return { other: { ...other, path: dossier.live?.path ?? dossier.leading?.file.path ?? null, ...(at && { on: at }) }, pair };
  });
}

/** Of promised posts what the desk says of them. */
function awaited(pairs: readonly PublicationTime[], published: ReadonlyMap<string, PublicationTime | null>): readonly Known[] {
  return unpublished(pairs, published).flatMap((pair): Known[] => {
    const called = calledBy(pair);
    return called && pair.dossier.promised ? [{ other: awaitedPost(called, liveOf(pair)), pair }] : [];
  });
}

function unpublished(
  pairs: readonly PublicationTime[],
  published: ReadonlyMap<string, PublicationTime | null>,
): readonly PublicationTime[] {
  return pairs.filter(({ dossier: { correction, live: is } }) => !correction && !(is?.path && published.has(is.path)));
}

function live({ published: posts }: Snapshot, published: ReadonlyMap<string, PublicationTime | null>): readonly Known[] {
  return posts.map(({ path, outline = null }): Known => {
    const pair = published.get(path) ?? null;
    const at = pair?.dossier.live?.at;
    return { other: { ...publishedPost(path, outline, calledBy(pair)), ...(at && { on: at }) }, pair };
  });
}

/** Paths that the default branch holds, and which of the posts that are judged lies there. */
function publishedBy(pairs: readonly PublicationTime[], { published }: Snapshot): ReadonlyMap<string, PublicationTime | null> {
  const live = new Map(
    pairs.flatMap((pair) => (pair.dossier.live?.path && !pair.dossier.correction ? [[pair.dossier.live.path, pair] as const] : [])),
  );
  return new Map(published.map(({ path }) => [path, live.get(path) ?? null]));
}

/** A change to a live post has a name that nobody links to. */
function calledBy(pair: PublicationTime | null): PostNames | null {
  if (!pair || pair.dossier.correction) return null;
  const { slug, promised } = pair.dossier;
  return { slug, also: promised?.also ?? [], ...(promised?.series !== undefined && { series: promised.series }) };
}

function liveOf({ dossier: { live: is, decided }, at }: PublicationTime): Live {
  if (is) return { kind: "live" };
  return at && !decided.held && !decided.dropped ? { kind: "slot", at } : { kind: "open" };
}
