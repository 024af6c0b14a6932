/** What is asked of Git: which branch is the default one, and what it holds. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { filesOnDefaultBranch, keptThoughIgnored } from "../../src/cli/lint/git.js";
import { git as gitIn } from "../world/git.js";

let folder = "";
const git = (where: string, ...words: readonly string[]) => {
  gitIn(join(folder, where), ...words);
};
const write = (where: string, path: string) => {
  mkdirSync(join(folder, where, "posts"), { recursive: true });
  writeFileSync(join(folder, where, path), path);
};
const commits = (where: string, path: string) => {
  write(where, path);
  git(where, "add", "-A");
  git(where, "commit", "-m", path);
};
const posts = async (where: string) => [...((await filesOnDefaultBranch(join(folder, where), ["posts"])) ?? ["unknown"])].filter(Boolean);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "git-"));
  mkdirSync(join(folder, "origin"));
  git("origin", "init", "-b", "trunk");
  commits("origin", "posts/a.md");
  commits("origin", "README.md");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("the default branch", () => {
  it("[LC4] is the one that the origin calls so, whatever its name and whatever is checked out", async () => {
    git(".", "clone", "origin", "here");
    git("here", "checkout", "-b", "branch");
    commits("here", "posts/b.md");
    expect(await posts("here")).toEqual(["posts/a.md"]);
  });

  it("[LC4] is rather the upstream's than that of a fork, which may be behind", async () => {
    git(".", "clone", "origin", "here");
    commits("origin", "posts/c.md");
    git("here", "remote", "add", "upstream", "../origin");
    git("here", "fetch", "upstream", "trunk:refs/remotes/upstream/main");
    expect(await posts("here")).toEqual(["posts/a.md", "posts/c.md"]);
  });

  it("[LC4] is `main` or `master` where there is no other repository, and unknown where there is neither, or no repository", async () => {
    expect(await posts("origin")).toEqual(["unknown"]);
    git("origin", "branch", "master", "HEAD~1");
    expect(await posts("origin")).toEqual(["posts/a.md"]);
    mkdirSync(join(folder, "plain"));
    expect(await posts("plain")).toEqual(["unknown"]);
    expect(await keptThoughIgnored(join(folder, "plain"))).toBeNull();
  });

  it("[LC4] is that of this repository in a hook of another one", async () => {
    git("origin", "branch", "main");
    mkdirSync(join(folder, "other"));
    git("other", "init", "-b", "main");
    process.env.GIT_DIR = join(folder, "other", ".git");
    try {
      expect(await posts("origin")).toEqual(["posts/a.md"]);
    } finally {
      delete process.env.GIT_DIR;
    }
  });
});

describe("files that are kept though ignored", () => {
  it("[LC6] are told by their paths, whatever these hold", async () => {
    write("origin", "posts/ä \n.png");
    write("origin", "posts/b.png");
    git("origin", "add", "posts/ä \n.png");
    writeFileSync(join(folder, "origin", ".gitignore"), "*.png\n");
    expect([...((await keptThoughIgnored(join(folder, "origin"))) ?? [])].filter(Boolean)).toEqual(["posts/ä \n.png"]);
  });
});
