/** Teams whose members review. https://docs.github.com/rest/teams/members#list-team-members */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { IRMIN } from "../world/desk-file.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

const asksMembers = () => world.github.requests.filter(({ path }) => path.endsWith("/members")).length;
const DESK = {
  people: [
    { login: "samoht", name: "Thomas Gazagnaire" },
    { login: "amirmc", capacity: 0 },
  ],
  review: { approvals: 1, ask: 1, teams: [{ team: "@mirage/storage", beats: ["storage"] }] },
};

describe("a team that the desk names for reviews", () => {
  it("[RV702] has one of its members asked, with the reason; another's review counts, and nobody by name is changed by it", async () => {
    await open({ desk: DESK, start: false });
    world.github.makesTeam("mirage/storage", ["samoht", "djs55", "amirmc", "avsm"]);
    await world.starts();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    const [asked = "", ...others] = world.pull(number).pull.requested;
    expect(["djs55", "avsm"]).toContain(asked);
    expect(others).toEqual([]);
    expect(world.notice(number)).toContain(`${asked}: reviews posts about storage, as a member of mirage/storage`);
    world.reviews(asked === "djs55" ? "avsm" : "djs55", number);
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("approved");
  });

  it("[RV702] costs a request a day; who joins it is asked from then on, and an outage takes nobody's request back", async () => {
    await open({ desk: DESK, start: false });
    world.github.makesTeam("mirage/storage", ["djs55"]);
    await world.starts();
    const number = world.submits("samoht", IRMIN.slug);
    await world.passes("6 hours");
    expect(asksMembers()).toBe(1);
    world.github.makesTeam("mirage/storage", ["djs55", "hannesm"]);
    world.github.trouble.failing({ next: 20, how: 502, when: ({ path }) => path.endsWith("/members") });
    for (let hour = 0; hour < 24; hour += 1) {
      world.says("amirmc", number, `Hour ${hour}.`);
      await world.passes("1 hours");
    }
    expect(world.pull(number).pull.requested).toEqual(["djs55"]);
    world.github.trouble.over();
    await world.passes("1 days");
    world.says("samoht", number, "/uncc djs55");
    await world.passes("1 hours");
    expect(world.pull(number).pull.requested).toEqual(["hannesm"]);
  });

  it("[RV702] and whose members may not be read is told on the page, with the remedy, and hinders nothing else", async () => {
    await open({ desk: DESK, start: false });
    world.github.trouble.withdraw("members");
    await world.starts();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    expect(world.notice(number)).toContain("In review");
    expect(await world.page()).toMatch(/who belongs to the team mirage\/storage, so nobody of it is asked.*members: read/s);
  });
});
