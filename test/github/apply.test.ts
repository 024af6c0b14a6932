/** Bringing effects about: silent ones together, refusals and limits, and no effect lost or doubled by a crash. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { digestOf, keyOf, type Annotation, type Check, type Effect } from "../../src/desk/effect.js";
import type { Outcome } from "../../src/github/outcome.js";
import { openNewsroom, postText, type Newsroom } from "./newsroom.js";

describe("a plan", () => {
  let room: Newsroom;
  let head: string;

  beforeEach(async () => {
    room = await openNewsroom();
    const amir = room.github.as("amirmc");
    head = amir.push(room.repo, "irmin", { "posts/irmin.md": postText("Irmin") });
    amir.opens(room.repo, { branch: "irmin", title: "Irmin", number: 186 });
    await room.look();
  });
  afterEach(() => room.close());

  const check = (more: Partial<Check> = {}): Check => ({
    kind: "check",
    pull: 186,
    head,
    name: "presstime/lint",
    conclusion: "failure",
    title: "Two errors",
    summary: "Two errors to mend.",
    annotations: [],
    ...more,
  });
  const annotations = (count: number): readonly Annotation[] =>
    Array.from({ length: count }, (_, n) => ({
      path: "posts/irmin.md",
      rule: "no-tabs",
      severity: "warning",
      message: `Unexpected tab number ${n}`,
      place: { line: 1, column: 1, endLine: 1, endColumn: 3 },
    }));
  const reply = (mark: string): Effect => ({ kind: "reply", issue: 186, mark, body: `Words of ${mark}.` });
  const outcomes = async (effects: readonly Effect[], doubtful: readonly string[] = []) =>
    (await room.bringAbout(effects, doubtful)).map(({ outcome }) => outcome);
  const kinds = async (...effects: Effect[]) => (await outcomes(effects)).map(({ kind }) => kind);
  const checks = () => room.github.pullRequest(room.repo, 186).pull?.checks ?? [];
  const said = () =>
    room.github
      .pullRequest(room.repo, 186)
      .conversation.flatMap((one) => (one.kind === "commented" ? [one.body.replace(/^<!--.*-->\n/, "")] : []));
  const notice = async (): Promise<{ readonly id: number; readonly node: string }> => {
    await outcomes([{ kind: "notice", pull: 186, comment: null, mark: "notice", body: "First." }]);
    const found = (await room.look()).open[0]?.comments.find(({ mark }) => mark === "notice");
    return { id: found?.id ?? 0, node: found?.node ?? "" };
  };

  it("[GH16] sends all that disturbs nobody in one request: checks, and edits of the notice and the board", async () => {
    const comment = await notice();
    await outcomes([{ kind: "board", campaign: "OSCON 2014", issue: null, mark: "board/OSCON 2014", title: "OSCON", body: "One." }]);
    const [board] = (await room.look()).boards;
    const effects: readonly Effect[] = [
      { kind: "announce", slug: "irmin", slot: "2014-07-18T12:00:00Z" as never, by: null, why: "It is free." },
      { kind: "notice", pull: 186, comment, mark: "notice", body: "Second." },
      check(),
      check({ name: "presstime/review", conclusion: "action_required", title: "0 of 1", summary: "One is missing." }),
      { kind: "board", campaign: "OSCON 2014", issue: board ?? null, mark: "board/OSCON 2014", title: "OSCON!", body: "Two." },
    ];
    const asked = await room.asked(async () => {
      expect(await kinds(...effects)).toEqual(["done", "done", "done", "done", "done"]);
    });
    expect(asked.map(({ path }) => path)).toEqual(["/graphql"]);
    expect(said()).toEqual(["Second."]);
    expect(
      checks()
        .map(({ name, conclusion, title }) => `${name} ${conclusion ?? ""}: ${title ?? ""}`)
        .sort(),
    ).toEqual(["presstime/lint failure: Two errors", "presstime/review action_required: 0 of 1"]);
    const { boards } = await room.look();
    expect(boards.map(({ number, body }) => [room.github.issue(room.repo, number).title, body])).toEqual([["OSCON!", "Two."]]);
  });

  it("[GH16] judges each of them by its own error", async () => {
    const comment = await notice();
    room.github.as("avsm").deletesComment(room.repo, comment.id);
    const applied = await room.bringAbout([{ kind: "notice", pull: 186, comment, mark: "notice", body: "Second." }, check()]);
    const outcomeOf = (kind: Effect["kind"]) => applied.find(({ effect }) => effect.kind === kind)?.outcome.kind;
    expect([outcomeOf("notice"), outcomeOf("check")]).toEqual(["stale", "done"]);
  });

  it("[GH16] sends at most twenty of them at once", async () => {
    const many = Array.from({ length: 45 }, (_, n) => check({ title: `Title ${n}` }));
    expect(await room.asked(() => room.bringAbout(many))).toHaveLength(3);
  });

  it("[GH17] shows every annotation, fifty at a time", async () => {
    const asked = await room.asked(async () => {
      expect(await kinds(check({ annotations: annotations(120) }))).toEqual(["done"]);
    });
    expect(asked).toHaveLength(2);
    expect(checks()[0]?.annotations.map(({ message }) => message)).toEqual(annotations(120).map(({ message }) => message));
    expect(checks()[0]?.annotations[0]).toMatchObject({
      path: "posts/irmin.md",
      startLine: 1,
      startColumn: 1,
      endColumn: 2,
      level: "warning",
      title: "no-tabs",
    });
  });

  it("[GH3] cuts a summary and a comment that GitHub would refuse for their length", async () => {
    const long = "words and words\n".repeat(10_000);
    expect(await kinds(check({ summary: long }), { kind: "reply", issue: 186, mark: "reply/1", body: long })).toEqual(["done", "done"]);
    expect(checks()[0]?.summary?.length).toBeLessThanOrEqual(65_535);
    expect(checks()[0]?.summary).toMatch(/The rest of this text is missing/);
    expect(said()[0]).toMatch(/The rest of this text is missing/);
  });

  it("[GH18] names those that GitHub does not take as reviewers, and asks the others", async () => {
    room.github.trouble.refuseReviewer("talex5");
    const [outcome] = await outcomes([{ kind: "ask", pull: 186, head, logins: ["samoht", "talex5", "nobody-here"] }]);
    expect(outcome).toMatchObject({
      kind: "refused",
      why: expect.stringMatching(/^GitHub does not accept talex5 and nobody-here as reviewers: .+/),
    });
    expect(room.github.pullRequest(room.repo, 186).pull?.requested).toEqual(["samoht"]);
    expect(await outcomes([{ kind: "ask", pull: 186, head, logins: ["amirmc"] }])).toMatchObject([{ kind: "refused" }]);
  });

  it.each([
    ["checks", "checks: write", () => check()],
    ["contents", "contents: write", (): Effect => ({ kind: "merge", pull: 186, head, method: "merge", slugs: [] })],
    ["pull_requests", "pull_requests: write", (): Effect => ({ kind: "ask", pull: 186, head, logins: ["samoht"] })],
  ] as const)(
    "[GH21] without the permission %s says which one is missing, and goes on with the rest",
    async (permission, named, effect) => {
      room.github.trouble.withdraw(permission);
      const found = await outcomes([effect(), reply("reply/1")]);
      expect(found).toMatchObject([
        {
          kind: "refused",
          why: `the app does not have the permission \`${named}\`. Whoever runs Presstime adds it in the settings of the GitHub App; then an owner of this repository accepts it in GitHub's settings, under “Installed GitHub Apps”`,
        },
        { kind: "done" },
      ]);
    },
  );

  it("[GH22] merges nothing but the head that was judged", async () => {
    room.github.as("amirmc").push(room.repo, "irmin", { "posts/irmin.md": postText("Irmin", "A word more.\n") });
    expect(await kinds({ kind: "merge", pull: 186, head, method: "merge", slugs: ["irmin"] })).toEqual(["stale"]);
    expect(room.github.pullRequest(room.repo, 186).standing).toBe("open");
  });

  it("[GH22] gives GitHub's words when it will not merge", async () => {
    room.github.as("amirmc").convertsToDraft(room.repo, 186);
    const [outcome] = await outcomes([{ kind: "merge", pull: 186, head, method: "merge", slugs: ["irmin"] }]);
    expect(outcome).toMatchObject({ kind: "refused", why: expect.stringMatching(/draft/i) });
  });

  it("[GH19] stops at a limit and says when to go on; nothing before it is lost and nothing after it is tried", async () => {
    room.github.trouble.secondaryLimit({ after: 2, retryAfterSeconds: 90, when: ({ method }) => method === "POST" });
    const effects = [reply("reply/1"), reply("reply/2"), reply("reply/3"), reply("reply/4")];
    const found = await outcomes(effects);
    expect(found.map(({ kind }) => kind)).toEqual(["done", "done", "later"]);
    expect((found[2] as Extract<Outcome, { kind: "later" }>).at).toBe("2014-07-01T09:01:30Z");
    await room.github.clock.advance(90_000);
    expect(await kinds(...effects.slice(2))).toEqual(["done", "done"]);
    expect(said()).toHaveLength(4);
  });

  it("[GH19] stops at a limit in a document of quiet effects too", async () => {
    room.github.trouble.exhaust("graphql");
    const found = await outcomes([check(), reply("reply/1")]);
    expect(found).toMatchObject([{ kind: "later", at: "2014-07-01T10:00:01Z" }]);
    expect(said()).toEqual([]);
  });

  it("[GH20] waits a minute when GitHub does not answer, and never repeats a write by itself", async () => {
    room.github.trouble.failing({ next: 1, how: 502, afterwards: true, when: ({ path }) => path.endsWith("/comments") });
    expect(await outcomes([reply("reply/1"), reply("reply/2")])).toMatchObject([{ kind: "later", at: "2014-07-01T09:01:00Z" }]);
    expect(said()).toEqual(["Words of reply/1."]);
    expect(await outcomes([reply("reply/1"), reply("reply/2")], ["reply/1"])).toMatchObject([{ kind: "done" }, { kind: "done" }]);
    expect(said()).toEqual(["Words of reply/1.", "Words of reply/2."]);
  });

  it("[GH23] finds the check that it made before a crash by its fingerprint", async () => {
    const made = check({ annotations: annotations(3) });
    await outcomes([made]);
    const count = room.repo.checks.length;
    await outcomes([made], [keyOf(made)]);
    expect(room.repo.checks).toHaveLength(count);
    expect(room.repo.checks.at(-1)?.externalId).toBe(digestOf(made));
  });
});
