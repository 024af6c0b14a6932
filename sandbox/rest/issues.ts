/** Issues and comments: https://docs.github.com/en/rest/issues */
import { toRead, toWrite } from "../http/access.js";
import { addComment, deleteComment, editComment } from "../operations/comment.js";
import { addLabels } from "../operations/label.js";
import { closeThread, editThread, openIssue, reopenThread } from "../operations/thread.js";
import { commentShape, issueShape } from "../shapes/issue.js";
import { Refusal } from "../state/refusal.js";
import { fullName, hasRole, type Repo } from "../state/repo.js";
import { commentsOf, type Comment, type Thread } from "../state/thread.js";
import { oneOf, optionalText, text } from "./body.js";
import { actor, created, NO_CONTENT, ok, repoEndpoint, type RestAnswer, type Call, type Endpoint } from "./endpoint.js";
import { labelNames, setLabels } from "./labels.js";
import { paged } from "./paging.js";
import { commentIn, threadFor } from "./thread-param.js";

const read = toRead("issues", "pull_requests");
/** Which of the two permissions is needed depends on what the number belongs to: `thread-param` says. */
const write = toWrite(["issues", "pull_requests"], null);

export const issues: readonly Endpoint[] = [
  repoEndpoint("GET /repos/{owner}/{repo}/issues", read, listIssues),
  repoEndpoint("POST /repos/{owner}/{repo}/issues", toWrite("issues", null), (call, repo) => {
    const by = actor(call);
    const thread = openIssue(call.world, by, repo, { title: text(call.body, "title"), body: optionalText(call.body, "body") ?? "" });
    const names = labelNames(call.body);
    if (names.length > 0) addLabels(call.world, by, thread, names);
    return created(issueShape(call.world, thread));
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/issues/{issue_number}", read, (call, repo) =>
    ok(issueShape(call.world, threadFor(call, repo, "read"))),
  ),
  repoEndpoint("PATCH /repos/{owner}/{repo}/issues/{issue_number}", write, updateIssue),
  repoEndpoint("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", read, (call, repo) => {
    const thread = threadFor(call, repo, "read");
    const since = call.query.since;
    const found = commentsOf(thread).filter((comment) => since === undefined || Date.parse(comment.updatedAt) >= Date.parse(since));
    return paged(call, `/repos/${fullName(repo)}/issues/${thread.number}/comments`, found, (comment) => commentShape(call.world, comment));
  }),
  repoEndpoint("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", write, (call, repo) => {
    const thread = threadFor(call, repo, "write");
    return created(commentShape(call.world, addComment(call.world, actor(call), thread, text(call.body, "body"))));
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/issues/comments/{comment_id}", read, (call, repo) =>
    ok(commentShape(call.world, commentIn(call, repo, "read"))),
  ),
  repoEndpoint("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", write, (call, repo) => {
    const comment = commentIn(call, repo, "write");
    checkMayChange(call, comment);
    editComment(call.world, actor(call), comment, text(call.body, "body"));
    return ok(commentShape(call.world, comment));
  }),
  repoEndpoint("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", write, (call, repo) => {
    const comment = commentIn(call, repo, "write");
    checkMayChange(call, comment);
    deleteComment(call.world, actor(call), comment);
    return NO_CONTENT;
  }),
];

function listIssues(call: Call, repo: Repo): RestAnswer {
  const { state = "open", labels, creator, sort = "created", direction = "desc", since } = call.query;
  const names = (labels ?? "").split(",").filter((name) => name !== "");
  const key = (thread: Thread) => (sort === "updated" ? thread.updatedAt : thread.createdAt);
  const found = [...repo.threads.values()]
    .filter((thread) => state === "all" || thread.open === (state === "open"))
    .filter((thread) => names.every((name) => thread.labels.some((label) => label.name.toLowerCase() === name.toLowerCase())))
    .filter((thread) => creator === undefined || thread.author?.login === creator)
    .filter((thread) => since === undefined || Date.parse(thread.updatedAt) >= Date.parse(since))
    .sort((a, b) => (key(a) === key(b) ? a.number - b.number : key(a) < key(b) ? -1 : 1));
  if (direction === "desc") found.reverse();
  return paged(call, `/repos/${fullName(repo)}/issues`, found, (thread) => issueShape(call.world, thread));
}

function updateIssue(call: Call, repo: Repo): RestAnswer {
  const thread = threadFor(call, repo, "write");
  const by = actor(call);
  checkMayEdit(call, thread);
  const title = call.body.title;
  const body = call.body.body;
  const state = optionalText(call.body, "state");
  editThread(call.world, by, thread, {
    title: typeof title === "number" ? String(title) : optionalText(call.body, "title"),
    body: body === null ? "" : optionalText(call.body, "body"),
  });
  if (Array.isArray(call.body.labels)) setLabels(call, thread, labelNames(call.body));
  const reason = optionalText(call.body, "state_reason");
  if (state !== undefined) {
    if (oneOf(state, ["open", "closed"], "state") === "open") reopenThread(call.world, by, thread);
    else closeThread(call.world, by, thread, reason === "not_planned" ? "not_planned" : "completed");
  }
  return ok(issueShape(call.world, thread));
}

function checkMayEdit(call: Call, thread: Thread): void {
  if (call.caller.kind !== "user" || call.caller.person === thread.author || hasRole(thread.repo, call.caller.person, "triage")) return;
  throw new Refusal(403, "Must have admin rights to Repository.");
}

/** An App may change comments of others where it may write; a person only their own, unless they may push. */
function checkMayChange(call: Call, comment: Comment): void {
  if (call.caller.kind !== "user" || call.caller.person === comment.author || hasRole(comment.thread.repo, call.caller.person, "write"))
    return;
  throw new Refusal(403, "Must have admin rights to Repository.");
}
