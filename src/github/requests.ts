/**
 * Every request of REST that Presstime sends: the permission that it needs, and what is done where GitHub refuses it for want of that. The
 * client has no others (`client.ts`). Its sisters in GraphQL: `apply/mutations.ts`, and `read/type-needs.ts` for all that is read.
 * `npm run docs` makes a page of the three.
 */

/** In the words of `app.yml`. */
export type Grant =
  | "metadata: read"
  | "contents: read"
  | "contents: write"
  | "pull_requests: read"
  | "pull_requests: write"
  | "issues: read"
  | "issues: write"
  | "checks: read"
  | "checks: write"
  | "statuses: read"
  | "members: read";

export const WHEN_REFUSED = {
  told: "What was to be done is given up for now, and the season's page says which permission is missing. It is tried again after half an hour, a commit at the next head.",
  proposed:
    "The coordinators are told once, at the slot, with the line that merges what was judged; it is tried again as soon as GitHub would have it.",
  rests:
    "Nothing is done in the repository. The page, `/readyz?verbose` and the log say why and what to do; it is looked at again when GitHub tells that access changed, and else less and less often.",
  unknown: "It counts as unknown, for nobody and against nobody; the look goes on, and it is asked for again.",
  skipped: "That installation is passed over, with a line in the log, until the next sweep.",
  unready: "`/readyz` says that GitHub rejects the App, and what to set.",
  logged: "A line in the log; the next sweep tries again.",
} as const;

export type WhenRefused = keyof typeof WHEN_REFUSED;

interface RestRequest {
  /** As in GitHub's reference. */
  readonly route: string;
  /** Any of them is enough; the first is asked for where all are missing. None where the App asks as itself, or each App may. */
  readonly needs: readonly Grant[];
  readonly refused: WhenRefused;
}

/** https://docs.github.com/rest/authentication/permissions-required-for-github-apps */
const ON_THREADS = ["issues: write", "pull_requests: write"] as const;

/** By octokit's names. */
export const REST_REQUESTS = {
  "apps.createInstallationAccessToken": { route: "POST /app/installations/{installation_id}/access_tokens", needs: [], refused: "rests" },
  "apps.listInstallations": { route: "GET /app/installations", needs: [], refused: "unready" },
  "apps.listReposAccessibleToInstallation": { route: "GET /installation/repositories", needs: [], refused: "skipped" },
  "apps.listWebhookDeliveries": { route: "GET /app/hook/deliveries", needs: [], refused: "logged" },
  "apps.redeliverWebhookDelivery": { route: "POST /app/hook/deliveries/{delivery_id}/attempts", needs: [], refused: "logged" },
  "checks.listForRef": { route: "GET /repos/{owner}/{repo}/commits/{ref}/check-runs", needs: ["checks: read"], refused: "told" },
  "git.getBlob": { route: "GET /repos/{owner}/{repo}/git/blobs/{file_sha}", needs: ["contents: read"], refused: "rests" },
  "git.getTree": { route: "GET /repos/{owner}/{repo}/git/trees/{tree_sha}", needs: ["contents: read"], refused: "rests" },
  // To a pull request; to an issue it needs `issues: write`. https://github.com/NVIDIA/nodewright-packages/pull/106
  "issues.addAssignees": {
    route: "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees",
    needs: ["pull_requests: write"],
    refused: "told",
  },
  "issues.addLabels": { route: "POST /repos/{owner}/{repo}/issues/{issue_number}/labels", needs: ON_THREADS, refused: "told" },
  "issues.create": { route: "POST /repos/{owner}/{repo}/issues", needs: ["issues: write"], refused: "told" },
  "issues.createComment": { route: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments", needs: ON_THREADS, refused: "told" },
  "issues.createLabel": { route: "POST /repos/{owner}/{repo}/labels", needs: ON_THREADS, refused: "told" },
  "issues.deleteComment": { route: "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", needs: ON_THREADS, refused: "told" },
  "issues.listForRepo": { route: "GET /repos/{owner}/{repo}/issues", needs: ["issues: read"], refused: "told" },
  "issues.removeLabel": { route: "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}", needs: ON_THREADS, refused: "told" },
  // Boards alone.
  "issues.update": { route: "PATCH /repos/{owner}/{repo}/issues/{issue_number}", needs: ["issues: write"], refused: "told" },
  "issues.updateComment": { route: "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", needs: ON_THREADS, refused: "told" },
  "pulls.createReplyForReviewComment": {
    route: "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
    needs: ["pull_requests: write"],
    refused: "told",
  },
  "pulls.createReview": {
    route: "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
    needs: ["pull_requests: write"],
    refused: "told",
  },
  "pulls.get": {
    route: "GET /repos/{owner}/{repo}/pulls/{pull_number}",
    needs: ["pull_requests: read", "contents: read"],
    refused: "told",
  },
  "pulls.listFiles": { route: "GET /repos/{owner}/{repo}/pulls/{pull_number}/files", needs: ["pull_requests: read"], refused: "rests" },
  "pulls.listReviewComments": {
    route: "GET /repos/{owner}/{repo}/pulls/{pull_number}/comments",
    needs: ["pull_requests: read"],
    refused: "told",
  },
  "pulls.listReviews": { route: "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews", needs: ["pull_requests: read"], refused: "told" },
  "pulls.merge": { route: "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", needs: ["contents: write"], refused: "proposed" },
  "pulls.removeRequestedReviewers": {
    route: "DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
    needs: ["pull_requests: write"],
    refused: "told",
  },
  "pulls.requestReviewers": {
    route: "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
    needs: ["pull_requests: write"],
    refused: "told",
  },
  "pulls.updateBranch": {
    route: "PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch",
    needs: ["pull_requests: write"],
    refused: "told",
  },
  "reactions.createForIssue": {
    route: "POST /repos/{owner}/{repo}/issues/{issue_number}/reactions",
    needs: ["issues: write"],
    refused: "told",
  },
  "reactions.createForIssueComment": {
    route: "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
    needs: ["issues: write"],
    refused: "told",
  },
  "reactions.createForPullRequestReviewComment": {
    route: "POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions",
    needs: ["pull_requests: write"],
    refused: "told",
  },
  "repos.compareCommitsWithBasehead": {
    route: "GET /repos/{owner}/{repo}/compare/{basehead}",
    needs: ["contents: read"],
    refused: "unknown",
  },
  "repos.getBranchRules": { route: "GET /repos/{owner}/{repo}/rules/branches/{branch}", needs: ["metadata: read"], refused: "unknown" },
  "repos.getCollaboratorPermissionLevel": {
    route: "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
    needs: ["metadata: read"],
    refused: "unknown",
  },
  "repos.listCommits": { route: "GET /repos/{owner}/{repo}/commits", needs: ["contents: read"], refused: "unknown" },
  "teams.listMembersInOrg": { route: "GET /orgs/{org}/teams/{team_slug}/members", needs: ["members: read"], refused: "unknown" },
} as const satisfies Readonly<Record<string, RestRequest>>;

const SENT = Object.values<RestRequest>(REST_REQUESTS).map(({ route, needs }) => {
  const [method = "", template = ""] = route.split(" ");
  return { method, path: new RegExp(`${template.replace(/\{\w+\}/g, "[^/?]+")}(?:\\?|$)`), needs };
});

/** What a request of REST needed that failed; null when it was none, or needs nothing. */
export function needOf(error: unknown): Grant | null {
  const { method, url = "" } = (error as { readonly request?: { readonly method?: string; readonly url?: string } }).request ?? {};
  return SENT.find((one) => one.method === method && one.path.test(url))?.needs[0] ?? null;
}
