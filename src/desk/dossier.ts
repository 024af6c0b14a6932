/** Dossiers: all that is known of each post, promised or not, gathered from plan, pull requests and what people decided. */
import type { Answer } from "./commands/answer.js";
import { foldCommands, type Conversation } from "./commands/fold-commands.js";
import { gatherCommandFacts } from "./commands/gather-command-facts.js";
import type { PostDecisions, Unsaid } from "./commands/post-decisions.js";
import type { Part } from "./comments/permissions.js";
import type { Desk, Promised } from "./facts/desk.js";
import type { Announcement, Snapshot } from "./facts/snapshot.js";
import { spokenOn } from "./facts/spoken.js";
import { amendPlan } from "./tracking/amended-plan.js";
import { announcedIn, withUndone, type AnnouncedSlots } from "./tracking/announced-slots.js";
import { missedTwice, type MissedTwice } from "./tracking/missed-twice.js";
import { isOpen, findPostSources, type PostSource } from "./tracking/post-sources.js";
import { movesOf } from "./tracking/slip.js";
import { bylineOf, type Brought, type TimeLive } from "./tracking/tie-pull-requests.js";
import { workOnPost } from "./tracking/work-on-post.js";

export { isOpen };

export interface Dossier extends AnnouncedSlots {
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
  readonly decided: PostDecisions;
  /** What was said of its reviewers and taken back. */
  readonly unsaid: readonly Unsaid[];
  /** The slots it was moved to, the first in front: those announced, without what was taken back. */
  readonly moves: readonly Announcement[];
  /** The last two slots, where both went by while nobody did anything for it. */
  readonly missed: MissedTwice | null;
  readonly live: TimeLive | null;
  /** When it was live before, and was taken off the site. */
  readonly before: readonly TimeLive[];
  /** Files on the default branch that have the name of a promise that is open, and are not it. */
  readonly namesakes: readonly string[];
  /** The promise that is open and whose name it has, though it is another post; null when there is none. */
  readonly namedLike: string | null;
  /** The slug of the post of which it is a text in another language, in a pull request of its own; null for a post. */
  readonly translates: string | null;
}

export interface Dossiers {
  /** Promised posts in the plan's order, then unpromised ones, then corrections, by pull request. */
  readonly posts: readonly Dossier[];
  readonly answers: readonly Answer[];
  /** The desk with the plan as people amended it. */
  readonly desk: Desk;
  /** What a post that went by that slug is called now; null when there is none. */
  readonly calledNow: (slug: string) => string | null;
  readonly partIn: (slug: string) => Part;
}

/** `askedBefore`: by pull request, the logins of those whom the app has asked for a review, as far as the ledger knows. */
export function gatherDossiers(snapshot: Snapshot, askedBefore: (pull: number) => readonly string[] = () => []): Dossiers {
  const told = announcedIn(snapshot);
  const decisions = foldCommands(conversationsIn(snapshot), {
    desk: snapshot.desk,
    app: snapshot.app,
    factsOf: (amendments, untied) => {
      const plan = amendPlan(snapshot.desk, amendments);
      return gatherCommandFacts(plan, findPostSources(snapshot, plan, untied), told, askedBefore);
    },
  });
  const { plan, postSources } = decisions.facts;
  const amended = { ...snapshot, desk: plan.desk };
  const slugs = new Set(postSources.sources.map(({ slug }) => slug));
  return {
    posts: postSources.sources.map((source) => {
      const acts = decisions.actsAbout(source.slug);
      const slots = told(source.slug, source.promised?.also ?? [], source.promised?.joined);
      const announced = withUndone(slots.announced, acts);
      const moves = movesOf(announced);
      const names = [source.slug, ...(source.promised?.also ?? [])];
      const worked = workOnPost({ ...source, acts, names, desk: snapshot.desk, deskChange: snapshot.deskChange ?? null });
      return {
        ...dossierOf(source, amended),
        decided: decisions.about(source.slug),
        unsaid: decisions.unsaidAbout(source.slug),
        ...slots,
        announced,
        moves,
        missed: missedTwice(moves, worked, snapshot.at),
      };
    }),
    answers: decisions.answers.filter(
      ({ issue }) => postSources.slugsOf.has(issue) || snapshot.boards.some(({ number }) => number === issue),
    ),
    desk: plan.desk,
    calledNow: (slug) => {
      const id = plan.idOf(slug);
      return (id === null ? null : plan.slugOf(id)) ?? (slugs.has(slug) ? slug : null);
    },
    partIn: (slug) => decisions.facts.partIn(slug),
  };
}

/** Whether readers get from it what they do not have: it does more than change what they have. */
export function bringsNew({ correction, translates }: Pick<Dossier, "correction" | "translates">): boolean {
  return !correction || translates !== null;
}

function conversationsIn({ closed, open, boards }: Snapshot): readonly Conversation[] {
  return [
    ...[...closed, ...open].map((pull) => ({ issue: pull.number, comments: spokenOn(pull), open: isOpen(pull) })),
    ...boards.map((board) => ({ issue: board.number, comments: board.comments, open: board.open })),
  ];
}

function dossierOf(
  { slug, promised, campaign, brought, leading, live, before, namesakes, namedLike, translates }: PostSource,
  snapshot: Snapshot,
): Omit<Dossier, keyof AnnouncedSlots | "decided" | "unsaid" | "moves" | "missed"> {
  return {
    slug,
    title: leading?.file.reading?.post.title?.value ?? promised?.title ?? leading?.pull.title ?? slug,
    promised,
    campaign,
    correction: brought.some(({ correction }) => correction),
    byline: bylineOf(promised, leading, snapshot.desk.people),
    brought,
    leading,
    beats: beatsOf(promised, leading, snapshot),
    live,
    before,
    namesakes,
    namedLike,
    translates,
  };
}

function beatsOf(promised: Promised | null, leading: Brought | null, { desk }: Snapshot): readonly string[] {
  if (promised && promised.beats.length > 0) return promised.beats;
  const covered = new Set(desk.people.flatMap(({ beats }) => beats.map((beat) => beat.toLowerCase())));
  return leading?.file.reading?.post.tags.filter((tag) => covered.has(tag.toLowerCase())) ?? [];
}
