/** When two repositories look the same. */
import { describe, expect, it } from "@jest/globals";
import { createSandbox, type Sandbox } from "../../sandbox/sandbox.js";
import type { Repo } from "../../sandbox/state/repo.js";
import { TEST_KEY } from "./test-key.js";

async function played(first: "comment" | "label", start: string): Promise<{ readonly github: Sandbox; readonly repo: Repo }> {
  const { createSandboxClock } = await import("../../sandbox/sandbox-clock.js");
  const github = await createSandbox({ clock: createSandboxClock(start), app: { privateKey: TEST_KEY } });
  const repo = github.createRepository({ owner: "mirage", name: "www", collaborators: ["avsm"] });
  const avsm = github.as("avsm");
  avsm.push(repo, "tls", { "posts/tls.md": "# TLS\n" });
  const { number } = avsm.opens(repo, { branch: "tls", title: "TLS" });
  const operations = [
    () => avsm.comments(repo, number, "Hello <!-- seen by nobody -->"),
    () => {
      avsm.labels(repo, number, ["b", "a"]);
    },
  ];
  for (const operation of first === "comment" ? operations : operations.reverse()) operation();
  return { github, repo };
}

describe("the fingerprint of a repository", () => {
  it("[SB22] is the same for what looks the same, whenever it came about and under whatever ids", async () => {
    const one = await played("comment", "2014-07-08T09:00:00Z");
    const other = await played("label", "2014-07-09T12:00:00Z");
    expect(other.github.fingerprint(other.repo)).toBe(one.github.fingerprint(one.repo));
  });

  it.each([
    ["a comment", (github: Sandbox, repo: Repo) => github.as("x").comments(repo, 1, "More")],
    [
      "a reaction",
      (github: Sandbox, repo: Repo) => {
        github.as("x").reacts(repo, [...github.world.comments.keys()][0] ?? 0, "eyes");
      },
    ],
    [
      "a label",
      (github: Sandbox, repo: Repo) => {
        github.as("avsm").unlabels(repo, 1, ["a"]);
      },
    ],
    [
      "a request",
      (github: Sandbox, repo: Repo) => {
        github.collaborator(repo, "samoht");
        github.as("avsm").asks(repo, 1, ["samoht"]);
      },
    ],
    [
      "a check",
      (github: Sandbox, repo: Repo) => {
        github.reports(repo, repo.branches.get("tls") ?? "", "ci", { name: "build", conclusion: "success" });
      },
    ],
    ["a merge", (github: Sandbox, repo: Repo) => github.as("avsm").merges(repo, 1)],
    ["an issue", (github: Sandbox, repo: Repo) => github.as("avsm").opensIssue(repo, { title: "Board" })],
  ])("[SB22] changes with %s", async (_what, operation) => {
    const { github, repo } = await played("comment", "2014-07-08T09:00:00Z");
    const before = github.fingerprint(repo);
    operation(github, repo);
    expect(github.fingerprint(repo)).not.toBe(before);
  });
});
