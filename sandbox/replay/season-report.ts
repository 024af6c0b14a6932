/** What a replay tells of the season: each post's way in JSON, and the whole of it as lines of text. */
import type { JudgedPost } from "../../src/desk/judged.js";
import type { Zone } from "../../src/desk/time/zone.js";
import { slipOf } from "../../src/desk/tracking/slip.js";
import { sayMover, saySlot } from "../../src/desk/words/slip.js";
import type { WholeThread } from "../whole-thread.js";
import type { RunningSeason } from "./run-season.js";
import { remindersOf, type SaidReminder } from "./season-reminders.js";
import { seasonView } from "./season-view.js";

export interface SeasonReport {
  readonly posts: readonly PostReport[];
  /** Requests to GitHub, and what those of GraphQL cost. */
  readonly calls: number;
  readonly points: number;
}

export interface PostReport {
  readonly slug: string;
  readonly stage: string;
  readonly byline: readonly string[];
  /** Numbers, rising. */
  readonly pullRequests: readonly number[];
  /** Everybody who was ever asked to review it. */
  readonly asked: readonly string[];
  /** Those whose approval counted for the text that went live. */
  readonly approvedBy: readonly string[];
  /** Every slot that was announced, when, by whom (null for the schedule) and why. */
  readonly slots: readonly { readonly at: string; readonly announced: string; readonly by: string | null; readonly why: string }[];
  /** From the slot announced first to when it went live, or to its present slot: calendar days of the desk's zone, and moves; null without a slot. */
  readonly slip: { readonly days: number; readonly moves: number; readonly says: string } | null;
  readonly reminders: readonly { readonly to: string; readonly at: string; readonly channel: "pull-request" | "board" }[];
  /** How many remarks lint has on its text. */
  readonly findings: number;
  readonly liveAt: string | null;
}

/** The season as it stands. */
export async function reportSeason(running: RunningSeason): Promise<SeasonReport> {
  const { season, github } = running;
  const view = await seasonView(running);
  const posts = view?.plan.posts ?? [];
  const threads = github.threads(season.repo);
  const reminders = remindersOf(running);
  const { calls, points } = github.spent;
  return {
    // A change to a post that is live is judged apart, and told with its post.
    posts: posts
      .filter(({ slug }) => !slug.includes("#"))
      .map((post) => {
        const pulls = [...new Set(posts.filter(({ slug }) => slug.split("#")[0] === post.slug).flatMap(({ submissions }) => submissions))];
        return reportPost(post, { pullRequests: pulls.sort((a, b) => a - b), threads, reminders, zone: view?.zone ?? "UTC" });
      }),
    calls,
    points,
  };
}

interface Around {
  readonly pullRequests: readonly number[];
  readonly threads: readonly WholeThread[];
  readonly reminders: readonly SaidReminder[];
  /** The desk's. */
  readonly zone: Zone;
}

function reportPost(post: JudgedPost, { pullRequests, threads, reminders, zone }: Around): PostReport {
  const conversation = threads.filter(({ number }) => pullRequests.includes(number)).flatMap((thread) => thread.conversation);
  const asked = conversation.flatMap((turn) => (turn.kind === "asked" ? [turn.who] : []));
  const slip = slipOf(post, zone);
  return {
    slug: post.slug,
    stage: post.stage,
    byline: post.byline,
    pullRequests,
    asked: [...new Set(asked)],
    approvedBy: post.approvals.by,
    slots: post.announced.map(({ slot, at, by, why }) => ({ at: slot, announced: at, by, why })),
    slip: slip && { days: slip.days, moves: slip.moves, says: saySlot(post, zone) ?? "" },
    reminders: reminders.flatMap((one) => (isAbout(one, post.slug, pullRequests) ? [reported(one)] : [])),
    findings: post.findings.length,
    liveAt: post.live?.at ?? null,
  };
}

/** A reminder names its pull request, or while there is none its slug. */
function isAbout({ says }: SaidReminder, slug: string, pullRequests: readonly number[]): boolean {
  return says.includes(`\`/drop ${slug}\``) || pullRequests.some((number) => says.includes(`(#${number})`));
}

function reported({ to, at, pull }: SaidReminder): PostReport["reminders"][number] {
  return { to, at, channel: pull === null ? "board" : "pull-request" };
}

/** One line for each thing that people and the app did, oldest first, and then where every post ended and how its slot moved. */
export async function tellSeason(running: RunningSeason): Promise<string> {
  const { presstime, season, movesMade } = running;
  const happenings = (await presstime.ledger.recent(season.repo.id, 100_000)).toReversed();
  const lines = [
    ...movesMade.map(({ at, by, says }) => ({ at, text: `${by} ${says}` })),
    ...happenings.map(({ at, says }) => ({ at, text: `  presstime ${says}` })),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const { posts, calls, points } = await reportSeason(running);
  return [
    ...lines.map(({ at, text }) => `${at} ${text}`),
    "",
    ...posts.flatMap((post) => [
      `${post.slug}: ${post.stage}${post.liveAt === null ? "" : ` ${post.liveAt}`}${post.slip ? `; ${post.slip.says}` : ""}`,
      ...movesOf(post).map((move) => `  ${move}`),
    ]),
    "",
    `${calls} calls to GitHub, ${points} points.`,
    "",
  ].join("\n");
}

/** `2014-07-18T11:00:00Z avsm: from … to …. Why.`, oldest first. */
function movesOf({ slots }: PostReport): readonly string[] {
  return slots.flatMap(({ at, announced, by, why }, place) => {
    const before = slots[place - 1];
    return before ? [`${announced} ${sayMover(by)}: from ${before.at} to ${at}. ${why}`.trimEnd()] : [];
  });
}
