/** Random conversations, with edits: what got thumbs up has changed something or stands in words under it, in whatever order comments are stored. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { gatherDossiers } from "../../../src/desk/dossier.js";
import type { Comment, Snapshot } from "../../../src/desk/facts/snapshot.js";
import { placeOfWords, spokenOn } from "../../../src/desk/facts/spoken.js";
import { plan } from "../../../src/desk/plan.js";
import { campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const word = fc.constantFrom(
  ...["hold", "unhold", "drop", "cc", "uncc", "slot", "unslot", "pin", "unpin", "after", "split", "merge-into", "rename", "snooze", "post"],
  ...["undo", "lgtm", "approve", "decline", "fix", "HOLD", "hold,", "uncc!"],
);
const rest = fc.constantFrom(
  ...["", "", "", "one", "two", "three", "ONE please", "two until the release", "please, I am away this week", "bitte nicht heute"],
  ...["@ben", "ben", "@ann, @cat", "@guest", "@nobodyhere", "someone who knows storage, please", "@mirage/core", "I am away, ask @cat"],
  ...[
    "next",
    "next please",
    "swap two",
    "2014-07-16T13:00",
    "2014-07-04T13:00",
    "tomorrow 15:00.",
    "one 2014-07-16T13:00",
    "2d",
    "1w, on leave",
    "new-slug",
    "one four",
  ],
);
const said = fc.record({
  who: fc.constantFrom("amir", "amir", "ann", "ben", "cat", "asked", "asked", "guest", "stranger"),
  where: fc.nat(2),
  as: fc.constantFrom("comment", "comment", "review", "line", "description"),
  body: fc.tuple(word, rest, fc.constantFrom("", "", "Well.\n\n", "> quoted\n")).map(([one, more, before]) => `${before}/${one} ${more}`),
  /** Instead, the text of an older comment becomes that. */
  edits: fc.option(fc.nat(6), { freq: 4 }),
  waits: fc.constantFrom("1 seconds", "5 minutes", "9 hours"),
});

function open(): PaperWorld {
  const posts = [{ slug: "one", byline: ["ann"] }, { slug: "two", byline: ["ben"] }, "three"];
  const people = ["ann", "ben", "cat", "dan"].map((login) => person(login));
  const world = paperWorld({ desk: { people, campaigns: [campaign(posts)] }, writers: ["guest"] });
  world.submits("ann", "one");
  world.submits("stranger", "stray", { with: ["other"] });
  world.passes("1 hours");
  return world;
}

/** Boards have comments alone; a description is whoever opened it's to write, and on paper their words stand there for good. */
function say(world: PaperWorld, { who, as, body }: { who: string; as: string; body: string }, issue: number): string {
  const pull = world.facts().open.find(({ number }) => number === issue);
  if (!pull || as === "comment" || (as === "description" && pull.openedBy?.login !== who)) return `${world.says(who, issue, body)}`;
  if (as === "description") world.describes(issue, body);
  else if (as === "review") world.reviews(who, issue, "comments", false, body);
  else world.remarks(who, issue, body);
  const kind = as === "description" ? "description" : as === "review" ? "review" : "line";
  const said = spokenOn(world.pull(issue)).findLast((one) => one.in?.kind === kind && one.body === body);
  return said ? placeOfWords(said) : "";
}
const conversations = ({ open: pulls, boards }: Snapshot) => [...boards.map(({ comments }) => comments), ...pulls.map(spokenOn)].flat();
const find = (world: PaperWorld, place: string): Comment | undefined =>
  conversations(world.facts()).find((one) => placeOfWords(one) === place);
const isAnswered = (world: PaperWorld, place: string) =>
  conversations(world.facts()).filter(({ mark }) => mark?.startsWith(`reply/${place}/`)).length;
const decided = (facts: Snapshot) => {
  const { posts, desk } = gatherDossiers(facts, () => ["ann", "ben", "cat", "dan"]);
  return JSON.stringify([posts.map((post) => [post.slug, post.decided, post.brought.map(({ pull }) => pull.number)]), desk.campaigns]);
};

describe("any conversation", () => {
  it("[CM28] gives thumbs up to nothing that neither changed anything nor is told in words", () => {
    let thumbs = 0;
    fc.assert(
      fc.property(fc.array(said, { minLength: 2, maxLength: 6 }), (sayings) => {
        const world = open();
        const ids: string[] = [];
        for (const { who, where, as, body, edits, waits } of sayings) {
          const facts = world.facts();
          const places = [...facts.open, ...facts.boards].map(({ number }) => number);
          const issue = places[where % places.length] ?? 0;
          const speaker = who === "asked" ? (facts.open.flatMap(({ requested }) => requested)[0]?.login ?? "cat") : who;
          const before = decided(facts);
          const earliest = edits === null ? undefined : ids[edits];
          const old = earliest !== undefined && /^\d+$/.test(earliest) ? earliest : undefined;
          const earlier = old === undefined ? [] : (find(world, old)?.reactions ?? []);
          const words = old === undefined ? 0 : isAnswered(world, old);
          if (old !== undefined) world.edits(Number(old), body);
          const id = old ?? say(world, { who: speaker, as, body }, issue);
          ids.push(id);
          const changed = decided(world.facts()) !== before;
          world.looks();
          const reactions = find(world, id)?.reactions.filter((one) => !earlier.includes(one)) ?? [];
          if (reactions.includes("+1")) {
            thumbs += 1;
            expect([body, changed || isAnswered(world, id) > words || body.includes("/fix")]).toEqual([body, true]);
          }
          world.sleeps(waits);
        }
      }),
      { numRuns: 60, seed: 11 },
    );
    expect(thumbs).toBeGreaterThan(12);
  });

  it("[CM28] is the same in whatever order its comments are stored", () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 3, maxLength: 8 }), fc.nat(), (sayings, seed) => {
        const world = open();
        for (const { who, where, as, body, waits } of sayings) {
          const places = [...world.facts().open, ...world.facts().boards].map(({ number }) => number);
          say(world, { who: who === "asked" ? "cat" : who, as, body }, places[where % places.length] ?? 0);
          // Some is said in one and the same second.
          if (waits !== "5 minutes") world.sleeps("1 seconds");
        }
        const facts = world.facts();
        const mixed = <One extends { readonly id: number }>(all: readonly One[]): readonly One[] =>
          all.toSorted((a, b) => ((a.id * 7919 + seed) % 101) - ((b.id * 7919 + seed) % 101));
        const pulls = facts.open.map((pull) => ({
          ...pull,
          comments: mixed(pull.comments),
          reviews: mixed(pull.reviews),
          ...(pull.threads && { threads: pull.threads.toReversed().map((one) => ({ ...one, comments: mixed(one.comments) })) }),
        }));
        const boards = facts.boards.map((board) => ({ ...board, comments: mixed(board.comments) }));
        const [as, other] = [plan(facts), plan({ ...facts, open: pulls, boards })];
        expect(other.posts).toEqual(as.posts);
        const answers = ({ effects }: typeof as) => effects.filter(({ kind }) => kind === "react" || kind === "reply" || kind === "ask");
        expect(answers(other)).toEqual(answers(as));
      }),
      { numRuns: 40, seed: 13 },
    );
  });
});
