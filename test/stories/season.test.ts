/** Posts on their way from a promise to the site, through the whole app: webhooks in, GitHub as people see it out. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World } from "../world.js";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.closes());

describe("a promised post", () => {
  it("[ST1, ST4] is reviewed by somebody off its byline, approved, and merged at its slot", async () => {
    expect(await world.stage("introducing-irmin")).toBe("promised");
    const number = world.submits("samoht", "introducing-irmin", { number: 186 });
    await world.settles();
    expect(await world.stage("introducing-irmin")).toBe("in review");
    expect(world.pull(number).pull.requested).toEqual(["djs55"]);
    expect(world.notice(number)).toContain("In review");
    expect(world.check(number, "review")).toMatchObject({ conclusion: "action_required", title: "0 of 1 approval" });
    world.reviews("djs55", number);
    await world.settles();
    expect(await world.stage("introducing-irmin")).toBe("approved");
    await world.passes("5 days");
    expect(world.pull(number)).toMatchObject({ standing: "merged", pull: { merged: { by: "presstime[bot]" } } });
    expect(await world.stage("introducing-irmin")).toBe("live");
    expect(world.github.file(world.repo, "posts/introducing-irmin.md")).toContain("About introducing-irmin");
    expect(world.board().body).toContain("live");
    expect(world.github.faults).toEqual([]);
  });
});
