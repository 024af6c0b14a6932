/** Suggestions: lines that a review comment offers in the stead of others, taken over with one press. */
import { blobAt, knownCommit } from "../git/object-store.js";
import type { Sha } from "../git/objects.js";
import { entryAt } from "../git/paths.js";
import { GITHUB_SIGNS, type Account } from "../state/accounts.js";
import { Refusal } from "../state/refusal.js";
import type { ReviewThread } from "../state/thread.js";
import type { World } from "../state/world.js";
import { commitFiles, moveBranch } from "./push.js";
import { linesNow, resolveReviewThread } from "./review-thread.js";

/** The lines that a comment suggests, without the last one's ending; null when it suggests none. */
export function suggestedLines(body: string): string | null {
  const [, , lines] = /^(`{3,})suggestion[^\n]*\n([^]*?)^\1`*\s*$/m.exec(body) ?? [];
  return lines?.replace(/\r?\n$/, "") ?? null;
}

/** What GitHub's button "Commit suggestion" does. */
export function takeSuggestion(world: World, by: Account, reviewThread: ReviewThread): Sha {
  const { thread, path } = reviewThread;
  const place = linesNow(reviewThread);
  const said = reviewThread.comments[0]?.body ?? "";
  const lines = suggestedLines(said);
  if (!thread.pull || !place || lines === null) throw new Refusal(422, "This suggestion is outdated");
  const { repo, branch, sha } = thread.pull.head;
  const entry = entryAt(repo.objects, knownCommit(repo.objects, sha).tree, path);
  const text = entry ? (blobAt(repo.objects, entry.sha)?.bytes.toString("utf8") ?? "") : "";
  const all = text.split("\n");
  const fresh = lines === "" ? [] : lines.split("\n");
  all.splice(place.startLine - 1, place.line - place.startLine + 1, ...fresh);
  // The one who suggested it is named, the one who pressed the button wrote it, and GitHub committed it:
  // https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/reviewing-changes-in-pull-requests/incorporating-feedback-in-your-pull-request
  const suggester = reviewThread.comments[0]?.author;
  const thanks = suggester && suggester !== by ? `\n\nCo-authored-by: ${suggester.name ?? suggester.login} <${suggester.email}>` : "";
  const message = `Update ${path}${thanks}`;
  const commit = commitFiles(world, by, repo, { [path]: all.join("\n") }, { parents: [sha], message, committer: GITHUB_SIGNS });
  resolveReviewThread(world, by, reviewThread, true);
  moveBranch(world, by, repo, branch, commit.sha);
  return commit.sha;
}
