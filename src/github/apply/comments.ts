/** Comments that the app makes: one REST call each, and a look for the mark first when it may have been made already. */
import type { Notice, Reminder, Reply, Unsay } from "../../desk/effect.js";
import { readMark } from "../marker.js";
import type { Outcome } from "../outcome.js";
import { nodesOf, type CommentShape, type Nodes } from "../read/shapes.js";
import { botLogin } from "../read/translate-actor.js";
import { unixLines } from "../read/translate/unix-lines.js";
import { answerOnLines } from "./answer-on-lines.js";
import { unlessMissing } from "./labels.js";
import { markedText } from "./news-of.js";
import { DONE } from "./outcome-of.js";
import type { Target } from "./target.js";

export async function makeComment(target: Target, effect: Notice | Reminder | Reply, isDoubtful: boolean): Promise<Outcome> {
  const { client, owner, name, app } = target;
  const number = effect.kind === "notice" ? effect.pull : effect.issue;
  const body = markedText(effect);
  if (effect.kind === "reply" && effect.thread !== undefined)
    return answerOnLines(target, { ...effect, thread: effect.thread, body }, isDoubtful);
  const made = isDoubtful ? await findComment(target, number, effect.mark) : null;
  if (!made) {
    const { data } = await client.rest.issues.createComment({ owner, repo: name, issue_number: number, body });
    const { id, node_id: node, created_at: at } = data;
    return { kind: "done", news: [{ kind: "said", issue: number, id, node, by: { login: app, bot: true }, at, editedAt: null, body }] };
  }
  if (unixLines(made.body) !== body) await client.rest.issues.updateComment({ owner, repo: name, comment_id: made.id, body });
  return DONE;
}

/** One that somebody has deleted is as it should be. */
export async function removeComments({ client, owner, name, now }: Target, { comments }: Unsay): Promise<Outcome> {
  for (const id of comments) {
    await unlessMissing(() => client.rest.issues.deleteComment({ owner, repo: name, comment_id: id }), now());
  }
  return DONE;
}

type Written = Pick<CommentShape, "fullDatabaseId" | "author" | "body">;

interface NewestShape {
  readonly repository: {
    readonly pullRequest: { readonly comments: Nodes<Written> } | null;
    readonly issue: { readonly comments: Nodes<Written> } | null;
  } | null;
}

/** The newest comments of a pull request or an issue; the one that the number is not, GitHub calls not found. */
export const NEWEST_COMMENTS = `
query NewestComments($owner: String!, $name: String!, $number: Int!) {
  rateLimit { cost }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) { comments(last: 100) { nodes { fullDatabaseId body author { __typename login } } } }
    issue(number: $number) { comments(last: 100) { nodes { fullDatabaseId body author { __typename login } } } }
  }
}`;

async function findComment(
  { client, owner, name, app }: Target,
  number: number,
  mark: string,
): Promise<{ readonly id: number; readonly body: string } | null> {
  const { data } = await client.graphql<NewestShape>(NEWEST_COMMENTS, { owner, name, number });
  const comments = nodesOf((data?.repository?.pullRequest ?? data?.repository?.issue)?.comments ?? null);
  const made = comments.findLast(
    ({ author, body }) => author?.__typename === "Bot" && botLogin(author.login) === app && readMark(body)?.mark === mark,
  );
  return made ? { id: Number(made.fullDatabaseId), body: made.body } : null;
}
