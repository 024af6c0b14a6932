/** The desk file through its life: proposed, broken, mended, fallen back on; the last good one stays in force. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, deskFile, IRMIN, TLS } from "../world/desk-file.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

const PATH = ".github/presstime.yml";
const proposes = (text: string): number =>
  world.submits("amirmc", "desk", { fork: false, files: { [PATH]: text }, title: "Change the desk" });

const NINE = (name: string) => `[${Array.from({ length: 9 }, () => `*${name}`).join(", ")}]`;
const BOMB = `a: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefghi"
  .split("")
  .map((key, n) => `${key}: &${key} ${NINE("abcdefgh"[n] ?? "a")}\n`)
  .join("")}people: *i\n`;

describe("a desk that is proposed", () => {
  it("[EE9] broken is told every mistake with its line on its own pull request, and changes nothing", async () => {
    await open();
    const broken = deskFile({
      zone: "Europe/Londn",
      remindrs: { every: 2 },
      campaigns: [
        {
          ...CAMPAIGN,
          deadline: "2014-07-21T09:00",
          posts: [
            { ...IRMIN, after: [TLS.slug] },
            { ...TLS, after: [IRMIN.slug], byline: ["nobody-known"] },
          ],
        },
      ],
    });
    const number = proposes(broken);
    const good = world.submits("samoht", IRMIN.slug);
    await world.settles();
    const check = world.check(number, "config");
    expect(check).toMatchObject({ conclusion: "failure" });
    const told = check?.annotations.map(({ message }) => message).join("\n") ?? "";
    for (const mistake of [/Europe\/London/, /remindrs.*reminders/, /zone/, /nobody-known/, /after/]) expect(told).toMatch(mistake);
    expect(check?.summary).toContain("Presstime continues with the last version that has no errors");
    expect(world.pull(good).pull.requested).toEqual(["djs55"]);
    expect(world.check(good, "config")).toBeUndefined();
  });

  it("[EE9] good is told so, and is in force once it is merged", async () => {
    await open();
    const number = proposes(deskFile({ campaigns: [{ ...CAMPAIGN, posts: [IRMIN, TLS] }] }));
    await world.settles();
    expect(world.check(number, "config")).toMatchObject({ conclusion: "success" });
    expect(world.board().body).not.toContain(TLS.slug);
    world.github.as("amirmc").merges(world.repo, number);
    await world.settles();
    expect(world.board().body).toContain(TLS.slug);
  });

  it("[EE9] as a bomb of aliases is refused in words, and the rest goes on", async () => {
    await open({ examiner: "workers" });
    const number = proposes(BOMB);
    const good = world.submits("samoht", IRMIN.slug);
    await world.settles();
    expect(world.check(number, "config")).toMatchObject({ conclusion: "failure" });
    expect(world.check(number, "config")?.annotations[0]?.message).toMatch(/^Unexpected /);
    expect(world.pull(good).pull.requested).toEqual(["djs55"]);
  });
});

describe("a desk on the default branch", () => {
  it("[EE10] that breaks leaves the last good one in force, says so on the page, and counts again once mended", async () => {
    await open();
    world.rewritesDesk("campaigns: {\n");
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    expect(world.pull(number).pull.requested).toEqual(["djs55"]);
    expect(await world.page()).toMatch(/presstime\.yml/);
    expect((await world.view()).deskFindings.length).toBeGreaterThan(0);
    world.rewritesDesk({ campaigns: [{ ...CAMPAIGN, posts: [IRMIN, TLS] }] });
    await world.settles();
    expect((await world.view()).deskFindings).toEqual([]);
    expect(world.board().body).toContain(TLS.slug);
  });

  it("[EE10] that breaks is still the last good one after a restart", async () => {
    await open();
    world.rewritesDesk(BOMB);
    await world.settles();
    await world.restarts();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    expect(world.pull(number).pull.requested).toEqual(["djs55"]);
    expect(world.board().body).toContain(IRMIN.slug);
  });

  it("[EE11] that is not there falls back to the owner's; without either nothing is done", async () => {
    await open({ desk: null });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    expect(world.pull(number).conversation.filter(({ by }) => by === "presstime[bot]")).toEqual([]);
    expect(world.github.threads(world.repo)).toHaveLength(1);
    const owners = world.github.createRepository({ owner: "mirage", name: ".github", collaborators: ["amirmc"] });
    world.github.as("amirmc").push(owners, "main", { [PATH]: deskFile() });
    await world.settles();
    expect(world.notice(number)).toContain("In review");
    expect(world.board().body).toContain(IRMIN.slug);
  });
});
