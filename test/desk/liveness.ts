/**
 * An independent judge of liveness: which posts wait in silence, by the facts that everybody can see and by what the page says.
 *
 * It holds [LV1] and [LV2] of `RULES.md`, in these words. *There* is whoever the desk names, has a pull request of the post open or was
 * asked for a review, and is on no leave today by the desk. *Told* is whoever a comment of the app's names with `@`, about the post (on
 * a pull request of its, or with its slug, number or title in a digest); the notice and the board, which are edited in place, tell
 * nobody. A request for a review tells on the day on which it is made.
 *
 * - A post that is not live, dropped or held **waits** when its next step is due (the draft by “draft by”, the review and what was
 *   asked for by “review by”, going live an hour after its slot), or when nobody whose step it is is there or back before it is due.
 * - It waits **in silence** when, of those concerned who are there (who sign it, opened it, were asked, coordinates), each has had more
 *   than `patience` of their working days since something was last done or known about it, and none was told within them. An approved
 *   post is silent when its slot has gone by and nobody was told since, at the end of the next of their working days.
 * - It is **unnamed** when somebody there was told, and the page names none of those who were.
 *
 * What people snoozed is theirs to wait for. Where none of those concerned is there, nobody can be told. A board that somebody closed
 * is put away: what is promised there and has no pull request is told on the page alone.
 */
import { daysOff } from "../../src/desk/calendar/days-off.js";
import { workingDaysBetween } from "../../src/desk/calendar/working-days.js";
import { readSpan } from "../../src/desk/commands/snooze.js";
import { includesLogin, sameLogin, type Person } from "../../src/desk/facts/person.js";
import type { Comment, PullRequest, Snapshot } from "../../src/desk/facts/snapshot.js";
import type { JudgedPost } from "../../src/desk/judged.js";
import { atWallTime, dayOf, dayPlus, HOUR, latest, plus, type Day, type Instant } from "../../src/desk/time/zone.js";

interface Silence {
  readonly kind: "past its slot" | "in silence" | "unnamed";
  readonly slug: string;
  readonly at: Instant;
  /** For whoever mends it. */
  readonly why: string;
}

interface Watched {
  /** After a look that is at rest. */
  readonly facts: Snapshot;
  /** The desk as people amended it may promise more than the file: what the page shows. */
  readonly posts: readonly JudgedPost[];
  /** Since when the desk file is as it is, and everything is looked at. */
  readonly deskSince: Instant;
  /** Working days; 5 by the promise. */
  readonly patience?: number;
}

/** Posts that wait in silence at the instant of the facts; none when all is well. */
export function silences({ facts, posts, deskSince, patience = 5 }: Watched): readonly Silence[] {
  return posts.flatMap((post) => silenceOf(post, posts, facts, deskSince, patience) ?? []);
}

function silenceOf(post: JudgedPost, posts: readonly JudgedPost[], facts: Snapshot, deskSince: Instant, patience: number): Silence | null {
  const { at, desk } = facts;
  if (post.stage === "live" || post.stage === "dropped" || post.stage === "held") return null;
  const pulls = [...facts.open, ...facts.closed].filter(({ number }) => post.submissions.includes(number));
  const open = pulls.filter(({ standing }) => standing === "open");
  if (open.length === 0 && !facts.boards.some((board) => board.open)) return null;

  const step = stepOf(post, posts, open, facts);
  const isThere = (login: string, by: Instant | null) => isPresent(login, by, pulls, facts);
  const isDue = step.by !== null && step.by <= at;
  const isNobodys = !step.needsNobody && !step.holders.some((login) => isThere(login, step.by));
  if (!isDue && !isNobodys) return null;

  const writers = [...post.byline.filter((login) => isOnDesk(login, facts)), ...openersOf(pulls)];
  // Of what comes with another post, whoever has to move that one.
  const named = post.waitingFor.filter((login) => isOnDesk(login, facts));
  const concerned = [...new Set([...step.holders, ...writers, ...desk.coordinators, ...named])].filter((login) => isThere(login, null));
  if (concerned.length === 0) return null;

  const names = new RegExp(`(?<![\\w-])${post.slug}(?![\\w-])`, "u");
  const onBoards = facts.boards.flatMap(({ comments }) => comments.filter(({ body }) => names.test(body)));
  const conversations = [...pulls.flatMap(({ comments }) => comments), ...onBoards];
  const spoken = conversations.filter(({ by }) => by !== null && !by.bot);
  const quietUntil = latest(spoken.flatMap((comment) => snoozed(comment)));
  if (quietUntil && quietUntil > at) return null;

  const tellings = concerned.map((login) => ({ login, at: lastTold(login, post, pulls, facts) }));
  const since =
    latest([
      deskSince,
      quietUntil,
      isDue ? step.by : null,
      post.announced[0]?.at,
      ...spoken.map((comment) => comment.editedAt ?? comment.at),
      ...pulls.flatMap((pull) => [
        pull.openedAt,
        pull.endedAt,
        pull.head.since,
        ...pull.reviews.map((review) => review.at),
        ...pull.requested.map((request) => request.at),
      ]),
      ...leavesBegun([...step.holders, ...writers, ...desk.coordinators], facts),
    ]) ?? deskSince;
  const report = (kind: Silence["kind"], why: string): Silence => ({
    kind,
    slug: post.slug,
    at,
    why: `${why}; ${post.stage}, turn ${post.turn}, page names ${post.waitingFor.join(", ") || "nobody"}; there: ${concerned.join(", ")}; since ${since}; due ${step.by ?? "never"}`,
  });

  const slot = post.slot?.at;
  if (post.stage === "approved" || post.stage === "due") {
    const from = latest([slot, since]) ?? since;
    const isLong = concerned.every((login) => workingDaysOf(login, from, at, facts) > 1);
    if (slot && slot <= at && isLong && !tellings.some((one) => one.at !== null && one.at >= slot))
      return report("past its slot", "nobody was told since its slot");
  }
  const told = tellings.filter((one) => one.at !== null && workingDaysOf(one.login, one.at, at, facts) <= patience);
  const patient = concerned.some((login) => workingDaysOf(login, since, at, facts) <= patience);
  if (told.length === 0) return patient ? null : report("in silence", `nobody was told within ${patience} working days`);
  const isNamed = told.some(({ login }) => includesLogin(post.waitingFor, login));
  return isNamed || patient ? null : report("unnamed", `told: ${told.map(({ login }) => login).join(", ")}`);
}

interface Step {
  /** Logins of those whose step it is, there or not. */
  readonly holders: readonly string[];
  /** When it is due; null when nothing says so. */
  readonly by: Instant | null;
  /** It comes by itself. */
  readonly needsNobody: boolean;
}

function stepOf(post: JudgedPost, posts: readonly JudgedPost[], open: readonly PullRequest[], facts: Snapshot): Step {
  const { slot, byline, stage } = post;
  const signing = byline.filter((login) => isOnDesk(login, facts) || includesLogin(openersOf(open), login));
  const writers = signing.length > 0 ? signing : openersOf(open);
  const leading = open.find(({ number }) => number === post.leading);
  switch (stage) {
    case "promised":
    case "in progress":
      return { holders: writers, by: slot?.draftBy ?? null, needsNobody: false };
    case "sent back":
      return { holders: writers, by: slot?.reviewBy ?? null, needsNobody: false };
    case "in review": {
      const asked = leading?.requested.map(({ login }) => login).filter((login) => !includesLogin(byline, login)) ?? [];
      return { holders: post.turn === "byline" ? [...asked, ...writers] : asked, by: slot?.reviewBy ?? null, needsNobody: false };
    }
    default: {
      const promised = facts.desk.campaigns.flatMap((campaign) => campaign.posts).find((one) => one.slug === post.slug);
      const behind = posts.filter(({ slug }) => promised?.after.includes(slug));
      return {
        holders: [],
        by: slot && plus(slot.at, HOUR),
        needsNobody: !behind.some((one) => one.stage === "dropped"),
      };
    }
  }
}

/** On leave; nobody in these histories has public holidays. */
function isAway({ away }: Person, day: Day): boolean {
  return away.some(({ from, to }) => from <= day && day <= to);
}

function isPresent(login: string, by: Instant | null, pulls: readonly PullRequest[], { at, desk, memory }: Snapshot): boolean {
  const person = desk.people.find((one) => sameLogin(one.login, login));
  if (person) {
    if (!isAway(person, dayOf(at, person.zone))) return true;
    return by !== null && by > at && !isAway(person, dayOf(by, person.zone));
  }
  if (includesLogin(desk.coordinators, login) || includesLogin(openersOf(pulls), login)) return true;
  // Whom the app had asked, and whom the desk names no more, has left; others were asked by hand.
  const wished = pulls.some(({ comments }) => comments.some(({ body }) => /^\/cc /mu.test(body) && body.includes(login)));
  const asked = Object.keys(memory.effects).some(
    (key) => key.startsWith("ask/") && includesLogin(key.split("/").at(-1)?.split(",") ?? [], login),
  );
  return wished || !asked;
}

function isOnDesk(login: string, { desk }: Snapshot): boolean {
  return desk.people.some((one) => sameLogin(one.login, login));
}

function openersOf(pulls: readonly PullRequest[]): readonly string[] {
  return pulls.flatMap(({ openedBy, standing }) => (standing === "open" && openedBy && !openedBy.bot ? [openedBy.login] : []));
}

function lastTold(login: string, post: JudgedPost, pulls: readonly PullRequest[], { app, boards, open, closed }: Snapshot): Instant | null {
  const names = new RegExp(`@${login}(?![A-Za-z0-9-])`, "iu");
  const isAbout = (body: string, issue: number) =>
    post.submissions.includes(issue) ||
    body.includes(`\`${post.slug}\``) ||
    body.includes(`“${post.title}”`) ||
    post.submissions.some((number) => body.includes(`#${number}`));
  const comments = [...open, ...closed, ...boards].flatMap(({ number, comments: all }) => all.map((comment) => ({ number, comment })));
  return latest([
    ...comments.flatMap(({ number, comment }) =>
      comment.by?.login === app && comment.mark !== "notice" && names.test(comment.body) && isAbout(comment.body, number)
        ? [comment.at]
        : [],
    ),
    ...pulls.flatMap(({ requested }) => requested.flatMap((one) => (sameLogin(one.login, login) ? [one.at] : []))),
  ]);
}

/** Working days of the person after the day of `from`, up to and including that of `to`. */
function workingDaysOf(login: string, from: Instant, to: Instant, { desk }: Snapshot): number {
  const person = desk.people.find((one) => sameLogin(one.login, login)) ?? null;
  const zone = person?.zone ?? desk.zone;
  return workingDaysBetween(dayOf(from, zone), dayOf(to, zone), daysOff(person, desk));
}

/** When leaves of theirs began or ended before now: whose step it is may have changed then. */
function leavesBegun(logins: readonly string[], { at, desk }: Snapshot): readonly Instant[] {
  return desk.people
    .filter(({ login }) => includesLogin(logins, login))
    .flatMap(({ away, zone }) => away.flatMap(({ from, to }) => [from, dayPlus(to, 1)].map((day) => atWallTime(day, "00:00", zone))))
    .filter((when) => when <= at);
}

function snoozed({ body, at }: Comment): readonly Instant[] {
  return [...body.matchAll(/^\/snooze(?: +\S+)?? +(\d+ *\w+)$/gmu)].flatMap(([, span = ""]) => {
    const hours = readSpan(span);
    return hours === null ? [] : [plus(at, hours * HOUR)];
  });
}
