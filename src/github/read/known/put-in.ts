/** One piece of news put into what was read of a pull request or of the boards, where that does not show it. */
import { sameLogin } from "../../../desk/facts/person.js";
import { MINUTE, plus, readInstant } from "../../../desk/time/zone.js";
import type { Known } from "../../../news.js";
import { nodesOf, type ActorShape, type BoardShape, type CommentShape, type PullShape, type RemarkShape } from "../shapes.js";
import { botLogin } from "../translate-actor.js";
import { unixLines } from "../translate/unix-lines.js";

export interface Noter {
  readonly app: string;
  readonly hide: (news: Known) => void;
}

export function pullWith(pull: PullShape, news: Known, noter: Noter): PullShape {
  const { timelineItems, labels, reviewRequests, number } = pull;
  const remarks = nodesOf(timelineItems);
  const saying = (nodes: readonly RemarkShape[]): PullShape => ({ ...pull, timelineItems: { ...timelineItems, nodes } });
  switch (news.kind) {
    case "said":
    case "unsaid":
    case "reacted": {
      const said = remarksWith(remarks, news, number, timelineItems.pageInfo.hasPreviousPage, noter);
      return said === remarks ? pull : saying(said);
    }
    case "reviewed": {
      if (news.pull !== number) return pull;
      const there = remarks.find((one) => one.__typename === "PullRequestReview" && String(one.fullDatabaseId) === String(news.id));
      if (there) {
        // A dismissal is the last thing that happens to a review.
        if (there.__typename !== "PullRequestReview" || news.state !== "DISMISSED" || there.state === "DISMISSED") return pull;
        noter.hide(news);
        return saying(remarks.map((one) => (one === there ? { ...there, state: "DISMISSED" } : one)));
      }
      noter.hide(news);
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
      noter.hide(news);
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
      noter.hide(news);
      return saying([...remarks, { __typename: "AssignedEvent", createdAt: news.since, assignee: { login: news.login } }]);
    }
    case "labelled": {
      const names = nodesOf(labels);
      if (news.pull !== number || names.some(({ name }) => name === news.label) === news.on) return pull;
      noter.hide(news);
      return { ...pull, labels: { nodes: news.on ? [...names, { name: news.label }] : names.filter(({ name }) => name !== news.label) } };
    }
    default:
      return pull;
  }
}

export function boardsWith(boards: readonly BoardShape[], news: Known, noter: Noter): readonly BoardShape[] {
  if (news.kind === "boarded") {
    const { issue: number, node: id, url, body, open } = news;
    const there = boards.find((one) => one.number === number);
    const state = open ? "OPEN" : "CLOSED";
    if (there && unixLines(there.body) === unixLines(body) && there.state === state) return boards;
    noter.hide(news);
    if (there) return boards.map((one) => (one === there ? { ...one, body, state } : one));
    const author = { __typename: "Bot", login: noter.app };
    const comments = { nodes: [], pageInfo: { hasPreviousPage: false, startCursor: null } };
    return [...boards, { number, id, url, body, state, updatedAt: news.since, author, comments }];
  }
  if (news.kind !== "said" && news.kind !== "unsaid" && news.kind !== "reacted") return boards;
  return boards.map((board) => {
    const comments = nodesOf(board.comments);
    const said = remarksWith(comments, news, board.number, board.comments.pageInfo.hasPreviousPage, noter);
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
  { app, hide }: Noter,
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
