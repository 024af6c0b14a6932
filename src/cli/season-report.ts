/** What a replay tells of the season: each post's way in JSON, and the whole of it as lines of text. */
import { readView, VIEW } from "../view.js";
import type { JudgedPost } from "../desk/judged.js";
import type { WholeThread } from "../sandbox/whole-pull.js";
import type { RunningSeason } from "./run-season.js";

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
  /** Off its byline. */
  readonly approvedBy: readonly string[];
  /** Every slot that was announced, and when. */
  readonly slots: readonly { readonly at: string; readonly announced: string }[];
  readonly reminders: readonly { readonly to: string; readonly at: string; readonly channel: "pull-request" | "board" }[];
  /** How many remarks lint has on its text. */
  readonly findings: number;
  readonly liveAt: string | null;
}

/** The season as it stands. */
export async function reportSeason({ presstime, season, github }: RunningSeason): Promise<SeasonReport> {
  const { repo } = season;
  const [kept, memory] = await Promise.all([presstime.ledger.cached(VIEW, [String(repo.id)]), presstime.ledger.memory(repo.id)]);
  const posts = readView(kept.get(String(repo.id)))?.plan.posts ?? [];
  const threads = github.threads(repo);
  const { calls, points } = github.spent;
  return {
    // A change to a post that is live is judged apart, and told with its post.
    posts: posts
      .filter(({ slug }) => !slug.includes("#"))
      .map((post) => {
        const pulls = [...new Set(posts.filter(({ slug }) => slug.split("#")[0] === post.slug).flatMap(({ submissions }) => submissions))];
        return reportPost(
          post,
          pulls.sort((a, b) => a - b),
          threads,
          memory.announced[post.slug] ?? [],
          github.app.bot.login,
        );
      }),
    calls,
    points,
  };
}

function reportPost(
  post: JudgedPost,
  pullRequests: readonly number[],
  threads: readonly WholeThread[],
  announced: JudgedPost["announced"],
  app: string,
): PostReport {
  const conversation = threads.filter(({ number }) => pullRequests.includes(number)).flatMap((thread) => thread.conversation);
  const asked = conversation.flatMap((turn) => (turn.kind === "asked" ? [turn.who] : []));
  const approved = conversation.flatMap((turn) => (turn.kind === "reviewed" && turn.state === "APPROVED" && turn.by ? [turn.by] : []));
  return {
    slug: post.slug,
    stage: post.stage,
    byline: post.byline,
    pullRequests,
    asked: [...new Set(asked)],
    approvedBy: [...new Set(approved)].filter((login) => !post.byline.includes(login)),
    slots: announced.map(({ slot, at }) => ({ at: slot, announced: at })),
    reminders: threads.flatMap((thread) => remindersOn(thread, post.slug, pullRequests, app)),
    findings: post.findings.length,
    liveAt: post.live?.at ?? null,
  };
}

const REMINDER = /^<!-- presstime remind\/([^/\s]+)\/\S+ -->/;

/** What was said to people about one post: a reminder names its pull request, or while there is none its slug. */
function remindersOn(thread: WholeThread, slug: string, pullRequests: readonly number[], app: string): PostReport["reminders"] {
  return thread.conversation.flatMap((turn) => {
    const to = turn.kind === "commented" && turn.by === app ? REMINDER.exec(turn.body)?.[1] : undefined;
    if (turn.kind !== "commented" || to === undefined) return [];
    const about = turn.body.includes(`\`/drop ${slug}\``) || pullRequests.some((number) => turn.body.includes(`(#${number})`));
    return about ? [{ to, at: turn.at, channel: thread.pull ? ("pull-request" as const) : ("board" as const) }] : [];
  });
}

/** One line for each thing that people and the app did, oldest first, and then where every post ended. */
export async function tellSeason(running: RunningSeason): Promise<string> {
  const { presstime, season, deeds } = running;
  const happenings = (await presstime.ledger.recent(season.repo.id, 100_000)).toReversed();
  const lines = [
    ...deeds.map(({ at, by, says }) => ({ at, text: `${by} ${says}` })),
    ...happenings.map(({ at, says }) => ({ at, text: `  presstime ${says}` })),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const { posts, calls, points } = await reportSeason(running);
  return [
    ...lines.map(({ at, text }) => `${at} ${text}`),
    "",
    ...posts.map((post) => `${post.slug}: ${post.stage}${post.liveAt === null ? "" : ` ${post.liveAt}`}`),
    "",
    `${calls} calls to GitHub, ${points} points.`,
    "",
  ].join("\n");
}
