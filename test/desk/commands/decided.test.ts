/** What commands leave decided, said where they may be said, in the order in which people say them; told on paper. */
import { beforeEach, describe, expect, it } from "@jest/globals";
import { joinDecisions, UNDECIDED } from "../../../src/desk/commands/post-decisions.js";
import { readInstant } from "../../../src/desk/time/zone.js";
import { APP, campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const people = ["ann", "ben", "cat", "dan"].map((login) => person(login));
let world: PaperWorld;
let number: number;
beforeEach(() => {
  const posts = [{ slug: "one", byline: ["ann"] }, { slug: "two", byline: ["ben"] }, "three"];
  world = paperWorld({ desk: { people, campaigns: [campaign(posts)], slots: ["Mon 12:00", "Wed 12:00", "Thu 09:00", "Thu 18:00"] } });
  number = world.submits("ann", "one");
  world.passes("1 hours");
});

const repliesIn = (issue: number) =>
  (issue === number
    ? [...world.pull(issue).comments, ...(world.pull(issue).threads?.flatMap(({ comments }) => comments) ?? [])]
    : world.board().comments
  )
    .filter(({ by, mark }) => by?.login === APP && mark?.startsWith("reply/"))
    .map(({ body }) => body);
function says(who: string, body: string, issue = number): string {
  const before = repliesIn(issue).length;
  world.says(who, issue, body);
  world.looks();
  return repliesIn(issue).slice(before).join("\n");
}
const board = () => world.board().number;
const asked = () => world.pull(number).requested.map(({ login }) => login);

describe("a dry run", () => {
  it.each<[string, (words: string) => void]>([
    ["a comment", (words) => void world.says("ann", number, words)],
    [
      "the words of a review",
      (words) => {
        world.reviews("cat", number, "comments", false, words);
      },
    ],
    [
      "a line",
      (words) => {
        world.remarks("cat", number, words);
      },
    ],
    [
      "the description",
      (words) => {
        world.describes(number, words);
      },
    ],
  ])("[CM23, CM37] in %s says what the command would change there", (_, say) => {
    say("It is early.\n\n/dry-run /hold until the release");
    world.looks();
    expect(repliesIn(number).at(-1)).toContain("`one` would be held instead of in review");
    expect(world.post("one").stage).toBe("in review");
  });

  it("[CM23] beside another command is judged with it, each in its own line", () => {
    expect(says("amir", "/hold two\n/dry-run /unhold two\n/dry-run /hold three", board())).toMatch(
      /`two` would be promised instead of held[^]*`three` would be held instead of promised/,
    );
    expect([world.post("two").stage, world.post("three").stage]).toEqual(["held", "promised"]);
  });
});

describe("stopping", () => {
  it.each(["hold", "drop"] as const)("[CM5] by /%s again changes the reason when another is given, and nothing without one", (stop) => {
    says("ann", `/${stop} too early`);
    world.passes("1 hours");
    for (const again of [`/${stop}`, `/${stop} too early`]) expect(says("ann", again)).toContain("Nothing has changed");
    expect(world.post("one").stopped).toMatchObject({ by: "ann", why: "too early" });
    expect(says("amir", `/${stop} nobody has the time`)).not.toContain("Nothing has changed");
    expect(world.post("one").stopped).toMatchObject({ by: "amir", why: "nobody has the time" });
  });

  it("[CM30] of several posts at once, /unhold asks which one may go on", () => {
    const both = world.submits("ben", "two", { with: ["three"] });
    world.looks();
    for (const slug of ["two", "three"]) world.says("amir", both, `/hold ${slug}`);
    world.says("amir", both, "/unhold");
    world.looks();
    expect(world.pull(both).comments.at(-1)?.body).toContain("`/unhold` needs to know which post");
    expect([world.post("two").stage, world.post("three").stage]).toEqual(["held", "held"]);
  });
});

describe("/cc", () => {
  it("[CM7] asks somebody again who was taken off before, and asks once however often it is said", () => {
    const [first = ""] = asked();
    says(first, "/uncc no time");
    expect(asked()).not.toContain(first);
    says("ann", `/cc @${first}`);
    says("ann", `/cc @${first}`);
    expect(asked().filter((login) => login === first)).toHaveLength(1);
    says("ann", `/uncc @${first}`);
    expect(asked()).not.toContain(first);
  });

  it("[CM5] of a post that was dropped asks nobody; of two posts of which one was dropped it asks", () => {
    says("ann", "/drop no time");
    const before = asked();
    expect(says("ann", "/cc @dan @cat")).toContain("was dropped, so this command has no effect");
    expect(asked()).toEqual(before);
    const both = world.submits("ben", "two", { with: ["three"] });
    world.says("amir", both, "/drop three");
    world.says("ben", both, "/cc @dan");
    world.looks();
    expect(world.pull(both).requested.map(({ login }) => login)).toContain("dan");
  });

  it("[CM5] tells those who sign one of two posts that they cannot review it", () => {
    const both = world.submits("ben", "two", { with: ["three"] });
    world.looks();
    world.says("amir", both, "/cc @ben @dan");
    world.looks();
    const requested = world.pull(both).requested.map(({ login }) => login);
    expect(requested).toContain("dan");
    expect(requested).not.toContain("ben");
    expect(world.pull(both).comments.at(-1)?.body).toContain("ben");
  });
});

describe("a day alone", () => {
  it("[CM10] means the desk's only slot on it, its first minute and its last included, and asks back where there are two or none", () => {
    expect(says("ann", "/slot 2014-07-16")).toContain("Wed 16 July 2014, 12:00");
    expect(says("ann", "/slot 2014-07-17")).toContain(
      "That day has several slots. Write `/slot one 2014-07-17T09:00` or `/slot one 2014-07-17T18:00`",
    );
    expect(says("ann", "/slot 2014-07-15")).toContain("`/slot`:");
    expect(world.post("one").slot).toMatchObject({ at: "2014-07-16T11:00:00Z", by: "ann" });
  });

  it("[CM10] counts a slot at midnight to the day that it begins", () => {
    world.rewritesDesk({ slots: ["Wed 00:00", "Thu 00:00"] });
    expect(says("ann", "/slot 2014-07-16")).toContain("Wed 16 July 2014, 00:00");
    expect(world.post("one").slot?.at).toBe("2014-07-15T23:00:00Z");
  });
});

describe("two posts that become one", () => {
  it("[CM19] keep whom each was to be read by, whom each was not, and who is left alone; what was said of the one that goes on wins", () => {
    const at = readInstant("2014-07-07T09:00:00Z");
    const named = (login: string) => ({ login, by: "amir", at });
    const own = { ...UNDECIDED, cc: [named("ann")], uncc: ["ben"], snoozed: [{ login: "cat", until: at }] };
    const other = { ...UNDECIDED, cc: ["Ann", "Ben", "dan"].map(named), uncc: ["ANN", "eve"], snoozed: [{ login: null, until: at }] };
    expect(joinDecisions(own, other)).toMatchObject({
      cc: [named("ann"), named("dan")],
      uncc: ["ben", "eve"],
      snoozed: [...own.snoozed, ...other.snoozed],
    });
  });

  it("[CM19] keep a hold of either, the other's own before", () => {
    says("amir", "/hold two because of two", board());
    says("amir", "/merge-into two three", board());
    expect(world.post("three").stopped).toMatchObject({ why: "because of two" });
    says("amir", "/hold one because of one", board());
    says("amir", "/merge-into one three", board());
    expect(world.post("three").stopped).toMatchObject({ why: "because of two" });
  });
});

describe("another name", () => {
  it("[CM18] for the half of a post leaves what was said of a pull request of that name, which is closed, where it was", () => {
    const stray = world.submits("dan", "half");
    world.looks();
    world.says("dan", stray, "/hold");
    world.looks();
    world.closes(stray);
    world.passes("1 hours");
    says("amir", "/split one half", board());
    expect(world.post("one").stage).toBe("in review");
  });

  it("[CM20] that a post of nobody's promise had keeps the slot that was asked for that one", () => {
    const stray = world.submits("ben", "zwei");
    world.looks();
    world.says("ben", stray, "/slot 2014-07-16T15:00");
    world.looks();
    world.says("ben", stray, "/rename two");
    world.looks();
    expect(world.post("two")).toMatchObject({ promised: true, leading: stray });
    expect(world.post("two").slot).toMatchObject({ at: "2014-07-16T14:00:00Z", by: "ben" });
  });

  it("[CM20] takes no slot from the promise that had one asked for", () => {
    says("amir", "/pin two 2014-07-16T13:00", board());
    const stray = world.submits("ben", "zwei");
    world.looks();
    world.says("ben", stray, "/slot 2014-07-16T15:00");
    world.says("ben", stray, "/rename two");
    world.looks();
    expect(world.post("two").slot?.at).toBe("2014-07-16T12:00:00Z");
  });

  it.each(["/rename", "/merge-into"])("[CM20] by %s needs the right to the promise, and a pull request of its people", (command) => {
    const stray = world.submits("guest", "zwei");
    world.looks();
    world.says("guest", stray, `${command} two`);
    world.looks();
    expect(world.pull(stray).comments.at(-1)?.body).toContain("Only these people can use");
    world.says("amir", stray, `${command} two`);
    world.looks();
    expect(world.pull(stray).comments.at(-1)?.body).toContain("write `/post two` on the pull request of `zwei`");
    expect(world.post("two").leading).toBeNull();
  });

  it.each(["/rename old uno", "/merge-into old one", "/rename old OLD", "/merge-into none-such none-such", "/rename old"])(
    "[CM21] of a post that nobody ever heard of is a mistake: %s",
    (words) => {
      expect(says("amir", words, board())).not.toBe("");
      expect(world.board().comments.at(-2)?.reactions).toEqual(["confused"]);
      expect(world.plan().posts.map(({ slug }) => slug)).toEqual(["one", "two", "three"]);
    },
  );

  it("[CM21] of a post that people were told of, and that the file has dropped, leads on to the other", () => {
    world.rewritesDesk({
      campaigns: [
        campaign([
          { slug: "one", byline: ["ann"] },
          { slug: "two", byline: ["ben"] },
        ]),
      ],
    });
    world.passes("1 hours");
    const id = world.says("amir", board(), "/merge-into three two");
    world.looks();
    expect(world.board().comments.find((one) => one.id === id)?.reactions).toEqual(["+1"]);
    expect(world.plan().posts.map(({ slug }) => slug)).toEqual(["one", "two"]);
    expect(says("amir", "/hold three", board())).toBe("");
    expect(world.post("two").stage).toBe("held");
  });
});

describe("/fix", () => {
  it("[CM5] on a pull request with a post is taken up by everybody with a part in it, and is refused to others", () => {
    expect(says("guest", "/fix")).toContain("Only these people can use `/fix`");
    world.says("ann", number, "/fix");
    expect(world.plan().effects.map(({ kind }) => kind)).toContain("reply");
  });
});

describe("the order", () => {
  it("[CM17] is kept through other names: a circle that another name would close is refused with its posts", () => {
    says("amir", "/after two one", board());
    says("amir", "/after three two", board());
    expect(says("amir", "/after one three", board())).toContain(
      "`one`, `three` and `two` would wait for each other (`one` after `three` after `two` after `one`)",
    );
    says("amir", "/rename two zwei", board());
    expect(says("amir", "/after one three", board())).toContain("`zwei`");
    expect(says("amir", "/after three zwei", board())).toContain("Nothing has changed");
    says("amir", "/merge-into one three", board());
    expect(world.plan().posts.map(({ slug }) => slug)).toEqual(["one", "zwei", "three"]);
  });

  it("[CM17] behind a post that became part of another is behind that one", () => {
    says("amir", "/after three two", board());
    says("amir", "/merge-into two one", board());
    const [one, three] = [world.post("one").slot?.at ?? "", world.post("three").slot?.at ?? ""];
    expect(three > one).toBe(true);
    expect(says("amir", "/after one three", board())).toContain("would wait for each other");
  });
});

describe("several conversations", () => {
  it("[CM28] are one: of what was said on the board and on a pull request, the later wins", () => {
    world.says("amir", board(), "/hold one not yet");
    world.sleeps("2 minutes");
    world.says("ann", number, "/unhold");
    world.sleeps("2 minutes");
    world.says("amir", board(), "/hold two not yet");
    world.looks();
    expect([world.post("one").stage, world.post("two").stage]).toEqual(["in review", "held"]);
    world.says("ann", number, "/hold");
    world.sleeps("2 minutes");
    world.says("amir", board(), "/unhold one");
    world.looks();
    expect(world.post("one").stage).toBe("in review");
  });

  it("[CM14] tell each what it was told then, also when the ledger that knew it is gone", () => {
    says("ann", "/slot next");
    const was = world.post("one").slot?.at;
    world.loses("ledger");
    world.passes("1 hours");
    expect(world.post("one").slot?.at).toBe(was);
  });

  it("[CM29] count what was edited into a comment from the edit, also when the ledger is gone", () => {
    const id = world.says("ann", number, "Nearly there.");
    world.passes("1 days");
    world.edits(id, "/pin tomorrow 15:00");
    world.looks();
    expect(world.post("one").slot?.at).toBe("2014-07-09T14:00:00Z");
    world.loses("ledger");
    world.passes("3 hours");
    expect(world.post("one").slot?.at).toBe("2014-07-09T14:00:00Z");
  });
});

describe("/undo", () => {
  it("[CM22] of a post that is named finds an order, another name and a post that became part of it", () => {
    says("amir", "/after three two", board());
    expect(says("amir", "/undo three", board())).toContain("I cancelled `/after three two`");
    says("amir", "/rename three drei", board());
    expect(says("amir", "/undo two", board())).toContain("no other command");
    expect(says("amir", "/undo drei", board())).toContain("I cancelled `/rename three drei`");
    says("amir", "/merge-into three two", board());
    expect(says("amir", "/undo two", board())).toContain("I cancelled `/merge-into three two`");
    expect(world.plan().posts.map(({ slug }) => slug)).toEqual(["one", "two", "three"]);
  });

  it("[CM22] takes back what was said in this conversation, not in another; of several posts, what was said of the one that is named", () => {
    says("amir", "/hold two", board());
    expect(says("amir", "/undo")).toContain("no other command in this conversation");
    const both = world.submits("ben", "two", { with: ["three"] });
    world.looks();
    world.says("amir", both, "/snooze 2d");
    world.says("amir", both, "/unhold two");
    world.looks();
    world.says("amir", both, "/undo three");
    world.looks();
    expect(world.pull(both).comments.at(-1)?.body).toContain("I cancelled `/snooze 2d`");
    expect(world.post("two").stage).not.toBe("held");
  });

  it("[CM22] of what others said needs every post of it to be the speaker's", () => {
    const both = world.submits("ben", "two", { with: ["three"] });
    world.looks();
    world.says("dan", both, "/cc @cat");
    world.looks();
    world.says("cat", both, "/undo");
    world.looks();
    expect(world.pull(both).comments.at(-1)?.body).toContain("no other command in this conversation");
    expect(world.pull(both).requested.map(({ login }) => login)).toContain("cat");
  });

  it("[CM22] goes back one by one, to the reason before and then to none; what was said besides stays", () => {
    says("amir", "/after two one", board());
    says("amir", "/hold two first", board());
    says("amir", "/hold two then", board());
    says("amir", "/undo two", board());
    expect(world.post("two").stopped).toMatchObject({ why: "first" });
    says("amir", "/undo two", board());
    expect(world.post("two").stopped).toBeNull();
    expect(says("amir", "/after one two", board())).toContain("would wait for each other");
  });
});

describe("another bot's words", () => {
  it("[CM3] are told once that GitHub's button approves, whoever said them before; a /decline hands the request on all the same", () => {
    const [first = ""] = asked();
    expect(says("dan" === first ? "cat" : "dan", "/lgtm")).toBe("");
    expect(says(first, "/lgtm")).toContain("press **Approve**");
    expect(says(first, "/approve")).toBe("");
    says(first, "/decline no time");
    expect(asked()).not.toContain(first);
    const [second = ""] = asked();
    expect(second).not.toBe("");
    says(second, "/decline");
    expect(asked()).not.toContain(second);
  });

  it("[CM3] after a /decline of one are told to another", () => {
    const [first = ""] = asked();
    says(first, "/decline");
    const [second = ""] = asked();
    expect(says(second, "/lgtm")).toContain("press **Approve**");
  });
});

describe("/snooze", () => {
  it("[CM6] of somebody's own is longer or changes nothing; a coordinator's is everybody's", () => {
    expect(says("ben", "/snooze 2d")).toContain("I send you no reminder");
    expect(says("ben", "/snooze 1d")).toContain("Nothing has changed");
    expect(says("ben", "/snooze 3d")).toContain("I send you no reminder");
    expect(says("cat", "/snooze 1d")).toContain("I send you no reminder");
    expect(says("amir", "/snooze 1d")).toContain("I send nobody a reminder");
  });

  it("[CM6] of two posts is one of both, until both have it or both were dropped", () => {
    const both = world.submits("ben", "two", { with: ["three"] });
    world.looks();
    const tells = (body: string) => {
      world.says("ben", both, body);
      world.looks();
      return world.pull(both).comments.at(-1)?.body;
    };
    tells("/snooze two 2d");
    expect(tells("/snooze 2d")).toContain("`two` and `three`");
    expect(tells("/snooze 1d")).toContain("Nothing has changed");
    world.says("amir", both, "/drop two");
    expect(tells("/snooze 4d")).toContain("I send you no reminder");
    world.says("amir", both, "/drop three");
    expect(tells("/snooze 5d")).toContain("was dropped, so this command has no effect");
  });

  it("[CM29] that is edited into a comment of which the time has passed says so", () => {
    const id = world.says("ben", number, "Fine.");
    world.passes("2 days");
    world.edits(id, "/snooze 2d");
    world.looks();
    expect(repliesIn(number).at(-1)).toContain("its time counts from the first version of the comment, and it has passed");
  });
});

describe("a slot", () => {
  it("[CM13] that another post had, and has no longer, is free, and nobody is said to have it", () => {
    const at = world.post("two").slot?.at ?? "";
    says("ben", "/slot two 2014-07-18T13:00", board());
    world.passes("1 hours");
    const given = says("amir", `/slot one ${at}`);
    expect(given).toContain("is now planned for");
    expect(given).not.toContain("`two`");
    world.sleeps("2 minutes");
    expect(says("amir", `/slot three ${at}`, board())).toContain("`one`");
  });

  it("[CM13] at the deadline is in time, and later is told; so is one that the post has itself", () => {
    expect(says("amir", "/slot one 2014-07-21T09:00")).not.toContain("deadline");
    world.passes("1 hours");
    expect(says("amir", "/pin one 2014-07-21T09:00")).not.toContain("already");
    expect(says("amir", "/slot one 2014-07-21T09:01")).toContain("deadline");
  });

  it("[CM12] with two times to choose from is asked back by the post's name where there are several posts", () => {
    expect(says("ann", "/pin 2014-07-17")).toContain("`/pin one 2014-07-17T09:00`");
  });

  it("[CM13] of a stranger, for a post that nobody promised, may be any that no promised post has", () => {
    const stray = world.submits("guest", "a-stray");
    world.looks();
    world.says("guest", stray, `/slot ${world.post("two").slot?.at ?? ""}`);
    world.looks();
    expect(world.pull(stray).comments.at(-1)?.body).toContain("Choose another slot");
    world.says("guest", stray, "/slot 2014-07-24T13:00");
    world.looks();
    expect(world.post("a-stray").slot?.at).toBe("2014-07-24T12:00:00Z");
  });

  it("[CM13] of a translation is not before its post's, and is at it or after it", () => {
    const german = world.submits("ben", "one-de", { path: "posts/one.de.md" });
    world.passes("1 hours");
    says("ann", "/slot 2014-07-16T12:00");
    world.passes("1 hours");
    const tells = (body: string) => {
      world.says("amir", german, body);
      world.looks();
      return world.pull(german).comments.at(-1)?.body;
    };
    expect(tells("/slot 2014-07-16T11:59")).toContain("is a translation of `one`: it goes live with that post");
    expect(tells("/slot next")).toContain("is a translation of `one`: it goes live with that post");
    expect(tells("/slot 2014-07-16T12:00")).toContain("is now planned for");
    expect(tells("/slot 2014-07-18T12:00")).toContain("is now planned for");
    expect(says("amir", "/slot one 2014-07-17T09:00", board())).toContain("is now planned for");
  });
});

describe("a request", () => {
  it("[CM7] may be taken back by whoever approved, or was asked before; nobody else was asked", () => {
    const [first = ""] = asked();
    world.reviews(first, number, "approves");
    world.looks();
    expect(says(first, "/uncc")).not.toContain("You were not asked");
    const other = ["ben", "cat", "dan"].find((login) => login !== first && !asked().includes(login)) ?? "";
    world.reviews(other, number, "comments");
    world.looks();
    expect(says(other, "/uncc")).toContain("You were not asked");
  });

  it("[CM7] of somebody on another pull request is none on this one", () => {
    const two = world.submits("ben", "two");
    world.looks();
    const there = world.pull(two).requested.map(({ login }) => login);
    const only = there.find((login) => !asked().includes(login)) ?? "";
    expect(only).not.toBe("");
    expect(says(only, "/uncc")).toContain("You were not asked");
  });
});

it("[CM28] what was said before a post went live stays as it was answered, and what is said in the second of it is refused", () => {
  const id = world.says("ann", number, "/slot 2014-07-16T12:00");
  world.looks();
  for (const { login } of world.pull(number).requested) world.reviews(login, number);
  world.passes("11 days");
  expect(world.post("one").stage).toBe("live");
  expect(world.pull(number).comments.find((one) => one.id === id)?.reactions).toEqual(["+1"]);
  world.looks();
  expect(repliesIn(number)).toHaveLength(1);
});
