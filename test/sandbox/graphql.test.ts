/** What GraphQL shows and changes. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { aSandbox, type ASandbox } from "./a-sandbox.js";

let world: ASandbox;
beforeEach(async () => {
  world = await aSandbox();
});
afterEach(async () => {
  await world.close();
});

const repository = (fields: string) => `query($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${fields} } }`;

async function ask(fields: string): Promise<unknown> {
  const answer = await world.bot.graphql<{ readonly repository: unknown }>(repository(fields), world.where);
  return answer.repository;
}

function opens() {
  const { github, repo } = world;
  const avsm = github.as("avsm", { name: "Anil Madhavapeddy" });
  avsm.push(
    repo,
    "tls",
    { "posts/tls.md": "# TLS\n", "posts/first.md": null },
    { message: "Add TLS\n\nCo-authored-by: David Kaloper <pqwy@example.org>" },
  );
  return avsm.opens(repo, { branch: "tls", title: "TLS", body: "The post." });
}

describe("GraphQL", () => {
  it("[SB18] shows a pull request with all that was said and done", async () => {
    const { github, repo, bot, where } = world;
    const { number } = opens();
    await github.clock.advance(60_000);
    await bot.pulls.requestReviewers({ ...where, pull_number: number, reviewers: ["samoht"] });
    const { data: comment } = await bot.issues.createComment({ ...where, issue_number: number, body: "Hello" });
    await bot.reactions.createForIssueComment({ ...where, comment_id: comment.id, content: "eyes" });
    github.as("yomimono").reviews(repo, number, { state: "COMMENTED", body: "Nice." });
    github.as("avsm").labels(repo, number, ["tls"]);
    github.as("avsm").convertsToDraft(repo, number);
    const answer = await ask(`databaseId pullRequest(number: ${number}) {
      number title body isDraft state author { login __typename } authorAssociation changedFiles additions deletions headRefName isCrossRepository
      headRepository { nameWithOwner } mergeable mergeStateStatus reviewDecision labels(first: 5) { nodes { name } }
      files(first: 5) { nodes { path changeType } } reviewRequests(first: 5) { nodes { requestedReviewer { ... on User { login } } } }
      reviews(first: 5) { nodes { state body author { login } commit { oid } submittedAt } }
      comments(first: 5) { nodes { author { login __typename } body reactionGroups { content viewerHasReacted reactors(first: 3) { totalCount } } } }
      timelineItems(first: 20) { nodes { __typename ... on ReviewRequestedEvent { actor { login } createdAt } } }
      commits(last: 1) { nodes { commit { messageHeadline authors(first: 3) { nodes { name user { login } } } } } } }`);
    expect(answer).toMatchObject({
      databaseId: repo.id,
      pullRequest: {
        number,
        isDraft: true,
        state: "OPEN",
        author: { login: "avsm", __typename: "User" },
        authorAssociation: "COLLABORATOR",
        changedFiles: 2,
        additions: 1,
        deletions: 5,
        isCrossRepository: false,
        headRepository: { nameWithOwner: "mirage/mirage-www" },
        mergeable: "MERGEABLE",
        mergeStateStatus: "DRAFT",
        reviewDecision: null,
        labels: { nodes: [{ name: "tls" }] },
        files: {
          nodes: [
            { path: "posts/first.md", changeType: "DELETED" },
            { path: "posts/tls.md", changeType: "ADDED" },
          ],
        },
        reviewRequests: { nodes: [{ requestedReviewer: { login: "samoht" } }] },
        reviews: {
          nodes: [
            {
              state: "COMMENTED",
              body: "Nice.",
              author: { login: "yomimono" },
              commit: { oid: repo.branches.get("tls") },
              submittedAt: "2014-07-01T09:01:00Z",
            },
          ],
        },
        comments: { nodes: [{ author: { login: "presstime", __typename: "Bot" }, body: "Hello" }] },
        timelineItems: {
          nodes: [
            { __typename: "PullRequestCommit" },
            { __typename: "ReviewRequestedEvent", actor: { login: "presstime" }, createdAt: "2014-07-01T09:01:00Z" },
            { __typename: "IssueComment" },
            { __typename: "PullRequestReview" },
            { __typename: "LabeledEvent" },
            { __typename: "ConvertToDraftEvent" },
          ],
        },
        commits: {
          nodes: [
            {
              commit: {
                messageHeadline: "Add TLS",
                authors: {
                  nodes: [
                    { name: "Anil Madhavapeddy", user: { login: "avsm" } },
                    { name: "David Kaloper", user: null },
                  ],
                },
              },
            },
          ],
        },
      },
    });
    const groups = (answer as { pullRequest: { comments: { nodes: { reactionGroups: unknown[] }[] } } }).pullRequest.comments.nodes[0]
      ?.reactionGroups;
    expect(groups).toHaveLength(8);
    expect(groups).toContainEqual({ content: "EYES", viewerHasReacted: true, reactors: { totalCount: 1 } });
  });

  it("[SB21] a bot is `presstime` and a Bot here, and `presstime[bot]` in REST", async () => {
    const { bot, where } = world;
    const { data: issue } = await bot.issues.create({ ...where, title: "Board" });
    expect([issue.user?.login, issue.user?.type]).toEqual(["presstime[bot]", "Bot"]);
    expect(await bot.graphql("{ viewer { login } }")).toEqual({ viewer: { login: "presstime[bot]" } });
    expect(await ask(`issue(number: ${issue.number}) { author { login __typename ... on Bot { databaseId } } }`)).toEqual({
      issue: { author: { login: "presstime", __typename: "Bot", databaseId: issue.user?.id } },
    });
  });

  it("[SB18] reads files, folders and commits by expression, and gives null where nothing is", async () => {
    expect(
      await ask(`
      file: object(expression: "HEAD:posts/first.md") { ... on Blob { text byteSize isBinary isTruncated } }
      folder: object(expression: "main:posts") { ... on Tree { entries { name path type } } }
      root: object(expression: "main:") { ... on Tree { entries { name } } }
      commit: object(expression: "main") { ... on Commit { file(path: "posts/first.md") { object { ... on Blob { text } } } } }
      nothing: object(expression: "main:posts/absent.md") { oid }
      nowhere: object(expression: "absent:posts") { oid }`),
    ).toEqual({
      file: { text: "# First\n\nOne.\nTwo.\nThree.\n", byteSize: 26, isBinary: false, isTruncated: false },
      folder: { entries: [{ name: "first.md", path: "posts/first.md", type: "blob" }] },
      root: { entries: [{ name: "README.md" }, { name: "posts" }] },
      commit: { file: { object: { text: "# First\n\nOne.\nTwo.\nThree.\n" } } },
      nothing: null,
      nowhere: null,
    });
  });

  it("[SB18] says that a binary file has no text, and cuts a very long one off", async () => {
    const { github, repo } = world;
    github.as("avsm").push(repo, "main", {
      "logo.png": Buffer.from([0x89, 0x50, 0, 1]),
      "long.md": "x".repeat(600_000),
      "latin1.md": Buffer.from([0xe9, 0x0a]),
    });
    const blob = (name: string) => `object(expression: "main:${name}") { ... on Blob { text isBinary isTruncated byteSize } }`;
    const answer = (await ask(`png: ${blob("logo.png")} long: ${blob("long.md")} latin: ${blob("latin1.md")}`)) as Record<
      string,
      { text: string | null }
    >;
    expect(answer.png).toEqual({ text: null, isBinary: true, isTruncated: false, byteSize: 4 });
    expect(answer.long).toMatchObject({ isTruncated: true, byteSize: 600_000 });
    expect(answer.long?.text).toHaveLength(512_000);
    expect(answer.latin).toMatchObject({ text: "\uFFFD\n", isBinary: false });
  });

  it("[SB18] answers null and NOT_FOUND for what is not there, and goes on with the rest", async () => {
    const { github, repo, bot } = world;
    github.createRepository({ owner: "secret", name: "plans", private: true, install: false });
    const document = `{ gone: repository(owner: "mirage", name: "gone") { id } hidden: repository(owner: "secret", name: "plans") { id } here: repository(owner: "mirage", name: "mirage-www") { name pullRequest(number: 9) { id } } node(id: "nonsense") { id } }`;
    await expect(bot.graphql(document)).rejects.toMatchObject({
      data: { gone: null, hidden: null, here: { name: repo.name, pullRequest: null }, node: null },
      errors: [
        { type: "NOT_FOUND", path: ["gone"], message: "Could not resolve to a Repository with the name 'mirage/gone'." },
        { type: "NOT_FOUND", path: ["hidden"] },
        { type: "NOT_FOUND", path: ["here", "pullRequest"], message: "Could not resolve to a PullRequest with the number of 9." },
        { type: "NOT_FOUND", path: ["node"] },
      ],
    });
  });

  it("[SB18] makes an error of a field that the sandbox has not built, never a quiet null", async () => {
    const { github, honest } = world;
    await expect(ask("hasWikiEnabled")).rejects.toThrow("Unexpected field Repository.hasWikiEnabled");
    expect(honest.complaints().join()).toContain("Repository.hasWikiEnabled");
    github.requests.pop();
  });

  it("[SB16] pages through a connection forwards and backwards, while others come and go", async () => {
    const { github, repo } = world;
    const avsm = github.as("avsm");
    const { number } = avsm.opensIssue(repo, { title: "Board" });
    const said = ["a", "b", "c", "d", "e"].map((body) => avsm.comments(repo, number, body));
    const page = async (args: string) =>
      (
        (await ask(
          `issue(number: ${number}) { comments(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { body } } }`,
        )) as {
          issue: {
            comments: {
              pageInfo: { endCursor: string; startCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
              nodes: { body: string }[];
            };
          };
        }
      ).issue.comments;
    const first = await page("first: 2");
    expect([first.nodes.map(({ body }) => body), first.pageInfo.hasNextPage, first.pageInfo.hasPreviousPage]).toEqual([
      ["a", "b"],
      true,
      false,
    ]);
    avsm.deletesComment(repo, said[0]?.id ?? 0);
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(second.nodes.map(({ body }) => body)).toEqual(["c", "d"]);
    const last = await page("last: 2");
    expect([last.nodes.map(({ body }) => body), last.pageInfo.hasNextPage, last.pageInfo.hasPreviousPage]).toEqual([
      ["d", "e"],
      false,
      true,
    ]);
    expect((await page(`last: 5, before: "${last.pageInfo.startCursor}"`)).nodes.map(({ body }) => body)).toEqual(["b", "c"]);
  });

  it("[SB18] orders and filters pull requests and issues", async () => {
    const { github, repo } = world;
    const avsm = github.as("avsm");
    for (const name of ["a", "b", "c"]) {
      avsm.push(repo, name, { [`${name}.md`]: name });
      avsm.opens(repo, { branch: name, title: name });
      await github.clock.advance(1_000);
    }
    avsm.comments(repo, 1, "newest");
    avsm.closes(repo, 2);
    avsm.merges(repo, 3);
    const { number } = avsm.opensIssue(repo, { title: "Board" });
    avsm.labels(repo, number, ["presstime/board"]);
    expect(
      await ask(`
        open: pullRequests(states: OPEN, first: 10, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { title } }
        ended: pullRequests(states: [CLOSED, MERGED], first: 10) { nodes { title state merged mergedBy { login } } }
        issues(first: 5, labels: ["presstime/board"], filterBy: { states: OPEN }) { nodes { title } }
        mine: issues(first: 5, filterBy: { createdBy: "avsm" }) { totalCount }
        others: issues(first: 5, filterBy: { createdBy: "samoht" }) { totalCount }`),
    ).toEqual({
      open: { nodes: [{ title: "a" }] },
      ended: {
        nodes: [
          { title: "b", state: "CLOSED", merged: false, mergedBy: null },
          { title: "c", state: "MERGED", merged: true, mergedBy: { login: "avsm" } },
        ],
      },
      issues: { nodes: [{ title: "Board" }] },
      mine: { totalCount: 1 },
      others: { totalCount: 0 },
    });
  });

  it("[SB18] rolls checks and statuses up into one word", async () => {
    const { github, repo } = world;
    const { number, pull } = opens();
    const rollup = async () =>
      (
        (await ask(
          `pullRequest(number: ${number}) { statusCheckRollup { state contexts(first: 5) { nodes { __typename ... on CheckRun { name conclusion checkSuite { app { slug } } } ... on StatusContext { context state } } } } }`,
        )) as {
          pullRequest: { statusCheckRollup: { state: string; contexts: { nodes: unknown[] } } | null };
        }
      ).pullRequest.statusCheckRollup;
    expect(await rollup()).toBeNull();
    github.reports(repo, pull.head.sha, "ci", { name: "build", conclusion: null });
    expect((await rollup())?.state).toBe("PENDING");
    github.reports(repo, pull.head.sha, "ci", { name: "build", conclusion: "failure" });
    expect((await rollup())?.state).toBe("FAILURE");
    github.reports(repo, pull.head.sha, "ci", { name: "build", conclusion: "success" });
    github.setsStatus(repo, pull.head.sha, "ci/old", "success");
    expect(await rollup()).toEqual({
      state: "SUCCESS",
      contexts: {
        nodes: [
          { __typename: "CheckRun", name: "build", conclusion: "SUCCESS", checkSuite: { app: { slug: "ci" } } },
          { __typename: "StatusContext", context: "ci/old", state: "SUCCESS" },
        ],
      },
    });
  });

  it("[SB18] changes the world by mutations, several in one document", async () => {
    const { github, repo, bot, where } = world;
    const { number, nodeId, pull } = opens();
    const { data: label } = await bot.issues.createLabel({ ...where, name: "in review", color: "ff8800" });
    const document = `mutation($repo: ID!, $pull: ID!, $sha: GitObjectID!, $label: ID!) {
      check: createCheckRun(input: { repositoryId: $repo, headSha: $sha, name: "presstime/lint", conclusion: FAILURE, output: { title: "1 finding", summary: "One.",
        annotations: [{ path: "posts/tls.md", location: { startLine: 1, endLine: 1, startColumn: 1, endColumn: 3 }, annotationLevel: WARNING, message: "Unexpected heading" }] } }) { checkRun { id databaseId conclusion } }
      comment: addComment(input: { subjectId: $pull, body: "Notice" }) { commentEdge { node { id databaseId } } }
      labels: addLabelsToLabelable(input: { labelableId: $pull, labelIds: [$label] }) { labelable { ... on PullRequest { labels(first: 5) { nodes { name } } } } }
      board: createIssue(input: { repositoryId: $repo, title: "Board", body: "Table" }) { issue { id number } } }`;
    const made = await bot.graphql<{
      check: { checkRun: { id: string } };
      comment: { commentEdge: { node: { id: string } } };
      board: { issue: { id: string; number: number } };
    }>(document, { repo: repo.nodeId, pull: nodeId, sha: pull.head.sha, label: label.node_id });
    await bot.graphql(
      `mutation($repo: ID!, $check: ID!, $comment: ID!, $board: ID!) {
        updateCheckRun(input: { repositoryId: $repo, checkRunId: $check, conclusion: SUCCESS, output: { title: "Clean", summary: "None." } }) { checkRun { title } }
        updateIssueComment(input: { id: $comment, body: "Notice, edited" }) { issueComment { body } }
        updateIssue(input: { id: $board, body: "Table, edited" }) { issue { body } }
        addReaction(input: { subjectId: $comment, content: THUMBS_UP }) { reaction { content } } }`,
      { repo: repo.nodeId, check: made.check.checkRun.id, comment: made.comment.commentEdge.node.id, board: made.board.issue.id },
    );
    const whole = github.pullRequest(repo, number);
    expect(whole.labels.map(({ name }) => name)).toEqual(["in review"]);
    expect(whole.conversation).toContainEqual(
      expect.objectContaining({
        kind: "commented",
        by: "presstime[bot]",
        body: "Notice, edited",
        edited: true,
        reactions: [{ content: "+1", by: ["presstime[bot]"] }],
      }),
    );
    expect(whole.pull?.checks).toMatchObject([
      { name: "presstime/lint", conclusion: "success", title: "Clean", annotations: [{ message: "Unexpected heading", level: "warning" }] },
    ]);
    expect(github.issue(repo, made.board.issue.number).body).toBe("Table, edited");
  });
});
