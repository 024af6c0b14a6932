/** Closing the conversations that the app's suggestions began, once they are fixed. */
import type { Resolve } from "../../desk/effect.js";
import type { AnswerError } from "../client.js";
import { readMark } from "../marker.js";
import type { Outcome } from "../outcome.js";
import { inChunks } from "../read/in-chunks.js";
import { nodesOf, type ActorShape, type Nodes } from "../read/shapes.js";
import { botLogin } from "../read/translate-actor.js";
import { mutationDocument, MUTATIONS_AT_ONCE } from "./mutations.js";
import { DONE, outcomeOfAlias } from "./outcome-of.js";
import type { Target } from "./target.js";

interface ThreadsShape {
  readonly repository: {
    readonly pullRequest: {
      readonly reviewThreads: Nodes<{
        readonly id: string;
        readonly isResolved: boolean;
        readonly comments: Nodes<{ readonly body: string; readonly author: ActorShape | null }>;
      }>;
    } | null;
  } | null;
}

/** Asked for only when something is to be closed: it would cost every look a point a pull request. */
export const REVIEW_THREADS = `
query ReviewThreads($owner: String!, $name: String!, $number: Int!) {
  rateLimit { cost }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviewThreads(last: 100) {
        nodes { id isResolved comments(first: 1) { nodes { body author { __typename login } } } }
      }
    }
  }
}`;

/** A conversation that somebody has closed, or deleted, is as it should be. */
export async function resolveSuggestions(target: Target, effect: Resolve): Promise<Outcome> {
  const resolved = await resolveOwn(target, effect.pull, (mark) => effect.marks.includes(mark));
  return typeof resolved === "boolean" ? DONE : outcomeOfAlias(resolved, "resolveReviewThread", target.now());
}

/** Whether there were any, of those that begin with such a mark of the app's; or GitHub's errors. */
export async function resolveOwn(
  { client, owner, name, app }: Target,
  pull: number,
  isMeant: (mark: string) => boolean,
): Promise<boolean | readonly AnswerError[]> {
  const { data } = await client.graphql<ThreadsShape>(REVIEW_THREADS, { owner, name, number: pull });
  const open = nodesOf(data?.repository?.pullRequest?.reviewThreads ?? null).filter(({ isResolved, comments }) => {
    const [first] = nodesOf(comments);
    const own = first?.author?.__typename === "Bot" && botLogin(first.author.login) === app;
    return !isResolved && own && isMeant(readMark(first.body)?.mark ?? "");
  });
  for (const threads of inChunks(open, MUTATIONS_AT_ONCE)) {
    const variables = Object.fromEntries(threads.map(({ id }, n) => [`m${n}`, { threadId: id }]));
    const answer = await client.graphql(mutationDocument(threads.map(() => "resolveReviewThread")), variables);
    if (answer.errors.length > 0) return answer.errors;
  }
  return open.length > 0;
}
