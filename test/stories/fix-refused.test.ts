/** “Fix all” where GitHub does not let the app commit: each refusal is told once, with what to do, and nothing is lost. */
import { afterEach, describe, expect, it } from "@jest/globals";
import type { Protection } from "../../sandbox/state/records.js";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { IRMIN, postText } from "../world/desk-file.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

/** With a letter of another alphabet in each, which a fix takes out again. */
const slipped = (n: number) => `Its leaf is a s\u0441ab of number ${n}.\n`;
const fixed = (n: number) => slipped(n).replace("\u0441", "c");
const post = (...paragraphs: readonly string[]) => postText("Introducing Irmin", { by: "Thomas Gazagnaire", body: paragraphs.join("\n") });
const submits = (text: string, fork = false) => world.submits("samoht", IRMIN.slug, { text, fork });

const lint = (number: number) => {
  const check = world.check(number, "lint");
  if (!check) throw new Error("Unexpected lack of a check, expected presstime/lint");
  return { ...check, summary: check.summary ?? "" };
};
const branchOf = (number: number) => world.pull(number).pull.head.branch;
const presses = (who: string, number: number) => {
  world.github.as(who).pressesAction(world.repo, world.pull(number).pull.head.sha, "presstime/lint", "fix");
};
const commits = (number: number) =>
  world.pull(number).conversation.filter((turn) => turn.kind === "committed" && turn.by === "presstime[bot]");
/** The requests by which the app tried to commit. */
const tries = () => world.github.requests.filter(({ body }) => JSON.stringify(body ?? "").includes("createCommitOnBranch"));
const suggested = (number: number) =>
  world.pull(number).conversation.flatMap((turn) => (turn.kind === "reviewed" && turn.by === "presstime[bot]" ? turn.remarks : []));

const REFUSALS: readonly (readonly [string, Partial<Protection>, string])[] = [
  ["protection that wants pull requests", { approvals: 1 }, "Changes must be made through a pull request"],
  ["protection that wants checks", { checks: ["build", "links"] }, "2 of 2 required status checks are expected"],
  ["a ruleset", { approvals: 1, ruleset: true }, "Repository rule violations found: Changes must be made through a pull request"],
];

describe("“Fix all”", () => {
  it.each(REFUSALS)(
    "[SH14] on a branch under %s says what GitHub says, tries once, and keeps its suggestions",
    async (_, protection, why) => {
      await open();
      const number = submits(post(slipped(1), slipped(2)));
      await world.settles();
      world.github.protect(world.repo, branchOf(number), protection);
      presses("samoht", number);
      presses("djs55", number);
      await world.settles();
      expect(lint(number).summary).toContain(
        `2 of these can be fixed automatically, but not by me. I could not commit the fixes, because GitHub refused: ${why}. You can accept the suggestions on the lines, or run \`npx presstime lint --fix PATH\` in your own copy and push.`,
      );
      expect(lint(number)).toMatchObject({ conclusion: "neutral", actions: [], annotations: [{ startLine: 6 }, { startLine: 8 }] });
      await world.restarts();
      await world.passes("3 hours");
      expect([tries().length, commits(number).length, world.said(number).length]).toEqual([1, 0, 0]);
      expect(suggested(number).map(({ line, resolved }) => [line, resolved])).toEqual([
        [6, false],
        [8, false],
      ]);
      world.github.protect(world.repo, branchOf(number), null);
      world.github.as("samoht").takesSuggestion(world.repo, number, 0);
      await world.settles();
      // Another head: the button is there again, and nobody's press of before.
      expect(lint(number).actions).toHaveLength(1);
      expect(commits(number)).toEqual([]);
      presses("samoht", number);
      await world.settles();
      expect(world.github.file(world.repo, `posts/${IRMIN.slug}.md`, branchOf(number))).toBe(post(fixed(1), fixed(2)));
    },
  );

  it("[SH14] by an App without permission to write contents names the permission, and is not tried again at this head", async () => {
    await open();
    const number = submits(post(slipped(1)));
    await world.settles();
    const { permissions } = world.github.installation(world.repo);
    world.github.permits(world.repo, { ...permissions, contents: "read" });
    presses("samoht", number);
    await world.settles();
    expect(lint(number).summary).toContain(
      "GitHub refused: the app does not have the permission \\`contents: write\\`. Whoever runs Presstime adds it in the settings of the GitHub App",
    );
    expect(lint(number).actions).toEqual([]);
    await world.passes("3 hours");
    expect([tries().length, commits(number).length]).toEqual([1, 0]);
    expect(suggested(number)).toMatchObject([{ resolved: false }]);
  });

  it("[SH14] that somebody's push overtakes is about a head that is no more: it is void, and the button is there for the new one", async () => {
    await open();
    const number = submits(post(slipped(1)));
    await world.settles();
    let pushed = false;
    world.github.trouble.hook({
      before: (_, { body }) => {
        if (pushed || !JSON.stringify(body ?? "").includes("createCommitOnBranch")) return;
        pushed = true;
        world.pushes("samoht", number, post(slipped(1), slipped(2)));
      },
    });
    presses("samoht", number);
    await world.passes("1 hours");
    expect([pushed, tries().length, commits(number).length]).toEqual([true, 1, 0]);
    expect(lint(number)).toMatchObject({ actions: [{ identifier: "fix" }], annotations: [{ startLine: 6 }, { startLine: 8 }] });
    expect(lint(number).summary).not.toContain("refused");
    presses("samoht", number);
    await world.settles();
    expect(world.github.file(world.repo, `posts/${IRMIN.slug}.md`, branchOf(number))).toBe(post(fixed(1), fixed(2)));
  });

  it("[SH14] is not offered on a fork, whose writer is told why and has the suggestions; nothing is tried there", async () => {
    await open();
    const number = submits(post(slipped(1)), true);
    await world.settles();
    expect(lint(number)).toMatchObject({ actions: [] });
    world.says("samoht", number, "/fix");
    await world.passes("1 hours");
    expect(lint(number).summary).toContain("I cannot commit to this branch, because I have no write access to `samoht/mirage-www`");
    expect(world.said(number)).toEqual([expect.stringContaining("I have no write access to")]);
    expect(suggested(number)).toMatchObject([{ line: 6, resolved: false }]);
    expect(tries()).toEqual([]);
  });
});

describe("`/fix`", () => {
  it("[SH14] on a protected branch is answered once with what GitHub says", async () => {
    await open();
    const number = submits(post(slipped(1)));
    await world.settles();
    world.github.protect(world.repo, branchOf(number), { approvals: 1, ruleset: true });
    world.says("samoht", number, "/fix");
    await world.settles();
    await world.restarts();
    await world.passes("3 hours");
    expect(world.said(number)).toEqual([expect.stringContaining("GitHub refused: Repository rule violations found: Changes must be made")]);
    expect([tries().length, suggested(number).length]).toEqual([1, 1]);
  });
});
