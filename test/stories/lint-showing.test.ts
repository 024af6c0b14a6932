/** What a writer is shown of the linter: their own lines first, fixes at a press, and nothing twice. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, IRMIN, postText, TLS } from "../world/desk-file.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

const PATH = "posts/introducing-irmin.md";
const APP = "presstime[bot]";
/** With a letter of another alphabet in it, which a fix takes out again. */
const slipped = (n: number) => `Its leaf is a s\u0441ab of number ${n}.\n`;
const fixed = (n: number) => slipped(n).replace("\u0441", "c");
const post = (...paragraphs: readonly string[]) => postText("Introducing Irmin", { by: "Thomas Gazagnaire", body: paragraphs.join("\n") });

const lint = (number: number) => {
  const check = world.check(number, "lint");
  if (!check) throw new Error("Unexpected lack of a check, expected presstime/lint");
  return { ...check, summary: check.summary ?? "" };
};
const headOf = (number: number) => world.pull(number).pull.head.sha;
const presses = (who: string, number: number, sha = headOf(number)) => {
  world.github.as(who).pressesAction(world.repo, sha, "presstime/lint", "fix");
};
const fixes = (number: number) =>
  world
    .pull(number)
    .conversation.flatMap((turn) => (turn.kind === "committed" && turn.message.startsWith("Fix what the linter found") ? [turn] : []));
const textOf = (number: number) => world.github.file(world.repo, PATH, world.pull(number).pull.head.branch);
const suggestions = (number: number) =>
  world.pull(number).conversation.flatMap((turn) => (turn.kind === "reviewed" && turn.by === APP ? turn.remarks : []));
const submits = (text: string, more: { readonly draft?: boolean; readonly fork?: boolean } = {}) =>
  world.submits("samoht", IRMIN.slug, { text, fork: false, ...more });

describe("what is shown", () => {
  it("[SH1] is what the pull request changed; the rest is folded, with counts", async () => {
    const old = post(...Array.from({ length: 200 }, (_, n) => slipped(n)));
    await open({ files: { [PATH]: old } });
    const number = submits(`${old}\n${[1001, 1002, 1003].map(slipped).join("\n")}`);
    await world.settles();
    const { annotations, summary, title, conclusion } = lint(number);
    expect(annotations.map(({ startLine }) => startLine)).toEqual([406, 408, 410]);
    expect({ title, conclusion }).toEqual({ title: "203 remarks in 1 post", conclusion: "neutral" });
    expect(summary).toContain("200 findings are on lines that this pull request did not change, and listed below.");
    expect(summary).toMatch(/\| \[`no-look-alike`\]\(https:\S+docs\/rules\/no-look-alike\.md\) \| 203 \|/);
    expect(summary).toContain("<summary>200 findings on lines that GitHub’s “Files changed” does not show</summary>");
    expect(summary).toContain("`posts/introducing-irmin.md:6:15` **warning** Unexpected Cyrillic");
    expect(suggestions(number).map(({ line }) => line)).toEqual([406, 408, 410]);
  });

  it("[SH3] is suggested once a head, closed when it is taken over, and gone from the check", async () => {
    await open();
    const number = submits(post(slipped(1), slipped(2)));
    await world.settles();
    expect(suggestions(number)).toHaveLength(2);
    expect(suggestions(number)[0]?.body).toContain("```suggestion\nIts leaf is a scab of number 1.\n```");
    world.github.as("samoht").takesSuggestion(world.repo, number, 0);
    world.github.as("samoht").resolves(world.repo, number, 0, false);
    await world.settles();
    expect(lint(number).annotations).toHaveLength(1);
    expect(suggestions(number).map(({ resolved }) => resolved)).toEqual([true, false]);
    await world.restarts();
    world.pushes("samoht", number, post(fixed(1), fixed(2)));
    await world.settles();
    expect(lint(number)).toMatchObject({ conclusion: "success", annotations: [], actions: [] });
    expect(suggestions(number).map(({ resolved }) => resolved)).toEqual([true, true]);
  });

  it("[SH3] is no remark on a draft, whose writer has the check, until it is ready", async () => {
    await open();
    const number = submits(post(slipped(1)), { draft: true });
    await world.settles();
    expect(lint(number).annotations).toHaveLength(1);
    expect(suggestions(number)).toEqual([]);
    world.github.as("samoht").marksReady(world.repo, number);
    await world.settles();
    expect(suggestions(number)).toHaveLength(1);
  });
});

describe("“Fix all”", () => {
  it("[SH4] pressed twice is one commit, after which the approval is asked for anew", async () => {
    await open();
    const number = submits(post(slipped(1), slipped(2)));
    await world.settles();
    world.reviews("djs55", number);
    await world.settles();
    expect(world.check(number, "review")).toMatchObject({ conclusion: "success" });
    expect(lint(number).actions).toEqual([expect.objectContaining({ label: "Fix all", identifier: "fix" })]);
    const judged = headOf(number);
    presses("samoht", number);
    presses("samoht", number);
    await world.settles();
    presses("samoht", number, judged);
    await world.passes("1 hours");
    expect(fixes(number)).toHaveLength(1);
    expect(fixes(number)[0]?.message).toContain("2 fixes in 1 post\n\nAsked for by samoht.");
    expect(textOf(number)).toBe(post(fixed(1), fixed(2)));
    expect(lint(number)).toMatchObject({ conclusion: "success" });
    expect(world.check(number, "review")).toMatchObject({ conclusion: "action_required" });
  });

  it("[SH5] pressed by a stranger does nothing but say so; on a fork there is none", async () => {
    await open();
    const number = submits(post(slipped(1)));
    const forked = world.submits("hannesm", "a-fork", { text: post(slipped(1)), path: "posts/a-fork.md" });
    await world.settles();
    presses("mallory", number);
    await world.settles();
    expect(fixes(number)).toEqual([]);
    expect(lint(number).summary).toContain(
      "`mallory` pressed “Fix all”, but nothing was done. Only these people may use it: the authors of the post",
    );
    expect(lint(forked).actions).toEqual([]);
    expect(lint(forked).summary).toContain("I cannot commit to this branch, because I have no write access to `hannesm/mirage-www`");
  });

  it.each([
    ["the press is written down", "after", "receive", 0],
    ["the commit is written down as begun", "after", "begin", 0],
    ["GitHub has it and the ledger does not know", "before", "end", 1],
  ] as const)("[SH6] is neither lost nor done twice by a crash when %s", async (_, when, awaited, commits) => {
    await open();
    const number = submits(post(slipped(1)));
    await world.settles();
    let calls = 0;
    world.witness({
      [when]: (call: string) => {
        if (call === awaited && ++calls === 1) world.crashes();
      },
    });
    presses("samoht", number);
    await world.settles();
    expect(fixes(number)).toHaveLength(commits);
    world.witness({});
    await world.starts();
    // The lease of the process that died has to run out first.
    await world.passes("10 minutes");
    expect(fixes(number)).toHaveLength(1);
    expect(textOf(number)).toBe(post(fixed(1)));
  });
});

describe("`/fix`", () => {
  it("[SH7] commits the fixes, once, and is answered with a thumb when nothing is left", async () => {
    await open();
    const number = submits(post(slipped(1)));
    await world.settles();
    world.says("djs55", number, "/fix");
    await world.settles();
    expect(fixes(number)).toHaveLength(1);
    expect(textOf(number)).toBe(post(fixed(1)));
    world.pushes("samoht", number, post(fixed(1), slipped(2)));
    await world.restarts();
    await world.passes("1 hours");
    expect(fixes(number)).toHaveLength(1);
    const [said] = world.pull(number).conversation.filter((turn) => turn.kind === "commented" && turn.body === "/fix");
    expect(said).toMatchObject({ reactions: [{ content: "+1", by: [APP] }] });
    expect(world.said(number)).toEqual([]);
  });

  it("[SH7] tells whoever may not, a fork's writer and whoever has nothing to mend", async () => {
    await open();
    const number = submits(post(fixed(1)));
    const forked = world.submits("hannesm", "a-fork", { text: post(slipped(1)), path: "posts/a-fork.md" });
    await world.settles();
    world.says("samoht", number, "/fix");
    world.says("hannesm", forked, "/fix");
    await world.settles();
    world.says("mallory", number, "/fix");
    await world.passes("1 hours");
    expect(world.said(number)).toEqual([
      expect.stringContaining("nothing here that I can correct myself"),
      expect.stringContaining("Only these people can use `/fix`"),
    ]);
    expect(world.said(forked)).toEqual([expect.stringContaining("I have no write access to")]);
    expect([...fixes(number), ...fixes(forked)]).toEqual([]);
  });
});

describe("beside other posts", () => {
  const body = "It comes before [TLS](introducing-ocaml-tls.md), and after [its parts](#parts).\n";
  const messages = (number: number) => lint(number).annotations.map(({ message }) => message.split("\n")[0]);

  it("[SH10] a link to a post that will not be live yet is told, and a name that nobody has; both go when they are true no more", async () => {
    await open({ desk: { campaigns: [{ ...CAMPAIGN, posts: [IRMIN, TLS] }] } });
    const number = submits(postText("Introducing Irmin", { by: "Thomas Gazagnair", body }));
    world.submits("hannesm", TLS.slug);
    await world.settles();
    expect(messages(number)).toEqual([
      expect.stringContaining("did you mean `Thomas Gazagnaire`?"),
      "Unexpected link to `introducing-ocaml-tls`, which goes live after this post, expected posts that are live by then",
      "Unexpected link to `#parts`, expected the anchor of a heading in this post",
    ]);
    await world.passes("1 minutes");
    world.says("amirmc", number, "/slot swap introducing-ocaml-tls");
    world.pushes("samoht", number, postText("Introducing Irmin", { by: "Thomas Gazagnaire", body: `${body}\n## Parts\n\nMany.\n` }));
    await world.settles();
    expect(lint(number)).toMatchObject({ conclusion: "success", annotations: [] });
  });

  it("[SH10] the desk makes that stricter, or leaves it", async () => {
    const rules = { "links-exist": "off", "links-live": "error" };
    await open({ desk: { campaigns: [{ ...CAMPAIGN, posts: [IRMIN, TLS] }], lint: { rules } } });
    const number = submits(post(body));
    await world.settles();
    expect(lint(number)).toMatchObject({ conclusion: "failure", title: "1 error in 1 post" });
  });
});
