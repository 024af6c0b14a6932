/** Stories of which post a file is: by its path and whole address, by the promise that it keeps, and by nothing that only has the same name. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { tiePullRequests } from "../../../src/desk/tracking/tie-pull-requests.js";
import { campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const people = ["ann", "ben", "cat", "dan"].map((login) => person(login));
const COUNCIL = { slug: "council", byline: ["ann"], title: "Council" };
const posts = ["content/**/*.md", "posts/**/*.md"];
const world = (more: Partial<typeof COUNCIL> & { readonly path?: string } = {}) =>
  paperWorld({ desk: { people, posts, campaigns: [campaign([{ ...COUNCIL, ...more }])] } });
const bare = () => paperWorld({ desk: { people, posts, campaigns: [campaign(["another"])] } });
const notice = (paper: PaperWorld, number: number) => paper.pull(number).comments.find(({ mark }) => mark === "notice")?.body ?? "";
const slugsOf = (paper: PaperWorld) => paper.plan().posts.map(({ slug }) => slug);
const goesLive = (paper: PaperWorld, number: number) => {
  paper.looks();
  const [asked] = paper.pull(number).requested;
  paper.reviews(asked?.login ?? "ben", number);
  paper.passes("6 days");
  expect(paper.pull(number).standing).toBe("merged");
};

describe("a pull request", () => {
  it("[ST21] [ST16] that goes to another branch brings no post, whatever its files are called, until it comes to the default branch", () => {
    const paper = world();
    const number = paper.submits("ann", "council", { base: "next", with: ["beside"] });
    paper.looks();
    expect(slugsOf(paper)).toEqual(["council"]);
    expect(paper.post("council")).toMatchObject({ stage: "promised", submissions: [], leading: null });
    expect(tiePullRequests(paper.facts()).brought).toEqual([]);
    paper.merges(number);
    paper.looks();
    expect(paper.post("council")).toMatchObject({ stage: "promised", live: null });
    const back = paper.submits("ann", "council", { base: "next" });
    paper.looks();
    paper.retargets(back, "main");
    paper.looks();
    expect(paper.post("council")).toMatchObject({ leading: back });
  });

  it("[ST20] that takes a file away brings no post by it: neither the promise of that name, nor one of its own", () => {
    const paper = world();
    paper.publishes("posts/council.md", { since: null, slug: "council" });
    paper.publishes("posts/minutes.md", { since: null, slug: "minutes" });
    paper.looks();
    const before = slugsOf(paper);
    const number = paper.submits("ann", "council", { removes: ["posts/council.md", "posts/minutes.md"] });
    paper.looks();
    expect(slugsOf(paper)).toEqual(before);
    expect(tiePullRequests(paper.facts()).brought.filter(({ pull }) => pull.number === number)).toEqual([]);
  });
});

describe("posts of one name", () => {
  it("[ST15] are posts of their own: what comes a week after the first is reviewed, and is not said to be live", () => {
    const paper = bare();
    const first = paper.submits("ann", "council", { path: "content/2014/07/08/council.md" });
    goesLive(paper, first);
    const second = paper.submits("ann", "council", { path: "content/2014/07/15/council.md" });
    const effects = paper.looks();
    expect(slugsOf(paper)).toEqual(["another", "council", `council#${second}`]);
    expect(paper.post(`council#${second}`)).toMatchObject({ stage: "in review", live: null, leading: second, correction: false });
    expect(notice(paper, second)).toContain("In review");
    expect(effects).toContainEqual(expect.objectContaining({ name: "presstime/review", pull: second, conclusion: "action_required" }));
    goesLive(paper, second);
    expect(paper.post("council").live?.path).toBe("content/2014/07/08/council.md");
    expect(paper.post(`council#${second}`).live?.path).toBe("content/2014/07/15/council.md");
  });

  it("[ST15] keep their slugs when the first is closed, and are found by them in commands", () => {
    const paper = bare();
    const first = paper.submits("ann", "council", { path: "content/a/council.md" });
    const second = paper.submits("ann", "council", { path: "content/b/council.md" });
    paper.looks();
    paper.closes(first);
    paper.says("amir", paper.board().number, `/hold council#${second} until Monday`);
    paper.looks();
    expect(paper.post(`council#${second}`)).toMatchObject({ stage: "held" });
  });

  it("[ST15] that came before the app was there have their name for themselves", () => {
    const paper = bare();
    paper.publishes("content/2013/council.md");
    const number = paper.submits("ann", "council", { path: "content/2014/council.md" });
    paper.looks();
    expect(paper.post(`council#${number}`)).toMatchObject({ stage: "in review" });
    const change = paper.submits("ben", "council", { path: "content/2013/council.md" });
    paper.looks();
    expect(paper.post(`council#${change}`)).toMatchObject({ correction: true });
  });

  it("[ST15] is one post with itself after it was renamed, by a pull request or by a push", () => {
    const paper = world();
    const number = paper.submits("ann", "council", { path: "content/council.md" });
    goesLive(paper, number);
    paper.deletes("content/council.md");
    paper.publishes("content/town-council.md", { slug: "council" });
    expect(paper.post("council")).toMatchObject({ stage: "live", live: { path: "content/town-council.md", pull: number } });
  });

  it("[ST15] never share a slug, and no old file makes a promise live, whatever there is and comes", () => {
    const folders = ["posts", "content/a", "content/b"];
    const names = ["council", "weekly", "2014-07-18-council"];
    const path = fc.tuple(fc.constantFrom(...folders), fc.constantFrom(...names)).map(([folder, name]) => `${folder}/${name}.md`);
    const act = fc.record({
      what: fc.constantFrom("submits", "submits", "submits", "merges", "closes", "deletes", "looks", "retargets"),
      who: fc.constantFrom("ann", "ben", "mallory"),
      path,
      nth: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(path, { maxLength: 4 }), fc.array(act, { maxLength: 12 }), (old, acts) => {
        const paper = world();
        for (const one of old) paper.publishes(one);
        paper.looks();
        expect(paper.post("council").stage).toBe("promised");
        const numbers: number[] = [];
        for (const { what, who, path: at, nth } of acts) {
          const number = numbers[nth % Math.max(1, numbers.length)];
          if (what === "submits") numbers.push(paper.submits(who, "council", { path: at }));
          else if (what === "looks") paper.looks();
          else if (what === "deletes") paper.deletes(at);
          else if (number !== undefined && paper.pull(number).standing === "open") {
            if (what === "retargets") paper.retargets(number, "next");
            else paper[what](number);
          }
          const { brought, live } = tiePullRequests(paper.facts());
          const addresses = new Map<string, Set<string>>();
          for (const one of brought.filter(({ pull, correction }) => pull.standing === "open" && !correction))
            addresses.set(one.slug, (addresses.get(one.slug) ?? new Set()).add(one.promised ? "promised" : one.file.path));
          expect([...addresses.values()].every((all) => all.size === 1)).toBe(true);
          const paths = [...live]
            .filter(([slug]) => !brought.some((one) => one.slug === slug && one.correction))
            .map(([, one]) => one.path);
          expect(new Set(paths).size).toBe(paths.length);
          const kept = live.get("council");
          if (kept) expect(numbers.filter((one) => paper.pull(one).openedBy?.login !== "mallory")).toContain(kept.pull);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("a promise", () => {
  it("[ST17] is not kept by an old file of its name, which is said with the way out, and is kept by the file that the plan names", () => {
    const paper = world();
    paper.publishes("posts/council.md");
    paper.looks();
    expect(paper.post("council")).toMatchObject({ stage: "promised", live: null });
    expect(paper.post("council").reasons[0]).toContain("`posts/council.md` has the same name, but I do not count it as this post");
    expect(paper.post("council").reasons[0]).toContain("`path: posts/council.md`");
    paper.rewritesDesk({ campaigns: [campaign([{ ...COUNCIL, path: "posts/council.md" }])] });
    expect(paper.post("council")).toMatchObject({ stage: "live", live: { path: "posts/council.md", pull: null } });
  });

  it("[ST17] is kept by what was pushed since it was made", () => {
    const paper = world();
    paper.looks();
    paper.passes("1 days");
    paper.publishes("posts/council.md", { since: paper.at() });
    expect(paper.post("council")).toMatchObject({ stage: "live" });
  });

  it("[ST17] that was made after a post of its name went live is open", () => {
    const paper = bare();
    goesLive(paper, paper.submits("ann", "council"));
    paper.passes("1 days");
    const since = { at: paper.at(), exact: true };
    paper.rewritesDesk({ campaigns: [campaign([{ ...COUNCIL, since }])] });
    paper.looks();
    expect(paper.post("council")).toMatchObject({ stage: "promised", promised: true });
    const number = paper.submits("ann", "council", { path: "posts/2014-07-18-council.md" });
    paper.looks();
    expect(paper.post("council")).toMatchObject({ stage: "in review", leading: number });
  });

  it("[ST16] is not the stranger's who has its name; the byline says /post, and then it is", () => {
    const paper = world();
    const number = paper.submits("stranger", "council");
    paper.looks();
    const own = `council#${number}`;
    expect(paper.post("council")).toMatchObject({ stage: "promised", waitingFor: ["ann"], submissions: [] });
    expect(paper.post(own)).toMatchObject({ promised: false, namedLike: "council" });
    expect(notice(paper, number)).toContain("an author of `council` or a person on the desk writes `/post council` here");
    paper.says("stranger", number, "/post council");
    paper.looks();
    expect(paper.post("council").submissions).toEqual([]);
    expect(paper.pull(number).comments.at(-1)?.body).toContain("Only these people can use `/post`");
    paper.says("ann", number, "/post council");
    paper.looks();
    expect(paper.post("council")).toMatchObject({ submissions: [number], stage: "in review" });
    expect(slugsOf(paper)).toEqual(["council"]);
  });

  it("[SL2] keeps the slot that it was told when another pull request becomes it, whatever that one was told under its own name", () => {
    const paper = world();
    paper.looks();
    const told = paper.post("council").announced;
    const dated = ["---", "title: Irmin", "date: 2014-08-06", "---", "", "Words.", ""].join("\n");
    const number = paper.submits("ann", "meeting", { file: { path: "posts/meeting.md", text: dated } });
    paper.looks();
    expect(paper.post("meeting").announced).toMatchObject([{ slot: "2014-08-06T11:00:00Z" }]);
    paper.says("amir", number, "/post council");
    paper.looks();
    expect(paper.post("council")).toMatchObject({ submissions: [number], announced: told });
  });

  it("[ST16] is not kept by a stranger's text that somebody merges, and stays its byline's to bring", () => {
    const paper = world();
    const number = paper.submits("stranger", "council");
    paper.looks();
    paper.merges(number);
    paper.looks();
    expect(paper.post("council")).toMatchObject({ stage: "promised" });
    expect(paper.post("council").reasons[0]).toContain("somebody who is not an author added it");
    expect(paper.post(`council#${number}`)).toMatchObject({ stage: "live" });
  });

  it("[ST10] that is live has done: a second pull request of its name is a post of its own, and one of its file changes it", () => {
    const paper = world();
    const first = paper.submits("ann", "council");
    const other = paper.submits("ann", "council", { path: "posts/2014-07-18-council.md" });
    paper.looks();
    expect(paper.post("council").submissions).toEqual([first, other]);
    paper.reviews("ben", first);
    paper.passes("6 days");
    expect(paper.post("council")).toMatchObject({ stage: "live", submissions: [first] });
    expect(paper.post(`council#${other}`)).toMatchObject({ stage: "in review", correction: false });
    const change = paper.submits("dan", "council");
    paper.looks();
    expect(paper.post(`council#${change}`)).toMatchObject({ correction: true });
  });

  it("[ST16] stays live when whoever brought it has left the desk", () => {
    const paper = world();
    goesLive(paper, paper.submits("dan", "council"));
    paper.rewritesDesk({ people: people.filter(({ login }) => login !== "dan") });
    expect(paper.post("council")).toMatchObject({ stage: "live" });
  });
});

describe("who signs", () => {
  it("[ST22] is said by the plan and the leading text: a stranger's by-line, open or closed, bars no reviewer and owes nothing", () => {
    const paper = world();
    const closed = paper.submits("stranger", "council", { byline: ["ben", "cat", "dan"] });
    paper.looks();
    paper.closes(closed);
    const other = paper.submits("stranger", "council", { byline: ["ben", "cat", "dan"] });
    const own = paper.submits("ann", "council");
    paper.looks();
    expect(paper.post("council")).toMatchObject({ byline: ["ann"], leading: own });
    expect(paper.pull(own).requested).toHaveLength(1);
    paper.passes("5 days");
    const reminded = [closed, other, own].flatMap((number) => paper.pull(number).comments.filter(({ mark }) => mark?.startsWith("remind")));
    expect(reminded.every(({ body }) => !body.includes("sign"))).toBe(true);
  });
});
