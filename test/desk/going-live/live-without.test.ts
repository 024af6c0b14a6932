/** Stories of what went live without what the desk asks for, and of facts that are one pull request's alone. */
import { describe, expect, it } from "@jest/globals";
import { PLAIN_CALENDAR } from "../../../src/desk/facts/desk.js";
import { readInstant } from "../../../src/desk/time/zone.js";
import { campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const people = ["ann", "ben", "cat", "dan"].map((login) => person(login));
const IRMIN = { slug: "introducing-irmin", byline: ["ann"], title: "Introducing Irmin" };
const world = (more: object = {}, desk: object = {}) =>
  paperWorld({ desk: { people, campaigns: [campaign([{ ...IRMIN, ...more }])], ...desk } });
const notice = (paper: PaperWorld, number: number) => paper.pull(number).comments.find(({ mark }) => mark === "notice")?.body ?? "";
const calls = (paper: PaperWorld, number: number) => paper.pull(number).comments.filter(({ mark }) => mark?.startsWith("unseen/"));

describe("a post that was merged by hand", () => {
  it("[ST19] without a review says so on its label, notice and board, and the coordinators hear of it once, with what to do", () => {
    const paper = world();
    const number = paper.submits("ann", IRMIN.slug);
    paper.looks();
    paper.merges(number);
    paper.looks();
    expect(paper.post(IRMIN.slug)).toMatchObject({ stage: "live", live: { without: [{ kind: "review", got: 0, needed: 1 }] } });
    expect(paper.pull(number).labels).toContain("risk/unreviewed");
    expect(notice(paper, number)).toContain("It went live without a review (0 of 1 approval)");
    expect(paper.board().body).toContain("live, **without a review (0 of 1 approval)**");
    expect(calls(paper, number)).toHaveLength(1);
    expect(calls(paper, number)[0]?.body).toMatch(/^@amir .*read the post now.*“Revert” button/su);
    paper.passes("3 days");
    expect(calls(paper, number)).toHaveLength(1);
  });

  it("[ST19] is settled by an approval that comes later, or by whoever takes the label away", () => {
    const [approved, read] = [world(), world()];
    for (const paper of [approved, read]) {
      const number = paper.submits("ann", IRMIN.slug, { number: 7 });
      paper.looks();
      paper.merges(number);
      paper.passes("1 hours");
    }
    approved.reviews("ben", 7);
    read.becomes(7, { labels: ["status/published"] });
    for (const paper of [approved, read]) {
      paper.looks();
      expect(paper.post(IRMIN.slug).live?.without).toEqual([]);
      expect(notice(paper, 7)).not.toContain("without a review");
      expect(paper.pull(7).labels).toEqual(["status/published"]);
    }
  });

  it("[ST19] before its embargo ended, or in a freeze, is told so", () => {
    const until = readInstant("2014-07-17T08:00:00Z");
    const freeze = { from: readInstant("2014-07-07T00:00:00Z"), to: readInstant("2014-07-09T00:00:00Z"), why: "the launch", pass: [] };
    const paper = world({ notBefore: until }, { calendar: { ...PLAIN_CALENDAR, freezes: [freeze] } });
    const number = paper.submits("ann", IRMIN.slug);
    paper.looks();
    paper.reviews(paper.pull(number).requested[0]?.login ?? "", number);
    paper.merges(number);
    paper.looks();
    expect(paper.pull(number).labels).toEqual(expect.arrayContaining(["risk/too-early"]));
    expect(notice(paper, number)).toContain("before its embargo ended on Thu 17 July 2014, 09:00");
    expect(notice(paper, number)).toContain("in the freeze (“the launch”)");
  });

  it("[ST19] with its reviews is fine, and stays so when the desk asks for more afterwards", () => {
    const paper = world();
    const number = paper.submits("ann", IRMIN.slug);
    paper.looks();
    paper.reviews(paper.pull(number).requested[0]?.login ?? "", number);
    paper.merges(number);
    paper.passes("1 hours");
    paper.rewritesDesk({ review: { approvals: 2, ask: 2 } });
    paper.looks();
    expect(paper.post(IRMIN.slug).live?.without).toEqual([]);
    expect(calls(paper, number)).toEqual([]);
  });

  it("[ST19] as a change of a live post, unreviewed, is told too, and when it was reviewed there is nothing to tell", () => {
    const paper = world();
    const number = paper.submits("ann", IRMIN.slug);
    paper.looks();
    paper.reviews(paper.pull(number).requested[0]?.login ?? "", number);
    paper.passes("4 days");
    const [seen, unseen] = [paper.submits("dan", IRMIN.slug, { text: "2" }), paper.submits("dan", IRMIN.slug, { text: "3" })];
    paper.looks();
    paper.reviews("ben", seen);
    paper.looks();
    paper.merges(seen);
    paper.looks();
    paper.merges(unseen);
    paper.looks();
    expect([seen, unseen].map((one) => calls(paper, one).length)).toEqual([0, 1]);
    expect(paper.board().body).not.toContain(`${IRMIN.slug}#${seen}`);
    expect(paper.board().body).toContain(`${IRMIN.slug}#${unseen}`);
  });
});

describe("two pull requests for one post", () => {
  it("[ST18] each have their own reviews: merged by hand, the second has none of the first's", () => {
    const paper = world();
    const first = paper.submits("ann", IRMIN.slug);
    const second = paper.submits("ann", IRMIN.slug, { text: "another", path: "posts/2014-07-18-introducing-irmin.md" });
    paper.looks();
    paper.reviews("ben", first);
    const effects = paper.looks();
    expect(paper.post(IRMIN.slug).approvals.by).toEqual(["ben"]);
    expect(
      effects.filter(
        (one) => one.kind === "check" && one.pull === second && one.conclusion === "success" && one.name === "presstime/review",
      ),
    ).toEqual([]);
    expect(notice(paper, second)).not.toContain("ben");
    expect(paper.pull(second).labels).toEqual([]);
    paper.merges(second);
    paper.looks();
    expect(paper.post(IRMIN.slug)).toMatchObject({ leading: second, approvals: { by: [], needed: 1 }, live: { pull: second } });
    expect(notice(paper, second)).toContain("0 of 1 approval");
    expect(paper.post(`${IRMIN.slug}#${first}`)).toMatchObject({ leading: first, approvals: { by: ["ben"] } });
  });
});

describe("a post that is taken off the site", () => {
  it("[ST20] is promised again, its pull request is said to have been merged, and another brings it", () => {
    const paper = world();
    const number = paper.submits("ann", IRMIN.slug);
    paper.looks();
    paper.reviews(paper.pull(number).requested[0]?.login ?? "", number);
    paper.passes("4 days");
    const revert = paper.submits("amir", "revert", { removes: [`posts/${IRMIN.slug}.md`] });
    paper.looks();
    expect(notice(paper, revert)).toContain(`removes \`posts/${IRMIN.slug}.md\` from the site`);
    paper.merges(revert);
    paper.looks();
    expect(paper.post(IRMIN.slug)).toMatchObject({ stage: "promised", live: null, takenOff: [{ pull: number }] });
    expect(paper.post(IRMIN.slug).reasons[0]).toContain(`#${number} was merged; later the post was removed from the site`);
    expect(notice(paper, number)).toMatch(/It went live on .* Later it was removed from the site/u);
    expect(notice(paper, number)).not.toContain("without merging");
    expect(paper.pull(number).labels).toEqual([]);
    paper.passes("1 hours");
    const again = paper.submits("ann", IRMIN.slug, { text: "again" });
    paper.looks();
    expect(paper.post(IRMIN.slug)).toMatchObject({ stage: "in review", leading: again });
    paper.reviews(paper.pull(again).requested[0]?.login ?? "", again);
    paper.passes("6 days");
    expect(paper.post(IRMIN.slug)).toMatchObject({ stage: "live", live: { pull: again } });
    expect(notice(paper, number)).toContain(`It is live again, by #${again}.`);
  });

  it("[ST20] by a push, promised by nobody, is gone from the list, and its pull request says so", () => {
    const paper = world();
    const number = paper.submits("dan", "stray");
    paper.looks();
    paper.reviews(paper.pull(number).requested[0]?.login ?? "", number);
    paper.passes("6 days");
    expect(paper.post("stray").stage).toBe("live");
    paper.deletes("posts/stray.md");
    paper.looks();
    expect(paper.plan().posts.map(({ slug }) => slug)).toEqual([IRMIN.slug]);
    expect(notice(paper, number)).toContain("was removed from the site");
    expect(paper.pull(number).labels).toEqual([]);
  });
});

describe("a pull request that goes to another branch", () => {
  it("[ST21] loses labels and checks, says why, and has them again when it comes back", () => {
    const paper = world();
    const number = paper.submits("ann", IRMIN.slug);
    paper.looks();
    const before = { labels: paper.pull(number).labels, notice: notice(paper, number), requested: paper.pull(number).requested };
    paper.retargets(number, "next");
    const effects = paper.looks();
    expect(paper.post(IRMIN.slug)).toMatchObject({ stage: "promised", submissions: [] });
    expect(paper.pull(number).labels).toEqual([]);
    expect(notice(paper, number)).toContain("is now `next`. I work only with pull requests to `main`");
    expect(notice(paper, number)).toContain("Nobody has to do anything here");
    const checks = effects.flatMap((one) => (one.kind === "check" ? [[one.name, one.conclusion]] : []));
    expect(checks).toEqual(
      expect.arrayContaining([
        ["presstime/review", "neutral"],
        ["presstime/lint", "neutral"],
      ]),
    );
    expect(checks.every(([, conclusion]) => conclusion === "neutral")).toBe(true);
    paper.passes("2 days");
    expect(paper.pull(number).comments.filter(({ mark }) => mark?.startsWith("remind"))).toEqual([]);
    paper.retargets(number, "main");
    paper.looks();
    expect(paper.pull(number)).toMatchObject({ requested: before.requested });
    expect(paper.pull(number).labels).toEqual(expect.arrayContaining(["status/in-review", "waiting-on/review"]));
    expect(notice(paper, number)).toContain("In review");
  });

  it("[ST21] and is merged there keeps no promise; one that never went to the default branch is left alone", () => {
    const paper = world();
    const [number, other] = [paper.submits("ann", IRMIN.slug), paper.submits("dan", "elsewhere", { base: "next" })];
    paper.looks();
    paper.retargets(number, "next");
    paper.looks();
    paper.merges(number);
    paper.looks();
    expect(paper.post(IRMIN.slug)).toMatchObject({ stage: "promised", live: null });
    expect(notice(paper, number)).toContain("was merged into `next`");
    expect(paper.pull(other).comments).toEqual([]);
  });
});
