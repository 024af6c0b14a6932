/** Changing the plan by comments: splitting, merging and renaming promises, told on paper. */
import { describe, expect, it } from "@jest/globals";
import { readInstant } from "../../../src/desk/time/zone.js";
import { amendPlan } from "../../../src/desk/tracking/amended-plan.js";
import { APP, campaign, desk, paperWorld, person, type PaperWorld } from "../paper-world.js";

const one = { slug: "one", byline: ["ann"], beats: ["storage"], notBefore: readInstant("2014-07-08T00:00:00Z") };
const posts = [one, { slug: "two", byline: ["ben"], after: ["one"] }, { slug: "three", byline: ["cat"] }];
const people = ["ann", "ben", "cat", "dan"].map((login) => person(login));

function open(promised = posts as Parameters<typeof campaign>[0]): PaperWorld {
  const world = paperWorld({ desk: { people, campaigns: [campaign(promised)] } });
  world.passes("1 hours");
  return world;
}
const slugs = (world: PaperWorld) => world.plan().posts.map(({ slug }) => slug);
const replies = (world: PaperWorld, issue: number) => {
  const { comments } = world.facts().boards.find(({ number }) => number === issue) ?? world.pull(issue);
  return comments.filter(({ mark }) => mark?.startsWith("reply/")).map(({ body }) => body);
};
function says(world: PaperWorld, who: string, body: string, issue = world.board().number): string {
  world.says(who, issue, body);
  world.looks();
  return replies(world, issue).at(-1) ?? "";
}

describe("/split", () => {
  it("[CM18] promises a second post right after the first, of the same people, beats and embargo, which a pull request can bring", () => {
    const world = open();
    expect(says(world, "ann", '/split one one-more "The *rest* of it"')).toContain("“The \\*rest\\* of it”");
    expect(slugs(world)).toEqual(["one", "one-more", "two", "three"]);
    expect(world.post("one-more")).toMatchObject({
      title: "The *rest* of it",
      byline: ["ann"],
      campaign: "OSCON 2014",
      promised: true,
      stage: "promised",
    });
    expect(world.board().body).toContain("`one-more`");
    const number = world.submits("ann", "one-more");
    world.looks();
    expect(world.post("one-more")).toMatchObject({ leading: number, promised: true });
    expect(world.post("one").leading).toBeNull();
    expect(
      amendPlan(desk({ campaigns: [campaign(posts)] }), [{ kind: "split", post: "one", slug: "x", title: "X" }]).promised("x"),
    ).toMatchObject({
      beats: ["storage"],
      notBefore: one.notBefore,
      pinned: null,
    });
  });

  it("[CM18] on a pull request speaks of its post, and makes a title of the slug when none is given", () => {
    const world = open();
    const number = world.submits("ann", "one");
    world.looks();
    says(world, "ann", "/split storage-in-practice", number);
    expect(world.post("storage-in-practice").title).toBe("Storage in practice");
    expect(world.post("one").leading).toBe(number);
  });

  it.each([
    ["/split one two", "Another post already has the slug"],
    ["/split one ../x", "write a new slug of letters"],
    ["/split one", "write a new slug of letters"],
    ["/split one new and more words", "a title in quotes"],
    [`/split one new "${"x".repeat(201)}"`, "at most 200 characters"],
    ["/split thre new", "Did you mean `three`"],
  ])("[CM18] %s is refused", (body, why) => {
    const world = open();
    expect(says(world, "amir", body)).toContain(why);
    expect(slugs(world)).toEqual(["one", "two", "three"]);
  });
});

describe("/merge-into", () => {
  it("[CM19] makes one post of two: pull requests, byline and a hold are the other's, each history its own, and what came after it waits for that one", () => {
    const world = open();
    const [first] = world.post("one").announced;
    const [own, other] = [world.submits("ann", "one"), world.submits("cat", "three")];
    world.looks();
    world.says("ann", own, "/hold not yet");
    world.looks();
    expect(says(world, "amir", "/merge-into three", own)).toContain("`one` is now part of `three`");
    expect(slugs(world)).toEqual(["two", "three"]);
    const three = world.post("three");
    expect(three.byline).toEqual(["cat", "ann"]);
    expect(three.submissions).toEqual([own, other].sort());
    expect(three.joined).toEqual([{ slug: "one", announced: [first] }]);
    expect(three.announced).not.toContainEqual(first);
    expect(three.stage).toBe("held");
    expect((world.post("two").slot?.at ?? "") > (three.slot?.at ?? "~")).toBe(true);
    expect(replies(world, own)).toHaveLength(1);
    says(world, "amir", "/status one");
    expect(replies(world, world.board().number).at(-1)).toContain("**held**");
  });

  it("[CM19] hides no slot and no embargo of either, and shows no slot of the one as a move of the other", () => {
    const world = open();
    const was = world.post("one").announced[0]?.slot;
    says(world, "ann", "/slot one 2014-07-17T13:00");
    says(world, "amir", "/merge-into one three");
    const { announced, joined, slot } = world.post("three");
    expect(joined?.[0]?.announced.map((told) => told.slot)).toEqual([was, "2014-07-17T12:00:00Z"]);
    expect(announced.map((told) => told.slot)).not.toContain("2014-07-17T12:00:00Z");
    expect(slot?.at).toBe(announced.at(-1)?.slot);
    expect(world.board().body).toMatch(/^one 20/m);
    const merged = amendPlan(desk({ campaigns: [campaign(posts)] }), [{ kind: "merge", post: "one", into: "three" }]);
    expect(merged.promised("three")?.notBefore).toBe(one.notBefore);
  });

  it("[CM19] leaves the slip of the post that goes on as it was, and its slot", () => {
    const world = open();
    const was = world.post("one").announced[0]?.slot;
    says(world, "amir", "/slot one 2014-07-17T13:00");
    world.passes("1 hours");
    says(world, "cat", "/slot three 2014-07-18T13:00");
    says(world, "amir", "/merge-into three one");
    expect(world.post("one").announced[0]?.slot).toBe(was);
    expect(world.post("one").slot?.at).toBe("2014-07-17T12:00:00Z");
    expect(world.passes("2 hours").filter(({ kind }) => kind === "announce")).toEqual([]);
  });

  it("[CM19, CM25] needs the right to both, another post, and no circle", () => {
    const world = open();
    expect(says(world, "ann", "/merge-into one three")).toContain("Only these people can use");
    expect(says(world, "amir", "/merge-into one one")).toContain("Nothing has changed");
    expect(says(world, "amir", "/merge-into one tree")).toContain("Did you mean `three`");
    says(world, "amir", "/after one three");
    expect(says(world, "amir", "/merge-into three two")).toContain("would wait for each other");
    expect(slugs(world)).toEqual(["one", "two", "three"]);
  });

  it("[CM19] lets a pull request that nobody promised fulfil a promise, said from either side", () => {
    const world = open();
    const stray = world.submits("dan", "a-stray");
    world.looks();
    world.says("dan", stray, "/hold");
    expect(says(world, "amir", "/merge-into three", stray)).toContain("`a-stray` is now part of `three`");
    expect(world.post("three")).toMatchObject({ leading: stray, stage: "held" });
    const again = world.submits("dan", "another");
    world.looks();
    says(world, "amir", "/merge-into one another");
    expect(world.post("another")).toMatchObject({ promised: true, leading: again, byline: ["ann"] });
    expect(slugs(world)).toEqual(["another", "two", "three"]);
    world.closes(again);
    world.looks();
    expect(world.post("another")).toMatchObject({ promised: true, stage: "promised" });
  });
});

describe("/rename", () => {
  it("[CM20] gives another slug; the old one still leads to the post, in files, in commands and in what was announced", () => {
    const world = open();
    const announced = world.post("one").announced;
    const number = world.submits("ann", "one");
    world.looks();
    expect(says(world, "ann", "/rename uno", number)).toContain("`one` is now called `uno`");
    expect(slugs(world)).toEqual(["uno", "two", "three"]);
    expect(world.post("uno")).toMatchObject({ leading: number, announced });
    expect(world.passes("3 hours").filter(({ kind }) => kind === "announce")).toEqual([]);
    says(world, "ann", "/hold one by its old name");
    expect(world.post("uno").stage).toBe("held");
    expect(says(world, "amir", "/after three one")).toContain("waits until `uno` is live");
    says(world, "ann", "/rename uno one");
    expect(slugs(world)).toEqual(["one", "two", "three"]);
    expect(world.post("one").announced.slice(0, 1)).toEqual(announced.slice(0, 1));
  });

  it("[CM20, CM25] is not taken away by a stranger who opens a pull request under the new slug", () => {
    const world = open();
    says(world, "ann", "/rename one uno");
    const number = world.submits("stranger", "uno");
    world.looks();
    expect(slugs(world)).toEqual(["uno", "two", "three", `uno#${number}`]);
    expect(world.post("uno")).toMatchObject({ promised: true, submissions: [] });
    expect(says(world, "amir", `/merge-into uno uno#${number}`)).toContain("write `/post uno` on the pull request");
  });

  it("[CM20] refuses a slug that is taken or is none, and a post that nobody promised", () => {
    const world = open();
    const number = world.submits("dan", "a-stray");
    world.looks();
    expect(says(world, "amir", "/rename one TWO")).toContain("Another post already has the slug");
    expect(says(world, "amir", "/rename one two/three")).toContain("write a new slug of letters");
    expect(says(world, "dan", "/rename mine", number)).toContain("is not in the plan");
    expect(slugs(world)).toEqual(["one", "two", "three", "a-stray"]);
  });
});

describe("the plan file", () => {
  const told = ["/split one one-b", "/rename two zwei", "/merge-into three one"];

  it("[CM21] that says by now what comments said leaves no post twice, no reply and no slip behind", () => {
    const world = open();
    for (const body of told) says(world, "amir", body);
    const before = { slugs: slugs(world), announced: world.post("zwei").announced };
    const answered = world.board().comments.length;
    world.rewritesDesk({
      campaigns: [
        campaign([
          { ...one, also: ["three"], byline: ["ann", "cat"] },
          { slug: "one-b", byline: ["ann"] },
          { slug: "zwei", also: ["two"], byline: ["ben"], after: ["one"] },
        ]),
      ],
    });
    world.looks();
    expect(slugs(world)).toEqual(before.slugs);
    expect(world.post("zwei").announced).toEqual(before.announced);
    expect(world.board().comments).toHaveLength(answered);
    expect(world.board().comments.flatMap(({ reactions }) => reactions)).not.toContain("confused");
  });

  it("[CM21] that forgot the old slugs hides nothing of what people were told of them", () => {
    const world = open();
    for (const body of told) says(world, "amir", body);
    const announced = world.post("zwei").announced;
    const answered = world.board().comments.length;
    world.rewritesDesk({ campaigns: [campaign([one, { slug: "one-b", byline: ["ann"] }, { slug: "zwei", byline: ["ben"] }])] });
    world.looks();
    expect(slugs(world)).toEqual(["one", "one-b", "zwei"]);
    expect(world.post("zwei").announced).toEqual(announced);
    expect(world.board().comments).toHaveLength(answered);
  });

  it("[CM21] that drops a post ends what was said of it, silently", () => {
    const world = open();
    says(world, "amir", "/hold three");
    const answered = world.board().comments.length;
    world.rewritesDesk({ campaigns: [campaign([one])] });
    world.looks();
    expect(slugs(world)).toEqual(["one"]);
    expect(world.board().comments).toHaveLength(answered);
    expect(world.board().comments.flatMap(({ reactions }) => reactions)).toEqual(["+1"]);
  });
});

describe("/undo", () => {
  it("[CM22] takes back the last command, and again the one before, and says which", () => {
    const world = open();
    const was = world.post("one").slot?.at;
    const number = world.submits("ann", "one");
    world.looks();
    world.passes("1 hours");
    says(world, "ann", "/slot 2014-07-17T13:00", number);
    says(world, "ann", "/rename uno", number);
    says(world, "ann", "/hold", number);
    expect(says(world, "ann", "/undo", number)).toContain("I cancelled `/hold`, which ann wrote on Mon 7 July");
    expect(world.post("uno").stage).toBe("in review");
    expect(says(world, "ann", "/undo", number)).toContain("`/rename uno`");
    expect(world.post("one").slot?.at).toBe("2014-07-17T12:00:00Z");
    expect(says(world, "ann", "/undo", number)).toContain("`/slot 2014-07-17T13:00`");
    expect(world.post("one").slot?.by).toBeNull();
    expect(was).toBeDefined();
    expect(says(world, "ann", "/undo", number)).toContain("no other command in this conversation that I can cancel");
  });

  it("[CM22] takes back what others said only for those whose post it is", () => {
    const world = open();
    const number = world.submits("ann", "one");
    world.looks();
    says(world, "dan", "/hold", number);
    expect(says(world, "cat", "/undo", number)).toContain("no other command in this conversation that I can cancel");
    expect(world.post("one").stage).toBe("held");
    says(world, "ann", "/undo", number);
    expect(world.post("one").stage).toBe("in review");
    says(world, "dan", "/hold", number);
    says(world, "dan", "/undo", number);
    expect(world.post("one").stage).toBe("in review");
  });

  it("[CM22] takes back a /post, and on the board what was said of the post that is named", () => {
    const world = open();
    const number = world.submits("ann", "other-name");
    world.looks();
    says(world, "ann", "/post one", number);
    expect(world.post("one").leading).toBe(number);
    expect(says(world, "ann", "/undo", number)).toContain("`/post one`");
    expect(world.post("one").leading).toBeNull();
    says(world, "amir", "/hold one");
    says(world, "amir", "/hold two");
    says(world, "amir", "/undo one");
    expect([world.post("one").stage, world.post("two").stage]).toEqual(["promised", "held"]);
    says(world, "amir", "/undo");
    expect(world.post("two").stage).toBe("promised");
  });

  it("[CM22] of a merge brings back the promise with all that was its own", () => {
    const world = open();
    says(world, "ann", "/slot one 2014-07-17T13:00");
    const before = world.post("one");
    says(world, "amir", "/merge-into one three");
    expect(slugs(world)).toEqual(["two", "three"]);
    says(world, "amir", "/undo three");
    expect(slugs(world)).toEqual(["one", "two", "three"]);
    expect(world.post("one").slot).toEqual(before.slot);
  });
});

describe("/dry-run", () => {
  it("[CM23] tells which posts would move and what would be late, and changes nothing", () => {
    const world = open();
    const before = world.plan().posts;
    const body = says(world, "amir", "/dry-run /slot one 2014-07-24T13:00");
    expect(body).toContain("A dry run of `/slot one 2014-07-24T13:00`: nothing has changed.");
    expect(body).toMatch(/- `one` would move from \w+ \d+ July 12:00 to Thu 24 July 13:00, \*\*its slot would be after the deadline\*\*/);
    expect(body).toContain("`two` would move from");
    expect(world.plan().posts).toEqual(before);
    expect(says(world, "amir", "/dry-run hold two")).toContain("`two` would be held instead of promised");
    expect(says(world, "amir", "/dry-run /rename two zwei")).toContain("`two` would be called `zwei`");
    expect(says(world, "amir", "/dry-run /split two zwei")).toContain("`zwei` would be added to the plan");
    expect(says(world, "amir", "/dry-run /merge-into two three")).toContain("`two` would become a part of another post");
    expect(world.plan().posts).toEqual(before);
    expect(world.passes("1 hours")).toEqual([]);
  });

  it("[CM23] tells the refusal that the command would get, or that nothing would move", () => {
    const world = open();
    world.says("dan", world.board().number, "/dry-run /slot one 2014-07-18T13:00");
    world.looks();
    expect(replies(world, world.board().number).at(-1)).toContain("Only these people can use");
    expect(says(world, "amir", "/dry-run /after one two")).toContain("would wait for each other");
    expect(says(world, "amir", "/dry-run /snooze two 2d")).toContain("No post would move");
    expect(says(world, "amir", "/dry-run jump")).toContain("write the command to try");
    expect(world.board().comments.find(({ body }) => body.includes("jump"))?.reactions).toEqual(["confused"]);
  });

  it("[CM23] is worked out for three at most in a look, and for the others in the next ones", () => {
    const world = open();
    for (const hour of ["13", "14", "15", "16", "17"]) world.says("amir", world.board().number, `/dry-run /slot one 2014-07-24T${hour}:00`);
    const first = world.plan();
    expect(first.effects.filter(({ kind }) => kind === "reply")).toHaveLength(3);
    expect(first.lookAgainAt).toBe("2014-07-07T09:00:01Z");
    world.looks();
    expect(replies(world, world.board().number)).toHaveLength(5);
  });

  it("[CM23] on a pull request is about its post", () => {
    const world = open();
    const number = world.submits("ann", "one");
    world.passes("1 hours");
    expect(says(world, "ann", "/dry-run /slot next", number)).toContain("`one` would move from");
    expect(world.post("one").slot?.by).toBeNull();
    expect(world.board().comments.filter(({ by }) => by?.login === APP)).toEqual([]);
  });
});
