/** The site's own clock: a post that its site would hide at its slot is told before, held at it, and mended where the desk lets the app. */
import { afterEach, describe, expect, it } from "@jest/globals";
import type { Files } from "../../sandbox/git/paths.js";
import { openWorld, type World } from "../world.js";
import { CAMPAIGN, IRMIN } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

/** Wed 9 July 2014, 11:00 UTC: the draft was due before the world begins. */
const PINNED = [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-09T12:00[Europe/London]" }] }];
const HUGO = "content/blog/introducing-irmin.md";
const JEKYLL = "_posts/2014-07-09-introducing-irmin.md";
const text = (...fields: readonly string[]) => ["---", "title: Introducing Irmin", ...fields, "---", "", "What it is.", ""].join("\n");

interface Told {
  readonly files?: Files;
  readonly merge?: object;
}

/** Approved, and submitted from a branch of the repository itself. */
async function submitted(path: string, post: string, { files = {}, merge = {} }: Told = {}): Promise<number> {
  world = await openWorld({
    files,
    desk: { campaigns: PINNED, posts: ["content/**/*.md", "_posts/*.md", "website/content/**/*.md"], merge: { at_slot: true, ...merge } },
  });
  const number = world.submits("samoht", IRMIN.slug, { files: { [path]: post }, fork: false });
  await world.settles();
  world.reviews("djs55", number);
  await world.settles();
  return number;
}

const standing = async (number: number) => {
  await world.passes("52 hours");
  return world.pull(number).standing;
};

describe("a post that its site shows hours after its slot", () => {
  it.each<readonly [string, string, string, Files]>([
    ["Hugo, an offset", HUGO, "date: 2014-07-09T10:00:00-04:00", {}],
    ["Hugo, the site's zone", HUGO, "date: 2014-07-09T10:00:00", { "hugo.toml": 'timeZone = "America/New_York"\n' }],
    [
      "Hugo, the zone of a folder of configuration",
      HUGO,
      "date: 2014-07-09T10:00:00",
      { "config/_default/config.toml": 'baseURL = "/"\ntimeZone = "America/New_York"\n' },
    ],
    ["Hugo below a folder", `website/${HUGO}`, "publishDate: 2014-07-09 10:00", { "website/hugo.yaml": "timeZone: America/New_York\n" }],
    ["Jekyll", JEKYLL, "date: 2014-07-09 22:00", {}],
    ["Jekyll, the site's zone", JEKYLL, "date: 2014-07-09 10:00", { "_config.yml": "timezone: America/New_York\n" }],
    ["Zola by its configuration", HUGO, "date: 2014-07-09T22:00:00Z", { "config.toml": 'base_url = "https://mirage.io"\n' }],
  ])("[CS39] is told before it and not merged at it, with the way out: %s", async (_, path, field, files) => {
    const number = await submitted(path, text(field), { files });
    expect(world.check(number, "schedule")).toMatchObject({
      conclusion: "failure",
      title: "Readers would not see the post at the slot, Wed 9 July",
      summary: expect.stringContaining(
        "I do not merge the post as it is now. Correct it, or write `/slot WHEN` to choose a slot that matches the post.",
      ),
    });
    expect(await standing(number)).toBe("open");
    expect(world.notice(number)).toMatch(
      /- readers would not see it at its slot: .* Write `(?:date|publishDate): .*`, or choose another slot with `\/slot WHEN`/,
    );
  });

  it.each<readonly [string, string, string, Files]>([
    ["Hugo, the site's zone", HUGO, "date: 2014-07-09T12:00:00", { "hugo.toml": 'timeZone = "Europe/London"\n' }],
    ["Jekyll, the site's zone", JEKYLL, "date: 2014-07-09 19:00", { "_config.yml": "timezone: Asia/Tokyo\n" }],
    ["Eleventy, whose folder looks like Hugo's", HUGO, "date: 2014-07-09T22:00:00Z", { "eleventy.config.js": "export default {};\n" }],
    ["Hugo that shows what is to come", HUGO, "date: 2014-07-09T22:00:00Z", { "config.toml": 'baseURL = "/"\nbuildFuture = true\n' }],
  ])("[CS39] is nothing of the kind where the site's own configuration says so: %s", async (_, path, field, files) => {
    const number = await submitted(path, text(field), { files });
    expect(world.check(number, "schedule")).toMatchObject({ conclusion: "success" });
    expect(await standing(number)).toBe("merged");
  });

  it.each([
    [HUGO, "date: '2014-07-09T10:00:00-04:00'", "date: '2014-07-09T07:00:00-04:00'"],
    [JEKYLL, "date: 2014-07-09 22:00 # late", "date: 2014-07-09 11:00 # late"],
  ])(
    "[CS11] is set right at the slot where the desk lets the app, in the form in which it was written: %s, %s",
    async (path, field, mended) => {
      const number = await submitted(path, text(field), { merge: { mend_dates: true } });
      expect(world.check(number, "schedule")).toMatchObject({
        conclusion: "failure",
        title: "The time in the text is after the slot, Wed 9 July: I will correct it at the slot",
      });
      expect(await standing(number)).toBe("merged");
      expect(world.github.file(world.repo, path)).toBe(text(mended));
    },
  );

  it("[CS41] is judged anew when the configuration changes, for one request more", async () => {
    const number = await submitted(HUGO, text("date: 2014-07-09T12:00"), { files: { "hugo.toml": 'timeZone = "America/New_York"\n' } });
    expect(world.check(number, "schedule")).toMatchObject({ conclusion: "failure" });
    world.github.as("avsm").push(world.repo, "main", { "hugo.toml": 'timeZone = "Europe/London"\n' });
    await world.settles();
    expect(world.check(number, "schedule")).toMatchObject({ conclusion: "success" });
  });
});

describe("a post that readers would not find at its slot", () => {
  const ELSEWHERE =
    '+++\ntitle = "Introducing Irmin"\npath = "blog/9999/12/31/introducing-irmin"\nauthors = ["Thomas Gazagnaire"]\n+++\n\nWhat it is.\n';
  const ZOLA = "content/introducing-irmin.md";

  it("[CS42] for the day in its address is held and told, until it is changed", async () => {
    const number = await submitted(ZOLA, ELSEWHERE);
    expect(world.check(number, "schedule")).toMatchObject({ conclusion: "failure" });
    expect(await standing(number)).toBe("open");
    expect(world.notice(number)).toContain('Write `path = "blog/2014/07/09/introducing-irmin"`, or choose another slot with `/slot WHEN`');
    world.pushes("samoht", number, { [ZOLA]: ELSEWHERE.replace("9999/12/31", "2014/07/09") });
    world.reviews("djs55", number);
    expect(await standing(number)).toBe("merged");
  });

  it("[CS42] is mended first and goes, where the desk lets the app", async () => {
    const number = await submitted(ZOLA, ELSEWHERE, { merge: { mend_dates: true } });
    expect(await standing(number)).toBe("merged");
    expect(world.github.file(world.repo, ZOLA)).toBe(ELSEWHERE.replace("9999/12/31", "2014/07/09"));
  });

  it.each([
    ["an address of another day", ZOLA, ELSEWHERE],
    ["an hour to come", HUGO, text("date: 2014-07-09T22:00:00Z")],
    ["an end that has passed", HUGO, text("date: 2014-07-09", "expiryDate: 2014-07-08")],
  ])("[CS42] goes all the same where the desk says that it is only to be told: %s", async (_, path, post) => {
    const number = await submitted(path, post, { merge: { would_not_show: "warn" } });
    expect(world.check(number, "schedule")).toMatchObject({
      conclusion: "neutral",
      title: "Readers would not see the post at the slot, Wed 9 July",
    });
    expect(world.notice(number)).toMatch(/Unexpected (?:day 9999|time|expiry date)/);
    expect(await standing(number)).toBe("merged");
  });

  it("[CS40] because it has expired is held, and a later end lets it go", async () => {
    const number = await submitted(HUGO, text("date: 2014-07-09", "unpublishDate: 2014-07-09"), { merge: { mend_dates: true } });
    expect(world.check(number, "schedule")).toMatchObject({ conclusion: "failure" });
    expect(await standing(number)).toBe("open");
    world.pushes("samoht", number, { [HUGO]: text("date: 2014-07-09", "unpublishDate: 2015-07-16") });
    world.reviews("djs55", number);
    expect(await standing(number)).toBe("merged");
  });
});
