/** One count of what is live: the page, the board, the notes, the calendar and the API tell the same, and what went live too late. */
import { describe, expect, it } from "@jest/globals";
import { calendarJson } from "../../src/cli/calendar/calendar-json.js";
import { calendarText } from "../../src/cli/calendar/calendar-text.js";
import { readPlanFile } from "../../src/cli/notes/plan-file.js";
import { writeNotes } from "../../src/desk/notes/write-notes.js";
import { viewOf } from "../../src/view.js";
import { campaign, desk, paperWorld, person } from "../desk/paper-world.js";
import { pagesOf, read } from "./read-page.js";

const SLUGS = ["irmin", "vchan", "conduit", "xenstore"];

describe("the count of a campaign", () => {
  it("[WB48] has a post in it of which nobody knows since when it is live: it went live at no hour that we know, and not now", () => {
    const posts = [{ slug: "irmin", byline: ["ann"], path: "posts/irmin.md" }, "vchan"];
    const world = paperWorld({ desk: { campaigns: [campaign(posts)] } });
    world.publishes("posts/irmin.md", { since: null });
    // It takes no slot that another could have: one that is approved has the very next.
    world.reviews("ben", world.submits("ann", "vchan"));
    expect(world.post("vchan").slot?.at).toBe("2014-07-07T11:00:00Z");
    world.closes(world.post("vchan").leading ?? 0);
    world.passes("15 days");
    expect(world.post("irmin")).toMatchObject({ stage: "live", slot: null, live: { at: null } });
    expect(world.plan().campaigns[0]).toMatchObject({ live: 1, inTime: 1, total: 2, slugs: ["irmin", "vchan"] });
    expect(world.board().body).toContain("1 of 2 live before the deadline");
  });

  it("[WB48] is the same wherever it is told, and says what went live after the deadline; posts that nobody promised are not in it", async () => {
    const people = ["ann", "ben"].map((login) => person(login));
    const world = paperWorld({ desk: { people, campaigns: [campaign(SLUGS.map((slug) => ({ slug, byline: ["ann"] })))] } });
    world.looks();
    const [irmin, vchan] = [world.submits("ann", "irmin"), world.submits("ann", "vchan")];
    const stray = world.submits("ann", "stray", { byline: ["ann"] });
    world.looks();
    world.says("amir", world.board().number, "/drop conduit");
    for (const number of [irmin, stray]) world.reviews("ben", number);
    world.passes("15 days");
    expect(world.at() > world.facts().desk.campaigns[0]!.deadline).toBe(true);
    world.reviews("ben", vchan);
    world.passes("2 days");
    expect(["irmin", "vchan", "stray"].map((slug) => world.post(slug).stage)).toEqual(["live", "live", "live"]);

    const [facts, plan] = [world.facts(), world.plan()];
    const [judged] = plan.campaigns;
    if (!judged) throw new Error("Unexpected lack of a campaign, expected one");
    const count = "1 of 3 live before the deadline, 1 after it, 1 dropped";
    expect(world.board().body).toContain(`${count}, 1 late.`);
    expect(writeNotes(plan.posts, judged, people, desk().zone)).toContain(`\n${count}. The deadline`);
    expect(calendarText({ campaigns: plan.campaigns, occasions: [], zone: desk().zone, nameOf: (login) => login })).toContain(`${count}.`);
    const pages = pagesOf([viewOf(facts, plan)]);
    expect(await read(pages)).toContain(`Posts ${count}`);
    const told = { live: 2, inTime: 1, dropped: 1, total: 4 };
    expect(judged).toMatchObject(told);
    const [again] = readPlanFile(JSON.stringify(plan)).campaigns;
    if (!again) throw new Error("Unexpected lack of a campaign, expected the one of the plan");
    expect(writeNotes(plan.posts, again, people, desk().zone)).toContain(`\n${count}. The deadline`);
    expect(JSON.parse(calendarJson(plan.at, desk().zone, plan.campaigns, []))).toMatchObject({ campaigns: [told] });
  });
});
