/** What the app cannot reach or may not do: said where its people see it, and the rest goes on. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { post } from "../../sandbox/webhooks/post.js";
import { headersOf } from "../../sandbox/webhooks/webhook.js";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { deskFile, IRMIN, TLS, CAMPAIGN, postText } from "../world/desk-file.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

describe("GitHub refuses", () => {
  it("[EE5] a reviewer: somebody else is asked, and the author reads why", async () => {
    await open({ start: false });
    world.github.trouble.refuseReviewer("djs55");
    await world.starts();
    const number = world.submits("samoht", IRMIN.slug);
    await world.passes("1 hours");
    const { requested } = world.pull(number).pull;
    expect(requested).toHaveLength(1);
    expect(requested).not.toContain("djs55");
    expect(world.notice(number)).toMatch(/djs55/);
    expect(world.board().body + world.notice(number) + (await world.page())).toMatch(/GitHub does not accept djs55 as a reviewer/);
  });

  it("[EE5] checks, for want of a permission: the notice comes all the same, and the page says which permission to grant", async () => {
    await open({ start: false });
    world.github.trouble.withdraw("checks");
    await world.starts();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    expect(world.pull(number).pull.checks).toEqual([]);
    expect(world.pull(number).pull.requested).toEqual(["djs55"]);
    expect(world.notice(number)).toContain("In review");
    expect(await world.page()).toMatch(/does not have the permission.*checks: write/s);
    world.github.trouble.over();
    await world.passes("2 hours");
    expect(world.check(number, "review")).toMatchObject({ conclusion: "action_required" });
  });

  it("[EE5] a merge, by a protected branch: the post stays approved, its author reads why, and it goes when GitHub lets it", async () => {
    await open({ desk: { campaigns: [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-07T12:00[Europe/London]" }] }] } });
    world.github.protect(world.repo, "main", { approvals: 2 });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("djs55", number);
    await world.passes("6 hours");
    expect(world.pull(number).standing).toBe("open");
    expect(await world.stage(IRMIN.slug)).toBe("due");
    world.github.protect(world.repo, "main", null);
    await world.passes("2 hours");
    expect(world.pull(number).standing).toBe("merged");
  });
});

describe("a repository", () => {
  it("[EE6] that is renamed is followed, and nothing is said twice", async () => {
    await open();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.github.as("amirmc").renames(world.repo, "mirage.io");
    await world.settles();
    world.reviews("djs55", number);
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("approved");
    expect(world.notice(number)).toContain("Approved");
    expect(await world.page("/mirage/mirage.io")).toContain("OSCON 2014");
  });

  it("[EE6] that is archived is left alone, and taken up again when it is not any more", async () => {
    await open();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.github.as("amirmc").archives(world.repo);
    await world.passes("10 days");
    const before = world.github.fingerprint(world.repo);
    expect(world.said(number)).toEqual([]);
    world.github.as("amirmc").unarchives(world.repo);
    await world.passes("1 days");
    expect(world.github.fingerprint(world.repo)).not.toBe(before);
    expect(world.github.faults).toEqual([]);
  });

  it("[EE6] from which the app was taken is left alone; put back, everything is as it was", async () => {
    await open({ sweepEvery: 3_600_000 });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.github.uninstalls(world.repo);
    await world.passes("2 hours");
    world.github.as("samoht").comments(world.repo, number, "Anybody there?");
    await world.settles();
    const before = world.github.fingerprint(world.repo);
    world.github.installs(world.repo);
    await world.settles();
    expect(world.github.fingerprint(world.repo)).toBe(before);
    world.reviews("djs55", number);
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("approved");
    expect(world.pull(number).pull.requested).toEqual([]);
  });

  it("[EE6] that is added later is taken up at once", async () => {
    await open();
    const second = world.github.createRepository({
      owner: "mirage",
      name: "second",
      install: false,
      collaborators: ["samoht", "djs55"],
      files: { ".github/presstime.yml": deskFile() },
    });
    await world.settles();
    expect(world.github.threads(second)).toEqual([]);
    world.github.installs(second);
    await world.settles();
    expect(world.github.threads(second).map(({ title }) => title)).toEqual([world.board().title]);
  });
});

describe("a submission", () => {
  it("[EE7] whose fork is deleted is still reviewed and told so", async () => {
    await open();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    const samoht = world.github.as("samoht");
    samoht.deletes(samoht.fork(world.repo));
    world.reviews("djs55", number);
    await world.passes("1 hours");
    expect(await world.stage(IRMIN.slug)).toBe("approved");
    expect(world.notice(number)).toContain("Approved");
  });

  it("[EE7] of somebody whom nobody knows is tracked, and changes no plan", async () => {
    await open();
    const number = world.submits("newcomer", "my-first-unikernel");
    world.says("newcomer", number, "/drop introducing-irmin");
    await world.settles();
    expect(world.notice(number)).toContain("not in the plan, but I follow it like a post of the plan");
    expect(await world.stage(IRMIN.slug)).toBe("promised");
    expect(world.said(number).join()).toMatch(/may|coordinator/);
  });

  it("[EE7] that is replaced by another is one post, and is not reminded of on the first", async () => {
    await open();
    const first = world.submits("hannesm", "stray");
    await world.settles();
    world.github.as("hannesm").closes(world.repo, first);
    const second = world.submits("hannesm", "stray", { text: postText("Stray, rewritten") });
    await world.passes("4 days");
    expect(world.said(first)).toEqual([]);
    expect((await world.view()).plan.posts.filter(({ slug }) => slug.startsWith("stray"))).toHaveLength(1);
    expect(world.notice(second)).toContain("Stray, rewritten");
  });
});

describe("at the door", () => {
  it("[EE8] a wrong signature, another App's delivery and nonsense change nothing, and the next delivery does", async () => {
    await open();
    const { github, app } = world;
    const url = `${app.url}/api/github/webhooks`;
    const body = { action: "opened", repository: { id: world.repo.id, full_name: "mirage/mirage-www" } };
    const { calls } = github.spent;
    expect((await github.forges(url, "pull_request", body, "a guess at the secret of it")).code).toBe(400);
    const text = JSON.stringify({ ...body, installation: { id: 999 } });
    const another = { ...headersOf(github.world, "pull_request", "another-guid", text), "x-github-hook-installation-target-id": "777" };
    expect((await post(url, another, text)).code).toBe(200);
    expect(world.log.join("")).toContain("for another GitHub App");
    expect((await github.forges(url, "pull_request", "{")).code).toBe(400);
    expect((await github.forges(url, "never_heard_of", { hello: 1 })).code).toBe(200);
    await world.settles();
    expect(github.spent.calls).toBe(calls);
    const number = world.submits("hannesm", TLS.slug);
    await world.settles();
    expect(world.notice(number)).toContain("In review");
  });
});
