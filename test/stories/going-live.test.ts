/** Going live on the whole app: freezes, pushes, crashes, absences, refusals and checks at the very instant of a slot. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, IRMIN, postText } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

/** Noon in London on 8 July. */
const SLOT = "2014-07-08T11:00:00Z";
const CAMPAIGNS = [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-08T12:00[Europe/London]" }] }];
const BEFORE = "2014-07-08T10:59:59Z";
const MERGE = /\/pulls\/\d+\/merge$/;

/** One approved post, to be published at noon tomorrow; gives its number. */
async function approved(options: WorldOptions & { readonly desk?: object } = {}): Promise<number> {
  world = await openWorld({ ...options, desk: { campaigns: CAMPAIGNS, ...options.desk } });
  const number = world.submits("samoht", IRMIN.slug);
  await world.settles();
  world.reviews("djs55", number);
  await world.settles();
  expect(await world.stage(IRMIN.slug)).toBe("approved");
  return number;
}

const to = (instant: string) => world.github.clock.advanceTo(instant);
const mergedAt = (number: number) => world.pull(number).pull.merged?.at ?? null;
const merges = () => world.github.requests.filter(({ method, path, status }) => method === "PUT" && MERGE.test(path) && status === 200);

describe("a post", () => {
  it("[PB1] over whose slot a freeze is declared does not go live in it, and goes by itself afterwards", async () => {
    const number = await approved();
    await to("2014-07-08T10:00:00Z");
    world.rewritesDesk({
      campaigns: CAMPAIGNS,
      calendar: { freezes: [{ from: "2014-07-08T11:30[Europe/London]", to: "2014-07-08T17:00[Europe/London]", why: "the site is moved" }] },
    });
    await world.settles();
    await to("2014-07-08T15:59:59Z");
    expect(world.pull(number).standing).toBe("open");
    await world.passes("4 days");
    expect((mergedAt(number) ?? "") >= "2014-07-08T16:00:00Z").toBe(true);
  });

  it("[PB1] that was due when the process was down is held by a freeze that has begun, says why, and goes live when it ends", async () => {
    const freezes = [{ from: "2014-07-08T12:10[Europe/London]", to: "2014-07-08T17:00[Europe/London]", why: "the site is moved" }];
    const number = await approved({ desk: { calendar: { freezes } } });
    await to(BEFORE);
    world.crashes();
    await to("2014-07-08T11:15:00Z");
    await world.starts();
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("approved");
    expect(world.notice(number)).toMatch(/freeze.*the site is moved.*17:00/);
    await world.passes("6 hours");
    expect(mergedAt(number)).toBe("2014-07-08T16:00:00Z");
  });

  it("[ST65] does not go live with posts that nobody has read: its writer is told to part the pull request, and once it is parted it goes", async () => {
    world = await openWorld({ desk: { campaigns: CAMPAIGNS } });
    const more = Array.from({ length: 230 }, (_, n) => `posts/more/p${n}.md`);
    const files = { [`posts/${IRMIN.slug}.md`]: postText("Irmin"), ...Object.fromEntries(more.map((path) => [path, postText(path)])) };
    const number = world.submits("samoht", IRMIN.slug, { files });
    await world.settles();
    world.reviews("djs55", number);
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("sent back");
    expect(world.notice(number)).toMatch(/brings 231 posts, and I read only 200 posts of one pull request/);
    await to("2014-07-08T12:00:00Z");
    expect(merges()).toEqual([]);
    world.pushes("samoht", number, Object.fromEntries(more.map((path) => [path, null])));
    await world.settles();
    world.reviews("djs55", number);
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("merged");
  }, 120_000);

  it("[ST5, PB12] that is pushed to a second before its slot is not published unseen, nor is its slot forgotten", async () => {
    const number = await approved();
    await to(BEFORE);
    world.pushes("samoht", number, "---\ntitle: Something else\n---\n\nUnseen.\n");
    await to("2014-07-08T11:00:10Z");
    expect(merges()).toEqual([]);
    world.reviews("djs55", number);
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("merged");
    expect(merges()).toHaveLength(1);
  });

  it("[ST3] whose approval is withdrawn in the last second stays where it is", async () => {
    const number = await approved();
    await to(BEFORE);
    world.reviews("djs55", number, { state: "CHANGES_REQUESTED" });
    await world.passes("1 days");
    expect(world.pull(number).standing).toBe("open");
    expect(await world.stage(IRMIN.slug)).toBe("sent back");
  });

  it.each(["before", "after"] as const)(
    "[PB6, GH23] is published once though the process dies %s its merge is carried out",
    async (side) => {
      const number = await approved();
      let deaths = 0;
      const dies = (_: number, { method, path }: { readonly method: string; readonly path: string }) => {
        if (deaths > 0 || method !== "PUT" || !MERGE.test(path)) return;
        deaths += 1;
        world.crashes();
        throw new Error("the process dies");
      };
      world.github.trouble.hook({ [side]: dies });
      await to("2014-07-08T11:00:05Z");
      expect(deaths).toBe(1);
      await world.starts();
      await world.passes("1 hours");
      expect(world.pull(number).standing).toBe("merged");
      expect(world.github.requests.filter(({ method, path }) => method === "PUT" && MERGE.test(path)).length).toBe(
        side === "after" ? 1 : 2,
      );
      expect(world.said(number)).toEqual([]);
    },
  );
});

describe("a slot that went by while the process was down", () => {
  it("[PB6] is caught up where the desk says so, and the notice tells how late", async () => {
    const number = await approved();
    await to(BEFORE);
    world.crashes();
    await world.passes("5 hours");
    await world.starts();
    await world.settles();
    expect(mergedAt(number)?.slice(0, 15)).toBe("2014-07-08T15:5");
    expect(world.notice(number)).toContain("4 hours after its slot");
  });

  it("[PB6] is handed to the coordinator where the desk asks, once, and goes at the slot that they give", async () => {
    const number = await approved({ desk: { merge: { at_slot: true, missed: "ask" } } });
    await to(BEFORE);
    world.crashes();
    await world.passes("5 hours");
    await world.starts();
    await world.settles();
    await world.restarts();
    await world.passes("2 hours");
    expect(world.pull(number).standing).toBe("open");
    expect(world.said(number)).toHaveLength(1);
    expect(world.said(number)[0]).toMatch(/@amirmc.*did not go live at its slot[^]*gh pr merge/);
    expect(world.pull(number).labels.map(({ name }) => name)).toContain("waiting-on/coordinator");
    world.says("amirmc", number, "/slot 2014-07-09T15:00[Europe/London]");
    await world.passes("1 days");
    expect(mergedAt(number)).toBe("2014-07-09T14:00:00Z");
  });
});

describe("GitHub", () => {
  it("[PB10] that refuses by branch protection is quoted to the coordinator once; when it lifts the post goes", async () => {
    const number = await approved();
    world.github.protect(world.repo, "main", { approvals: 2 });
    await to("2014-07-08T11:20:00Z");
    expect(world.said(number)).toEqual([expect.stringMatching(/@amirmc.*GitHub refused to merge it/)]);
    expect(world.notice(number)).toMatch(/GitHub refused to merge it.*2 approving reviews/);
    world.github.protect(world.repo, "main", null);
    await world.passes("15 minutes");
    expect(world.pull(number).standing).toBe("merged");
    expect(world.said(number)).toHaveLength(1);
  });

  it("[PB11] that gives no contents permission leads to one proposal with the judged head; once it is granted the app publishes itself", async () => {
    const number = await approved();
    const { permissions } = world.github.installation(world.repo);
    world.github.permits(world.repo, { ...permissions, contents: "read" });
    await to("2014-07-08T12:00:00Z");
    const { sha } = world.pull(number).pull.head;
    expect(world.said(number)).toHaveLength(1);
    expect(world.said(number)[0]).toContain(`gh pr merge ${number} --repo mirage/mirage-www --merge --match-head-commit ${sha}`);
    expect(world.said(number)[0]).toContain("contents: write");
    world.github.permits(world.repo, permissions);
    await world.passes("1 hours");
    expect(world.pull(number).standing).toBe("merged");
    expect(world.said(number)).toHaveLength(1);
  });

  it("[PB4] whose checks fail at the instant keeps the post back, with the coordinator told; when they pass it goes at once", async () => {
    const number = await approved();
    const { sha } = world.pull(number).pull.head;
    world.github.reports(world.repo, sha, "ci", { name: "build", conclusion: "failure" });
    await world.passes("1 minutes");
    expect(world.pull(number).labels.map(({ name }) => name)).toContain("waiting-on/author");
    await to("2014-07-08T12:00:00Z");
    expect(merges()).toEqual([]);
    expect(world.said(number)).toEqual([
      expect.stringMatching(/@samoht.*other checks fail/),
      expect.stringMatching(/@amirmc.*other checks fail/),
    ]);
    world.github.reports(world.repo, sha, "ci", { name: "build", conclusion: "success" });
    await world.settles();
    expect(mergedAt(number)).toBe("2014-07-08T12:00:00Z");
  });
});

describe("history in the checks", () => {
  it("[GH301] a run that was cancelled stays beside the newer one that passed, and the post goes live at its slot all the same", async () => {
    const number = await approved();
    world.github.trouble.listsSupersededRuns();
    const { sha } = world.pull(number).pull.head;
    world.github.reports(world.repo, sha, "github-actions", { name: "build", conclusion: "cancelled" });
    world.github.reports(world.repo, sha, "github-actions", { name: "build", conclusion: "success" });
    await world.settles();
    await to("2014-07-08T11:05:00Z");
    expect(mergedAt(number)).toBe(SLOT);
  });

  it("[PB301] a check that our own label starts is waited for, and is not started again by the next label", async () => {
    const number = await approved();
    const { sha } = world.pull(number).pull.head;
    let started = 0;
    // A workflow that is run `on: pull_request: types: [labeled, unlabeled]`, and fails while the author has something to do.
    world.github.trouble.hook({
      after(_, { method, path }) {
        if (!/\/issues\/\d+\/labels/.test(path) || (method !== "POST" && method !== "DELETE")) return;
        started += 1;
        world.github.reports(world.repo, sha, "github-actions", { name: "labelled", conclusion: null });
      },
    });
    const ends = (conclusion: "failure" | "success") => {
      world.github.reports(world.repo, sha, "github-actions", { name: "labelled", conclusion });
    };
    ends("failure");
    for (let n = 0; n < 5; n += 1) {
      await world.passes("1 minutes");
      ends("failure");
    }
    await world.passes("1 minutes");
    expect(started).toBeLessThan(5);
    expect(world.pull(number).labels.map(({ name }) => name)).toContain("waiting-on/author");
    await to("2014-07-08T11:30:00Z");
    expect(mergedAt(number)).toBeNull();
    for (let n = 0; n < 3; n += 1) {
      ends("success");
      await world.passes("1 minutes");
    }
    expect(mergedAt(number)).not.toBeNull();
  });
});

it("[PB12] twenty questions a few seconds before the slot are answered after the post has gone live", async () => {
  const number = await approved();
  await to("2014-07-08T10:59:50Z");
  // GitHub wants writes that notify people to be three seconds apart: here the clock takes that time.
  const { clock, trouble } = world.github;
  trouble.hook({
    before(_, { method, path }) {
      if (method === "POST" && path.endsWith("/comments")) clock.set(new Date(clock.now().getTime() + 3_000));
    },
  });
  const other = world.submits("hannesm", "stray");
  for (let n = 0; n < 20; n += 1) world.says("hannesm", other, "/status");
  await to("2014-07-08T11:00:30Z");
  await world.passes("5 minutes");
  expect((mergedAt(number) ?? "~") <= "2014-07-08T11:00:03Z" && (mergedAt(number) ?? "") >= SLOT).toBe(true);
  expect(world.said(other)).toHaveLength(20);
});
