/** Stories of posts from promise to publication, told on paper: facts in, plan out, applied at once. */
import { describe, expect, it } from "@jest/globals";
import { keyOf, type Effect } from "../../src/desk/effect.js";
import { plan } from "../../src/desk/plan.js";
import { readInstant } from "../../src/desk/time/zone.js";
import { campaign, paperWorld, person, APP } from "./paper-world.js";

const irmin = { slug: "introducing-irmin", title: "Introducing Irmin", byline: ["ann"], beats: ["storage"] };
const people = [
  person("ann", { beats: ["storage"] }),
  person("ben", { beats: ["storage"] }),
  person("cat", { beats: ["storage"] }),
  person("dan", { beats: ["tls"] }),
];
const season = { people, campaigns: [campaign([irmin])] };
const ofKind = (effects: readonly Effect[], kind: Effect["kind"]) => effects.filter((effect) => effect.kind === kind);

describe("stages", () => {
  it("[ST1] follows a post from promise to draft to review", () => {
    const world = paperWorld({ desk: season });
    world.looks();
    expect(world.post("introducing-irmin")).toMatchObject({ stage: "promised", turn: "byline", waitingFor: ["ann"] });
    const number = world.submits("ann", "introducing-irmin", { draft: true });
    world.looks();
    expect(world.post("introducing-irmin")).toMatchObject({ stage: "in progress", turn: "byline", submissions: [number] });
    expect(world.pull(number).requested).toEqual([]);
    world.readies(number);
    world.looks();
    expect(world.post("introducing-irmin")).toMatchObject({ stage: "in review", turn: "reviewer" });
    expect(world.pull(number).requested).toHaveLength(1);
    expect(world.pull(number).requested[0]?.login).not.toBe("ann");
  });

  it("[ST1, ST33] takes a title that begins with [WIP] for a draft's: nobody is asked, it does not go live, and what to take out is said", () => {
    const world = paperWorld({ desk: { ...season, campaigns: [campaign([{ ...irmin, pinned: readInstant("2014-07-10T11:00:00Z") }])] } });
    const number = world.submits("ann", "introducing-irmin", { title: "Introducing Irmin" });
    world.becomes(number, { title: "[WIP] Introducing Irmin" });
    world.reviews("ben", number);
    world.passes("4 days");
    expect(world.post("introducing-irmin")).toMatchObject({ stage: "in progress", turn: "byline" });
    expect(world.pull(number)).toMatchObject({ requested: [], standing: "open" });
    expect(world.pull(number).comments[0]?.body).toContain("its title begins with `[WIP]`. Take that out of the title");
    world.becomes(number, { title: "Introducing Irmin" });
    world.passes("5 days");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[ST2] sends a post back for changes, and to the same reviewer when they have come", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin");
    world.looks();
    const reviewer = world.pull(number).requested[0]?.login ?? "";
    world.reviews(reviewer, number, "requests changes");
    world.looks();
    expect(world.post("introducing-irmin")).toMatchObject({ stage: "sent back", turn: "byline" });
    world.pushes(number, "2");
    world.looks();
    expect(world.post("introducing-irmin")).toMatchObject({ stage: "in review", turn: "reviewer", waitingFor: [reviewer] });
    expect(world.pull(number).requested.map(({ login }) => login)).toEqual([reviewer]);
  });

  it("[ST3] does not count the byline, bots, or a review of an older text", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("dan", "introducing-irmin", { byline: ["ann"] });
    world.looks();
    world.reviews("ann", number);
    world.reviews("helper[bot]", number, "approves", true);
    world.reviews("ben", number);
    world.pushes(number, "2");
    world.passes("14 days");
    expect(world.pull(number).standing).toBe("open");
    expect(world.post("introducing-irmin").approvals.by).toEqual([]);
    world.reviews("ben", number);
    world.passes("3 days");
    expect(world.post("introducing-irmin").stage).toBe("live");
  });

  it("[ST4] merges at the slot, not before, naming the head that was judged", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin");
    world.looks();
    world.reviews("ben", number);
    world.looks();
    const slot = world.post("introducing-irmin").slot?.at ?? "";
    expect(world.post("introducing-irmin").stage).toBe("approved");
    const head = world.pull(number).head.sha;
    const effects = world.passes("2 days");
    expect(ofKind(effects, "merge")).toEqual([expect.objectContaining({ head, pull: number })]);
    expect(world.pull(number).endedAt).toBe(slot);
  });

  it("[ST5] does not publish text that was pushed after the approval", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin");
    world.looks();
    world.reviews("ben", number);
    world.looks();
    world.pushes(number, "unseen");
    expect(ofKind(world.passes("2 days"), "merge")).toEqual([]);
    expect(world.pull(number).requested.map(({ login }) => login)).toContain("ben");
  });

  it("[ST6] tells the coordinator once that a post may go when the desk merges by hand", () => {
    const world = paperWorld({ desk: { ...season, merge: { atSlot: false, method: "merge", missed: "catch up", fixDates: false } } });
    const number = world.submits("ann", "introducing-irmin");
    world.looks();
    world.reviews("ben", number);
    const told = ofKind(world.passes("2 days"), "reply");
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ issue: number, body: expect.stringContaining("@amir") });
    expect(ofKind(world.passes("3 hours"), "reply")).toEqual([]);
    expect(world.post("introducing-irmin")).toMatchObject({ stage: "due", turn: "coordinator" });
  });

  it("[ST7] keeps a held post back until it is let go, and a dropped one out", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin");
    world.looks();
    world.reviews("ben", number);
    world.says("ben", number, "/hold the numbers are not public yet");
    world.passes("3 days");
    expect(world.post("introducing-irmin")).toMatchObject({ stage: "held", stopped: { by: "ben", why: "the numbers are not public yet" } });
    expect(world.pull(number).labels).toContain("do-not-merge/hold");
    world.says("amir", number, "/unhold");
    world.passes("1 days");
    expect(world.post("introducing-irmin").stage).toBe("live");

    const other = paperWorld({ desk: season });
    other.looks();
    other.says("amir", other.board().number, "/drop introducing-irmin no time");
    other.looks();
    expect(other.post("introducing-irmin")).toMatchObject({ stage: "dropped", turn: "nobody" });
    expect(other.board().body).toContain("dropped");
    expect(ofKind(other.passes("5 days"), "remind")).toEqual([]);
  });

  it("[ST8] waits for the post that comes before", () => {
    const world = paperWorld({
      desk: { people, campaigns: [campaign([irmin, { slug: "irmin-in-xenstore", byline: ["dan"], after: ["introducing-irmin"] }])] },
    });
    const second = world.submits("dan", "irmin-in-xenstore");
    world.looks();
    world.reviews("ben", second);
    world.passes("4 days");
    expect(world.pull(second).standing).toBe("open");
    const first = world.submits("ann", "introducing-irmin");
    world.looks();
    world.reviews("cat", first);
    world.passes("4 days");
    expect([world.pull(first).standing, world.pull(second).standing]).toEqual(["merged", "merged"]);
    expect((world.pull(first).endedAt ?? "") <= (world.pull(second).endedAt ?? "")).toBe(true);
  });

  it("[ST9] follows a post from a closed pull request to the one that replaces it", () => {
    const world = paperWorld({ desk: season });
    world.submits("amir", "introducing-irmin", { number: 187, byline: ["ann"] });
    world.looks();
    const asked = world.pull(187).requested.map(({ login }) => login);
    world.closes(187);
    world.submits("amir", "introducing-irmin", { number: 189, byline: ["ann"] });
    world.looks();
    expect(world.plan().posts).toHaveLength(1);
    expect(world.post("introducing-irmin")).toMatchObject({ submissions: [187, 189], leading: 189, stage: "in review" });
    expect(world.pull(189).requested.map(({ login }) => login)).toEqual(asked);
  });

  it("[ST10] lets the first of two pull requests lead, and takes the second for a change of a live post afterwards", () => {
    const world = paperWorld({ desk: season });
    world.submits("amir", "introducing-irmin", { number: 164 });
    world.submits("dan", "introducing-irmin", { number: 165, text: "edited" });
    world.looks();
    expect(world.post("introducing-irmin")).toMatchObject({ submissions: [164, 165], leading: 164 });
    world.reviews("ben", 164);
    world.passes("2 days");
    expect(world.pull(164).standing).toBe("merged");
    expect(world.pull(165).standing).toBe("open");
  });

  it("[ST10] takes a second pull request for a change of a live post, with a review of its own", () => {
    const world = paperWorld({ desk: season });
    world.submits("amir", "introducing-irmin", { number: 164 });
    world.submits("dan", "introducing-irmin", { number: 165, text: "edited" });
    world.looks();
    world.reviews("ben", 164);
    world.passes("2 days");
    expect(world.post("introducing-irmin#165")).toMatchObject({ stage: "in review", slot: null, leading: 165 });
    expect(world.pull(165).requested).toHaveLength(1);
    expect(world.pull(165).comments.find(({ mark }) => mark === "notice")?.body).toContain("In review");
  });

  it("[ST13] remembers what was announced under a slug that the plan has changed", () => {
    const world = paperWorld({ desk: season });
    world.looks();
    const first = world.post("introducing-irmin").slot?.at;
    world.rewritesDesk({
      campaigns: [campaign([{ ...irmin, slug: "irmin", also: ["introducing-irmin"], pinned: readInstant("2014-07-15T11:00:00Z") }])],
    });
    world.looks();
    expect(world.post("irmin").announced.map(({ slot }) => slot)).toEqual([first, "2014-07-15T11:00:00Z"]);
  });

  it("[ST13] remembers a slot that was left and taken again", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin");
    world.looks();
    for (const slot of ["2014-07-15T12:00", "2014-07-16T12:00", "2014-07-15T12:00"]) {
      world.says("amir", number, `/slot ${slot}`);
      world.looks();
    }
    expect(
      world
        .post("introducing-irmin")
        .announced.map(({ slot }) => slot.slice(0, 10))
        .slice(-3),
    ).toEqual(["2014-07-15", "2014-07-16", "2014-07-15"]);
  });

  it("[ST11] tracks a post that nobody promised", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("dan", "intro-tcpip");
    world.looks();
    expect(world.post("intro-tcpip")).toMatchObject({ promised: false, campaign: null, stage: "in review" });
    expect(world.post("intro-tcpip").slot).not.toBeNull();
    expect(world.board().body).toContain("(not in the plan)");
    expect(world.pull(number).comments[0]?.body).toContain("not in the plan");
  });

  it("[ST14] leaves alone what was merged before it came", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("dan", "from-long-ago");
    world.merges(number);
    world.looks();
    expect(world.plan().posts.map(({ slug }) => slug)).toEqual(["introducing-irmin"]);
    expect(world.pull(number)).toMatchObject({ labels: [], comments: [] });
  });

  it("[ST12] keeps a post with errors from its reviewers and from going live", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin", { errors: 2 });
    const effects = world.looks();
    expect(world.pull(number).requested).toEqual([]);
    expect(world.post("introducing-irmin")).toMatchObject({ turn: "byline" });
    expect(ofKind(effects, "check")).toContainEqual(expect.objectContaining({ name: "presstime/lint", conclusion: "failure" }));
    world.reviews("ben", number);
    world.passes("4 days");
    expect(world.pull(number).standing).toBe("open");
  });
});

describe("the plan", () => {
  it("[PL7] hurries nobody after the deadline for the sake of a day that somebody gave what comes after", () => {
    const at = readInstant("2014-07-10T09:00:00Z");
    const posts = [
      { slug: "one", byline: ["ann"] },
      { slug: "two", byline: ["ben"], after: ["one"] },
    ];
    const world = paperWorld({ at, desk: { campaigns: [campaign(posts, { deadline: readInstant("2014-07-05T08:00:00Z") })] } });
    const number = world.submits("ben", "two", { byline: ["ben"] });
    world.looks();
    world.says("amir", number, "/slot friday 15:00");
    world.looks();
    const { slot } = world.post("one");
    expect((slot?.draftBy ?? "") > at).toBe(true);
  });

  it("[PL7] leaves time to write and to review, unless that would cost a post the deadline", () => {
    const three = ["one", "two", "three"].map((slug) => ({ slug, byline: ["ann"] }));
    const calm = paperWorld({ desk: { people, campaigns: [campaign(three)] } });
    calm.looks();
    expect(three.map(({ slug }) => calm.post(slug).slot?.at)).toEqual([
      "2014-07-09T11:00:00Z",
      "2014-07-10T11:00:00Z",
      "2014-07-11T11:00:00Z",
    ]);
    const near = paperWorld({ desk: { people, campaigns: [campaign(three, { deadline: readInstant("2014-07-09T16:00:00Z") })] } });
    near.looks();
    expect(three.map(({ slug }) => near.post(slug).slot?.at)).toEqual([
      "2014-07-07T11:00:00Z",
      "2014-07-08T11:00:00Z",
      "2014-07-09T11:00:00Z",
    ]);
  });

  it("[SC22] gives no post a slot before its campaign starts", () => {
    const posts = ["one", "two"].map((slug) => ({ slug, byline: ["ann"] }));
    const world = paperWorld({ desk: { people, campaigns: [campaign(posts, { starts: readInstant("2014-07-15T08:00:00Z") })] } });
    world.looks();
    expect(posts.map(({ slug }) => world.post(slug).slot?.at)).toEqual(["2014-07-15T11:00:00Z", "2014-07-16T11:00:00Z"]);
  });

  it("[PL3] finishes what a crash left half done, and does nothing twice", () => {
    const whole = paperWorld({ desk: season });
    whole.submits("ann", "introducing-irmin", { number: 7 });
    const { effects } = whole.plan();
    expect(new Set(effects.map(keyOf)).size).toBe(effects.length);
    whole.looks();
    expect(whole.looks()).toEqual([]);
  });

  it("[PL4] repeats no comment, request or merge when the ledger is lost", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin");
    world.passes("2 days");
    world.says("ann", number, "/help");
    world.looks();
    world.loses("ledger");
    const again = world.looks();
    const loud = again.filter(({ kind }) => ["ask", "withdraw", "remind", "reply", "react", "merge"].includes(kind));
    const anew = again.filter(
      (effect) => (effect.kind === "notice" ? effect.comment : effect.kind === "board" ? effect.issue : true) === null,
    );
    expect([...loud, ...anew]).toEqual([]);
  });

  it("[PL5] says whom GitHub would not let be asked, and asks somebody else", () => {
    const world = paperWorld({ desk: season });
    world.refuses("ben");
    const number = world.submits("ann", "introducing-irmin");
    world.looks();
    world.passes("1 hours");
    const asked = world.pull(number).requested.map(({ login }) => login);
    expect(asked).toHaveLength(1);
    expect(asked).not.toContain("ben");
  });

  it("[PL5] says on the pull request which check it could not write", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin");
    world.looks();
    const facts = world.facts();
    const { head } = world.pull(number);
    const refused = { digest: "", ended: "refused", why: "the app lacks the permission `checks: write`", at: facts.at } as const;
    const memory = { ...facts.memory, effects: { ...facts.memory.effects, [`check/presstime/lint/${head.sha}`]: refused } };
    const notice = plan({ ...facts, memory }).effects.find(({ kind }) => kind === "notice");
    expect(notice?.kind === "notice" && notice.body).toContain("did not let me write the check `presstime/lint`");
  });

  it("[PL6] wants nothing in an archived repository", () => {
    const world = paperWorld({ desk: season });
    world.submits("ann", "introducing-irmin");
    const facts = world.facts();
    expect(plan({ ...facts, repository: { ...facts.repository, archived: true } }).effects).toEqual([]);
  });
});

describe("commands", () => {
  it("[CM2] takes no orders from itself or from another bot", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin");
    world.looks();
    world.says(APP, number, "/drop");
    world.says("other[bot]", number, "/drop");
    expect(ofKind(world.looks(), "react")).toEqual([]);
    expect(world.post("introducing-irmin").stage).toBe("in review");
  });

  it("[CM4] tells who may, and changes nothing", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin");
    world.looks();
    world.says("stranger", number, "/drop");
    const effects = world.looks();
    expect(ofKind(effects, "react")).toEqual([expect.objectContaining({ reaction: "confused" })]);
    expect(ofKind(effects, "reply")).toEqual([expect.objectContaining({ body: expect.stringContaining("amir") })]);
    expect(world.post("introducing-irmin").stage).toBe("in review");
  });

  it("[CM5] answers once, in words only where there is something to say", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin");
    world.looks();
    world.says("ann", number, "/hold");
    expect(
      world
        .looks()
        .filter(({ kind }) => kind === "react" || kind === "reply")
        .map(({ kind }) => kind),
    ).toEqual(["react"]);
    world.says("ann", number, "/status");
    expect(
      world
        .looks()
        .filter(({ kind }) => kind === "react" || kind === "reply")
        .map(({ kind }) => kind),
    ).toEqual(["react", "reply"]);
    expect(world.looks()).toEqual([]);
  });

  it("[CM6] answers a slot in the past and one it cannot read, and moves nothing", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin");
    world.looks();
    const before = world.post("introducing-irmin").slot?.at;
    world.says("ann", number, "/slot 2013-07-18T13:00");
    world.says("ann", number, "/slot some day");
    expect(ofKind(world.looks(), "reply").map((effect) => (effect.kind === "reply" ? effect.body.slice(0, 30) : ""))).toHaveLength(2);
    expect(world.post("introducing-irmin").slot?.at).toBe(before);
    world.says("ann", number, "/slot 2014-07-16T15:30");
    world.looks();
    expect(world.post("introducing-irmin").slot?.at).toBe("2014-07-16T14:30:00Z");
  });

  it("[CM7] takes a request back with /uncc and asks somebody else", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin");
    world.looks();
    const first = world.pull(number).requested[0]?.login ?? "";
    world.says(first, number, "/uncc");
    world.looks();
    const now = world.pull(number).requested.map(({ login }) => login);
    expect(now).toHaveLength(1);
    expect(now).not.toContain(first);
  });

  it("[CM8] ties a pull request to a promised post by /post", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "my-first-try");
    world.looks();
    expect(world.post("my-first-try").promised).toBe(false);
    world.says("ann", number, "/post introducing-irmin");
    world.looks();
    expect(world.post("introducing-irmin")).toMatchObject({ leading: number, promised: true });
    expect(world.plan().posts).toHaveLength(1);
  });
});

describe("words", () => {
  it("[WD2] pings nobody in notices and boards", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin", { title: "@everyone look at #1" });
    world.looks();
    expect(world.pull(number).comments[0]?.body).not.toMatch(/@\w/);
    expect(world.board().body).not.toMatch(/@\w/);
  });

  it("[WD3] keeps one notice on a pull request through its whole life", () => {
    const world = paperWorld({ desk: season });
    const number = world.submits("ann", "introducing-irmin", { draft: true });
    world.passes("1 hours");
    world.readies(number);
    world.passes("1 hours");
    world.reviews("ben", number);
    world.passes("7 days");
    expect(world.pull(number).standing).toBe("merged");
    expect(world.pull(number).comments.filter(({ mark }) => mark === "notice")).toHaveLength(1);
    expect(world.pull(number).comments.find(({ mark }) => mark === "notice")?.body).toContain("Live");
    expect(readInstant(world.pull(number).endedAt ?? "")).toBe("2014-07-09T11:00:00Z");
  });
});
