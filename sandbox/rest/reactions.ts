/** Reactions on comments and threads: https://docs.github.com/en/rest/reactions/reactions */
import { toRead, toWrite } from "../http/access.js";
import { react } from "../operations/comment.js";
import { reactionShape } from "../shapes/issue.js";
import { notFound, Refusal } from "../state/refusal.js";
import { fullName } from "../state/repo.js";
import { REACTIONS, type Reaction } from "../state/thread.js";
import { oneOf, text } from "./body.js";
import { actor, NO_CONTENT, numberParam, repoEndpoint, type RestAnswer, type Call, type Endpoint } from "./endpoint.js";
import { paged } from "./paging.js";
import { commentIn, reviewCommentIn, threadFor } from "./thread-param.js";

const read = toRead("issues");
/** Of pull requests too: https://docs.github.com/rest/authentication/permissions-required-for-github-apps */
const write = toWrite("issues", null);
const ON_COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
const ON_LINES = "/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions";
const ON_ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}/reactions";

interface Reacted {
  readonly reactions: Reaction[];
}

export const reactions: readonly Endpoint[] = [
  repoEndpoint(`GET ${ON_COMMENT}`, read, (call, repo) =>
    list(call, `/repos/${fullName(repo)}/issues/comments/${call.params.comment_id ?? ""}/reactions`, commentIn(call, repo, "read")),
  ),
  repoEndpoint(`POST ${ON_COMMENT}`, write, (call, repo) => add(call, commentIn(call, repo, "write"))),
  repoEndpoint(`DELETE ${ON_COMMENT}/{reaction_id}`, write, (call, repo) => remove(call, commentIn(call, repo, "write"))),
  repoEndpoint(`GET ${ON_LINES}`, toRead("pull_requests"), (call, repo) =>
    list(call, `/repos/${fullName(repo)}/pulls/comments/${call.params.comment_id ?? ""}/reactions`, reviewCommentIn(call, repo)),
  ),
  repoEndpoint(`POST ${ON_LINES}`, toWrite("pull_requests", null), (call, repo) => add(call, reviewCommentIn(call, repo))),
  repoEndpoint(`DELETE ${ON_LINES}/{reaction_id}`, toWrite("pull_requests", null), (call, repo) =>
    remove(call, reviewCommentIn(call, repo)),
  ),
  repoEndpoint(`GET ${ON_ISSUE}`, read, (call, repo) =>
    list(call, `/repos/${fullName(repo)}/issues/${call.params.issue_number ?? ""}/reactions`, threadFor(call, repo, "read")),
  ),
  repoEndpoint(`POST ${ON_ISSUE}`, write, (call, repo) => add(call, threadFor(call, repo, "write"))),
  repoEndpoint(`DELETE ${ON_ISSUE}/{reaction_id}`, write, (call, repo) => remove(call, threadFor(call, repo, "write"))),
];

function list(call: Call, path: string, of: Reacted): RestAnswer {
  const { content } = call.query;
  const found = of.reactions.filter((reaction) => content === undefined || reaction.content === content);
  return paged(call, path, found, (reaction) => reactionShape(call.world, reaction));
}

function add(call: Call, to: Reacted): RestAnswer {
  const content = oneOf(text(call.body, "content"), REACTIONS, "content");
  const { reaction, fresh } = react(call.world, actor(call), to, content);
  return { status: fresh ? 201 : 200, body: reactionShape(call.world, reaction) };
}

function remove(call: Call, from: Reacted): RestAnswer {
  const id = numberParam(call, "reaction_id");
  const at = from.reactions.findIndex((reaction) => reaction.id === id);
  const found = from.reactions[at];
  if (!found) throw notFound();
  if (found.by !== actor(call)) throw new Refusal(403, "Must have admin rights to Repository.");
  from.reactions.splice(at, 1);
  return NO_CONTENT;
}
