/** Pages, costs, rate limits, trouble on demand, and GitHub's own limits. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { aSandbox, type ASandbox } from "./a-sandbox.js";

let world: ASandbox;
beforeEach(async () => {
  world = await aSandbox();
});
afterEach(async () => {
  world.github.trouble.over();
  await world.close();
});

const EMPTY = "query { rateLimit { cost remaining } }";

describe("lists and limits", () => {
  it("[SB16] come in pages with links to the next and the last", async () => {
    const { github, repo, bot, where } = world;
    for (let at = 1; at <= 7; at++) github.as("avsm").opensIssue(repo, { title: `Issue ${at}` });
    const first = await bot.issues.listForRepo({ ...where, per_page: 3 });
    expect(first.data.map(({ title }) => title)).toEqual(["Issue 7", "Issue 6", "Issue 5"]);
    expect(first.headers.link).toContain('page=2>; rel="next"');
    expect(first.headers.link).toContain('page=3>; rel="last"');
    const last = await bot.issues.listForRepo({ ...where, per_page: 3, page: 3 });
    expect(last.data.map(({ title }) => title)).toEqual(["Issue 1"]);
    expect(last.headers.link).not.toContain('rel="next"');
    expect(await bot.paginate(bot.issues.listForRepo, { ...where, per_page: 3 })).toHaveLength(7);
  });

  it("[SB16] are linked under the address that was asked, an Enterprise Server's too", async () => {
    const { github, repo } = world;
    for (let at = 1; at <= 3; at++) github.as("avsm").opensIssue(repo, { title: `Issue ${at}` });
    const linked = async (base: string) =>
      (
        await fetch(`${base}/repos/${repo.owner.login}/${repo.name}/issues?per_page=1`, { headers: { authorization: "token user:avsm" } })
      ).headers.get("link");
    expect(await linked(github.url)).toContain(`<${github.url}/repositories/`);
    expect(await linked(`${github.url}/api/v3`)).toContain(`<${github.url}/api/v3/repositories/`);
  });

  it("[SB16] cost nothing when nothing changed since they were last asked for", async () => {
    const { github, repo, bot, where } = world;
    const first = await bot.issues.listForRepo(where);
    const again = bot.issues.listForRepo({ ...where, headers: { "if-none-match": first.headers.etag ?? "" } });
    await expect(again).rejects.toMatchObject({ status: 304 });
    const { used } = (await bot.rateLimit.get()).data.rate;
    expect(used).toBe(Number(first.headers["x-ratelimit-used"]));
    github.as("avsm").opensIssue(repo, { title: "New" });
    expect((await bot.issues.listForRepo({ ...where, headers: { "if-none-match": first.headers.etag ?? "" } })).data).toHaveLength(1);
  });

  it("[SB17] GraphQL costs the requests its connections need, divided by a hundred, and at least one", async () => {
    const { github, repo, bot, where } = world;
    await bot.graphql(EMPTY);
    const document = `query($owner: String!, $repo: String!, $n: Int = 50) { rateLimit { cost nodeCount } repository(owner: $owner, name: $repo) {
      pullRequests(first: $n) { nodes { labels(first: 60) { nodes { name } } reactionGroups { content } ...Talk } }
      defaultBranchRef { target { ... on Commit { tree { entries { name } } } } } } }
      fragment Talk on PullRequest { comments(last: 10) { nodes { reactionGroups { reactors(first: 5) { totalCount } } } } }`;
    const answer = await bot.graphql(document, where);
    // 1 for the pull requests, 50 for their labels, 50 for their comments, 500 for who reacted to those: 601.
    expect(answer).toMatchObject({ rateLimit: { cost: 6 } });
    expect(github.requests.slice(-2).map(({ points }) => points)).toEqual([1, 6]);
    expect(github.spent.points).toBe(7);
    expect(repo.threads.size).toBe(0);
  });

  it("[SB17] GraphQL refuses a connection without a bound, and one that asks for too much", async () => {
    const { github, bot, where } = world;
    const ask = (args: string) =>
      bot.graphql(
        `query($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { pullRequests${args} { totalCount } } }`,
        where,
      );
    await expect(ask("")).rejects.toThrow("You must provide a `first` or `last` value");
    await expect(ask("(first: 101)")).rejects.toThrow("exceeds the `first` limit of 100");
    await expect(ask("(first: 1) { nodes { nothing } } x: pullRequests(first: 1)")).rejects.toThrow('Cannot query field "nothing"');
    // The last was GitHub's schema complaining of the test itself.
    github.requests.pop();
  });

  it("[SB19] run out and come back by the sandbox's clock", async () => {
    const { github, bot, where } = world;
    github.trouble.exhaust("core");
    const refused = bot.repos.get(where);
    await expect(refused).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("API rate limit exceeded for installation ID"),
      response: { headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(github.clock.now().getTime() / 1000 + 3_600) } },
    });
    expect(await bot.graphql(EMPTY)).toMatchObject({ rateLimit: { cost: 1 } });
    github.trouble.exhaust("graphql");
    await expect(bot.graphql(EMPTY)).rejects.toMatchObject({ errors: [expect.objectContaining({ type: "RATE_LIMITED" })] });
    await github.clock.advance(3_600_000);
    expect((await bot.repos.get(where)).headers["x-ratelimit-remaining"]).toBe("4999");
    expect(await bot.graphql(EMPTY)).toMatchObject({ rateLimit: { remaining: 4_999 } });
  });

  it("[SB19] are made to bite after so many requests, and say for how long", async () => {
    const { github, repo, bot, where } = world;
    const { number } = github.as("avsm").opensIssue(repo, { title: "Board" });
    github.trouble.secondaryLimit({ after: 2, retryAfterSeconds: 90, when: ({ method }) => method === "POST" });
    const say = () => bot.issues.createComment({ ...where, issue_number: number, body: "One" });
    await say();
    await say();
    await expect(say()).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("secondary rate limit"),
      response: { headers: { "retry-after": "90" } },
    });
    await github.clock.advance(30_000);
    await expect(say()).rejects.toMatchObject({ response: { headers: { "retry-after": "60" } } });
    expect((await bot.repos.get(where)).status).toBe(200);
    await github.clock.advance(60_000);
    await say();
    expect(github.issue(repo, number).conversation).toHaveLength(3);
  });
});

describe("trouble", () => {
  const comment = (body: string) => world.bot.issues.createComment({ ...world.where, issue_number: 1, body });
  const said = () => world.github.issue(world.repo, 1).conversation.flatMap((turn) => (turn.kind === "commented" ? [turn.body] : []));

  beforeEach(() => {
    world.github.as("avsm").opensIssue(world.repo, { title: "Board" });
  });

  it("[SB20] can break requests before or after they are carried out", async () => {
    const { github } = world;
    github.trouble.failing({ next: 1, how: 502 });
    await expect(comment("one")).rejects.toMatchObject({ status: 502 });
    expect(said()).toEqual([]);
    github.trouble.failing({ next: 1, how: "reset", afterwards: true });
    await expect(comment("two")).rejects.toThrow();
    expect(said()).toEqual(["two"]);
    await comment("three");
    expect(github.requests.slice(-3).map(({ status }) => status)).toEqual([502, 0, 201]);
  });

  it("[SB20] can refuse one kind of request as for want of a permission, or as not there", async () => {
    const { github, bot, where } = world;
    github.trouble.failing({ next: 1, how: 403, when: ({ path }) => path.endsWith("/permission") });
    github.trouble.failing({ next: 1, how: 404, when: ({ path }) => path.endsWith("/permission") });
    const ask = () => bot.repos.getCollaboratorPermissionLevel({ ...where, username: "avsm" });
    await expect(ask()).rejects.toMatchObject({ status: 403, message: expect.stringContaining("Resource not accessible by integration") });
    await expect(ask()).rejects.toMatchObject({ status: 404 });
    expect((await ask()).data.permission).toBe("write");
  });

  it("[SB20] can strike at one kind of request only", async () => {
    const { github, bot, where } = world;
    github.trouble.failing({ next: 5, how: 503, when: ({ path }) => path.endsWith("/comments") });
    expect((await bot.repos.get(where)).status).toBe(200);
    await expect(comment("one")).rejects.toMatchObject({ status: 503 });
  });

  it("[SB20] lets a test act before and after any request, or cut it off by throwing", async () => {
    const { github } = world;
    const seen: string[] = [];
    github.trouble.hook({
      before: (k, { method }) => {
        seen.push(`before ${k} ${method}`);
        if (k === 2) throw new Error("dies");
      },
      after: (k) => {
        seen.push(`after ${k}`);
        if (k === 3) throw new Error("dies");
      },
    });
    await comment("one");
    await expect(comment("two")).rejects.toThrow();
    await expect(comment("three")).rejects.toThrow();
    expect(seen).toEqual(["before 1 POST", "after 1", "before 2 POST", "before 3 POST", "after 3"]);
    expect(said()).toEqual(["one", "three"]);
  });

  it("[SB20] can hold a request until it is let go", async () => {
    const { github } = world;
    const stall = github.trouble.stall(({ method }) => method === "POST");
    const waiting = comment("held");
    await stall.reached;
    expect(said()).toEqual([]);
    stall.release();
    await waiting;
    expect(said()).toEqual(["held"]);
  });

  it("[SB20] can answer slowly, while others are answered at once", async () => {
    const { github, bot, where } = world;
    github.trouble.slow({ ms: 250, next: 1, when: ({ method }) => method === "POST" });
    const answered: string[] = [];
    await Promise.all([comment("slow").then(() => answered.push("slow")), bot.repos.get(where).then(() => answered.push("quick"))]);
    expect(answered).toEqual(["quick", "slow"]);
  });

  it("[SB20] can leave it open for a while whether a pull request can be merged", async () => {
    const { github, repo, bot, where } = world;
    github.as("avsm").push(repo, "x", { "x.md": "x\n" });
    const { number } = github.as("avsm").opens(repo, { branch: "x", title: "X" });
    github.trouble.unknownMergeability(number, 1);
    expect((await bot.pulls.get({ ...where, pull_number: number })).data.mergeable).toBeNull();
    expect((await bot.pulls.get({ ...where, pull_number: number })).data.mergeable).toBe(true);
  });

  it.each([
    ["a comment of 65,537 characters", () => comment("x".repeat(65_537))],
    ["an empty comment", () => comment(" ")],
    ["a title of 257 characters", () => world.bot.issues.create({ ...world.where, title: "x".repeat(257) })],
    ["a label of 51 characters", () => world.bot.issues.addLabels({ ...world.where, issue_number: 1, labels: ["x".repeat(51)] })],
    ["fifty-one annotations", () => checkWith({ annotations: 51, summary: "…" })],
    ["a summary of 65,536 characters", () => checkWith({ annotations: 0, summary: "x".repeat(65_536) })],
    ["a check of a commit that is not there", () => world.bot.checks.create({ ...world.where, name: "x", head_sha: "0".repeat(40) })],
  ])("[SB21] GitHub's own limits hold: %s is refused", async (_what, asks) => {
    await expect(asks()).rejects.toMatchObject({ status: 422 });
  });

  function checkWith({ annotations, summary }: { readonly annotations: number; readonly summary: string }) {
    const one = { path: "posts/first.md", start_line: 1, end_line: 1, annotation_level: "notice" as const, message: "x" };
    const output = { title: "x", summary, annotations: Array.from({ length: annotations }, () => one) };
    return world.bot.checks.create({ ...world.where, name: "x", head_sha: world.repo.branches.get("main") ?? "", output });
  }
});
