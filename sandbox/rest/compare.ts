/** Two commits held against each other: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
import { changesFrom } from "../git/changes.js";
import { commitsBetween, mergeBase } from "../git/history.js";
import { knownCommit } from "../git/object-store.js";
import type { Sha } from "../git/objects.js";
import { toRead } from "../http/access.js";
import { commitShape } from "../shapes/git.js";
import { changeShape } from "../shapes/pull-request.js";
import { apiRepo, htmlRepo, inUrl } from "../state/links.js";
import { notFound } from "../state/refusal.js";
import type { Repo } from "../state/repo.js";
import { resolveRef } from "../state/resolve-ref.js";
import { ok, param, repoEndpoint, type Call, type Endpoint, type RestAnswer } from "./endpoint.js";

/** Without paging, as here: more are not told, neither of commits nor of files. */
const MOST_COMMITS = 250;
const MOST_FILES = 300;

export const compare: readonly Endpoint[] = [repoEndpoint("GET /repos/{owner}/{repo}/compare/{basehead}", toRead("contents"), compared)];

function compared(call: Call, repo: Repo): RestAnswer {
  const basehead = param(call, "basehead");
  const [left = "", right = ""] = basehead.split("...");
  const [base, head] = [resolveRef(repo, left), resolveRef(repo, right)];
  const from = base === null || head === null ? null : mergeBase(repo.objects, base, head);
  if (base === null || head === null || from === null) throw notFound();
  const ahead = commitsBetween(repo.objects, base, head);
  const behind = commitsBetween(repo.objects, head, base).length;
  const html = `${htmlRepo(call.world, repo)}/compare/${inUrl(basehead)}`;
  const shape = (sha: Sha) => commitShape(call.world, repo, knownCommit(repo.objects, sha));
  return ok({
    url: `${apiRepo(call.world, repo)}/compare/${inUrl(basehead)}`,
    html_url: html,
    permalink_url: `${htmlRepo(call.world, repo)}/compare/${base}...${head}`,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: shape(base),
    merge_base_commit: shape(from),
    status: ahead.length === 0 ? (behind === 0 ? "identical" : "behind") : behind === 0 ? "ahead" : "diverged",
    ahead_by: ahead.length,
    behind_by: behind,
    total_commits: ahead.length,
    // The most recent, the oldest of them first.
    commits: ahead.slice(-MOST_COMMITS).map(({ sha }) => shape(sha)),
    files: changesFrom(repo.objects, base, head)
      .slice(0, MOST_FILES)
      .map((change) => changeShape(call.world, repo, head, change)),
  });
}
