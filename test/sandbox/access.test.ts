/** Who gets in, and what they may do. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Octokit } from "@octokit/rest";
import { generateKeyPairSync } from "node:crypto";
import { aSandbox, jwtOf, type ASandbox } from "./a-sandbox.js";

let world: ASandbox;
beforeEach(async () => {
  world = await aSandbox();
});
afterEach(async () => {
  await world.close();
});

const now = () => Math.floor(Date.now() / 1000);

function withToken(auth: string): Octokit {
  const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  return new Octokit({ baseUrl: world.github.url, auth, log });
}

function ignore(): void {
  // What is refused is asserted, not read in a log.
}

describe("the gate", () => {
  it("[SB14] lets in an App only with a token that its own key signed, for a time that is now and short", async () => {
    const { github } = world;
    const { privateKey: stranger } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const wrong: readonly (readonly [string, number, string])[] = [
      [jwtOf(github.app, {}, stranger.export({ type: "pkcs8", format: "pem" }).toString()), 401, "could not be decoded"],
      [jwtOf(github.app, { exp: now() - 5 }), 401, "'Expiration time' claim ('exp')"],
      [jwtOf(github.app, { exp: now() + 3_600 }), 401, "too far in the future"],
      [jwtOf(github.app, { iat: now() + 600 }), 401, "'Issued at' claim ('iat')"],
      [jwtOf(github.app, { iss: 999 }), 404, "Integration not found"],
      ["a.b.c", 401, "could not be decoded"],
      ["ghs_nothing", 401, "Bad credentials"],
    ];
    for (const [token, status, message] of wrong) {
      await expect(withToken(token).apps.getAuthenticated()).rejects.toMatchObject({ status, message: expect.stringContaining(message) });
    }
    expect((await withToken(jwtOf(github.app)).apps.getAuthenticated()).status).toBe(200);
  });

  it("[SB14] gives tokens for some repositories and permissions, and takes none that the installation lost", async () => {
    const { github, repo, app, where } = world;
    const other = github.createRepository({ owner: "mirage", name: "private", private: true });
    const installation_id = github.installation(repo).id;
    const { data } = await app.apps.createInstallationAccessToken({
      installation_id,
      repositories: ["mirage-www"],
      permissions: { issues: "read" },
    });
    const narrow = withToken(data.token);
    expect((await narrow.issues.listForRepo(where)).status).toBe(200);
    await expect(narrow.issues.create({ ...where, title: "x" })).rejects.toMatchObject({ status: 403 });
    await expect(narrow.repos.get({ owner: "mirage", repo: other.name })).rejects.toMatchObject({ status: 404 });
    expect((await narrow.apps.listReposAccessibleToInstallation()).data.total_count).toBe(1);
    const tooMuch = app.apps.createInstallationAccessToken({ installation_id, permissions: { administration: "write" } });
    await expect(tooMuch).rejects.toMatchObject({ status: 422 });
    github.uninstalls(repo);
    await expect(narrow.repos.get(where)).rejects.toMatchObject({ status: 401 });
  });

  it("[SB14] keeps tokens and signatures out of the record of requests", async () => {
    const { github, repo, app } = world;
    const { data } = await app.apps.createInstallationAccessToken({ installation_id: github.installation(repo).id });
    await withToken(data.token).rateLimit.get();
    const record = JSON.stringify(github.requests);
    expect(record).toContain("access_tokens");
    expect(record).not.toContain(data.token);
    expect(record).not.toMatch(/eyJ/);
  });

  it("[SB14] holds a suspended installation out, in words that say so", async () => {
    const { github, repo, bot, where } = world;
    github.suspends(repo, true);
    await expect(bot.repos.get(where)).rejects.toMatchObject({ status: 403, message: expect.stringContaining("suspended") });
  });

  it("[SB15] refuses what the installation has no permission for, by REST and by GraphQL", async () => {
    const { github, repo, bot, where } = world;
    github.trouble.withdraw("checks");
    const sha = repo.branches.get("main") ?? "";
    await expect(bot.checks.create({ ...where, name: "presstime/lint", head_sha: sha })).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("Resource not accessible by integration"),
    });
    const mutation = `mutation($repo: ID!, $sha: GitObjectID!) { createCheckRun(input: { repositoryId: $repo, headSha: $sha, name: "x" }) { checkRun { id } } }`;
    await expect(bot.graphql(mutation, { repo: repo.nodeId, sha })).rejects.toMatchObject({
      errors: [expect.objectContaining({ type: "FORBIDDEN", path: ["createCheckRun"], message: "Resource not accessible by integration" })],
    });
    github.trouble.over();
    expect((await bot.checks.create({ ...where, name: "presstime/lint", head_sha: sha })).status).toBe(201);
  });

  it("[SB15] lets people do what their role allows, and no person report a check", async () => {
    const { github, repo, where } = world;
    github.collaborator(repo, "reader", "read");
    const { number } = github.as("avsm").opensIssue(repo, { title: "Board" });
    const issue = { ...where, issue_number: number };
    const passerBy = world.as("passer-by");
    expect((await passerBy.issues.createComment({ ...issue, body: "Hello" })).data.author_association).toBe("NONE");
    expect((await world.as("avsm").issues.createComment({ ...issue, body: "Hello" })).data.author_association).toBe("COLLABORATOR");
    await expect(passerBy.issues.addLabels({ ...issue, labels: ["x"] })).rejects.toMatchObject({ status: 403 });
    await expect(
      world.as("reader").git.createRef({ ...where, ref: "refs/heads/x", sha: repo.branches.get("main") ?? "" }),
    ).rejects.toMatchObject({ status: 403 });
    const check = world.as("avsm").checks.create({ ...where, name: "x", head_sha: repo.branches.get("main") ?? "" });
    await expect(check).rejects.toMatchObject({ status: 403, message: expect.stringContaining("You must authenticate via a GitHub App") });
    await expect(
      new Octokit({ baseUrl: github.url, log: { debug: ignore, info: ignore, warn: ignore, error: ignore } }).issues.create({
        ...where,
        title: "x",
      }),
    ).rejects.toMatchObject({ status: 401 });
  });

  it("[SB15] says what a person may do in the older word, which knows no triage and no maintain, and follows their role", async () => {
    const { github, repo, bot, where } = world;
    const roles = { petra: "maintain", tara: "triage", rita: "read", wanda: "write", ada: "admin" } as const;
    for (const [login, role] of Object.entries(roles)) github.collaborator(repo, login, role);
    const said = async (username: string) => (await bot.repos.getCollaboratorPermissionLevel({ ...where, username })).data.permission;
    const all = ["petra", "tara", "rita", "wanda", "ada", "passer-by", `${where.owner}-admin`];
    github.as("passer-by");
    expect(await Promise.all(all.map(said))).toEqual(["write", "read", "read", "write", "admin", "read", "admin"]);
    github.collaborator(repo, "wanda", null);
    expect(await said("wanda")).toBe("read");
    await expect(said("nobody-at-all")).rejects.toMatchObject({ status: 404 });
  });

  it("[SB24] leads from a former name to the present one, by REST and by GraphQL, and keeps an archive as it is", async () => {
    const { github, repo, bot, where } = world;
    github.as("avsm").renames(repo, "www");
    expect((await bot.repos.get(where)).data.full_name).toBe("mirage/www");
    expect((await bot.issues.create({ ...where, title: "Board" })).data.number).toBe(1);
    const answer = await bot.graphql(`{ repository(owner: "mirage", name: "mirage-www") { nameWithOwner isArchived } }`);
    expect(answer).toEqual({ repository: { nameWithOwner: "mirage/www", isArchived: false } });
    github.as("avsm").archives(repo);
    const writing = bot.issues.create({ owner: "mirage", repo: "www", title: "Late" });
    await expect(writing).rejects.toMatchObject({ status: 403, message: expect.stringContaining("archived so is read-only") });
    expect((await bot.issues.listForRepo({ owner: "mirage", repo: "www" })).data).toHaveLength(1);
  });
});
