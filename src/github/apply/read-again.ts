/** What is read once more before a merge: the head, and whether anybody has spoken since the look that judged it. */
import type { Merge } from "../../desk/effect.js";
import { BOARD_LABEL } from "../read/documents.js";
import { heardKey, isByApp, type Spoken } from "../read/known/heard.js";
import { nodesOf, type Nodes } from "../read/shapes.js";
import { failureOf } from "../request-failure.js";
import type { Target } from "./target.js";

const SPEAKER = "id lastEditedAt author { __typename login }";

/** One point. */
export const LAST_WORDS = `
query LastWords($owner: String!, $name: String!, $number: Int!) {
  rateLimit { cost }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      id state headRefOid lastEditedAt
      timelineItems(last: 30, itemTypes: [ISSUE_COMMENT, PULL_REQUEST_REVIEW]) {
        nodes { __typename ... on IssueComment { ${SPEAKER} } ... on PullRequestReview { ${SPEAKER} state } }
      }
    }
    boards: issues(labels: ["${BOARD_LABEL}"], states: OPEN, first: 10) { nodes { comments(last: 30) { nodes { __typename ${SPEAKER} } } } }
  }
}`;

interface LastWordsShape {
  readonly repository: {
    readonly pullRequest: {
      readonly id: string;
      readonly state: "OPEN" | "CLOSED" | "MERGED";
      readonly headRefOid: string;
      readonly lastEditedAt: string | null;
      readonly timelineItems: Nodes<Spoken>;
    } | null;
    readonly boards: Nodes<{ readonly comments: Nodes<Spoken> }> | null;
  } | null;
}

/** What has changed, in words; null when nothing has. What a read that lags does not show has not changed. */
export async function changedSinceRead(target: Target, { pull, head }: Merge): Promise<string | null> {
  const { app, heard } = target;
  const { pullRequest = null, boards = null } = (await lastWords(target, pull)) ?? {};
  // What has ended the merge itself finds out, one of our own before a crash too.
  if (pullRequest?.state !== "OPEN") return null;
  if (pullRequest.headRefOid !== head) return "Somebody has pushed after Presstime read the pull request";
  if (!heard) return null;
  const words = [...nodesOf(pullRequest.timelineItems), ...nodesOf(boards).flatMap(({ comments }) => nodesOf(comments))];
  const isNew = words.some((one) => !isByApp(one, app) && !heard.has(heardKey(one)));
  const isEdited = !heard.has([pullRequest.id, pullRequest.lastEditedAt ?? ""].join(" "));
  return isNew || isEdited ? "Somebody has written after Presstime read the pull request" : null;
}

/** Null where GitHub will not tell: a merge names its head all the same. */
async function lastWords({ client, owner, name, now }: Target, number: number): Promise<LastWordsShape["repository"]> {
  try {
    const { data } = await client.graphql<LastWordsShape>(LAST_WORDS, { owner, name, number });
    return data?.repository ?? null;
  } catch (error) {
    if (failureOf(error, now()).kind === "later") throw error;
    return null;
  }
}
