/** All of a repository that a person could see, as one stable text without ids and times: equal texts, the same GitHub. */
import { knownCommit } from "../git/object-store.js";
import { latestChecks } from "./check.js";
import type { Repo } from "./repo.js";
import { commentsOf, isPull, type Reaction, type Thread } from "./thread.js";

/** Pull requests go by their numbers; issues by their titles, since whoever opens one does not choose its number. */
export function fingerprint(repo: Repo): string {
  const threads = [...repo.threads.values()];
  const pulls = threads.filter((thread) => thread.pull).sort((a, b) => a.number - b.number);
  const issues = threads
    .filter((thread) => !thread.pull)
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.number - b.number));
  const tip = repo.branches.get(repo.defaultBranch);
  const seen = {
    tree: tip === undefined ? null : knownCommit(repo.objects, tip).tree,
    labels: [...repo.labels.values()].map((label) => label.name).sort(),
    pulls: pulls.map((thread) => [thread.number, seenThread(thread)]),
    issues: issues.map(seenThread),
  };
  return JSON.stringify(seen, null, 1);
}

function seenThread(thread: Thread) {
  return {
    title: thread.title,
    body: visible(thread.body),
    standing: thread.pull?.merged ? "merged" : thread.open ? "open" : "closed",
    labels: thread.labels.map((label) => label.name).sort(),
    assignees: thread.assignees.map((person) => person.login).sort(),
    reactions: seenReactions(thread.reactions),
    comments: commentsOf(thread).map((comment) => [comment.author?.login ?? null, visible(comment.body), seenReactions(comment.reactions)]),
    ...(isPull(thread) && {
      draft: thread.pull.draft,
      requested: thread.pull.requested.map((person) => person.login).sort(),
      reviews: thread.pull.reviews.map((review) => [
        review.author?.login ?? null,
        review.state,
        visible(review.body),
        seenReactions(review.reactions),
      ]),
      reviewThreads: thread.pull.reviewThreads.map(({ path, line, comments, resolvedBy }) => [
        path,
        line,
        resolvedBy !== null,
        comments.map(({ author, body, reactions }) => [author?.login ?? null, visible(body), seenReactions(reactions)]),
      ]),
      checks: latestChecks(thread.repo, thread.pull.head.sha)
        .map((run) => [run.name, run.status, run.conclusion, run.title, run.summary, run.text, run.annotations] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    }),
  };
}

function seenReactions(reactions: readonly Reaction[]): readonly string[] {
  return reactions.map((reaction) => `${reaction.content} ${reaction.by.login}`).sort();
}

/** Without HTML comments, which no reader sees. */
function visible(markdown: string): string {
  return markdown.replace(/<!--[\s\S]*?-->/g, "");
}
