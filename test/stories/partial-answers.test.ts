/** GitHub answers in part: what it leaves out is unknown, and the rest goes on. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World } from "../world.js";
import { CAMPAIGN, IRMIN } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

const SOON = { campaigns: [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-08T12:00[Europe/London]" }] }] };

describe("a commit status that may not be read", () => {
  it("[GH401] is unknown: the look goes on, others' checks are heard, and the page says that it is not waited for", async () => {
    world = await openWorld({ desk: SOON });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("djs55", number);
    const { sha } = world.pull(number).pull.head;
    world.github.trouble.hideStatus("secret/scan");
    world.github.setsStatus(world.repo, sha, "secret/scan", "success");
    world.github.setsStatus(world.repo, sha, "ci/build", "failure");
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("approved");
    expect(world.notice(number)).toMatch(/other checks fail/);
    world.github.setsStatus(world.repo, sha, "ci/build", "success");
    await world.passes("1 hour");
    expect(await world.page()).toMatch(/does not let Presstime read all checks of #\d+, so it does not wait for those.*statuses: read/s);
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[GH401] is unknown, and not none, where no check at all may be read", async () => {
    world = await openWorld({ desk: SOON });
    const number = world.submits("samoht", IRMIN.slug);
    world.github.trouble.withdraw("statuses");
    world.github.trouble.withdraw("checks");
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("in review");
    expect(await world.page()).toContain(`does not let Presstime read all checks of #${number}`);
  });
});

describe("what GitHub does not say as it is", () => {
  it("[GH402] a request for a review that adds nobody is a refusal: somebody else is asked, and the author reads why", async () => {
    world = await openWorld({ start: false });
    world.github.trouble.overlookReviewer("djs55");
    await world.starts();
    const number = world.submits("samoht", IRMIN.slug);
    await world.passes("1 hour");
    const { requested } = world.pull(number).pull;
    expect(requested).toHaveLength(1);
    expect(requested).not.toContain("djs55");
    expect(world.board().body + world.notice(number) + (await world.page())).toMatch(
      /does not accept djs55 as a reviewer: it accepts the request/,
    );
  });
});

describe("somebody who presses", () => {
  it.each([
    [
      "“Re-run”",
      ({ github, repo }: World) => {
        github.as("samoht").reruns(repo, "presstime/lint");
      },
    ],
    [
      "“Re-run all”",
      ({ github, repo }: World, sha: string) => {
        github.as("samoht").rerunsAll(repo, sha);
      },
    ],
  ])("[GH404] %s has the checks of that head made again", async (_, presses) => {
    world = await openWorld();
    const number = world.submits("samoht", IRMIN.slug, { fork: false });
    await world.settles();
    const { sha } = world.pull(number).pull.head;
    const before = world.repo.checks.length;
    presses(world, sha);
    await world.settles();
    expect(world.repo.checks.length).toBeGreaterThan(before);
    expect(world.check(number, "lint")).toMatchObject({ status: "completed", conclusion: "success" });
    expect(world.repo.suites.find((suite) => suite.sha === sha)?.asked).toBe(false);
    const after = world.repo.checks.length;
    await world.passes("1 hour");
    expect(world.repo.checks).toHaveLength(after);
  });

  it("[GH800] “Re-run” that arrives while a look writes that check has it made again", async () => {
    world = await openWorld();
    const number = world.submits("samoht", IRMIN.slug, { fork: false });
    await world.settles();
    const isReview = ({ name }: { readonly name: string }) => name === "presstime/review";
    let madeBefore = 0;
    world.github.trouble.hook({
      async after(_, { body }) {
        if (madeBefore > 0 || !/createCheckRun[^]*presstime\/review/.test(JSON.stringify(body ?? ""))) return;
        madeBefore = world.repo.checks.filter(isReview).length;
        world.github.as("samoht").reruns(world.repo, "presstime/review");
        await world.github.delivered();
      },
    });
    world.reviews("djs55", number);
    await world.settles();
    expect(madeBefore).toBe(2);
    expect(world.repo.checks.filter(isReview)).toHaveLength(3);
    expect(world.check(number, "review")).toMatchObject({ status: "completed", conclusion: "success" });
    await world.passes("1 hour");
    expect(world.repo.checks.filter(isReview)).toHaveLength(3);
  });
});

describe("a desk that asks for `checks: all`", () => {
  it("[GH405] has every check on a pull request without posts, where they pass, and none of it otherwise", async () => {
    const NAMES = ["presstime/config", "presstime/lint", "presstime/review", "presstime/schedule"];
    world = await openWorld({ desk: { checks: "all" } });
    const plain = world.submits("samoht", "tool", { files: { "src/tool.ml": "let () = ()\n" } });
    const post = world.submits("samoht", IRMIN.slug);
    await world.settles();
    const on = (number: number) =>
      world
        .pull(number)
        .pull.checks.map(({ name, conclusion }) => `${name} ${conclusion ?? ""}`)
        .sort();
    expect(on(plain)).toEqual(NAMES.map((name) => `${name} success`));
    expect(on(post)).toHaveLength(4);
    expect(world.check(post, "review")?.conclusion).toBe("action_required");
    world.rewritesDesk({});
    await world.settles();
    const other = world.submits("samoht", "other-tool", { files: { "src/other.ml": "let () = ()\n" } });
    await world.settles();
    expect(on(other)).toEqual([]);
  });
});
