/** Stories of pull requests: heads that move, conflicts, forks, reviews, merges. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { commitAt } from "../../sandbox/git/object-store.js";
import type { PullThread } from "../../sandbox/state/thread.js";
import { aSandbox, type ASandbox } from "./a-sandbox.js";

let world: ASandbox;
beforeEach(async () => {
  world = await aSandbox();
});
afterEach(async () => {
  await world.close();
});

const FIRST = "# First\n\nOne.\nTwo.\nThree.\n";

/** A pull request from a fork that adds one post. */
function opened(options: { readonly draft?: boolean; readonly number?: number } = {}): PullThread {
  const { github, repo } = world;
  const amir = github.as("amirmc");
  const fork = amir.fork(repo);
  amir.push(fork, "tls", { "posts/tls.md": "# TLS\n" });
  return amir.opens(repo, { branch: "tls", from: fork, title: "TLS", ...options });
}

describe("a pull request", () => {
  it("[SB4] has the number that is asked for, and the next free one otherwise", () => {
    const { github, repo } = world;
    expect(opened({ number: 150 }).number).toBe(150);
    expect(github.as("avsm").opensIssue(repo, { title: "Board" }).number).toBe(151);
    expect(() => github.as("avsm").opensIssue(repo, { title: "Again", number: 150 })).toThrow("Unexpected number 150");
  });

  it("[SB4] follows its branch, and shows what the head brings beyond the place where it left the base", async () => {
    const { github, repo, bot, where } = world;
    const pull = opened();
    const [fork] = [pull.pull.head.repo];
    github.as("avsm").push(repo, "main", { "posts/other.md": "# Other\n" });
    const head = github.as("hannesm").push(fork, "tls", { "posts/tls.md": "# TLS\n\nMore.\n" });
    const { data } = await bot.pulls.get({ ...where, pull_number: pull.number });
    expect([data.head.sha, data.commits, data.changed_files, data.additions]).toEqual([head, 2, 1, 3]);
    expect(github.pullRequest(repo, pull.number).pull?.files.map(({ path }) => path)).toEqual(["posts/tls.md"]);
  });

  it("[SB4] cannot be opened twice for one branch, nor for a branch that brings nothing, nor for one that is not there", async () => {
    const { github, repo, where } = world;
    opened();
    const amir = world.as("amirmc");
    const again = amir.pulls.create({ ...where, head: "amirmc:tls", base: "main", title: "Again" });
    await expect(again).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining("A pull request already exists for amirmc:tls."),
    });
    github.as("amirmc").resets(github.repository("amirmc", "mirage-www"), "nothing", repo.branches.get("main") ?? "");
    await expect(amir.pulls.create({ ...where, head: "amirmc:nothing", base: "main", title: "?" })).rejects.toMatchObject({ status: 422 });
    await expect(amir.pulls.create({ ...where, head: "amirmc:absent", base: "main", title: "?" })).rejects.toMatchObject({ status: 422 });
  });

  it("[SB4] goes to another branch when its base is edited, and merged there leaves the default branch alone", async () => {
    const { github, repo, bot, where } = world;
    const amir = github.as("amirmc");
    amir.push(repo, "next", { "docs/next.md": "# Next\n" });
    const pull = opened();
    github.as("avsm").edits(repo, pull.number, { base: "next" });
    const { data } = await bot.pulls.get({ ...where, pull_number: pull.number });
    expect([data.base.ref, data.changed_files]).toEqual(["next", 1]);
    github.as("avsm").merges(repo, pull.number);
    await expect(bot.repos.getContent({ ...where, path: "posts/tls.md" })).rejects.toMatchObject({ status: 404 });
  });

  it("[SB1] has a default branch whose history is told for one path alone, the oldest last", async () => {
    const { github, repo, bot, where } = world;
    const avsm = github.as("avsm");
    avsm.push(repo, "main", { "posts/old.md": "# Old\n" }, { at: new Date("2011-02-03T04:05:06Z") });
    avsm.push(repo, "main", { "posts/other.md": "# Other\n" });
    const last = avsm.push(repo, "main", { "posts/old.md": "# Older\n" });
    avsm.merges(repo, opened().number);
    const { data } = await bot.repos.listCommits({ ...where, path: "posts/old.md", per_page: 100 });
    expect(data.map(({ commit }) => commit.committer?.date)).toEqual([expect.any(String), "2011-02-03T04:05:06Z"]);
    expect(data[0]?.sha).toBe(last);
    expect((await bot.repos.listCommits({ ...where, path: "posts/none.md" })).data).toEqual([]);
  });

  it("[SB4] remembers in its timeline that its branch was rewritten", () => {
    const { github, repo } = world;
    const pull = opened();
    const before = pull.pull.head.sha;
    const after = github.as("amirmc").push(pull.pull.head.repo, "tls", { "posts/tls.md": "# TLS, anew\n" }, { force: true });
    const { conversation, pull: whole } = github.pullRequest(repo, pull.number);
    expect(conversation).toContainEqual(expect.objectContaining({ kind: "forced", before, after }));
    expect(commitAt(repo.objects, after)?.parents).toEqual([repo.branches.get("main")]);
    expect(whole?.files.map(({ path, additions }) => [path, additions])).toEqual([["posts/tls.md", 1]]);
  });

  it("[SB5] conflicts once the base has other words in the same place, and no longer once they are taken in", async () => {
    const { github, repo, bot, where } = world;
    const yallop = github.as("yallop");
    github.collaborator(repo, "yallop");
    yallop.push(repo, "edit", { "posts/first.md": FIRST.replace("Two", "Deux") });
    const { number } = yallop.opens(repo, { branch: "edit", title: "Edit" });
    const state = async () => (await bot.pulls.get({ ...where, pull_number: number })).data;
    expect(await state()).toMatchObject({ mergeable: true, mergeable_state: "clean" });
    const main = github.as("avsm").push(repo, "main", { "posts/first.md": FIRST.replace("Two", "Zwei") });
    expect(await state()).toMatchObject({ mergeable: false, mergeable_state: "dirty" });
    await expect(bot.pulls.merge({ ...where, pull_number: number })).rejects.toMatchObject({ status: 405 });
    yallop.push(repo, "edit", { "posts/first.md": FIRST.replace("Two", "Deux, zwei") }, { merging: [main] });
    expect(await state()).toMatchObject({ mergeable: true, mergeable_state: "clean", changed_files: 1 });
  });

  it("[SB4] can be closed and reopened, and is closed by the deletion of its branch", async () => {
    const { github, repo, where } = world;
    const pull = opened();
    const amir = github.as("amirmc");
    amir.closes(repo, pull.number);
    expect(github.pullRequest(repo, pull.number).standing).toBe("closed");
    amir.reopens(repo, pull.number);
    expect(github.pullRequest(repo, pull.number).standing).toBe("open");
    amir.deletesBranch(pull.pull.head.repo, "tls");
    expect(github.pullRequest(repo, pull.number).standing).toBe("closed");
    const reopening = world.as("amirmc").pulls.update({ ...where, pull_number: pull.number, state: "open" });
    await expect(reopening).rejects.toMatchObject({ status: 422 });
  });

  it("[SB10] keeps its text when its fork is deleted: commits can be read through the base", async () => {
    const { github, repo, bot, where } = world;
    const pull = opened();
    github.as("amirmc").deletes(pull.pull.head.repo);
    const answer = await bot.graphql<{ repository: { pullRequest: unknown; object: unknown } }>(
      `query($owner: String!, $repo: String!, $at: String!) { repository(owner: $owner, name: $repo) {
        pullRequest(number: ${pull.number}) { state headRefOid headRepository { nameWithOwner } headRepositoryOwner { login } files(first: 5) { nodes { path } } }
        object(expression: $at) { ... on Blob { text } } } }`,
      { ...where, at: `${pull.pull.head.sha}:posts/tls.md` },
    );
    expect(answer.repository.pullRequest).toEqual({
      state: "OPEN",
      headRefOid: pull.pull.head.sha,
      headRepository: null,
      headRepositoryOwner: { login: "amirmc" },
      files: { nodes: [{ path: "posts/tls.md" }] },
    });
    expect(answer.repository.object).toEqual({ text: "# TLS\n" });
    github.as("avsm").merges(repo, pull.number);
    expect(github.file(repo, "posts/tls.md")).toBe("# TLS\n");
  });

  it("[SB4] lists no more than three thousand files, and still counts them all", async () => {
    const { github, repo, bot, where } = world;
    const files = Object.fromEntries(Array.from({ length: 3_005 }, (_, at) => [`many/${String(at).padStart(4, "0")}.md`, `${at}\n`]));
    github.as("avsm").push(repo, "many", files);
    const { number } = github.as("avsm").opens(repo, { branch: "many", title: "Many" });
    const listed = await bot.paginate(bot.pulls.listFiles, { ...where, pull_number: number, per_page: 100 });
    expect(listed).toHaveLength(3_000);
    expect((await bot.pulls.get({ ...where, pull_number: number })).data.changed_files).toBe(3_005);
  });
});

describe("a whole pull request", () => {
  it("[SB23] reads as a person reads it: everything in the order in which it happened", async () => {
    const { github, repo, bot, where } = world;
    const pull = opened({ draft: true });
    const { number } = pull;
    const avsm = github.as("avsm");
    avsm.asks(repo, number, ["samoht"]);
    avsm.labels(repo, number, ["tls"]);
    await bot.issues.createComment({ ...where, issue_number: number, body: "Notice" });
    const annotation = {
      path: "posts/tls.md",
      start_line: 1,
      end_line: 1,
      annotation_level: "warning" as const,
      message: "Unexpected heading",
    };
    const output = { title: "1 finding", summary: "One.", annotations: [annotation] };
    await bot.checks.create({ ...where, name: "presstime/lint", head_sha: pull.pull.head.sha, conclusion: "neutral", output });
    github.as("amirmc").marksReady(repo, number);
    github.as("samoht").reviews(repo, number, { state: "APPROVED" });
    avsm.merges(repo, number);
    const whole = github.pullRequest(repo, number);
    expect(whole).toMatchObject({
      title: "TLS",
      author: "amirmc",
      standing: "merged",
      url: `http://localhost:3000/mirage/mirage-www/pull/${number}`,
    });
    expect(whole.conversation.map(({ kind, by }) => [kind, by])).toEqual([
      ["committed", "amirmc"],
      ["asked", "avsm"],
      ["labeled", "avsm"],
      ["commented", "presstime[bot]"],
      ["readied", "amirmc"],
      ["reviewed", "samoht"],
      ["merged", "avsm"],
      ["closed", "avsm"],
    ]);
    expect(whole.pull?.checks).toMatchObject([
      { name: "presstime/lint", conclusion: "neutral", annotations: [{ path: "posts/tls.md", startLine: 1 }] },
    ]);
  });
});

describe("reviews", () => {
  it("[SB6] keep the commit they were given for, answer the request, and stand when the text changes", async () => {
    const { github, repo, bot, where } = world;
    const pull = opened();
    const at = { ...where, pull_number: pull.number };
    await bot.pulls.requestReviewers({ ...at, reviewers: ["samoht"] });
    const given = pull.pull.head.sha;
    github.as("samoht").reviews(repo, pull.number, { state: "APPROVED" });
    github.as("amirmc").push(pull.pull.head.repo, "tls", { "posts/tls.md": "# TLS 2\n" });
    const { data } = await bot.pulls.listReviews(at);
    expect(data.map(({ state, commit_id }) => [state, commit_id])).toEqual([["APPROVED", given]]);
    expect((await bot.pulls.listRequestedReviewers(at)).data.users).toEqual([]);
  });

  it("[SB6] are dismissed by new text where the branch's protection says so", () => {
    const { github, repo } = world;
    github.protect(repo, "main", { approvals: 1, dismissStale: true });
    const pull = opened();
    github.as("samoht").reviews(repo, pull.number, { state: "APPROVED" });
    expect(github.pullRequest(repo, pull.number).pull?.mergeability).toBe("clean");
    github.as("amirmc").push(pull.pull.head.repo, "tls", { "posts/tls.md": "# TLS 2\n" });
    expect(pull.pull.reviews.map(({ state }) => state)).toEqual(["DISMISSED"]);
    expect(github.pullRequest(repo, pull.number).pull?.mergeability).toBe("blocked");
  });

  it("[SB6] stand where the branch only takes in its base, though its protection dismisses stale ones", () => {
    const { github, repo } = world;
    github.protect(repo, "main", { approvals: 1, dismissStale: true });
    const pull = opened();
    github.as("samoht").reviews(repo, pull.number, { state: "APPROVED" });
    github.as("avsm").push(repo, "main", { "other.md": "x\n" });
    github.as("amirmc").updatesBranch(repo, pull.number);
    expect(pull.pull.reviews.map(({ state }) => state)).toEqual(["APPROVED"]);
    github.as("amirmc").push(pull.pull.head.repo, "tls", { "other.md": "y\n" });
    expect(pull.pull.reviews.map(({ state }) => state)).toEqual(["DISMISSED"]);
  });

  it("[SB6] of one's own text may only be remarks, and a remark needs words", async () => {
    const { where } = world;
    const at = { ...where, pull_number: opened().number };
    const own = world.as("amirmc").pulls.createReview({ ...at, event: "APPROVE" });
    await expect(own).rejects.toMatchObject({ status: 422, message: expect.stringContaining("Can not approve your own pull request") });
    await expect(world.as("samoht").pulls.createReview({ ...at, event: "COMMENT", body: " " })).rejects.toMatchObject({ status: 422 });
    expect((await world.as("amirmc").pulls.createReview({ ...at, event: "COMMENT", body: "Done." })).data.state).toBe("COMMENTED");
  });

  it.each([
    ["the opener", ["amirmc"], "Review cannot be requested from pull request author."],
    ["a passer-by", ["hannesm"], "is not a collaborator of the mirage/mirage-www repository"],
    ["a login that nobody has", ["nobody-at-all"], "is not a collaborator"],
    ["somebody GitHub was told to refuse, and with them everybody", ["avsm", "yomimono"], "is not a collaborator"],
  ])("[SB7] cannot be asked of %s", async (_who, reviewers, message) => {
    const { github, bot, where } = world;
    github.as("hannesm");
    github.trouble.refuseReviewer("yomimono");
    const at = { ...where, pull_number: opened().number };
    await expect(bot.pulls.requestReviewers({ ...at, reviewers })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining(message),
    });
    expect((await bot.pulls.listRequestedReviewers(at)).data.users).toEqual([]);
  });

  it("[SB7] asked twice are asked once", async () => {
    const { github, repo, bot, where, mailbox } = world;
    const at = { ...where, pull_number: opened().number };
    await bot.pulls.requestReviewers({ ...at, reviewers: ["samoht"] });
    await bot.pulls.requestReviewers({ ...at, reviewers: ["Samoht"] });
    await github.delivered();
    expect(github.pullRequest(repo, at.pull_number).pull?.requested).toEqual(["samoht"]);
    expect(mailbox.names().filter((name) => name === "pull_request review_requested")).toHaveLength(1);
  });
});

describe("merging", () => {
  it("[SB8] takes only the head that was named, never a draft, and nothing twice", async () => {
    const { github, repo, bot, where } = world;
    const pull = opened({ draft: true });
    const at = { ...where, pull_number: pull.number };
    const judged = pull.pull.head.sha;
    await expect(bot.pulls.merge({ ...at, sha: judged })).rejects.toMatchObject({ status: 405 });
    github.as("amirmc").marksReady(repo, pull.number);
    const head = github.as("amirmc").push(pull.pull.head.repo, "tls", { "posts/tls.md": "# Unseen\n" });
    await expect(bot.pulls.merge({ ...at, sha: judged })).rejects.toMatchObject({ status: 409 });
    expect(github.file(repo, "posts/tls.md")).toBeNull();
    expect((await bot.pulls.merge({ ...at, sha: head })).status).toBe(200);
    await expect(bot.pulls.merge({ ...at, sha: head })).rejects.toMatchObject({ status: 405 });
  });

  it("[SB8] is refused while branch protection asks for reviews or checks, and says for which", async () => {
    const { github, repo, bot, where } = world;
    github.protect(repo, "main", { approvals: 1, checks: ["build"], strict: true });
    const pull = opened();
    const at = { ...where, pull_number: pull.number };
    await expect(bot.pulls.merge(at)).rejects.toMatchObject({
      status: 405,
      message: expect.stringContaining("At least 1 approving review"),
    });
    github.as("hannesm").reviews(repo, pull.number, { state: "APPROVED" });
    await expect(bot.pulls.merge(at)).rejects.toMatchObject({ message: expect.stringContaining("with write access") });
    github.as("avsm").reviews(repo, pull.number, { state: "CHANGES_REQUESTED" });
    await expect(bot.pulls.merge(at)).rejects.toMatchObject({ message: expect.stringContaining("Changes were requested") });
    github.as("avsm").reviews(repo, pull.number, { state: "APPROVED" });
    await expect(bot.pulls.merge(at)).rejects.toMatchObject({ message: expect.stringContaining('"build" is expected') });
    github.reports(repo, pull.pull.head.sha, "ci", { name: "build", conclusion: "failure" });
    await expect(bot.pulls.merge(at)).rejects.toMatchObject({ status: 405 });
    github.reports(repo, pull.pull.head.sha, "ci", { name: "build", conclusion: "success" });
    const main = github.as("avsm").push(repo, "main", { "other.md": "x\n" });
    expect(github.pullRequest(repo, pull.number).pull?.mergeability).toBe("behind");
    await expect(bot.pulls.merge(at)).rejects.toMatchObject({ status: 405 });
    const head = github.as("amirmc").push(pull.pull.head.repo, "tls", {}, { merging: [main] });
    github.reports(repo, head, "ci", { name: "build", conclusion: "neutral" });
    expect((await bot.pulls.merge(at)).status).toBe(200);
  });

  it.each([
    ["merge", 2, "Merge pull request #1 from amirmc/tls\n\nTLS", "presstime[bot]"],
    ["squash", 1, "TLS (#1)\n\n* Update posts/tls.md\n\n* Better", "amirmc"],
    ["rebase", 1, "Better", "hannesm"],
  ] as const)("[SB8] by %s makes real commits", async (method, parents, message, author) => {
    const { github, repo, bot, where } = world;
    const pull = opened();
    github.as("hannesm").push(pull.pull.head.repo, "tls", { "posts/tls.md": "# TLS\n\nBetter.\n" }, { message: "Better" });
    github.as("avsm").push(repo, "main", { "posts/other.md": "# Other\n" });
    const { data } = await bot.pulls.merge({ ...where, pull_number: pull.number, merge_method: method });
    const made = commitAt(repo.objects, data.sha);
    expect(repo.branches.get("main")).toBe(data.sha);
    expect([made?.parents.length, made?.message, made?.author.name]).toEqual([parents, message, author]);
    expect(github.files(repo)).toEqual(["README.md", "posts/first.md", "posts/other.md", "posts/tls.md"]);
    expect(github.pullRequest(repo, pull.number)).toMatchObject({
      standing: "merged",
      pull: { merged: { by: "presstime[bot]", sha: data.sha } },
    });
  });

  it("[SB9] happens by whatever push brings the head to the base, even inside another pull request", () => {
    const { github, repo } = world;
    const first = opened({ number: 150 });
    const avsm = github.as("avsm");
    const fork = avsm.fork(repo);
    avsm.push(fork, "amirmc-blog", { "posts/tls.md": "# TLS, edited\n" }, { onto: first.pull.head.sha });
    avsm.opens(repo, { branch: "amirmc-blog", from: fork, title: "Edits", number: 151 });
    avsm.merges(repo, 151);
    expect(github.pullRequest(repo, 150)).toMatchObject({ standing: "merged", pull: { merged: { by: "avsm" } } });
    expect(github.pullRequest(repo, 151).standing).toBe("merged");
    expect(github.file(repo, "posts/tls.md")).toBe("# TLS, edited\n");
  });
});
