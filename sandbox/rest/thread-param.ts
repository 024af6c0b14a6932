/** Finds what `{issue_number}` and `{comment_id}` stand for, and sees to the permission that it asks for. */
import { enter, toRead, toWrite } from "../http/access.js";
import { notFound } from "../state/refusal.js";
import type { Repo } from "../state/repo.js";
import type { Comment, ReviewComment, Thread } from "../state/thread.js";
import { threadAt } from "../state/world.js";
import { numberParam, type Call } from "./endpoint.js";

/** The thread of `{issue_number}`: an issue asks for the permission on issues, a pull request for either. */
export function threadFor(call: Call, repo: Repo, level: "read" | "write"): Thread {
  const thread = threadAt(repo, numberParam(call, "issue_number"));
  if (!thread.pull) enter(call.caller, repo, level === "read" ? toRead("issues") : toWrite("issues", null));
  return thread;
}

export function commentIn(call: Call, repo: Repo, level: "read" | "write"): Comment {
  const found = call.world.comments.get(numberParam(call, "comment_id"));
  if (found?.thread.repo !== repo) throw notFound();
  if (!found.thread.pull) enter(call.caller, repo, level === "read" ? toRead("issues") : toWrite("issues", null));
  return found;
}

export function reviewCommentIn(call: Call, repo: Repo): ReviewComment {
  const id = numberParam(call, "comment_id");
  for (const { pull } of repo.threads.values()) {
    const found = pull?.reviewThreads.flatMap(({ comments }) => comments).find((comment) => comment.id === id);
    if (found) return found;
  }
  throw notFound();
}
