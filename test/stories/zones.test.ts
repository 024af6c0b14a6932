/** Zones by their abbreviations: BST is Bangladesh to JavaScript, and summer time in London to whoever writes it. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World } from "../world.js";
import { deskFile, IRMIN } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

describe("an abbreviation in the place of a zone", () => {
  it("[SC108] in `/slot` moves nothing, and is answered with the zones that it may mean and how to write them", async () => {
    world = await openWorld();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    const before = world.notice(number);
    for (const zone of ["BST", "EST"]) world.says("samoht", number, `/slot 2014-07-10T10:00[${zone}]`);
    world.says("samoht", number, "/pin Thu 10:00 IST");
    await world.settles();
    const said = world.said(number).join("\n");
    expect(said).toContain("`BST` can mean `Europe/London`, `Asia/Dhaka` or `Pacific/Bougainville`");
    expect(said).toContain("Write the zone after the time: `2014-07-18T13:00[America/New_York]`");
    expect(said).toContain("`IST` can mean `Asia/Kolkata`, `Europe/Dublin` or `Asia/Jerusalem`");
    expect(world.notice(number)).toBe(before);
    world.says("samoht", number, "/slot 2014-07-10T10:00[Asia/Dhaka]");
    await world.settles();
    expect(world.notice(number)).toContain("Thu 10 July 2014, 05:00 (Europe/London)");
  });

  it("[SC108] makes no good desk: the check says which zones it may mean, where it stands", async () => {
    world = await openWorld();
    const deadline = deskFile().replace("[Europe/London]", "[BST]");
    const number = world.submits("amirmc", "desk", { files: { ".github/presstime.yml": deadline } });
    await world.settles();
    expect(world.check(number, "config")).toMatchObject({
      conclusion: "failure",
      annotations: [expect.objectContaining({ message: expect.stringContaining("`BST` can mean `Europe/London`") })],
    });
  });
});
