/**
 * Code owners, whom GitHub asks for a review by itself.
 * https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, IRMIN } from "../world/desk-file.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

const askedByUs = () =>
  world.github.requests.filter(({ path, method }) => method === "POST" && path.endsWith("/requested_reviewers")).length;
const SOON = { campaigns: [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-10T12:00[Europe/London]" }] }] };

describe("who is named in CODEOWNERS", () => {
  it("[RV700] is not asked twice, and the notice says that GitHub has asked them and why", async () => {
    await open();
    world.github.ownsCode(world.repo, { hannesm: [] });
    const number = world.submits("samoht", IRMIN.slug);
    await world.passes("1 days");
    expect(world.pull(number).pull.requested).toEqual(["hannesm"]);
    expect(askedByUs()).toBe(0);
    expect(world.notice(number)).toContain("hannesm: asked by GitHub, because CODEOWNERS names them");
  });

  it("[RV700] as a team leaves the look whole where its name may not be read; a person is asked, and a member's review counts", async () => {
    await open();
    world.github.ownsCode(world.repo, { "mirage/security": ["hannesm", "avsm"] });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    expect(world.pull(number).pull.requested).toEqual(["djs55"]);
    expect(world.notice(number)).toContain(
      "GitHub has asked 1 team too, because CODEOWNERS names it: a review by a member counts like any other",
    );
    world.reviews("hannesm", number);
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("approved");
    expect(world.notice(number)).not.toContain("team");
  });

  it("[RV701] and must approve by the rules of the branch is named by the notice of an approved post, reminded, and lets it go", async () => {
    await open({ desk: SOON });
    world.github.protect(world.repo, "main", { codeOwners: true });
    world.github.ownsCode(world.repo, { hannesm: [] });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("djs55", number);
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("approved");
    expect(world.notice(number)).toContain("the rules of the branch ask for an approval by a code owner: hannesm");
    expect(world.notice(number)).toContain("waiting for the reviewers: hannesm");
    expect(world.notice(number)).not.toContain("nobody has to do anything");
    await world.passes("2 days");
    expect(world.said(number).join("\n")).toContain("@hannesm");
    world.reviews("hannesm", number);
    await world.settles();
    expect(world.notice(number)).toContain("nobody has to do anything");
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[RV701] as a team that must approve is the coordinators' to reach", async () => {
    await open({ desk: SOON });
    world.github.protect(world.repo, "main", { codeOwners: true });
    world.github.ownsCode(world.repo, { "mirage/security": ["hannesm"] });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("djs55", number);
    await world.settles();
    expect(world.notice(number)).toMatch(
      /waiting for the coordinator.*approval by a code owner: somebody of the 1 team that GitHub has asked/s,
    );
  });
});
