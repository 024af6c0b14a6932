/** A GitHub that needs time for what it is asked, and gives up after ten seconds: https://github.com/cli/cli/issues/6247, https://github.com/Graphify-Labs/graphify/issues/2850 */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World } from "../world.js";
import { IRMIN } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

/** So many pull requests, merged or open, that bring a post each or none. */
function submits(count: number, { merged, post }: { readonly merged: boolean; readonly post: boolean }): readonly number[] {
  return Array.from({ length: count }, (_, n) => {
    const name = `${post ? "post" : "code"}-${world.github.threads(world.repo).length}-${n}`;
    const number = world.submits("hannesm", name, { fork: false, ...(!post && { path: `src/${name}.ml`, text: "let x = 1\n" }) });
    if (merged) world.github.as("avsm").merges(world.repo, number);
    return number;
  });
}

const graphql = () => world.github.requests.filter(({ path }) => path === "/graphql");
const timeOuts = () => graphql().filter(({ status }) => status === 502 || status === 504).length;
const asked = (what: RegExp) => graphql().flatMap(({ body }) => [...JSON.stringify(body).matchAll(what)].map(([found]) => found));

describe("a repository too large for GitHub's ten seconds", () => {
  it("[GH302] whose 25 ended pull requests cannot be told of at once is read all the same, and not asked for so many again", async () => {
    world = await openWorld({ start: false });
    submits(25, { merged: true, post: true });
    world.github.trouble.takesTime({ files: 600, rollup: 600, mergeable: 100, pull: 20 });
    await world.starts();
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("promised");
    const before = timeOuts();
    expect(before).toBe(1);
    await world.passes("1 hours");
    const fresh = submits(20, { merged: true, post: true });
    await world.settles();
    expect(timeOuts()).toBe(before);
    expect(asked(/pull\d+: /g)).toEqual(expect.arrayContaining(fresh.map((number) => `pull${number}: `)));
  });

  it("[GH302] is judged without an ended pull request that GitHub cannot tell of even alone", async () => {
    world = await openWorld({ start: false });
    submits(4, { merged: true, post: true });
    world.github.trouble.takesTime({ files: 11_000 });
    await world.starts();
    await world.passes("3 minutes");
    expect((await world.view()).plan.posts.map(({ slug }) => slug)).toContain(IRMIN.slug);
  });

  it("[GH302] has its checks and notices, each once, though GitHub cannot write so many at once", async () => {
    world = await openWorld({ start: false });
    submits(10, { merged: false, post: true });
    world.github.trouble.takesTime({ mutation: 900 });
    await world.starts();
    await world.passes("20 minutes");
    for (const { number } of world.github.threads(world.repo).filter(({ pull }) => pull)) {
      const names = world.pull(number).pull.checks.map(({ name }) => name);
      expect([names.includes("presstime/lint"), new Set(names).size]).toEqual([true, names.length]);
      expect(world.notice(number)).not.toBe("");
    }
    expect(timeOuts()).toBeLessThanOrEqual(3);
  });

  it("[GH303] is asked whether a pull request could be merged only of those that bring a post, and for the files once a head", async () => {
    world = await openWorld({ start: false });
    submits(30, { merged: false, post: false });
    world.github.trouble.takesTime({ files: 100, rollup: 400, mergeable: 400 });
    await world.starts();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    expect(new Set(asked(/merge\d+: /g))).toEqual(new Set([`merge${number}: `]));
    const listed = asked(/files\d+: /g);
    expect([...listed].sort()).toEqual([...new Set(listed)].sort());
    world.says("avsm", number, "Nice");
    world.says("avsm", 1, "Nice");
    await world.settles();
    expect(asked(/files\d+: /g)).toHaveLength(listed.length);
    expect(timeOuts()).toBe(0);
  });
});
