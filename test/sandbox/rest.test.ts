/** Every endpoint of REST once, held to GitHub's description. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { aSandbox, type ASandbox } from "./a-sandbox.js";

let world: ASandbox;
beforeEach(async () => {
  world = await aSandbox();
});
afterEach(async () => {
  await world.close();
});

describe("every endpoint answers as GitHub describes it", () => {
  it("[SB1] the App, its installations and their repositories", async () => {
    const { app, bot, where, github } = world;
    expect((await app.apps.getAuthenticated()).data?.slug).toBe("presstime");
    const { data: installation } = await app.apps.getRepoInstallation(where);
    expect((await app.apps.getInstallation({ installation_id: installation.id })).data.app_slug).toBe("presstime");
    expect((await app.apps.getOrgInstallation({ org: "mirage" })).data.id).toBe(installation.id);
    expect((await app.apps.getUserInstallation({ username: "mirage" })).data.id).toBe(installation.id);
    const { data } = await bot.apps.listReposAccessibleToInstallation();
    expect(data.repositories.map((repo) => repo.full_name)).toEqual(["mirage/mirage-www"]);
    expect((await bot.repos.get(where)).data.default_branch).toBe("main");
    expect((await bot.request("GET /repositories/{id}", { id: world.repo.id })).data).toMatchObject({ name: "mirage-www" });
    expect((await bot.rateLimit.get()).data.rate.limit).toBe(5000);
    expect((await bot.meta.get()).status).toBe(200);
    expect((await bot.users.getByUsername({ username: "samoht" })).data.login).toBe("samoht");
    expect((await world.as("samoht").users.getAuthenticated()).data.login).toBe("samoht");
    expect((await bot.repos.listCollaborators(where)).data.map(({ login }) => login)).toContain("avsm");
    expect((await bot.repos.checkCollaborator({ ...where, username: "avsm" })).status).toBe(204);
    expect((await bot.repos.getCollaboratorPermissionLevel({ ...where, username: "avsm" })).data.permission).toBe("write");
    expect(github.faults).toEqual([]);
  });

  it("[SB1] contents, Git objects, refs, commits and branches", async () => {
    const { bot, where } = world;
    const { data: file } = await bot.repos.getContent({ ...where, path: "posts/first.md" });
    expect(file).toMatchObject({ type: "file", encoding: "base64", path: "posts/first.md" });
    const { data: folder } = await bot.repos.getContent({ ...where, path: "posts" });
    expect(folder).toEqual([expect.objectContaining({ name: "first.md", type: "file" })]);
    const raw = await bot.repos.getContent({ ...where, path: "posts/first.md", mediaType: { format: "raw" } });
    expect(raw.data).toBe("# First\n\nOne.\nTwo.\nThree.\n");
    const put = await bot.repos.createOrUpdateFileContents({ ...where, path: "posts/new.md", message: "Add", content: "bmV3Cg==" });
    expect(put.status).toBe(201);
    const sha = put.data.content?.sha ?? "";
    const again = await bot.repos.createOrUpdateFileContents({
      ...where,
      path: "posts/new.md",
      message: "Change",
      content: "bmV3ZXIK",
      sha,
    });
    expect(again.status).toBe(200);
    const commit = await bot.git.getCommit({ ...where, commit_sha: again.data.commit.sha ?? "" });
    const tree = await bot.git.getTree({ ...where, tree_sha: commit.data.tree.sha, recursive: "true" });
    expect(tree.data.tree.map(({ path }) => path)).toEqual(["README.md", "posts", "posts/first.md", "posts/new.md"]);
    expect((await bot.git.getBlob({ ...where, file_sha: sha })).data.size).toBe(4);
    const blob = await bot.git.createBlob({ ...where, content: "made\n" });
    const made = await bot.git.createTree({
      ...where,
      base_tree: commit.data.tree.sha,
      tree: [{ path: "a/b.md", mode: "100644", type: "blob", sha: blob.data.sha }],
    });
    const next = await bot.git.createCommit({ ...where, message: "Made", tree: made.data.sha, parents: [commit.data.sha] });
    const ref = await bot.git.createRef({ ...where, ref: "refs/heads/made", sha: next.data.sha });
    expect((await bot.git.getRef({ ...where, ref: "heads/made" })).data.object.sha).toBe(ref.data.object.sha);
    expect((await bot.git.listMatchingRefs({ ...where, ref: "heads/m" })).data).toHaveLength(2);
    await bot.git.updateRef({ ...where, ref: "heads/main", sha: next.data.sha });
    expect((await bot.repos.getBranch({ ...where, branch: "main" })).data.commit.sha).toBe(next.data.sha);
    expect((await bot.repos.listBranches(where)).data).toHaveLength(2);
    expect((await bot.repos.listCommits(where)).data.map((one) => one.commit.message)).toEqual(["Made", "Change", "Add", "Initial commit"]);
    expect((await bot.repos.getCommit({ ...where, ref: "main" })).data.sha).toBe(next.data.sha);
    await bot.git.deleteRef({ ...where, ref: "heads/made" });
    await expect(bot.git.getRef({ ...where, ref: "heads/made" })).rejects.toMatchObject({ status: 404 });
  });

  it("[SB1] pull requests, files, reviews, requests and merging", async () => {
    const { github, repo, bot, where } = world;
    const fork = github.as("amirmc").fork(repo);
    github.as("amirmc").push(fork, "tls", { "posts/tls.md": "# TLS\n", "posts/first.md": "# First\n\nOne.\nTwo!\nThree.\n" });
    const { data: pull } = await world
      .as("amirmc")
      .pulls.create({ ...where, head: "amirmc:tls", base: "main", title: "TLS", body: "The post.", draft: true });
    const at = { ...where, pull_number: pull.number };
    expect((await bot.pulls.list(where)).data.map(({ number }) => number)).toEqual([pull.number]);
    const { data: files } = await bot.pulls.listFiles(at);
    expect(files.map(({ filename, status, additions, deletions }) => [filename, status, additions, deletions])).toEqual([
      ["posts/first.md", "modified", 1, 1],
      ["posts/tls.md", "added", 1, 0],
    ]);
    expect(files[0]?.patch).toBe("@@ -1,5 +1,5 @@\n # First\n \n One.\n-Two.\n+Two!\n Three.");
    expect((await bot.pulls.listCommits(at)).data).toHaveLength(1);
    await bot.pulls.update({ ...at, title: "TLS in OCaml" });
    expect((await bot.pulls.get(at)).data).toMatchObject({
      title: "TLS in OCaml",
      changed_files: 2,
      mergeable_state: "draft",
      draft: true,
    });
    await bot.pulls.requestReviewers({ ...at, reviewers: ["samoht", "avsm"] });
    await bot.pulls.removeRequestedReviewers({ ...at, reviewers: ["avsm"] });
    expect((await bot.pulls.listRequestedReviewers(at)).data.users.map(({ login }) => login)).toEqual(["samoht"]);
    const review = await world.as("samoht").pulls.createReview({ ...at, event: "APPROVE" });
    expect((await bot.pulls.listReviews(at)).data.map(({ state }) => state)).toEqual(["APPROVED"]);
    await bot.pulls.dismissReview({ ...at, review_id: review.data.id, message: "The text changed." });
    expect((await bot.pulls.getReview({ ...at, review_id: review.data.id })).data.state).toBe("DISMISSED");
    github.as("amirmc").marksReady(repo, pull.number);
    await expect(bot.pulls.checkIfMerged(at)).rejects.toMatchObject({ status: 404 });
    const merged = await bot.pulls.merge({ ...at, sha: pull.head.sha, merge_method: "squash" });
    expect(merged.data.merged).toBe(true);
    expect((await bot.pulls.checkIfMerged(at)).status).toBe(204);
    expect(github.file(repo, "posts/tls.md")).toBe("# TLS\n");
  });

  it("[SB1] issues, comments, labels and reactions", async () => {
    const { bot, where } = world;
    const { data: issue } = await bot.issues.create({ ...where, title: "Board", body: "- [ ] TLS", labels: ["board"] });
    const at = { ...where, issue_number: issue.number };
    await bot.issues.update({ ...at, body: "- [x] TLS", state: "closed", state_reason: "not_planned" });
    expect((await bot.issues.get(at)).data).toMatchObject({ state: "closed", state_reason: "not_planned", body: "- [x] TLS" });
    await bot.issues.update({ ...at, state: "open" });
    expect((await bot.issues.listForRepo({ ...where, labels: "board" })).data).toHaveLength(1);
    const { data: comment } = await bot.issues.createComment({ ...at, body: "Hello" });
    expect(comment.user?.login).toBe("presstime[bot]");
    await bot.issues.updateComment({ ...where, comment_id: comment.id, body: "Hello again" });
    expect((await bot.issues.getComment({ ...where, comment_id: comment.id })).data.body).toBe("Hello again");
    expect((await bot.issues.listComments(at)).data).toHaveLength(1);
    const first = await bot.reactions.createForIssueComment({ ...where, comment_id: comment.id, content: "eyes" });
    const second = await bot.reactions.createForIssueComment({ ...where, comment_id: comment.id, content: "eyes" });
    expect([first.status, second.status, second.data.id]).toEqual([201, 200, first.data.id]);
    expect((await bot.reactions.listForIssueComment({ ...where, comment_id: comment.id })).data).toHaveLength(1);
    await bot.reactions.deleteForIssueComment({ ...where, comment_id: comment.id, reaction_id: first.data.id });
    const onIssue = await bot.reactions.createForIssue({ ...at, content: "heart" });
    expect((await bot.reactions.listForIssue(at)).data).toHaveLength(1);
    await bot.reactions.deleteForIssue({ ...at, reaction_id: onIssue.data.id });
    await bot.issues.createLabel({ ...where, name: "in review", color: "ff8800", description: "Waits for a reviewer" });
    await bot.issues.updateLabel({ ...where, name: "in review", color: "00ff00" });
    expect((await bot.issues.getLabel({ ...where, name: "in review" })).data.color).toBe("00ff00");
    await bot.issues.addLabels({ ...at, labels: ["in review", "late"] });
    await bot.issues.removeLabel({ ...at, name: "late" });
    await bot.issues.setLabels({ ...at, labels: ["held"] });
    expect((await bot.issues.listLabelsOnIssue(at)).data.map(({ name }) => name)).toEqual(["held"]);
    expect((await bot.issues.listLabelsForRepo(where)).data.map(({ name }) => name).sort()).toEqual(["board", "held", "in review", "late"]);
    await bot.issues.deleteLabel({ ...where, name: "late" });
    await bot.issues.deleteComment({ ...where, comment_id: comment.id });
  });

  it("[SB1] check runs, suites, annotations and statuses", async () => {
    const { bot, where, github, repo } = world;
    const sha = repo.branches.get("main") ?? "";
    const annotations = Array.from({ length: 50 }, (_, at) => ({
      path: "posts/first.md",
      start_line: at + 1,
      end_line: at + 1,
      annotation_level: "warning" as const,
      message: "Unexpected line",
    }));
    const { data: run } = await bot.checks.create({
      ...where,
      name: "presstime/lint",
      head_sha: sha,
      status: "in_progress",
      output: { title: "Linting", summary: "…", annotations },
    });
    await bot.checks.update({
      ...where,
      check_run_id: run.id,
      conclusion: "failure",
      output: { title: "60 findings", summary: "…", annotations: annotations.slice(0, 10) },
    });
    expect((await bot.checks.get({ ...where, check_run_id: run.id })).data).toMatchObject({ status: "completed", conclusion: "failure" });
    expect((await bot.paginate(bot.checks.listAnnotations, { ...where, check_run_id: run.id, per_page: 25 })).length).toBe(60);
    github.reports(repo, sha, "ci", { name: "build", conclusion: "success" });
    expect((await bot.checks.listForRef({ ...where, ref: "main" })).data.total_count).toBe(2);
    expect((await bot.checks.listForRef({ ...where, ref: "main", check_name: "build" })).data.check_runs[0]?.app?.slug).toBe("ci");
    expect((await bot.checks.listSuitesForRef({ ...where, ref: sha })).data.total_count).toBe(2);
    expect((await bot.checks.getSuite({ ...where, check_suite_id: run.check_suite?.id ?? 0 })).data.conclusion).toBe("failure");
    expect((await bot.repos.getCombinedStatusForRef({ ...where, ref: sha })).data.state).toBe("pending");
    await bot.repos.createCommitStatus({ ...where, sha, state: "success", context: "ci/old" });
    expect((await bot.repos.getCombinedStatusForRef({ ...where, ref: sha })).data.state).toBe("success");
  });

  it("[SB1] deliveries of webhooks", async () => {
    const { app, github } = world;
    await github.delivered();
    const { data: list } = await app.apps.listWebhookDeliveries({ per_page: 2 });
    expect(list).toHaveLength(2);
    const all = await app.paginate(app.apps.listWebhookDeliveries, { per_page: 1 });
    expect(all).toHaveLength(github.deliveries.length);
    const first = all.at(-1);
    const { data: one } = await app.apps.getWebhookDelivery({ delivery_id: first?.id ?? 0 });
    expect(one.event).toBe("installation");
    expect((await app.apps.redeliverWebhookDelivery({ delivery_id: one.id })).status).toBe(202);
    await github.delivered();
    expect(github.deliveries.at(-1)).toMatchObject({ guid: one.guid, redelivery: true });
  });
});
