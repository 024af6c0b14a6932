/** Whose word counts: GitHub's answer and a place on the desk, and nothing that anybody wrote. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, deskFile, IRMIN, PEOPLE, postText } from "../world/desk-file.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

const PINNED = { campaigns: [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-08T12:00[Europe/London]" }] }] };
const ROLES = Object.fromEntries(PEOPLE.map((login) => [login, "write" as const]));
/** Whom GitHub was asked about, in order. */
const askedAbout = () => world.github.requests.flatMap(({ path }) => /\/collaborators\/([^/]+)\/permission$/.exec(path)?.[1] ?? []);
const approvals = (number: number) => world.check(number, "review")?.title ?? "";

describe("a review", () => {
  it.each([true, false])(
    "[RV8, ST3] by a stranger approves nothing: of two, one opening and one approving, no post gets live (merging at the slot: %s)",
    async (atSlot) => {
      await open({ desk: { ...PINNED, merge: { at_slot: atSlot }, coordinators: ["amirmc"] } });
      const number = world.submits("mallory", "great-offers", { body: "/slot 2014-07-08T13:00" });
      const promised = world.submits("mallory", IRMIN.slug);
      await world.settles();
      world.reviews("trudy", number);
      world.reviews("trudy", promised);
      await world.passes("4 days");
      for (const one of [number, promised]) {
        expect(world.pull(one).standing).toBe("open");
        expect(world.check(one, "review")).toMatchObject({ conclusion: "action_required" });
        expect(world.notice(one)).toContain(
          "the review by trudy does not count, because trudy has no write access to this repository and is not on the desk",
        );
        expect(world.notice(one) + world.said(one).join()).not.toMatch(/can go live now|can merge/);
      }
    },
  );

  it("[RV8] by a contributor, by one who may triage, and by an outside reader, counts no more than a stranger's", async () => {
    await open({ desk: PINNED, repository: { collaborators: { ...ROLES, tara: "triage", rita: "read" } } });
    const earlier = world.submits("carl", "a-small-fix");
    world.github.as("amirmc").merges(world.repo, earlier);
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    for (const who of ["carl", "tara", "rita"]) world.reviews(who, number);
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("open");
    for (const who of ["carl", "tara", "rita"]) expect(world.notice(number)).toContain(`the review by ${who} does not count`);
  });

  it("[RV8] by a stranger that asks for changes stops nothing, makes no turn, and is said no more once there is an approval", async () => {
    await open({ desk: PINNED });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("djs55", number);
    world.reviews("mallory", number, { state: "CHANGES_REQUESTED", body: "No." });
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("approved");
    expect(world.check(number, "review")).toMatchObject({ conclusion: "success" });
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[RV8] counts by somebody who may write, though GitHub shows no membership: privately, off the desk", async () => {
    await open({ desk: PINNED });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.github.collaborator(world.repo, "petra", "maintain");
    world.reviews("petra", number);
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("merged");
    expect(askedAbout()[0]).toBe("petra");
  });

  it("[RV11] lapses when access is taken away: within a day, or when that person next speaks", async () => {
    await open({ desk: { campaigns: [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-15T12:00[Europe/London]" }] }] } });
    world.github.collaborator(world.repo, "petra", "write");
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("petra", number);
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("approved");
    world.github.collaborator(world.repo, "petra", null);
    await world.passes("23 hours");
    expect(askedAbout()).toEqual(["petra"]);
    await world.passes("2 hours");
    expect(askedAbout()).toEqual(["petra", "petra"]);
    expect(await world.stage(IRMIN.slug)).toBe("in review");
    expect(world.notice(number)).toContain("the review by petra does not count");
  });

  it("[RV11] is asked about once a person and day, and a no again when that person speaks", async () => {
    await open({ desk: PINNED });
    const number = world.submits("samoht", IRMIN.slug);
    world.reviews("petra", number);
    await world.settles();
    world.says("samoht", number, "Thanks!");
    world.pushes("samoht", number, { "README.md": "# Mirage, anew\n" });
    await world.settles();
    await world.restarts();
    await world.settles();
    expect(askedAbout()).toEqual(["petra"]);
    world.github.collaborator(world.repo, "petra", "write");
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("in review");
    world.says("petra", number, "I belong here now.");
    await world.settles();
    expect(askedAbout()).toEqual(["petra", "petra"]);
    world.says("petra", number, "And I say so again.");
    await world.settles();
    expect(askedAbout()).toHaveLength(2);
  });

  it.each([403, 404] as const)("[RV12] does not count where GitHub would not say who may write (%i), and people read so", async (how) => {
    await open({ desk: PINNED });
    world.github.trouble.failing({ next: 1, how, when: ({ path }) => path.endsWith("/permission") });
    world.github.collaborator(world.repo, "petra", "write");
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("petra", number);
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("in review");
    if (how === 403) {
      expect(world.notice(number)).toContain(
        "the review by petra does not count, because GitHub did not say whether petra has write access to this repository",
      );
      expect(await world.page()).toMatch(/GitHub did not say whether petra has write access to this repository.*metadata: read/s);
      // It is asked again within the hour.
      await world.passes("61 minutes");
      expect(await world.stage(IRMIN.slug)).toBe("approved");
      expect(await world.page()).not.toContain("GitHub did not say");
    } else expect(world.notice(number)).toContain("no write access to this repository and is not on the desk");
  });

  it("[RV12] waits for GitHub to come back from an outage or a limit: the look fails, comes again, and loses nothing", async () => {
    await open({ desk: PINNED });
    world.github.trouble.failing({ next: 2, how: 503, when: ({ path }) => path.endsWith("/permission") });
    world.github.collaborator(world.repo, "petra", "write");
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("petra", number);
    await world.passes("20 minutes");
    expect(await world.stage(IRMIN.slug)).toBe("approved");
    expect(approvals(number)).toMatch(/1 of 1/);
  });
});

describe("a command", () => {
  it("[CM4] counts by who may write, whatever GitHub shows beside the name; a contributor is told who may", async () => {
    await open({ desk: PINNED, repository: { collaborators: { ...ROLES, petra: "write", tara: "triage" } } });
    const earlier = world.submits("carl", "a-small-fix");
    world.github.as("amirmc").merges(world.repo, earlier);
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    for (const who of ["carl", "tara", "mallory"]) world.says(who, number, "/hold");
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("in review");
    expect(world.said(number).filter((said) => said.includes("write access to the repository"))).toHaveLength(3);
    world.says("petra", number, "/hold");
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("held");
  });

  it("[CM26] counts by what its speaker could do when it was said: who leaves takes nothing back, who joins makes no old refusal count", async () => {
    await open({ desk: PINNED, repository: { collaborators: { ...ROLES, petra: "write" } } });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.says("mallory", number, "/hold until I have been paid");
    await world.settles();
    world.github.collaborator(world.repo, "mallory", "write");
    await world.passes("25 hours");
    world.says("mallory", number, "Hello, I am new here.");
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("in review");
    world.says("petra", number, "/hold until the talk");
    await world.settles();
    world.github.collaborator(world.repo, "petra", null);
    await world.passes("2 days");
    expect(await world.stage(IRMIN.slug)).toBe("held");
    world.github.as("petra").editsComment(world.repo, world.says("petra", number, "Bye.").id, "/unhold");
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("held");
  });

  it("[CM4] of which GitHub would not say whether it counts is told so, and counts once it says yes", async () => {
    await open({ desk: PINNED, repository: { collaborators: { ...ROLES, petra: "write" } } });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.github.trouble.failing({ next: 1, how: 403, when: ({ path }) => path.endsWith("/permission") });
    world.says("petra", number, "/hold");
    await world.settles();
    expect(world.said(number).join()).toContain("GitHub did not tell me whether you have write access to this repository");
    expect(await world.stage(IRMIN.slug)).toBe("in review");
    await world.passes("61 minutes");
    expect(await world.stage(IRMIN.slug)).toBe("held");
  });
});

describe("“Fix all”", () => {
  it("[SH5] works for a member who never said a word, and not for a stranger", async () => {
    await open({ desk: PINNED, repository: { collaborators: { ...ROLES, petra: "write" } } });
    const number = world.submits("samoht", IRMIN.slug, {
      fork: false,
      text: postText("Irmin", { body: "Its leaf is a s\u0441ab.\n" }),
    });
    await world.settles();
    const head = () => world.pull(number).pull.head.sha;
    const before = head();
    world.github.as("mallory").pressesAction(world.repo, before, "presstime/lint", "fix");
    await world.settles();
    expect(head()).toBe(before);
    world.github.as("petra").pressesAction(world.repo, before, "presstime/lint", "fix");
    await world.settles();
    expect(head()).not.toBe(before);
  });
});

describe("a desk that names no coordinator", () => {
  const NAMELESS = { ...PINNED, coordinators: [] };

  it("[DK72, CM4] has whoever changed its file last, and the owner's and every member's `/drop` works", async () => {
    await open({ desk: NAMELESS, repository: { personal: true, owner: "olga" } });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.says("mallory", number, "/drop");
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("in review");
    expect(world.said(number).join()).toContain("Coordinators: olga.");
    world.says("olga", number, "/drop");
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("dropped");
    world.says("avsm", number, "/unhold");
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("in review");
  });

  it("[DK72] tells that person at the slot; a stranger whose change was taken in is passed over", async () => {
    await open({ desk: { ...NAMELESS, merge: { at_slot: false } } });
    world.github
      .as("hannesm")
      .push(world.repo, "main", { ".github/presstime.yml": `${deskFile({ ...NAMELESS, merge: { at_slot: false } })}# By hand.\n` });
    const theirs = world.submits("mallory", "typo", {
      files: { ".github/presstime.yml": `${deskFile({ ...NAMELESS, merge: { at_slot: false } })}# By hand!\n` },
    });
    await world.settles();
    world.github.as("avsm").merges(world.repo, theirs, "squash");
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("djs55", number);
    await world.passes("2 days");
    expect(world.said(number).join()).toContain("@hannesm");
    expect(world.said(number).join()).not.toContain("@mallory");
  });

  it("[DK72] looks where the file is: in its owner's `.github` it is who changed it there", async () => {
    await open({ desk: null, start: false });
    const home = world.github.createRepository({
      owner: "mirage",
      name: ".github",
      install: false,
      collaborators: ["avsm"],
      files: { ".github/presstime.yml": deskFile(NAMELESS) },
    });
    world.github.as("avsm").push(home, "main", { ".github/presstime.yml": `${deskFile(NAMELESS)}# For all of us.\n` });
    await world.starts();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.says("mallory", number, "/drop");
    await world.settles();
    expect(world.said(number).join()).toContain("Coordinators: avsm.");
  });

  it("[DK71] is told of it where it is proposed, and on the page where nobody is found", async () => {
    await open({ desk: NAMELESS, start: false });
    for (let n = 0; n < 6; n += 1) {
      const number = world.submits("mallory", `typo-${n}`, { files: { ".github/presstime.yml": `${deskFile(NAMELESS)}# ${n}\n` } });
      world.github.as("avsm").merges(world.repo, number, "squash");
    }
    await world.starts();
    await world.settles();
    expect(await world.page()).toMatch(/Unexpected empty list of coordinators.*is told what waits/s);
    const number = world.submits("avsm", "desk", { files: { ".github/presstime.yml": `${deskFile(NAMELESS)}# mine\n` }, fork: false });
    await world.settles();
    expect(world.check(number, "config")).toMatchObject({
      conclusion: "neutral",
      summary: expect.stringContaining("the person who changed this file last and has write access to this repository is told"),
    });
    world.github.as("avsm").merges(world.repo, number);
    await world.settles();
    expect(await world.page()).not.toContain("Unexpected empty list");
  });
});
