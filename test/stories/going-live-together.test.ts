/** A set of posts that go live together, on the whole app. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World } from "../world.js";
import { CAMPAIGN } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

const SLUGS = ["one", "two", "three"];
/** Noon in London on the 8th, 9th and 10th of July. */
const LAST = "2014-07-10T11:00:00Z";
const MERGE = /\/pulls\/\d+\/merge$/;

async function open(...approved: readonly string[]): Promise<readonly number[]> {
  const posts = SLUGS.map((slug, n) => ({
    slug,
    title: slug,
    byline: ["samoht"],
    beats: ["storage"],
    slot: `2014-07-${String(8 + n).padStart(2, "0")}T12:00[Europe/London]`,
  }));
  world = await openWorld({ desk: { campaigns: [{ ...CAMPAIGN, together: true, posts }] } });
  const numbers = SLUGS.map((slug) => world.submits("samoht", slug));
  await world.settles();
  for (const [n, slug] of SLUGS.entries()) if (approved.includes(slug)) world.reviews("djs55", numbers[n] ?? 0);
  await world.settles();
  return numbers;
}

const mergedAt = (numbers: readonly number[]) => numbers.map((number) => world.pull(number).pull.merged?.at ?? null);
const calls = () =>
  world.board().conversation.filter((turn) => turn.kind === "commented" && /together or not at all|must go live together/.test(turn.body));

describe("a set", () => {
  it("[PB8] goes live at the slot of its last post, in order", async () => {
    const numbers = await open(...SLUGS);
    await world.github.clock.advanceTo("2014-07-10T10:59:59Z");
    expect(mergedAt(numbers)).toEqual([null, null, null]);
    expect(world.notice(numbers[0] ?? 0)).toContain("together with");
    await world.passes("1 minutes");
    expect(mergedAt(numbers)).toEqual([LAST, LAST, LAST]);
    const asked = world.github.requests.flatMap(({ method, path }) =>
      method === "PUT" && MERGE.test(path) ? [path.split("/").at(-2)] : [],
    );
    expect(asked).toEqual(numbers.map(String));
  });

  it("[PB9] one of which is not ready does not go, and the coordinator is told which; when it is, all go", async () => {
    const numbers = await open("one", "three");
    await world.passes("4 days");
    expect(mergedAt(numbers)).toEqual([null, null, null]);
    expect(calls().map((turn) => (turn.kind === "commented" ? turn.body : ""))[0]).toMatch(/@amirmc .*`two` is not ready/);
    world.reviews("djs55", numbers[1] ?? 0);
    await world.passes("5 days");
    const [first] = mergedAt(numbers);
    expect(first).not.toBeNull();
    expect(mergedAt(numbers)).toEqual([first, first, first]);
  });

  it("[PB800] of which GitHub says that all are blocked, to this app alone, goes live in order all the same", async () => {
    const numbers = await open(...SLUGS);
    world.github.trouble.tellsTheViewer("blocked");
    await world.passes("50 hours");
    expect(world.notice(numbers[0] ?? 0)).toMatch(/the rules of .main. block this merge now.*I try the merge at its slot all the same/);
    await world.passes("30 hours");
    expect(mergedAt(numbers)).toEqual([LAST, LAST, LAST]);
  });

  it("[PB800] with one that the rules of the branch do bar does not go, and is told what GitHub says", async () => {
    const numbers = await open(...SLUGS);
    world.github.protect(world.repo, "main", { approvals: 2 });
    for (const number of numbers.slice(0, 2)) world.reviews("avsm", number);
    await world.passes("4 days");
    expect(mergedAt(numbers)).toEqual([null, null, null]);
    expect(world.said(numbers[2] ?? 0).join()).toContain("At least 2 approving reviews are required");
    world.reviews("avsm", numbers[2] ?? 0);
    await world.passes("1 hours");
    expect(mergedAt(numbers)).not.toContain(null);
  });

  it("[PB10] in whose middle the process dies is finished by the next one, in order, and nothing is published twice", async () => {
    const numbers = await open(...SLUGS);
    let deaths = 0;
    world.github.trouble.hook({
      after(_, { method, path }) {
        if (method !== "PUT" || !MERGE.test(path) || deaths > 0) return;
        deaths += 1;
        world.crashes();
        throw new Error("the process dies");
      },
    });
    await world.github.clock.advanceTo("2014-07-10T11:00:30Z");
    expect(mergedAt(numbers)).toEqual([LAST, null, null]);
    await world.starts();
    await world.passes("10 minutes");
    // The first was carried out, and its answer lost: it is not asked for again.
    expect(
      world.github.requests.flatMap(({ method, path }) => (method === "PUT" && MERGE.test(path) ? [path.split("/").at(-2)] : [])),
    ).toEqual(numbers.map(String));
    expect(numbers.map((number) => world.pull(number).standing)).toEqual(["merged", "merged", "merged"]);
  });
});
