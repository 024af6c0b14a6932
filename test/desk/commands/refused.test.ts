/** What is said of commands that change nothing, told on paper: each refusal says what would have an effect, and leaves the plan as it was. */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { readInstant } from "../../../src/desk/time/zone.js";
import { APP, campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const people = ["ann", "ben", "cat", "dan"].map((login) => person(login));
const promised = [
  { slug: "one", byline: ["ann"] },
  { slug: "two", byline: ["ben"], notBefore: readInstant("2014-07-10T09:00:00Z") },
  { slug: "three", byline: ["cat"], pinned: readInstant("2014-07-18T09:00:00Z") },
  { slug: "four", byline: ["dan"] },
];

let world: PaperWorld;
/** Of `one`, of a post that nobody promised, and the board. */
let places: Record<"one" | "stray" | "board", number>;
beforeAll(() => {
  world = paperWorld({ desk: { people, campaigns: [campaign(promised)] }, writers: ["carol"] });
  world.passes("1 hours");
  const four = world.submits("dan", "four");
  world.merges(four);
  places = {
    one: world.submits("ann", "one"),
    stray: world.submits("guest", "a-stray"),
    board: world.board().number,
  };
  world.submits("dan", "four", { text: "2" });
  world.passes("1 hours");
});

const decided = () =>
  world.plan().posts.map(({ slug, stage, slot, stopped, byline, asked }) => ({ slug, stage, slot, stopped, byline, asked }));
const commentsOf = (issue: number) => (issue === world.board().number ? world.board().comments : world.pull(issue).comments);
function says(who: string, where: keyof typeof places, body: string) {
  const id = world.says(who, places[where], body);
  world.looks();
  const there = commentsOf(places[where]);
  const later = there.slice(there.findIndex((one) => one.id === id) + 1);
  const words = later.filter(({ by, mark }) => by?.login === APP && mark?.startsWith("reply/"));
  return { reactions: there.find((one) => one.id === id)?.reactions, words: words.map(({ body: said }) => said).join("\n") };
}

describe("a command that can have no effect", () => {
  it.each<[keyof typeof places, string, string, string]>([
    ["board", "amir", "/slot", "needs to know which post"],
    ["board", "amir", "/slot one swap", "write the slug of the other post"],
    ["board", "amir", "/slot one swap none-such", "There is no post “none-such”"],
    ["board", "amir", "/slot one swap one", "You named the same post twice"],
    ["board", "ann", "/slot one swap three", "Only these people can use `/slot`"],
    ["board", "amir", "/slot one swap four", "“four” is already live"],
    ["board", "amir", "/slot one 2014-07-01T13:00", "That slot is in the past"],
    ["board", "amir", "/slot one soon", "`/slot`:"],
    ["board", "amir", "/split one", "after `/split`, write a new slug of letters, digits, dots, dashes and underscores."],
    ["board", "amir", "/slot two 2014-07-10T09:59", "is under embargo"],
    ["board", "amir", "/pin two 2014-07-10T09:59", "is under embargo"],
    ["board", "amir", "/unpin one", "“one” already is in that state"],
    ["board", "amir", "/unslot one", "“one” already is in that state"],
    ["board", "amir", "/unhold one", "already is in that state"],
    ["board", "amir", "/hold four", "is already live"],
    ["board", "amir", "/slot four 2014-07-18T13:00", "is already live"],
    ["one", "amir", "/unhold @nobody", "already is in that state"],
    ["board", "amir", "/snooze four 2d", "is already live"],
    ["board", "amir", "/slot one 2014-07-18T13:00[Nowhere/Land]", "`/slot`:"],
    ["one", "ann", "/snooze 0d", "write for how long"],
    ["board", "amir", "/drop four", "is already live"],
    ["board", "amir", "/after one", "write the slug of the post that must be live first"],
    ["board", "amir", "/after one none-such", "There is no post “none-such”"],
    ["board", "amir", "/after one one", "You named the same post twice"],
    ["board", "amir", "/snooze one", "write for how long"],
    ["board", "amir", "/snooze one 31d", "write for how long"],
    ["board", "amir", "/split one a`b c", "write a new slug of letters, digits, dots, dashes and underscores. `a'b` is not a valid slug."],
    ["stray", "amir", "/split more", "“a-stray” is not in the plan"],
    ["board", "amir", "/merge-into one", "write"],
    ["stray", "amir", "/merge-into none-such", "There is no post “none-such”"],
    ["stray", "amir", "/merge-into one", "write `/post one` on the pull request of `a-stray`"],
    ["stray", "amir", "/rename one", "write `/post one` on the pull request of `a-stray`"],
    ["stray", "amir", "/rename another", "“a-stray” is not in the plan"],
    ["board", "amir", "/rename one one", "already is in that state"],
    ["board", "amir", "/fix", "works only on a pull request that adds a post"],
    ["board", "amir", "/post one", "works only on a pull request"],
    ["one", "ann", "/post", "write the slug of a post in the plan"],
    ["one", "ann", "/post none-such", "There is no post “none-such”"],
    ["one", "ann", "/post a-stray", "“a-stray” is not in the plan"],
    ["one", "amir", "/cc", "write"],
    ["one", "amir", "/cc @nobody-here", "nobody-here is not on the desk"],
    ["one", "guest", "/hold", "Only these people can use `/hold`"],
    ["one", "guest", "/snooze 2d", "Only these people can use `/snooze`"],
    ["board", "amir", "/undo", "no other command in this conversation that I can cancel"],
    ["board", "amir", "/hodl one", "Did you mean `/hold`?"],
    ["board", "amir", "/dry-run", "write the command to try"],
  ])("[CM5] on %s, by %s: %s", (where, who, body, said) => {
    const before = decided();
    const { reactions, words } = says(who, where, body);
    expect(words).toContain(said.replaceAll("“", "`").replaceAll("”", "`"));
    expect(reactions).toEqual(["confused"]);
    expect(decided()).toEqual(before);
  });
});
