/**
 * A reading together with what was told or done a short while ago and it does not show: GitHub answers from replicas that may be behind.
 * What was said and what the app made is judged as if it had been read; a pull request that stands otherwise by now is left alone. START HERE.
 */
import { sameLogin } from "../../../desk/facts/person.js";
import { grouped } from "../../../desk/text/group-by.js";
import { earliest, latest, MINUTE, plus, readInstant, type Instant } from "../../../desk/time/zone.js";
import { nextLook, type Known } from "../../../news.js";
import type { Behind } from "../../forge.js";
import type { Overview } from "../overview.js";
import { nodesOf, type ActorShape, type BoardShape, type CommentShape, type PullShape, type RemarkShape } from "../shapes.js";
import { botLogin } from "../translate-actor.js";
import { unixLines } from "../translate/unix-lines.js";

interface Read {
  readonly seen: Overview;
  readonly ended: readonly PullShape[];
}

const PATIENCE = MINUTE;

export function isBelieved({ since }: Known, at: Instant): boolean {
  return plus(since, PATIENCE) > at;
}

/** Null when the reading shows all of it. */
export function behindBy(hidden: readonly Known[], at: Instant, apart: readonly number[]): Behind | null {
  const again = earliest(hidden.map(({ since }) => nextLook(since, at)));
  return again && { apart, all: hidden.some(({ kind }) => kind === "pushed"), again };
}

export function bothBehind(one: Behind | null, other: Behind | null): Behind | null {
  if (!one || !other) return one ?? other;
  return {
    apart: [...one.apart, ...other.apart],
    all: one.all || other.all,
    again: earliest([one.again, other.again]) ?? one.again,
  };
}

/** As it was read, with what it does not show. */
export function withNews({ seen, ended }: Read, news: readonly Known[], at: Instant): Read & { readonly behind: Behind | null } {
  const known = asLastSaid(news.filter((one) => isBelieved(one, at)));
  if (known.length === 0) return { seen, ended, behind: null };
  const hidden: Known[] = [];
  const apart: number[] = [];
  const hide = (one: Known) => {
    hidden.push(one);
    // Where people have spoken it may lack more of that time.
    if (one.kind === "said" && !one.by?.bot) apart.push(one.issue);
    if (one.kind === "reviewed") apart.push(one.pull);
  };
  const place: Place = { app: seen.app, hide };
  const { repository } = seen;
  for (const [number, told] of lastByThread(known)) {
    const pull = [...seen.open, ...ended].find((one) => one.number === number);
    const board = nodesOf(repository.boards).find((one) => one.number === number);
    const isShown = (stood: Stood) =>
      stood.kind === "pull stood" ? showsPull(pull, stood) : !board || board.state === stood.state || board.updatedAt > stood.at;
    if (told.some(isShown)) continue;
    hidden.push(...told);
    apart.push(number);
  }
  for (const one of known) {
    if (one.kind !== "left" || !seen.open.some(({ number, headRefOid }) => number === one.pull && headRefOid === one.head)) continue;
    hidden.push(one);
    apart.push(one.pull);
  }
  const pushed = newestPush(known);
  const tip = repository.defaultBranchRef?.target?.oid;
  if (pushed && tip !== pushed.head && (repository.pushedAt === null || readInstant(repository.pushedAt) <= readInstant(pushed.at)))
    hidden.push(pushed);
  const of = (pull: PullShape) => known.reduce((so, one) => pullWith(so, one, place), pull);
  const boards = known.reduce((so, one) => boardsWith(so, one, place), nodesOf(repository.boards));
  const read = {
    seen: { ...seen, open: seen.open.map(of), repository: { ...repository, boards: repository.boards && { nodes: boards } } },
    ended: ended.map(of),
  };
  return { ...read, behind: behindBy(hidden, at, apart) };
}

interface Place {
  readonly app: string;
  readonly hide: (news: Known) => void;
}

/** Of each comment as it was last edited; of each board, label and person what the app did last. What was so in between no read has to show. */
function asLastSaid(known: readonly Known[]): readonly Known[] {
  const last = new Map<string, Known>();
  for (const one of known) {
    const about = subjectOf(one);
    const before = last.get(about);
    // Deliveries come in any order.
    if (one.kind === "said" && before?.kind === "said" && (one.editedAt ?? "") < (before.editedAt ?? "")) continue;
    last.set(about, one);
  }
  return known.filter((one) => last.get(subjectOf(one)) === one);
}

function subjectOf(one: Known): string {
  switch (one.kind) {
    case "said":
      return `said ${one.id}`;
    case "boarded":
      return `boarded ${one.issue}`;
    case "asked":
      return `asked ${one.pull} ${one.login}`;
    case "labelled":
      return `labelled ${one.pull} ${one.label}`;
    default:
      return JSON.stringify(one);
  }
}

type Stood = Extract<Known, { readonly kind: "pull stood" | "issue stood" }>;

/** Of each thread how it was last told to stand: of one second in each way, unless another came in its place, for deliveries come in any order. */
function lastByThread(known: readonly Known[]): ReadonlyMap<number, readonly Stood[]> {
  const stood = known.filter((one): one is Stood => one.kind === "pull stood" || one.kind === "issue stood");
  const threads = grouped(stood, (one) => (one.kind === "pull stood" ? one.pull : one.issue));
  return new Map([...threads].map(([number, told]) => [number, lastOf(told)]));
}

function lastOf(told: readonly Stood[]): readonly Stood[] {
  const latestAt = told.map(({ at }) => at).reduce((one, other) => (one > other ? one : other));
  const last = told.filter(({ at }) => at === latestAt);
  const replaced = new Set(last.map((one) => one.kind === "pull stood" && one.before));
  const standing = last.filter((one) => one.kind !== "pull stood" || !replaced.has(one.head));
  return standing.length > 0 ? standing : last;
}

function newestPush(known: readonly Known[]): Extract<Known, { readonly kind: "pushed" }> | null {
  const pushes = known.flatMap((one) => (one.kind === "pushed" ? [one] : []));
  const last = latest(pushes.map(({ at }) => readInstant(at)));
  const replaced = new Set(pushes.map(({ before }) => before));
  const newest = pushes.filter(({ at }) => readInstant(at) === last);
  return newest.findLast(({ head }) => !replaced.has(head)) ?? newest.at(-1) ?? null;
}

/** One that was closed long ago may be on no list. */
function showsPull(pull: PullShape | undefined, stood: Extract<Known, { readonly kind: "pull stood" }>): boolean {
  if (!pull) return stood.state !== "OPEN";
  if (pull.updatedAt > stood.at) return true;
  // Two heads of one second: the other is the newer one unless this one came in its place.
  const hasHead = pull.headRefOid === stood.head || (pull.updatedAt === stood.at && pull.headRefOid !== stood.before);
  return (
    hasHead &&
    pull.state === stood.state &&
    pull.isDraft === stood.draft &&
    pull.baseRefName === stood.base &&
    pull.title === stood.title &&
    unixLines(pull.body) === unixLines(stood.body)
  );
}

function pullWith(pull: PullShape, news: Known, place: Place): PullShape {
  const { timelineItems, labels, reviewRequests, number } = pull;
  const remarks = nodesOf(timelineItems);
  const saying = (nodes: readonly RemarkShape[]): PullShape => ({ ...pull, timelineItems: { ...timelineItems, nodes } });
  switch (news.kind) {
    case "said":
    case "unsaid":
    case "reacted": {
      const said = remarksWith(remarks, news, number, timelineItems.pageInfo.hasPreviousPage, place);
      return said === remarks ? pull : saying(said);
    }
    case "reviewed": {
      if (news.pull !== number) return pull;
      const there = remarks.find((one) => one.__typename === "PullRequestReview" && String(one.fullDatabaseId) === String(news.id));
      if (there) {
        // A dismissal is the last thing that happens to a review.
        if (there.__typename !== "PullRequestReview" || news.state !== "DISMISSED" || there.state === "DISMISSED") return pull;
        place.hide(news);
        return saying(remarks.map((one) => (one === there ? { ...there, state: "DISMISSED" } : one)));
      }
      place.hide(news);
      const answered = nodesOf(reviewRequests).filter(({ requestedReviewer: one }) => !sameLogin(one?.login ?? "", news.by?.login ?? ""));
      const review = {
        __typename: "PullRequestReview",
        id: news.node,
        fullDatabaseId: news.id,
        author: actor(news.by),
        submittedAt: news.at,
        lastEditedAt: news.editedAt,
        state: news.state,
        body: news.body,
        commit: news.head === null ? null : { oid: news.head },
        reactionGroups: null,
      } as const;
      return { ...saying([...remarks, review]), reviewRequests: { nodes: answered } };
    }
    case "asked": {
      if (news.pull !== number) return pull;
      const type = news.on ? "ReviewRequestedEvent" : "ReviewRequestRemovedEvent";
      const isShown = remarks.some(
        (one) =>
          one.__typename === type &&
          sameLogin(one.requestedReviewer?.login ?? "", news.login) &&
          // Two clocks.
          readInstant(one.createdAt) >= plus(news.since, -MINUTE),
      );
      if (isShown) return pull;
      place.hide(news);
      const requestedReviewer = { __typename: "User", login: news.login };
      const others = nodesOf(reviewRequests).filter(({ requestedReviewer: one }) => !sameLogin(one?.login ?? "", news.login));
      return {
        ...saying([...remarks, { __typename: type, createdAt: news.since, requestedReviewer }]),
        reviewRequests: { nodes: news.on ? [...others, { requestedReviewer }] : others },
      };
    }
    case "assigned": {
      const isShown = remarks.some(
        (one) =>
          (one.__typename === "AssignedEvent" || one.__typename === "UnassignedEvent") && sameLogin(one.assignee?.login ?? "", news.login),
      );
      if (news.pull !== number || isShown) return pull;
      place.hide(news);
      return saying([...remarks, { __typename: "AssignedEvent", createdAt: news.since, assignee: { login: news.login } }]);
    }
    case "labelled": {
      const names = nodesOf(labels);
      if (news.pull !== number || names.some(({ name }) => name === news.label) === news.on) return pull;
      place.hide(news);
      return { ...pull, labels: { nodes: news.on ? [...names, { name: news.label }] : names.filter(({ name }) => name !== news.label) } };
    }
    default:
      return pull;
  }
}

function boardsWith(boards: readonly BoardShape[], news: Known, place: Place): readonly BoardShape[] {
  if (news.kind === "boarded") {
    const { issue: number, node: id, url, body, open } = news;
    const there = boards.find((one) => one.number === number);
    const state = open ? "OPEN" : "CLOSED";
    if (there && unixLines(there.body) === unixLines(body) && there.state === state) return boards;
    place.hide(news);
    if (there) return boards.map((one) => (one === there ? { ...one, body, state } : one));
    const author = { __typename: "Bot", login: place.app };
    const comments = { nodes: [], pageInfo: { hasPreviousPage: false, startCursor: null } };
    return [...boards, { number, id, url, body, state, updatedAt: news.since, author, comments }];
  }
  if (news.kind !== "said" && news.kind !== "unsaid" && news.kind !== "reacted") return boards;
  return boards.map((board) => {
    const comments = nodesOf(board.comments);
    const said = remarksWith(comments, news, board.number, board.comments.pageInfo.hasPreviousPage, place);
    return said === comments ? board : { ...board, comments: { ...board.comments, nodes: said } };
  });
}

type AboutWords = Extract<Known, { readonly kind: "said" | "unsaid" | "reacted" }>;

/** `remarks` itself where it shows the news, or the news is of elsewhere. */
function remarksWith<Remark extends RemarkShape>(
  remarks: readonly Remark[],
  news: AboutWords,
  number: number,
  hasOlder: boolean,
  { app, hide }: Place,
): readonly (Remark | CommentShape)[] {
  if (news.kind === "reacted") {
    const { content } = news;
    const there = remarks.find((one): one is Remark & CommentShape => "reactionGroups" in one && one.id === news.node);
    if (!there || (there.reactionGroups ?? []).some((one) => one.content === content && one.viewerHasReacted)) return remarks;
    hide(news);
    const reactionGroups = [...(there.reactionGroups ?? []).filter((one) => one.content !== content), { content, viewerHasReacted: true }];
    return remarks.map((one) => (one === there ? { ...there, reactionGroups } : one));
  }
  const there = remarks.find((one) => one.__typename === "IssueComment" && String(one.fullDatabaseId) === String(news.id)) as
    (Remark & CommentShape) | undefined;
  if (news.kind === "unsaid") {
    if (!there) return remarks;
    hide(news);
    return remarks.filter((one) => one !== there);
  }
  if (news.issue !== number) return remarks;
  if (!there) {
    const [first] = remarks.flatMap((one) => (one.__typename === "IssueComment" ? [one.createdAt] : []));
    // It may stand on a page before these.
    if (hasOlder && first !== undefined && readInstant(news.at) < readInstant(first)) return remarks;
    hide(news);
    const { id, node, by, at: createdAt, editedAt: lastEditedAt, body } = news;
    const author = actor(by);
    return [
      ...remarks,
      { __typename: "IssueComment", id: node, fullDatabaseId: id, author, createdAt, lastEditedAt, body, reactionGroups: null },
    ];
  }
  const isOurs = news.by !== null && sameLogin(botLogin(news.by.login), app);
  const isNewer = there.lastEditedAt !== null && (news.editedAt === null || there.lastEditedAt > news.editedAt);
  if (unixLines(there.body) === unixLines(news.body) || (isNewer && !isOurs)) return remarks;
  hide(news);
  return remarks.map((one) => (one === there ? { ...there, body: news.body, lastEditedAt: news.editedAt ?? there.lastEditedAt } : one));
}

function actor(by: { readonly login: string; readonly bot: boolean } | null): ActorShape | null {
  return by && { __typename: by.bot ? "Bot" : "User", login: by.login };
}
