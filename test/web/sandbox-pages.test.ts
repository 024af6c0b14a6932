/** What a visitor of the sandbox sees of a pull request: what its author would see on GitHub. */
import type { Hono } from "hono";
import { describe, expect, it } from "@jest/globals";
import { sandboxPages } from "../../sandbox/pages/sandbox-pages.js";
import { createSandbox, type Sandbox } from "../../sandbox/sandbox.js";
import type { Repo } from "../../sandbox/state/repo.js";
import { links, markupOf, pagesOf, textOf } from "./read-page.js";
import { view } from "./sample-view.js";

const NOTICE = "A rehearsal: nobody here is real, and neither are their posts.";
const TEXT = "---\ntitle: Introducing Buoy\n---\n\n# Buoy\n\n![](shot.png)\n";

interface Staged {
  readonly github: Sandbox;
  readonly repo: Repo;
  readonly pages: Hono;
}

async function stage(): Promise<Staged> {
  const github = await createSandbox({ webBase: "http://localhost:3000/github" });
  const repo = github.createRepository({
    owner: "harbour",
    name: "harbour-www",
    files: { "posts/first.md": "one\ntwo\nthree\n" },
    collaborators: ["greta", "bruno"],
  });
  const pages = pagesOf([view()], { beside: sandboxPages({ github, zone: "Europe/London", notice: NOTICE }) });
  return { github, repo, pages };
}

/** A pull request that brings one post, opened by its author. */
async function opened(body = "My post."): Promise<Staged> {
  const staged = await stage();
  const greta = staged.github.as("greta");
  greta.push(staged.repo, "buoy", { "posts/buoy.md": TEXT }, { message: "Add the post on Buoy" });
  greta.opens(staged.repo, { branch: "buoy", title: "Introducing <Buoy>", body, number: 186 });
  return staged;
}

const PULL = "/github/harbour/harbour-www/pull/186";

describe("the conversation", () => {
  it("[WB12] shows a suggestion as the change it would make, with its place and whether it is closed", async () => {
    const { github, repo, pages } = await opened();
    const body = "<!-- presstime suggest/1 -->\nUnexpected title, expected <another>.\n\n```suggestion\ntitle: About <b>Buoy</b>\n```";
    const comments = [{ path: "posts/buoy.md", side: "RIGHT", startLine: null, line: 2, body } as const];
    github.as("bruno").reviews(repo, 186, { state: "COMMENTED", body: "One small thing.", comments });
    const before = textOf(await markupOf(pages, PULL));
    expect(before).toContain("posts/buoy.md, line 2 Unexpected title, expected");
    expect(before).toContain("Suggested change instead of: title: Introducing Buoy title: About <b>Buoy</b>");
    expect(before).not.toContain("suggest/1");
    expect(before).not.toContain("resolved by");
    github.as("greta").takesSuggestion(repo, 186, 0);
    expect(textOf(await markupOf(pages, PULL))).toContain("posts/buoy.md, line 2 resolved by greta");
  });

  it("[WB12] stands in the order in which it happened, with who did what", async () => {
    const { github, repo, pages } = await opened();
    const bruno = github.as("bruno");
    bruno.comments(repo, 186, "Looks *good*.");
    await github.clock.advance(3_600_000);
    bruno.reviews(repo, 186, { state: "CHANGES_REQUESTED", body: "Say how deep the water is." });
    github.as("greta").push(repo, "buoy", { "posts/buoy.md": `${TEXT}Four fathoms.\n` }, { message: "Say it" });
    bruno.reviews(repo, 186, { state: "APPROVED" });
    bruno.merges(repo, 186);
    const text = textOf(await markupOf(pages, PULL));
    const parts = [
      "greta wrote Tue 1 July, 10:00 My post.",
      "bruno said Tue 1 July, 10:00 Looks good.",
      "bruno asked for changes for an older text Tue 1 July, 11:00 Say how deep the water is.",
      /greta pushed [0-9a-f]{7} Say it/,
      "bruno approved Tue 1 July, 11:00",
      "bruno merged this",
    ];
    const places = parts.map((part) => text.search(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain("Introducing <Buoy> #186 merged greta wants to bring buoy into main");
  });

  it("[WB12] leaves out the app's hidden marks, and knows a bot by its word", async () => {
    const { github, repo, pages } = await opened();
    github
      .as("presstime[bot]")
      .comments(
        repo,
        186,
        "<!-- presstime: notice v1 secret-mark -->\n**Nearly there.**\n\n<details><summary>More</summary>\n\nAll of it.\n\n</details>",
      );
    const markup = await markupOf(pages, PULL);
    expect(markup).not.toContain("secret-mark");
    expect(markup).toContain("<strong>Nearly there.</strong>");
    expect(markup).toMatch(/<details><summary>More<\/summary>/);
    expect(textOf(markup)).toContain("presstime bot said");
  });

  it("[WB12] Markdown of anybody's can do no harm: no script, no picture, no style, no address that runs", async () => {
    const hostile = [
      "<script>alert(1)</script><style>*{display:none}</style>",
      '<img src=x onerror=alert(1)> ![x](https://elsewhere.test/x.png) <a href="javascript:alert(1)" onclick="x()">a</a>',
      "[b](javascript:alert(1)) [c](data:text/html,x) <iframe src=//elsewhere.test></iframe> <form action=/x><button>go</button></form>",
      '<p style="color:red" id="main" class="alarm">styled</p> <svg onload=alert(1)></svg> <meta http-equiv=refresh content=0>',
    ].join("\n\n");
    const { pages } = await opened(hostile);
    const markup = await markupOf(pages, PULL);
    const main = markup.slice(markup.indexOf("<main"));
    expect(main).not.toMatch(/<script|<style|<img|<iframe|<form|<button|<meta|javascript:|data:text|onclick|onerror|onload|style=/i);
    expect(main).toContain("styled");
    expect(markup.match(/id="main"/g)).toHaveLength(1);
  });

  it("[WB12] what would take too long to parse is shown as it was written", async () => {
    const table = `|${"a|".repeat(80)}\n|${"-|".repeat(80)}\n${`|${"b|".repeat(80)}\n`.repeat(100)}`;
    for (const body of [table, `${"> ".repeat(5_000)}deep`, `${"- ".repeat(1_000)}deep`]) {
      const { pages } = await opened(body);
      expect(await markupOf(pages, PULL)).toContain("<pre>");
    }
  });

  it("[WB12] says who is asked, what they answered, and which labels there are", async () => {
    const { github, repo, pages } = await opened();
    github.as("greta").asks(repo, 186, ["bruno"]);
    github.as("greta").labels(repo, 186, ["status/in-review"]);
    const before = textOf(await markupOf(pages, PULL));
    expect(before).toContain("Reviewers bruno is asked");
    expect(before).toContain("Labels status/in-review");
    github.as("bruno").reviews(repo, 186, { state: "APPROVED" });
    github.as("bruno").reviews(repo, 186, { state: "COMMENTED", body: "One more remark." });
    expect(textOf(await markupOf(pages, PULL))).toContain("Reviewers bruno approved");
  });
});

describe("checks and files", () => {
  it("[WB13] annotations stand under the line they are about, and those elsewhere above the file", async () => {
    const { github, repo, pages } = await opened();
    const annotation = (startLine: number, message: string) => ({
      path: "posts/buoy.md",
      startLine,
      endLine: startLine,
      startColumn: null,
      endColumn: null,
      level: "warning" as const,
      message,
      title: "image-alt",
      rawDetails: null,
    });
    github.reports(repo, repo.branches.get("buoy") ?? "", "ci", {
      name: "presstime/lint",
      conclusion: "failure",
      title: "2 remarks",
      summary: "See **below**.",
      annotations: [annotation(7, "Unexpected picture without words"), annotation(99, "Unexpected place")],
    });
    const text = textOf(await markupOf(pages, PULL));
    expect(text).toContain("presstime/lint failure 2 remarks Summary See below.");
    expect(text).toContain("7 ![](shot.png) warning line 7 · image-alt Unexpected picture without words");
    expect(text.indexOf("Unexpected place")).toBeLessThan(text.indexOf("title: Introducing Buoy"));
  });

  it("[WB13] a changed line is shown as it was and as it is, with the number it has now", async () => {
    const { github, repo, pages } = await stage();
    github.as("greta").push(repo, "fix", { "posts/first.md": "one\n2\nthree\n" });
    github.as("greta").opens(repo, { branch: "fix", title: "Fix", number: 5 });
    const text = textOf(await markupOf(pages, "/github/harbour/harbour-www/pull/5"));
    expect(text).toContain("posts/first.md modified, +1 −1");
    expect(text).toContain("1 one removed: two 2 2 3 three");
  });
});

describe("addresses of the sandbox", () => {
  it("[WB12] are those GitHub's would be: lists, pull requests, issues, files", async () => {
    const { github, repo, pages } = await opened();
    github.as("bruno").opensIssue(repo, { title: "Regatta 2014: the board", body: "| a | b |\n|---|---|\n| 1 | 2 |", number: 148 });
    const list = await markupOf(pages, "/github/harbour/harbour-www");
    expect(links(list)).toEqual(expect.arrayContaining([PULL, "/github/harbour/harbour-www/issues/148", "/github/style.css"]));
    expect(await markupOf(pages, "/github/harbour/harbour-www/issues/148")).toContain("<table>");
    expect(textOf(await markupOf(pages, "/github/harbour/harbour-www/blob/main/posts/first.md"))).toContain("3 lines");
    expect(textOf(await markupOf(pages, "/github"))).toContain("harbour/harbour-www");
    expect((await pages.request("/github/harbour/harbour-www/issues/186")).headers.get("location")).toBe(PULL);
    for (const path of [
      "/harbour/harbour-www/pull/7",
      "/harbour/nothing",
      "/harbour/harbour-www/blob/main/../x",
      "/harbour/harbour-www/blob/gone/x.md",
    ])
      expect([path, (await pages.request(`/github${path}`)).status]).toEqual([path, 404]);
  });

  it("[WB10] every page says that it is a re-enactment, under the same strict policy", async () => {
    const { pages } = await opened();
    for (const path of ["/github", "/github/harbour/harbour-www", PULL, "/github/none"]) {
      const answer = await pages.request(path);
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(await answer.text()).toContain(NOTICE);
    }
  });
});
