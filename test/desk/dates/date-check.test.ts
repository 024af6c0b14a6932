/** The date check over time: what the check says and when, whom it presses, and what becomes of a post whose date is wrong at its slot. */
import { describe, expect, it } from "@jest/globals";
import type { Check, Effect } from "../../../src/desk/effect.js";
import type { Merging } from "../../../src/desk/facts/desk.js";
import { campaign, moment, paperWorld, type PaperWorld } from "../paper-world.js";

/** Wed 16 July 2014, 12:00 in London; the draft is due on the 14th, the review on the 15th. */
const SLOT = moment("2014-07-16T11:00:00Z");
const MENDS: Merging = { atSlot: true, method: "merge", missed: "catch up", fixDates: true };

const DESK = { campaigns: [campaign([{ slug: "irmin", pinned: SLOT }])] };
const open = (desk: Parameters<typeof paperWorld>[0] = {}): PaperWorld => paperWorld({ ...desk, desk: { ...DESK, ...desk.desk } });
const text = (...fields: readonly string[]): string => ["---", "title: Irmin", ...fields, "---", "", "Words.", ""].join("\n");
const jekyll = (day: string, ...fields: readonly string[]) => ({ file: { path: `_posts/${day}-irmin.md`, text: text(...fields) } });

const schedule = (effects: readonly Effect[]): Check | null =>
  effects.findLast((effect): effect is Check => effect.kind === "check" && effect.name === "presstime/schedule") ?? null;
const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);

describe("the check presstime/schedule", () => {
  it("[CS6] is content with a post that agrees with its slot, and silent on one that has none or changes a live post", () => {
    const world = open();
    world.submits("ben", "irmin", jekyll("2014-07-16"));
    expect(schedule(world.looks())).toMatchObject({
      conclusion: "success",
      title: "Date matches the slot, Wed 16 July",
      annotations: [],
    });
    const bare = paperWorld({ desk: { slots: [] } });
    bare.submits("ben", "irmin", { file: { path: "posts/irmin.md", text: text() } });
    expect(schedule(bare.looks())).toBeNull();
  });

  it("[CS6] fails for what readers would not find, once the draft is due, and says before that there is time", () => {
    const world = open();
    world.submits("ben", "irmin", jekyll("2014-07-30"));
    expect(schedule(world.looks())).toMatchObject({
      conclusion: "neutral",
      title: "1 thing to correct before the slot, Wed 16 July",
      summary: expect.stringContaining("Rename the file to `_posts/2014-07-16-irmin.md`."),
    });
    expect(schedule(world.passes("8 days"))).toMatchObject({
      conclusion: "failure",
      title: "Readers would not see the post at the slot, Wed 16 July",
      annotations: [{ rule: "slot-date", severity: "error", path: "_posts/2014-07-30-irmin.md" }],
    });
  });

  it("[CS6] never fails for what is only another day, for a draft, or for what the app will set", () => {
    const plain = open();
    plain.submits("ben", "irmin", { file: { path: "posts/irmin.md", text: text("date: 2014-07-30") } });
    expect(schedule(plain.passes("8 days"))?.conclusion).toBe("neutral");
    const draft = open();
    draft.submits("ben", "irmin", { ...jekyll("2014-07-30"), draft: true });
    expect(schedule(draft.passes("8 days"))?.conclusion).toBe("neutral");
    const ours = open({ desk: { merge: MENDS } });
    ours.submits("ben", "irmin", { ...jekyll("2014-07-30", "published: false"), own: true });
    expect(schedule(ours.passes("8 days"))).toMatchObject({
      conclusion: "neutral",
      title: "I will correct 2 things at the slot, Wed 16 July",
      summary: expect.stringContaining("I will correct this at the slot, in one commit, and then merge."),
    });
  });

  it("[CS6] fails for a time after the slot on its very day, though the app will set it: it looks right to whoever reads it", () => {
    const ours = open({ desk: { site: "hugo", merge: MENDS } });
    ours.submits("ben", "irmin", { file: { path: "posts/irmin.md", text: text("date: 2014-07-16T22:00:00Z") }, own: true });
    expect(schedule(ours.looks())).toMatchObject({ conclusion: "neutral", title: "I will correct 1 thing at the slot, Wed 16 July" });
    expect(schedule(ours.passes("8 days"))).toMatchObject({
      conclusion: "failure",
      title: "The time in the text is after the slot, Wed 16 July: I will correct it at the slot",
      summary: expect.stringContaining("I will correct this at the slot, in one commit, and then merge."),
    });
  });

  it("[CS10] gives a post whose slot has moved until its review is due, and says where the slot is now", () => {
    const world = open();
    world.submits("ben", "irmin", jekyll("2014-07-16"));
    world.looks();
    world.says("amir", world.board().number, "/slot irmin 2014-07-11T12:00");
    expect(schedule(world.looks())).toMatchObject({
      conclusion: "neutral",
      summary: expect.stringContaining("The slot was moved to Fri 11 July later. You have time until Fri 11 July: rename the file"),
    });
    expect(schedule(world.passes("3 days"))).toBeNull();
    expect(schedule(world.passes("1 days"))).toMatchObject({ conclusion: "failure" });
  });

  it("[CS6] says what stands in the line to be written, and of a fork why the app leaves it alone", () => {
    const world = open({ desk: { merge: MENDS } });
    world.submits("ben", "irmin", { file: { path: "_posts/2014-07-16-irmin.md", text: text("date: 2014-07-30 # soon") } });
    const { summary = "" } = schedule(world.looks()) ?? {};
    expect(summary).toContain("- `_posts/2014-07-16-irmin.md`, line 3: Unexpected date 2014-07-30");
    expect(summary).toContain("Write `date: 2014-07-16 # soon`.");
    expect(summary).toContain("I cannot correct this myself, because I have no write access to `ben/www`.");
  });
});

describe("a post that is due", () => {
  const due = (world: PaperWorld, number: number): readonly Effect[] => {
    world.looks();
    world.reviews("cat", number);
    return world.passes("220 hours");
  };

  it("[CS11] gets one commit with all that is to be set, and is merged by the look after it", () => {
    const world = open({ desk: { merge: MENDS } });
    const number = world.submits("ben", "irmin", {
      ...jekyll("2014-07-30", "published: false", "permalink: /2014/07/30/irmin/"),
      own: true,
    });
    const before = world.pull(number).head.sha;
    const done = due(world, number);
    expect(done.filter(({ kind }) => kind === "commit")).toMatchObject([
      {
        pull: number,
        head: before,
        branch: "irmin",
        changes: [
          {
            path: "_posts/2014-07-30-irmin.md",
            to: "_posts/2014-07-16-irmin.md",
            edits: [
              { was: "2014/07/30", replacement: "2014/07/16" },
              { was: "false", replacement: "true" },
            ],
          },
        ],
      },
    ]);
    expect(done.filter(({ kind }) => kind === "merge")).toMatchObject([{ pull: number, head: world.pull(number).head.sha }]);
    expect(world.post("irmin").stage).toBe("live");
    expect(kinds(done).filter((kind) => kind === "suggest")).toEqual([]);
  });

  it("[CS12] whose date is right is merged as it is", () => {
    const world = open({ desk: { merge: MENDS } });
    const number = world.submits("ben", "irmin", { ...jekyll("2014-07-16"), own: true });
    const done = due(world, number);
    expect(kinds(done)).toContain("merge");
    expect(kinds(done)).not.toContain("commit");
  });

  it("[CS17] and that readers would not see waits for its byline, who are told why", () => {
    const world = open();
    const number = world.submits("ben", "irmin", { ...jekyll("2014-07-30"), byline: ["ben"] });
    due(world, number);
    const { stage, turn, reasons } = world.post("irmin");
    expect([stage, turn]).toEqual(["due", "byline"]);
    expect(reasons.join()).toContain("Jekyll would not show it before");
    expect(world.pull(number).standing).toBe("open");
  });

  it("[CS17] and carries only another day goes live all the same", () => {
    const world = open();
    const number = world.submits("ben", "irmin", { file: { path: "posts/irmin.md", text: text("date: 2014-07-08") } });
    expect(kinds(due(world, number))).toContain("merge");
  });

  it("[CS17] is merged without its date where GitHub refuses the commit; what would hide it still holds it back, is tried once a head, and its byline reads why", () => {
    const world = open({ desk: { merge: MENDS } });
    world.refuses("commit");
    const number = world.submits("ben", "irmin", { file: { path: "posts/irmin.md", text: text("date: 2014-07-08") }, own: true });
    expect(kinds(due(world, number)).filter((kind) => kind === "commit" || kind === "merge")).toEqual(["commit", "merge"]);

    const hidden = open({ desk: { merge: MENDS } });
    hidden.refuses("commit");
    const second = hidden.submits("ben", "irmin", { ...jekyll("2014-07-30"), own: true });
    const done = due(hidden, second);
    expect(kinds(done)).not.toContain("merge");
    expect(kinds(done).filter((kind) => kind === "commit")).toHaveLength(1);
    expect(hidden.plan().troubles).toContain("Changes must be made through a pull request.");
    hidden.passes("2 days");
    expect(hidden.post("irmin")).toMatchObject({ turn: "byline", stage: "due" });
  });

  it("[CS18] with a flag that hides it is sent back, unless the app will take the flag away; a flag that says it shows is none", () => {
    const stageWith = (merge: Merging | undefined, ...fields: readonly string[]) => {
      const world = open({ desk: merge ? { merge } : {} });
      const number = world.submits("ben", "irmin", { ...jekyll("2014-07-16", ...fields), own: true });
      world.looks();
      world.reviews("cat", number);
      world.looks();
      return world.post("irmin").stage;
    };
    expect(stageWith(undefined, "draft: true")).toBe("sent back");
    expect(stageWith(undefined, "draft: false", "published: false")).toBe("sent back");
    expect(stageWith(undefined, "draft: false", "published: true")).toBe("approved");
    expect(stageWith(MENDS, "draft: true")).toBe("approved");
  });
});

describe("a post with a flag that hides it, on a desk that only wants to be told of what readers would not find", () => {
  it("[CS18] [CS42] is sent back and says so once; the check fails for it", () => {
    const world = open({ desk: { merge: { ...MENDS, fixDates: false, wouldNotShow: "warn" } } });
    const number = world.submits("ben", "irmin", jekyll("2014-07-16", "draft: true"));
    world.reviews("cat", number);
    const done = world.passes("8 days");
    expect(world.post("irmin")).toMatchObject({ stage: "sent back", turn: "byline" });
    expect(schedule(done)).toMatchObject({
      conclusion: "failure",
      summary: expect.stringContaining("I do not merge the post as it is now"),
    });
    expect(world.pull(number).comments[0]?.body.match(/draft/g)).toHaveLength(1);
  });
});

describe("a post without a slot", () => {
  const file = (path: string, ...fields: readonly string[]) => ({ file: { path, text: text(...fields) } });

  it("[CS40] that has expired is not merged, and its writer reads why: a translation that comes after its post as well", () => {
    const world = paperWorld({ desk: { posts: ["content/**/*.md"], campaigns: [campaign(["irmin"])] } });
    const first = world.submits("ben", "irmin", file("content/irmin.md", "date: 2014-07-08"));
    world.looks();
    world.reviews("cat", first);
    world.passes("2 days");
    expect(world.post("irmin").stage).toBe("live");
    const second = world.submits("ann", "irmin-fr", file("content/irmin.fr.md", "date: 2014-07-08", "expiryDate: 2014-07-08"));
    world.looks();
    world.reviews("cat", second);
    world.passes("1 days");
    expect(world.pull(second).standing).toBe("open");
    expect(world.post(`irmin#${second}`)).toMatchObject({ turn: "byline", waitingFor: ["ann"] });
    expect(world.pull(second).comments[0]?.body).toContain("readers would not see it at its slot: it has expired, on ");
    expect(world.passes("1 hours").filter(({ kind }) => kind === "notice")).toEqual([]);
  });
});

describe("a post that was merged though its site hides it for a time", () => {
  const merged = (day: string) => {
    const deadline = moment("2014-07-21T08:00:00Z");
    const world = paperWorld({ desk: { posts: ["content/**/*.md"], campaigns: [campaign(["irmin"], { deadline })] } });
    const number = world.submits("ben", "irmin", { file: { path: "content/irmin.md", text: text(`date: ${day}`) } });
    world.looks();
    world.reviews("cat", number);
    world.merges(number);
    world.passes("1 days");
    const { live, inTime } = world.plan().campaigns[0] ?? {};
    return { world, notice: world.pull(number).comments[0]?.body ?? "", count: { live, inTime } };
  };

  it("[CS39] [WB48] is not told to be live before readers see it, and is counted by when they do", () => {
    const late = merged("2014-07-25");
    expect(late.notice).toContain(
      "**Merged** on **Mon 7 July 2014, 09:00 (Europe/London)**; because of its date, readers see it from **Fri 25 July 2014, 01:00",
    );
    expect(late.count).toEqual({ live: 1, inTime: 0 });
    expect(merged("2014-07-20").count).toEqual({ live: 1, inTime: 1 });
    const seen = merged("2014-07-07");
    expect(seen.notice).toContain("**Live** since **Mon 7 July 2014, 09:00 (Europe/London)**");
    expect(seen.count).toEqual({ live: 1, inTime: 1 });
  });

  it("[CS39] is told of no more when another text has taken its place", () => {
    const { world } = merged("2014-07-25");
    world.publishes("content/irmin.md", { text: text("date: 2014-07-07") });
    world.looks();
    expect(world.post("irmin").live?.shownFrom).toBeUndefined();
  });
});
