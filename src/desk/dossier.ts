/** Dossiers: all that is known of each post, promised or not, gathered from plan, pull requests and what people decided. */
import type { Part } from "./allowed.js";
import { toldIn, type Told } from "./announced.js";
import { grouped } from "./grouped.js";
import { foldDecisions, type Answer, type Conversation, type Decided } from "./decisions.js";
import type { Promised } from "./desk.js";
import { isNoticed } from "./noticed.js";
import type { PullRequest, Snapshot } from "./snapshot.js";
import { bylineOf, tieSubmissions, type Brought } from "./submission.js";
import { earliest, type Instant } from "./zone.js";

export interface Dossier extends Told {
  readonly slug: string;
  readonly title: string;
  readonly promised: Promised | null;
  /** The campaign that promised it. */
  readonly campaign: string | null;
  readonly correction: boolean;
  readonly byline: readonly string[];
  /** All that ever brought it, by number. */
  readonly brought: readonly Brought[];
  /** The one that is judged: of the open ones the first that is ready, else the first; of a live post, the one that was merged. */
  readonly leading: Brought | null;
  /** Beats of the promise; of a post that names none, those of its tags that somebody on the desk covers. */
  readonly beats: readonly string[];
  readonly decided: Decided;
  readonly live: { readonly at: Instant | null; readonly pull: number | null; readonly path: string | null } | null;
}

export interface Dossiers {
  /** Promised posts in the plan's order, then unpromised ones, then corrections, by pull request. */
  readonly posts: readonly Dossier[];
  readonly answers: readonly Answer[];
  /** Per open pull request, the slugs it brings. */
  readonly slugsOf: ReadonlyMap<number, readonly string[]>;
}

export function gatherDossiers(snapshot: Snapshot): Dossiers {
  const { desk } = snapshot;
  const { brought, livePaths } = tieSubmissions(snapshot);
  const bySlug = grouped(brought, ({ slug }) => slug);
  const promised = desk.campaigns.flatMap((campaign) => campaign.posts.map((post) => ({ campaign: campaign.name, post })));
  const known = new Set(promised.map(({ post }) => post.slug));
  const strangers = [...bySlug].filter(
    ([slug, all]) =>
      !known.has(slug) &&
      all.some(({ pull, file }) => isOpen(pull) || (pull.standing === "merged" && file.change === "added" && isNoticed(pull))),
  );
  const sources = [
    ...promised.map(({ campaign, post }) => ({ slug: post.slug, promised: post, campaign, brought: bySlug.get(post.slug) ?? [] })),
    ...strangers.map(([slug, all]) => ({ slug, promised: null, campaign: null, brought: all })),
  ];

  const parts = new Map(sources.map((source) => [source.slug, partIn(source.promised, source.brought, snapshot)]));
  const slugsOf = new Map([...grouped(brought, ({ pull }) => pull.number)].map(([number, all]) => [number, all.map(({ slug }) => slug)]));
  const conversations: Conversation[] = [
    ...[...snapshot.closed, ...snapshot.open].map((pull) => ({
      issue: pull.number,
      comments: pull.comments,
      slugs: slugsOf.get(pull.number) ?? [],
      open: isOpen(pull) && slugsOf.has(pull.number),
    })),
    ...snapshot.boards.map((board) => ({ issue: board.number, comments: board.comments, slugs: [], open: board.open })),
  ];
  const decisions = foldDecisions(conversations, {
    desk,
    slugs: sources.map(({ slug }) => slug),
    partIn: (slug) => parts.get(slug) ?? { byline: [], openers: [], asked: [] },
  });

  const told = toldIn(snapshot);
  const posts = sources.map((source): Dossier => {
    const sorted = source.brought.toSorted((a, b) => a.pull.number - b.pull.number);
    const path = livePaths.get(source.slug) ?? null;
    const merged = sorted.filter(({ pull }) => pull.standing === "merged");
    const isLive = path !== null || (source.promised === null && merged.length > 0);
    const first = merged.toSorted((a, b) => ((a.pull.endedAt ?? "") < (b.pull.endedAt ?? "") ? -1 : 1))[0] ?? null;
    const leading = isLive ? first : leadingOf(sorted);
    return {
      slug: source.slug,
      title: leading?.file.reading?.post.title?.value ?? source.promised?.title ?? leading?.pull.title ?? source.slug,
      promised: source.promised,
      campaign: source.campaign,
      correction: sorted.some(({ correction }) => correction),
      byline: bylineOf(source.promised, sorted, desk.people),
      brought: sorted,
      leading,
      beats: beatsOf(source.promised, leading, snapshot),
      decided: decisions.about(source.slug),
      ...told(source.slug, source.promised?.also ?? []),
      live: isLive
        ? { at: earliest([first?.pull.endedAt]), pull: first?.pull.number ?? null, path: path ?? first?.file.path ?? null }
        : null,
    };
  });
  return { posts, answers: decisions.answers, slugsOf };
}

function beatsOf(promised: Promised | null, leading: Brought | null, { desk }: Snapshot): readonly string[] {
  if (promised && promised.beats.length > 0) return promised.beats;
  const covered = new Set(desk.people.flatMap(({ beats }) => beats.map((beat) => beat.toLowerCase())));
  return leading?.file.reading?.post.tags.filter((tag) => covered.has(tag.toLowerCase())) ?? [];
}

export function isOpen(pull: PullRequest): boolean {
  return pull.standing === "open";
}

function leadingOf(sorted: readonly Brought[]): Brought | null {
  const open = sorted.filter(({ pull }) => isOpen(pull));
  return open.find(({ pull }) => !pull.draft) ?? open[0] ?? null;
}

function partIn(promised: Promised | null, brought: readonly Brought[], snapshot: Snapshot): Part {
  return {
    byline: bylineOf(promised, brought, snapshot.desk.people),
    openers: brought.flatMap(({ pull }) => (pull.openedBy ? [pull.openedBy.login] : [])),
    asked: brought.flatMap(({ pull }) => pull.requested.map(({ login }) => login)),
  };
}
