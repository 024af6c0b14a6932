/** What the notice says of a wrong day, a dead link and a missing image, which keep a post from nothing. */
import { describe, expect, it } from "@jest/globals";
import { readInstant } from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld, type PaperWorld } from "../paper-world.js";

const irmin = { slug: "irmin", pinned: readInstant("2014-07-16T11:00:00Z") };
const notice = (world: PaperWorld, number: number) => world.pull(number).comments.find(({ mark }) => mark === "notice")?.body ?? "";

/** Approved; dated a week too early, and led to a post that comes later. */
function approved(fixDates: boolean, own: boolean) {
  const world = paperWorld({
    desk: { merge: { ...desk().merge, fixDates }, campaigns: [campaign([irmin, { slug: "vchan", after: ["irmin"] }])] },
  });
  const text = ["---", "title: Irmin", "date: 2014-07-09", "---", "", "Words.", ""].join("\n");
  const number = world.submits("ann", "irmin", { file: { path: "posts/irmin.md", text }, own });
  const place = { line: 6, column: 1, endLine: 6, endColumn: 9 };
  const links = { links: [{ target: "vchan.md", place }], images: [{ target: "none.png", place }], anchors: [] };
  world.becomes(number, {
    posts: world.pull(number).posts.map((file) => ({ ...file, reading: file.reading && { ...file.reading, links } })),
    paths: { asked: ["posts/none.png"], present: [], folders: ["posts"] },
  });
  world.looks();
  world.reviews("ben", number);
  world.looks();
  return { world, number };
}

describe("the notice of an approved post", () => {
  it("[WD4] lists what its writer may want to set, and never says then that nothing is missing", () => {
    const { world, number } = approved(false, false);
    const body = notice(world, number);
    expect(body).toContain("It goes live as it is now, also if nobody does anything:\n- it will be merged on Wed 16 July 2014, 12:00");
    expect(body).toContain("3 things you may want to correct first (the post does not wait for them):");
    expect(body).toMatch(/- line 3: Unexpected date 2014-07-09, expected 2014-07-16/);
    expect(body).toMatch(/- line 6: Unexpected link to .*vchan/);
    expect(body).toMatch(/- line 6: Unexpected image .*none/);
    expect(body).not.toContain("It is ready, and nobody has to do anything");
    expect(world.post("irmin").remarks).toHaveLength(3);
    world.passes("10 days");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[WD4] leaves out what the app will set itself", () => {
    const { world, number } = approved(true, true);
    expect(notice(world, number)).toContain("2 things you may want to correct first");
    expect(notice(world, number)).not.toContain("Unexpected date");
  });

  it("[CS17] says before the slot what would keep readers from seeing it", () => {
    const world = paperWorld({ desk: { campaigns: [campaign([irmin])] } });
    const text = ["---", "title: Irmin", "---", "", "Words.", ""].join("\n");
    const number = world.submits("ann", "irmin", { file: { path: "_posts/2014-07-30-irmin.md", text }, byline: ["ann"] });
    world.looks();
    world.reviews("ben", number);
    world.looks();
    expect(world.post("irmin")).toMatchObject({ stage: "approved", turn: "byline" });
    expect(notice(world, number)).toMatch(
      /Before it can go live:\n- readers would not see it at its slot: .*Jekyll would not show it before/,
    );
  });
});
