/** Two commits held against each other, and whose commits they are. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { aSandbox, type ASandbox } from "./a-sandbox.js";

let world: ASandbox;
beforeEach(async () => {
  world = await aSandbox();
});
afterEach(() => world.close());

describe("a comparison", () => {
  it("[SB30] shows what a commit brings since it left the other, also of a fork, and whose it is by its addresses", async () => {
    const { github, repo, bot, where } = world;
    const fork = github.as("samoht").fork(repo);
    const stranger = { name: "Somebody", email: "somebody@laptop.local" };
    github.as("samoht").push(fork, "second", { "posts/second.md": "# Second\n" });
    const head = github.as("samoht").push(fork, "second", { "posts/first.md": null }, { author: stranger, committer: stranger });
    github.as("avsm").push(repo, "main", { "README.md": "# Again\n" });
    const { data } = await bot.repos.compareCommitsWithBasehead({ ...where, basehead: `main...${head}` });
    expect(data.files?.map(({ filename, status }) => [filename, status])).toEqual([
      ["posts/first.md", "removed"],
      ["posts/second.md", "added"],
    ]);
    expect([data.status, data.ahead_by, data.behind_by, data.total_commits]).toEqual(["diverged", 2, 1, 2]);
    expect(data.commits.map(({ author, committer }) => [author?.login, committer?.login])).toEqual([
      ["samoht", "samoht"],
      [undefined, undefined],
    ]);
    await expect(bot.repos.compareCommitsWithBasehead({ ...where, basehead: `main...${"0".repeat(40)}` })).rejects.toMatchObject({
      status: 404,
    });
  });

  it("[SB30] names GitHub as the committer of what is done on its pages", async () => {
    const { github, repo, bot, where } = world;
    github.as("samoht").push(repo, "second", { "posts/second.md": "# Second\n" });
    const { number } = github.as("samoht").opens(repo, { branch: "second", title: "Second" });
    github.as("avsm").push(repo, "main", { "README.md": "# Again\n" });
    const head = github.as("yomimono").updatesBranch(repo, number);
    const { data } = await bot.repos.compareCommitsWithBasehead({ ...where, basehead: `main...${head}` });
    expect(data.commits.at(-1)).toMatchObject({ author: { login: "yomimono" }, committer: { login: "web-flow" } });
    expect(data.files?.map(({ filename }) => filename)).toEqual(["posts/second.md"]);
  });
});
