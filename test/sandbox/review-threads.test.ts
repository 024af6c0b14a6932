/** Conversations on lines of a difference, suggestions in them, and commits made through the API. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { patchRows } from "../../sandbox/git/commentable-lines.js";
import { suggestedLines } from "../../sandbox/operations/suggestion.js";
import { aSandbox, type ASandbox } from "./a-sandbox.js";

let world: ASandbox;
let number: number;
const PATH = "posts/tls.md";
const TEXT = "# TLS\n\nOne.\nTwo.\nThree.\n";

beforeEach(async () => {
  world = await aSandbox();
  const { github, repo } = world;
  github.as("samoht").push(repo, "tls", { [PATH]: TEXT, "posts/first.md": "# First\n\nOne.\nTwo!\nThree.\n" });
  ({ number } = github.as("samoht").opens(repo, { branch: "tls", title: "TLS" }));
});
afterEach(() => world.close());

const review = (comments: readonly object[], body = "Look.") =>
  world.bot.pulls.createReview({ ...world.where, pull_number: number, event: "COMMENT", body, comments: comments as never });
const threads = async () => {
  const { repository } = await world.bot.graphql<{
    repository: {
      pullRequest: { reviewThreads: { nodes: { id: string; isResolved: boolean; isOutdated: boolean; line: number | null }[] } };
    };
  }>(
    `query($owner: String!, $repo: String!, $number: Int!) { repository(owner: $owner, name: $repo) { pullRequest(number: $number) {
      reviewThreads(first: 10) { nodes {
        id isResolved isOutdated isCollapsed path line startLine originalLine diffSide subjectType resolvedBy { login }
        comments(first: 5) { nodes { body author { login } line originalLine outdated diffHunk state pullRequestReview { body } url } }
      } } } } }`,
    { ...world.where, number },
  );
  return repository.pullRequest.reviewThreads.nodes;
};
const resolve = (by: ASandbox["bot"], id: string, way = "resolve") =>
  by.graphql(`mutation($id: ID!) { ${way}ReviewThread(input: { threadId: $id }) { thread { id isResolved } } }`, { id });

describe("a review", () => {
  it("[SB25] may remark upon lines that the difference shows, on either side, over several too", async () => {
    await review([
      { path: PATH, line: 3, side: "RIGHT", body: "One?" },
      { path: PATH, line: 5, start_line: 3, side: "RIGHT", start_side: "RIGHT", body: "All?" },
      { path: "posts/first.md", line: 4, side: "LEFT", body: "This was better." },
    ]);
    const { data } = await world.bot.pulls.listReviewComments({ ...world.where, pull_number: number });
    expect(data.map(({ path, line, start_line, side, body }) => [path, line, start_line, side, body])).toEqual([
      [PATH, 3, null, "RIGHT", "One?"],
      [PATH, 5, 3, "RIGHT", "All?"],
      ["posts/first.md", 4, null, "LEFT", "This was better."],
    ]);
    expect(data[0]?.diff_hunk).toBe("@@ -0,0 +1,5 @@\n+# TLS\n+\n+One.");
    const [first] = data;
    const own = { ...world.where, pull_number: number, review_id: first?.pull_request_review_id ?? 0 };
    expect((await world.bot.pulls.listCommentsForReview(own)).data).toHaveLength(3);
    expect((await world.bot.pulls.get({ ...world.where, pull_number: number })).data.review_comments).toBe(3);
  });

  it.each([
    ["a line beyond the text", { path: PATH, line: 99 }, "Line could not be resolved"],
    ["a file that is not changed", { path: "README.md", line: 1 }, "Path could not be resolved"],
    ["a file that is not there", { path: "posts/none.md", line: 1 }, "Path could not be resolved"],
    ["lines the wrong way round", { path: PATH, line: 3, start_line: 4 }, "Start line could not be resolved"],
  ])("[SB25] is refused whole for %s", async (_, place, message) => {
    const good = { path: PATH, line: 3, body: "Good." };
    await expect(review([good, { side: "RIGHT", body: "Bad.", ...place }])).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining(message),
    });
    expect(world.github.pullRequest(world.repo, number).conversation.filter(({ kind }) => kind === "reviewed")).toEqual([]);
  });

  it("[SB25] knows a patch's lines by their numbers on both sides", () => {
    const patch = "@@ -3,3 +3,4 @@\n a\n-b\n+c\n+d\n e\n@@ -20 +21 @@\n-f\n+g";
    expect(patchRows(patch).map(({ left, right, position }) => [left, right, position])).toEqual([
      [3, 3, 1],
      [4, null, 2],
      [null, 4, 3],
      [null, 5, 4],
      [5, 6, 5],
      [20, null, 7],
      [null, 21, 8],
    ]);
    expect(patchRows(patch).at(-1)?.hunk).toBe("@@ -20 +21 @@\n-f\n+g");
  });
});

describe("a conversation", () => {
  it("[SB26] is closed and opened again by GraphQL, by whoever may write, and by an App only with the permission for contents", async () => {
    await review([{ path: PATH, line: 3, body: "One?" }]);
    const [{ id } = { id: "" }] = await threads();
    await resolve(world.bot, id);
    expect(await threads()).toMatchObject([{ isResolved: true, resolvedBy: null }]);
    await resolve(world.as("avsm"), id, "unresolve");
    expect(await threads()).toMatchObject([{ isResolved: false }]);
    await resolve(world.as("samoht"), id);
    expect(await threads()).toMatchObject([{ isResolved: true, resolvedBy: { login: "samoht" } }]);
    await expect(resolve(world.as("passer-by"), id)).rejects.toMatchObject({ errors: [{ type: "FORBIDDEN" }] });
    world.github.trouble.withdraw("contents");
    await expect(resolve(world.bot, id)).rejects.toMatchObject({ errors: [{ type: "FORBIDDEN" }] });
    world.github.trouble.over();
    await expect(resolve(world.bot, "PRRT_nothing")).rejects.toMatchObject({ errors: [{ type: "NOT_FOUND" }] });
  });

  it("[SB26] follows its lines through pushes, and is outdated once they are changed", async () => {
    await review([{ path: PATH, line: 3, body: "One?" }]);
    const { github, repo } = world;
    github.as("samoht").push(repo, "tls", { [PATH]: `A new line.\n${TEXT}` });
    expect(await threads()).toMatchObject([{ isOutdated: false, line: 4, originalLine: 3 }]);
    github.as("samoht").push(repo, "tls", { [PATH]: TEXT.replace("One.", "Another.") });
    expect(await threads()).toMatchObject([{ isOutdated: true, line: null }]);
  });

  it("[SB26] is answered in a review of its own, edited and deleted; each is told, and none but the answer dates the pull request anew", async () => {
    const { github, repo, mailbox, bot, where } = world;
    github.as("samoht").asks(repo, number, ["avsm"]);
    await review([{ path: PATH, line: 3, body: "One?" }]);
    const [first] = (await bot.pulls.listReviewComments({ ...where, pull_number: number })).data;
    const said = { ...where, pull_number: number, comment_id: first?.id ?? 0 };
    const reply = github.as("avsm").repliesIn(repo, number, 0, "Two, I think.");
    expect(github.pullRequest(repo, number).pull?.requested).toEqual([]);
    const { data: second } = await bot.pulls.createReplyForReviewComment({ ...said, body: "Three." });
    expect(second).toMatchObject({ in_reply_to_id: first?.id, path: PATH, line: 3 });
    await expect(bot.pulls.createReplyForReviewComment({ ...said, comment_id: second.id, body: "Four." })).rejects.toMatchObject({
      status: 404,
    });
    const updated = async () => (await bot.pulls.get({ ...where, pull_number: number })).data.updated_at;
    const then = await updated();
    await github.clock.advance(60_000);
    await github.delivered();
    mailbox.mails.length = 0;
    github.as("avsm").editsReviewComment(repo, number, reply.id, "Two.");
    await bot.pulls.updateReviewComment({ ...where, comment_id: second.id, body: "Three!" });
    github.as("samoht").resolves(repo, number, 0);
    github.as("samoht").resolves(repo, number, 0);
    github.as("samoht").resolves(repo, number, 0, false);
    await bot.pulls.deleteReviewComment({ ...where, comment_id: second.id });
    await github.delivered();
    expect(mailbox.names()).toEqual([
      "pull_request_review_comment edited",
      "pull_request_review_comment edited",
      "pull_request_review_thread resolved",
      "pull_request_review_thread unresolved",
      "pull_request_review_comment deleted",
    ]);
    expect(await updated()).toBe(then);
    const remarks = github.pullRequest(repo, number).conversation.flatMap((one) => (one.kind === "reviewed" ? one.remarks : []));
    expect(remarks.map(({ body }) => body)).toEqual(["One?", "Two."]);
  });

  it("[SB26] is reacted to on each of its comments, and so is the body of a review, by GraphQL alone", async () => {
    const { github, repo, bot, where } = world;
    await review([{ path: PATH, line: 3, body: "One?" }]);
    const [first] = (await bot.pulls.listReviewComments({ ...where, pull_number: number })).data;
    await bot.reactions.createForPullRequestReviewComment({ ...where, comment_id: first?.id ?? 0, content: "+1" });
    const [given] = (await bot.pulls.listReviews({ ...where, pull_number: number })).data;
    await bot.graphql(`mutation($id: ID!) { addReaction(input: { subjectId: $id, content: EYES }) { reaction { content } } }`, {
      id: given?.node_id,
    });
    const [entry] = github.pullRequest(repo, number).conversation.filter(({ kind }) => kind === "reviewed");
    expect(entry).toMatchObject({
      reactions: [{ content: "eyes" }],
      remarks: [{ reactions: [{ content: "+1", by: ["presstime[bot]"] }] }],
    });
  });

  it("[SB27] with a suggestion is taken over with one press: those lines change, and the conversation is closed", async () => {
    await review([
      { path: PATH, line: 4, start_line: 3, start_side: "RIGHT", body: "Shorter:\n\n````suggestion\nOne and two.\n```\n````" },
      { path: PATH, line: 5, body: "No suggestion." },
    ]);
    const { github, repo } = world;
    github.as("samoht").takesSuggestion(repo, number, 0);
    expect(github.file(repo, PATH, "tls")).toBe("# TLS\n\nOne and two.\n```\nThree.\n");
    expect(await threads()).toMatchObject([{ isResolved: true }, { isResolved: false }]);
    expect(() => github.as("samoht").takesSuggestion(repo, number, 0)).toThrow("outdated");
    expect(() => github.as("samoht").takesSuggestion(repo, number, 1)).toThrow("outdated");
    expect(suggestedLines("```suggestion\n```")).toBe("");
    expect(suggestedLines("```sh\nls\n```")).toBeNull();
  });
});

describe("a commit on a branch", () => {
  const commit = (by: ASandbox["bot"], more: object = {}) =>
    by.graphql<{ createCommitOnBranch: { commit: { oid: string }; ref: { name: string } } }>(
      `mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } ref { name } } }`,
      {
        input: {
          branch: { repositoryNameWithOwner: "mirage/mirage-www", branchName: "tls" },
          expectedHeadOid: world.repo.branches.get("tls"),
          message: { headline: "Move it", body: "There." },
          fileChanges: {
            additions: [{ path: "posts/tls-two.md", contents: Buffer.from("# Ünïcode\r\n").toString("base64") }],
            deletions: [{ path: PATH }],
          },
          ...more,
        },
      },
    );

  it("[SB28] adds and takes away files upon the head that was expected, and the pull request follows", async () => {
    const { createCommitOnBranch: made } = await commit(world.bot);
    const { github, repo } = world;
    expect(made).toMatchObject({ commit: { oid: repo.branches.get("tls") }, ref: { name: "tls" } });
    expect(github.file(repo, "posts/tls-two.md", "tls")).toBe("# Ünïcode\r\n");
    expect(github.file(repo, PATH, "tls")).toBeNull();
    const { pull, conversation } = github.pullRequest(repo, number);
    expect(pull?.head.sha).toBe(made.commit.oid);
    expect(conversation.at(-1)).toMatchObject({ kind: "committed", message: "Move it\n\nThere.", by: "presstime[bot]" });
  });

  it.each([
    ["another head", { expectedHeadOid: "0".repeat(40) }, "STALE_DATA"],
    ["a branch that is not there", { branch: { repositoryNameWithOwner: "mirage/mirage-www", branchName: "none" } }, "NOT_FOUND"],
    ["a file that is not there", { fileChanges: { deletions: [{ path: "posts/none.md" }] } }, "UNPROCESSABLE"],
  ])("[SB28] is refused for %s", async (_, more, type) => {
    await expect(commit(world.bot, more)).rejects.toMatchObject({ errors: [{ type }] });
  });

  it("[SB28] is refused to whoever may not write, and on a branch that wants pull requests", async () => {
    await expect(commit(world.as("passer-by"))).rejects.toMatchObject({ errors: [{ type: "FORBIDDEN" }] });
    const refused = async (protection: Parameters<typeof world.github.protect>[2], type: string, message: string) => {
      world.github.protect(world.repo, "tls", protection);
      await expect(commit(world.bot)).rejects.toMatchObject({ errors: [{ type, message }] });
    };
    const [byProtection, byRuleset] = ["BRANCH_PROTECTION_RULE_VIOLATION", "UNPROCESSABLE"];
    await refused({ approvals: 1 }, byProtection, "Changes must be made through a pull request.");
    await refused({ checks: ["build", "links"] }, byProtection, "2 of 2 required status checks are expected.");
    const found = "Repository rule violations found\n\nChanges must be made through a pull request.\n\n";
    await refused({ approvals: 1, ruleset: true }, byRuleset, found);
    world.github.trouble.withdraw("contents");
    await expect(commit(world.bot)).rejects.toMatchObject({ errors: [{ type: "FORBIDDEN" }] });
  });
});
