/** GitHub's bad days and busy ones: limits, outages, bursts, deliveries that are lost, late or many. */
import { afterEach, describe, expect, it } from "@jest/globals";
import type { IncomingRequest } from "../../sandbox/state/faults.js";
import { HOUR, MINUTE } from "../../src/desk/time/zone.js";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, IRMIN } from "../world/desk-file.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

const QUARTER = 15 * MINUTE;
const manySlugs = Array.from({ length: 12 }, (_, n) => `post-${n}`);
const BUSY = {
  campaigns: [{ ...CAMPAIGN, posts: manySlugs.map((slug) => ({ slug, title: slug, byline: ["samoht"], beats: ["storage"] })) }],
};

/** What the same acts lead to on a day without trouble. */
async function undisturbed(acts: (calm: World) => void, options: WorldOptions): Promise<string> {
  const calm = await openWorld(options);
  try {
    acts(calm);
    await calm.passes("3 hours");
    return calm.github.fingerprint(calm.repo);
  } finally {
    await calm.closes();
  }
}

const submitsAll = (where: World): void => {
  for (const slug of manySlugs) where.submits("samoht", slug);
};

describe("GitHub", () => {
  it.each([
    [
      "the secondary limit",
      ({ github }: World) => {
        github.trouble.secondaryLimit({ after: 12, retryAfterSeconds: 90 });
      },
    ],
    [
      "the hourly limit",
      ({ github }: World) => {
        github.trouble.hook({
          before: (k) => {
            if (k === 14) github.trouble.exhaust("core");
          },
        });
      },
    ],
    [
      "an hour of 502",
      ({ github }: World) => {
        github.trouble.failing({ next: 40, how: 502 });
      },
    ],
    [
      "429s that say no more",
      ({ github }: World) => {
        github.trouble.failing({ next: 40, how: 429 });
      },
    ],
  ])("[EE14] that answers in the middle of forty writes with %s loses no effect and doubles none", async (_, strikes) => {
    const options = { desk: BUSY };
    const whole = await undisturbed(submitsAll, options);
    await open(options);
    world.github.webhooks.hold();
    submitsAll(world);
    strikes(world);
    world.github.webhooks.release();
    await world.passes("3 hours");
    expect(world.github.requests.filter(({ status }) => status >= 400).length).toBeGreaterThan(0);
    expect(world.github.fingerprint(world.repo)).toBe(whole);
  });
});

describe("deliveries", () => {
  it("[EE15] that failed for an hour, since nobody was there, are had again and change nothing that the sweep has not found", async () => {
    await open({ sweepEvery: QUARTER });
    world.crashes();
    const number = world.submits("samoht", IRMIN.slug);
    await world.passes("1 hours");
    const failed = world.github.deliveries.filter(({ answered }) => answered.code >= 500).map(({ guid }) => guid);
    expect(failed.length).toBeGreaterThan(0);
    await world.starts();
    await world.settles();
    expect(world.notice(number)).toContain("In review");
    const had = world.github.deliveries.filter(({ redelivery, answered }) => redelivery && answered.code === 200).map(({ guid }) => guid);
    expect([...new Set(had)].sort()).toEqual([...new Set(failed)].sort());
    const before = world.github.fingerprint(world.repo);
    await world.passes("1 hours");
    expect(world.github.fingerprint(world.repo)).toBe(before);
  });

  it("[EE15] of which none comes for six hours delay and lose nothing: new, pushed, closed and reopened pull requests are found", async () => {
    await open({ sweepEvery: QUARTER });
    const first = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.github.webhooks.drop(() => true);
    const second = world.submits("hannesm", "stray");
    world.reviews("djs55", first);
    world.github.as("hannesm").closes(world.repo, second);
    world.github.as("hannesm").reopens(world.repo, second);
    world.pushes("hannesm", second, "---\ntitle: Stray after all\n---\n\nWords.\n");
    await world.passes("30 minutes");
    expect(await world.stage(IRMIN.slug)).toBe("approved");
    expect(world.notice(second)).toContain("Stray after all");
    world.github.as("samoht").merges(world.repo, first);
    await world.passes("6 hours");
    expect(await world.stage(IRMIN.slug)).toBe("live");
  });

  it("[EE16] a thousand in a burst on one repository are a handful of looks, and all are answered", async () => {
    await open();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    const [letter] = world.github.letters.filter(({ name }) => name === "pull_request");
    const text = letter?.text ?? "{}";
    const { calls } = world.github.spent;
    const url = `${world.app.url}/api/github/webhooks`;
    const body: unknown = JSON.parse(text);
    const codes: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const ten = await Promise.all(Array.from({ length: 50 }, () => world.github.forges(url, "pull_request", body)));
      codes.push(...ten.map(({ code }) => code));
    }
    await world.settles();
    expect(codes.filter((code) => code !== 200)).toEqual([]);
    expect(codes).toHaveLength(1000);
    expect(world.github.spent.calls - calls).toBeLessThan(200);
    expect(world.notice(number)).toContain("In review");
  });

  it("[EE16] ten of one change at once, by App and by repository hooks, bring one effect each", async () => {
    await open();
    world.github.webhooks.duplicate(() => true);
    const numbers = Array.from({ length: 10 }, (_, n) => world.submits("samoht", `stray-${n}`));
    await world.settles();
    for (const number of numbers) {
      expect(world.notice(number)).toContain("not in the plan");
      expect(world.said(number)).toEqual([]);
    }
    expect(world.board().title).toContain("OSCON 2014");
  });
});

describe("reminders", () => {
  it("[EE17] that fell due while the app was down are sent once, to each person once a day", async () => {
    await open({ desk: { reminders: { every: 1, hour: 9 } } });
    const number = world.submits("samoht", IRMIN.slug);
    await world.passes("2 hours");
    await world.app.close();
    world.github.clock.set(new Date("2014-07-09T12:00:00Z"));
    await world.starts();
    await world.settles();
    const after = world.said(number).filter((body) => body.includes("@djs55"));
    expect(after).toHaveLength(1);
    await world.restarts();
    await world.passes("4 hours");
    expect(world.said(number).filter((body) => body.includes("@djs55"))).toHaveLength(1);
  });

  it("[EE17] that fall due in the second in which the post is merged are not sent", async () => {
    await open({ desk: { reminders: { every: 1, hour: 9 } } });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    await world.github.clock.advanceTo("2014-07-09T07:59:59Z");
    const before = world.said(number);
    world.reviews("djs55", number);
    world.github.as("samoht").merges(world.repo, number);
    await world.github.clock.advance(1_000);
    await world.passes("2 days");
    expect(world.said(number)).toEqual(before);
  });

  it("[EE17] are not thrown by our host's clock being an hour wrong at GitHub's limit", async () => {
    await open();
    world.github.trouble.exhaust("graphql");
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.github.clock.set(new Date(Date.parse(world.at) + HOUR));
    await world.passes("2 hours");
    expect(world.notice(number)).toContain("In review");
  });
});

describe("suggestions that GitHub has made, which reads do not show yet", () => {
  const SUGGESTS = ({ method, body }: IncomingRequest) => method === "POST" && JSON.stringify(body ?? "").includes("```suggestion");
  const suggested = (number: number) =>
    world.pull(number).conversation.filter((turn) => turn.kind === "reviewed" && turn.by === "presstime[bot]");

  async function submitted(trouble: () => void): Promise<number> {
    const slot = "2014-07-08T12:00[Europe/London]";
    await open({ start: false, desk: { campaigns: [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot }] }] } });
    trouble();
    world.github.trouble.lagging(30_000);
    world.github.webhooks.drop(({ name }) => name === "pull_request_review");
    await world.starts();
    const text = "---\ntitle: Introducing Irmin\ndate: 2014-07-01\n---\n\nWhat it is, and what it is for.\n";
    return world.submits("samoht", IRMIN.slug, { text });
  }

  it("[EE800] are made once where the process died", async () => {
    let deaths = 0;
    const number = await submitted(() => {
      world.github.trouble.hook({
        after(_, asked) {
          if (deaths > 0 || !SUGGESTS(asked)) return;
          deaths += 1;
          world.crashes();
          throw new Error("the process dies");
        },
      });
    });
    for (let second = 0; second < 90 && deaths === 0; second += 1) await world.passes("1 second");
    expect(deaths).toBe(1);
    await world.starts();
    await world.passes("10 minutes");
    expect(suggested(number)).toHaveLength(1);
  });

  it("[EE800] are made once where the answer was lost, and somebody spoke a moment later", async () => {
    const number = await submitted(() => {
      world.github.trouble.failing({ next: 1, how: "reset", afterwards: true, when: SUGGESTS });
    });
    for (let second = 0; second < 90 && suggested(number).length === 0; second += 1) await world.passes("1 second");
    await world.passes("3 seconds");
    const other = world.submits("hannesm", "another");
    await world.passes("10 minutes");
    expect(world.notice(other)).not.toBe("");
    expect(suggested(number)).toHaveLength(1);
    expect(world.github.requests.filter(({ method, path }) => method === "POST" && /\/pulls\/\d+\/reviews$/.test(path))).toHaveLength(1);
  });
});
