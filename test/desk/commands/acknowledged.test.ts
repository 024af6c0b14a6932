/** What an acknowledgement means: something was done, or the words under it say what was not. Told on paper. */
import { beforeEach, describe, expect, it } from "@jest/globals";
import { APP, campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const people = [...["ann", "ben", "cat", "dan"].map((login) => person(login)), person("may", { capacity: 0 })];
let world: PaperWorld;
let number: number;
beforeEach(() => {
  world = paperWorld({ desk: { people, campaigns: [campaign([{ slug: "one", byline: ["ann"] }, "two"])] }, writers: ["guest"] });
  number = world.submits("ann", "one");
  world.passes("1 hours");
});

const find = (id: number) => [...world.pull(number).comments, ...world.board().comments].find((one) => one.id === id);
/** The reaction, and the app's last words when they are new. */
function answer(id: number, looks = true): { readonly reactions: readonly string[]; readonly words: string } {
  const before = world.pull(number).comments.length;
  if (looks) world.looks();
  const said = world
    .pull(number)
    .comments.slice(before)
    .filter(({ by, mark }) => by?.login === APP && mark?.startsWith("reply/"));
  return { reactions: find(id)?.reactions ?? [], words: said.map(({ body }) => body).join("\n") };
}
const says = (who: string, body: string) => answer(world.says(who, number, body));
const asked = () => world.pull(number).requested.map(({ login }) => login);

describe("people who are named", () => {
  it.each([
    "/uncc please, I am away this week",
    "/UNCC, sorry: on leave until Monday!",
    "/uncc désolé, je suis en vacances",
    "/uncc I cannot, perhaps @cat or may can?",
    "Sorry!\n\n/uncc no time\n\nBye",
  ])("[CM7] %j takes the speaker off, and somebody else is asked", (body) => {
    const [first = ""] = asked();
    expect(says(first, body).reactions).toEqual(["+1"]);
    expect(asked()).toHaveLength(1);
    expect(asked()).not.toContain(first);
    expect(world.post("one").asked.map(({ login }) => login)).not.toContain("may");
  });

  it("[CM7] by those who sign the post are others, wherever they are named; without a name there is nothing to take back", () => {
    const [first = ""] = asked();
    expect(says("ann", "/uncc no time this week")).toMatchObject({
      reactions: ["confused"],
      words: expect.stringContaining("nobody asked you to review it"),
    });
    expect(asked()).toEqual([first]);
    expect(says("ann", `/uncc sorry, @${first} is ill`).reactions).toEqual(["+1"]);
    expect(asked()).not.toContain(first);
    expect(says("ann", `/uncc @${first}`)).toMatchObject({
      reactions: ["confused"],
      words: expect.stringContaining("Nothing has changed"),
    });
    expect(says("ann", "/uncc @nobodyhere")).toMatchObject({
      reactions: ["confused"],
      words: expect.stringContaining("nobodyhere is not on the desk"),
    });
  });

  it("[CM7] in the words of a review, with which GitHub ends the request, were asked all the same", () => {
    for (const body of ["/uncc no time", "/decline no time"]) {
      const [first = ""] = asked();
      world.reviews(first, number, "comments", false, body);
      expect(world.looks().filter(({ kind }) => kind === "reply")).toEqual([]);
      expect(asked()).toHaveLength(1);
      expect(asked()).not.toContain(first);
    }
  });

  it("[CM37] may say in their review what they may say while they are asked, though they cannot write here", () => {
    const [request] = [{ login: "reader", at: world.at() }];
    world.becomes(number, { requested: [request], wereAsked: [request] });
    world.reviews("reader", number, "approves", false, "Fine.\n\n/hold until the release is out");
    expect(world.looks().filter(({ kind }) => kind === "reply")).toEqual([]);
    expect(world.post("one")).toMatchObject({ stage: "held", stopped: { by: "reader", why: "until the release is out" } });
  });

  it("[CM7] and were not asked are told so, and not asked later", () => {
    const idle = ["ben", "cat", "dan"].find((login) => !asked().includes(login)) ?? "";
    expect(says(idle, "/uncc")).toEqual({
      reactions: ["+1"],
      words: "You were not asked to review `one`. I will not ask you later either.",
    });
    world.says(asked()[0] ?? "", number, "/uncc");
    world.looks();
    expect(asked()).not.toContain(idle);
  });

  it.each(["/cc someone who knows storage, please", "/cc", "/cc jemand, der sich auskennt", "/cc ???"])(
    "[CM27] %j asks nobody, and says what to write",
    (body) => {
      const before = asked();
      expect(says("ann", body)).toMatchObject({ reactions: ["confused"], words: expect.stringContaining("write at least one login") });
      expect(asked()).toEqual(before);
    },
  );

  it("[CM27] by `@login`, or by a login of the desk, are asked among whatever words; a stranger, a team and a bot are not", () => {
    const free = ["ben", "cat", "dan"].filter((login) => !asked().includes(login));
    expect(says("ann", `/cc @${free[0]?.toUpperCase()}, ${free[1]} please – and thank you!`)).toEqual({ reactions: ["+1"], words: "" });
    expect(asked()).toEqual(expect.arrayContaining(free));
    expect(says("ann", "/cc @guest.").reactions).toEqual(["+1"]);
    expect(asked()).toContain("guest");
    const before = asked();
    expect(says("ann", "/cc @nobodyhere")).toMatchObject({
      reactions: ["confused"],
      words: expect.stringContaining("nobodyhere is not on the desk"),
    });
    expect(says("ann", "/cc @mirage/core, @renovate[bot]").words).toContain("`@mirage/core` and `@renovate[bot]` are not logins");
    expect(asked()).toEqual(before);
    expect(world.plan().troubles).toEqual([]);
    // Who joins afterwards makes nothing of an old command.
    world.lets("nobodyhere", "write");
    world.looks();
    expect(asked()).toEqual(before);
    expect(says("ann", "/cc @nobodyhere").reactions).toEqual(["+1"]);
    expect(asked()).toContain("nobodyhere");
  });

  it("[CM23, CM27] in a dry run are looked up as well: it is answered as the command would be", () => {
    for (const body of ["/dry-run /cc @nobodyhere", "/dry-run cc @nobodyhere"])
      expect(says("ann", body).words).toContain("> nobodyhere is not on the desk");
    expect(says("ann", "/dry-run /cc @guest").words).not.toContain("not on the desk");
  });

  it("[CM27] beside a stranger are asked all the same", () => {
    expect(says("ann", "/cc @guest @nobodyhere")).toMatchObject({ reactions: ["confused"], words: expect.stringContaining("nobodyhere") });
    expect(asked()).toContain("guest");
    expect(asked()).not.toContain("nobodyhere");
  });

  it("[CM5] and cannot review it, or are asked already, are named in the answer", () => {
    const [first = ""] = asked();
    expect(says("dan", "/cc @ann")).toMatchObject({ reactions: ["confused"], words: expect.stringContaining("cannot review it") });
    expect(says("ann", `/cc @${first}`)).toEqual({ reactions: ["+1"], words: `${first} has been asked already.` });
    world.becomes(number, { draft: true, requested: [] });
    expect(says("ann", "/cc @guest")).toEqual({ reactions: ["+1"], words: "I ask guest as soon as the post is ready for review." });
  });
});

describe("what is undone", () => {
  it("[CM22] was never said: whoever was taken off is asked again, and nobody instead; whoever was named is not", () => {
    const before = asked();
    const [first = ""] = before;
    expect(says(first, "/uncc no time").reactions).toEqual(["+1"]);
    world.sleeps("2 minutes");
    expect(says(first, "/undo").reactions).toEqual(["+1"]);
    expect(asked()).toEqual(before);
    expect(world.passes("1 days").filter(({ kind }) => kind === "ask" || kind === "withdraw")).toEqual([]);
    const free = ["ben", "cat", "dan"].filter((login) => login !== first);
    expect(says("ann", `/cc @guest ${free[0] ?? ""}`).reactions).toEqual(["+1"]);
    expect(asked()).toHaveLength(3);
    world.sleeps("2 minutes");
    expect(says("ann", "/undo").reactions).toEqual(["+1"]);
    expect(asked()).toEqual(before);
    expect(world.passes("1 days").filter(({ kind }) => kind === "ask" || kind === "withdraw")).toEqual([]);
    expect(world.post("one").asked.map(({ login }) => login)).toEqual(before);
  });
});

describe("taking back", () => {
  it("[CM22] without a post takes back the last command there, whichever post it was about", () => {
    says("amir", "/snooze 2d");
    world.sleeps("2 minutes");
    says("amir", "/hold two");
    expect(world.post("two").stage).toBe("held");
    world.sleeps("2 minutes");
    expect(says("amir", "/undo").words).toContain("I cancelled `/hold two`");
    expect(world.post("two").stage).toBe("promised");
    says("amir", "/hold two");
    world.sleeps("2 minutes");
    expect(says("amir", "/undo one, please").words).toContain("I cancelled `/snooze 2d`");
    expect(world.post("two").stage).toBe("held");
    expect(says("amir", "/undo three").reactions).toEqual(["+1"]);
    expect(world.post("two").stage).toBe("promised");
    const id = world.says("amir", world.board().number, "/undo three");
    world.looks();
    expect(find(id)?.reactions).toEqual(["confused"]);
  });
});

describe("other bots' words", () => {
  it.each(["/lgtm", "/approve", "/LGTM!", "/lgtm thanks, nice post", "Fine.\r\n/approve."])(
    "[CM3] %j by somebody who is asked is told once what counts, and approves nothing",
    (body) => {
      const [first = ""] = asked();
      expect(says(first, body)).toMatchObject({ reactions: ["confused"], words: expect.stringContaining("press **Approve**") });
      expect(says(first, "/lgtm")).toEqual({ reactions: [], words: "" });
      expect(world.post("one")).toMatchObject({ stage: "in review", approvals: { by: [] } });
      world.reviews(first, number);
      world.looks();
      expect(says(first, "/approve")).toEqual({ reactions: [], words: "" });
      expect(world.post("one").approvals.by).toEqual([first]);
    },
  );

  it("[CM3] by anybody else, in a quote, or taken back are met with silence", () => {
    const [first = ""] = asked();
    const idle = ["ben", "cat", "dan"].find((login) => login !== first) ?? "";
    for (const [who, body] of [
      ["ann", "/lgtm"],
      [idle, "/approve"],
      ["stranger", "/decline"],
      [idle, "/decline no time"],
      [first, "> /lgtm"],
      [first, "/lgtm cancel"],
    ] as const)
      expect([who, body, says(who, body)]).toEqual([who, body, { reactions: [], words: "" }]);
    expect(asked()).toEqual([first]);
  });

  it("[CM3] that another bot answers, or speaks of, are its own", () => {
    const [first = ""] = asked();
    const id = world.says(first, number, "/lgtm");
    world.says("prow[bot]", number, "New changes are detected. LGTM label has been removed.");
    expect(answer(id)).toEqual({ reactions: [], words: "" });
    expect(says(first, "/approve")).toEqual({ reactions: [], words: "" });
  });

  it.each([
    ["Deploy Preview for *mirage* ready!", true],
    ["At least 1 approving review is required: approve it when it is good.", true],
    ["approved by: *SPEAKER*", false],
    ["Reviewers can say `/approve`.", false],
  ])("[CM3] are answered though a bot says %s: %p", (body, answered) => {
    const [first = ""] = asked();
    const id = world.says(first, number, "/lgtm");
    world.says("helper[bot]", number, body.replace("SPEAKER", first));
    expect(answer(id).words !== "").toBe(answered);
  });

  it("[CM3] such as /decline hand the request on, with whatever reason, and stay so when the ledger is lost", () => {
    const [first = ""] = asked();
    expect(says(first, "/decline too far from what I know")).toEqual({ reactions: ["+1"], words: "" });
    const [second = ""] = asked();
    expect(second).not.toBe(first);
    expect(says(first, "/decline")).toEqual({ reactions: [], words: "" });
    expect(says(second, "/decline").reactions).toEqual(["+1"]);
    world.loses("ledger");
    world.passes("1 days");
    expect(asked()).not.toEqual(expect.arrayContaining([first]));
    expect(asked()).not.toEqual(expect.arrayContaining([second]));
    expect(says("ann", `/cc @${first}`).reactions).toEqual(["+1"]);
    expect(asked()).toContain(first);
  });

  it("[CM3, CM22] such as /decline are taken back by their own name", () => {
    const before = asked();
    says(before[0] ?? "", "/decline no time");
    world.sleeps("2 minutes");
    expect(says(before[0] ?? "", "/undo").words).toContain("I cancelled `/decline`");
    expect(asked()).toEqual(before);
  });
});

describe("stopping", () => {
  it("[CM30] asks which post is meant where a pull request brings two, and stops the one that is named", () => {
    world.becomes(number, { draft: false });
    const both = world.submits("ann", "three", { with: ["four"] });
    world.looks();
    for (const word of ["hold", "drop"]) {
      const id = world.says("amir", both, `/${word} until the release`);
      world.looks();
      expect(world.pull(both).comments.find((one) => one.id === id)?.reactions).toEqual(["confused"]);
      expect(world.pull(both).comments.at(-1)?.body).toContain(`\`/${word} SLUG …\`, with one of \`three\` or \`four\``);
      expect([world.post("three").stage, world.post("four").stage]).toEqual(["in review", "in review"]);
    }
    world.says("amir", both, "/hold `four`: until the release");
    world.looks();
    expect(world.post("four")).toMatchObject({ stage: "held", stopped: { why: "until the release" } });
    expect(world.post("three").stage).toBe("in review");
    world.says("amir", both, "/unhold");
    world.looks();
    expect(world.post("four").stage).toBe("in review");
  });

  it("[CM30] asks which post is meant where a reason begins with the name of a post that the pull request does not bring", () => {
    for (const body of ["/hold Two is not out yet", "/drop two comes first"]) {
      expect(says("amir", body)).toEqual({
        reactions: ["confused"],
        words: expect.stringMatching(/SLUG …`, with one of `one` or `two`/),
      });
      expect([world.post("one").stage, world.post("two").stage]).toEqual(["in review", "promised"]);
    }
    // Whoever may stop only their own is asked as well.
    expect(says("ann", "/hold two is not out yet")).toMatchObject({
      reactions: ["confused"],
      words: expect.stringContaining("which post"),
    });
    expect(says("ann", "/hold one two is not out yet").reactions).toEqual(["+1"]);
    expect(world.post("one").stopped?.why).toBe("two is not out yet");
    expect(says("amir", "/hold two").reactions).toEqual(["+1"]);
    expect(world.post("two").stage).toBe("held");
  });

  it("[CM5] what is stopped, or goes on, changes nothing, and says so", () => {
    expect(says("ann", "/unhold")).toMatchObject({ reactions: ["confused"], words: expect.stringContaining("Nothing has changed") });
    expect(says("ann", "/hold the numbers are not public").reactions).toEqual(["+1"]);
    expect(says("ben", "/hold")).toMatchObject({ reactions: ["confused"], words: expect.stringContaining("Nothing has changed") });
    expect(world.post("one").stopped).toMatchObject({ by: "ann", why: "the numbers are not public" });
    expect(says("ann", "/drop").reactions).toEqual(["+1"]);
    expect(says("ann", "/hold")).toMatchObject({ reactions: ["confused"], words: expect.stringContaining("was dropped") });
    expect(says("ann", "/unhold.").reactions).toEqual(["+1"]);
    expect(world.post("one").stage).toBe("in review");
  });

  it("[CM6] a slot at this very instant is in the past", () => {
    expect(says("ann", "/slot 2014-07-07T10:00")).toMatchObject({ reactions: ["confused"], words: expect.stringContaining("in the past") });
  });

  it("[CM5] what was dropped gets no slot and no snooze, and is told so", () => {
    says("amir", "/drop");
    world.sleeps("2 minutes");
    const other = world.post("two").slot?.at;
    for (const body of [
      "/slot 2014-07-16T12:00",
      "/slot next",
      "/pin 2014-07-16T12:00",
      "/pin",
      "/snooze 2d",
      "/slot two swap one",
      "/after two one",
    ])
      expect([body, says("amir", body)]).toEqual([
        body,
        { reactions: ["confused"], words: "`one` was dropped, so this command has no effect. `/unhold` brings the post back." },
      ]);
    expect(world.post("two").slot?.at).toBe(other);
  });

  it("[CM30] a post that is live is refused, as are a name and a snooze there", () => {
    for (const { login } of world.pull(number).requested) world.reviews(login, number);
    world.passes("8 days");
    expect(world.post("one").stage).toBe("live");
    for (const body of ["/hold one", "/drop one", "/unhold one", "/cc one @guest", "/snooze one 2d"]) {
      const id = world.says("amir", world.board().number, body);
      world.looks();
      expect([body, find(id)?.reactions, world.board().comments.at(-1)?.body]).toEqual([
        body,
        ["confused"],
        expect.stringContaining("`one` is already live"),
      ]);
    }
  });

  it("[CM8] /post that ties nothing is told why", () => {
    const id = world.says("amir", world.board().number, "/post two");
    world.looks();
    expect(find(id)?.reactions).toEqual(["confused"]);
    expect(world.board().comments.at(-1)?.body).toContain("only on a pull request that adds a post");
  });
});

describe("what nobody sees at once", () => {
  it("[CM28] is told in words: a snooze and its end, and the post that a pull request brings", () => {
    expect(says("ben", "/snooze for 2 days, I am at a conference")).toEqual({
      reactions: ["+1"],
      words: "Until Wed 9 July 2014, 10:00 (Europe/London) I send you no reminder about `one`.",
    });
    expect(says("ben", "/snooze 1d")).toMatchObject({ reactions: ["confused"], words: expect.stringContaining("Nothing has changed") });
    expect(says("amir", "/snooze 1w").words).toContain("I send nobody a reminder about `one`");
    expect(says("stranger", "/snooze 2d")).toMatchObject({
      reactions: ["confused"],
      words: expect.stringContaining("Only these people can use `/snooze`"),
    });
    expect(says("ann", "/post `one`, please")).toEqual({ reactions: ["+1"], words: "This pull request adds `one`." });
  });
});

describe("a command that is edited into a comment", () => {
  it("[CM29] is answered by what it does now: an /unhold before a /hold does nothing, and says so", () => {
    const id = world.says("ann", number, "Nearly there.");
    world.passes("1 hours");
    says("ben", "/hold until the release");
    world.passes("1 hours");
    world.edits(id, "/unhold");
    expect(answer(id)).toMatchObject({ reactions: ["confused"], words: expect.stringContaining("`one` is on hold now, by ben") });
    expect(world.post("one").stage).toBe("held");
    expect(says("ann", "/unhold").reactions).toEqual(["+1"]);
    world.passes("1 days");
    expect(find(id)?.reactions).toEqual(["confused"]);
  });

  it("[CM29] in the place of a /hold takes it away with its words, and says how the post stands", () => {
    const id = world.says("ann", number, "/hold until the release");
    world.passes("1 hours");
    expect(world.post("one").stage).toBe("held");
    world.edits(id, "/unhold");
    expect(answer(id)).toEqual({ reactions: ["+1"], words: "`one` is not on hold and not dropped any more." });
    expect(world.post("one").stage).toBe("in review");
    says("ben", "/hold");
    expect(find(id)?.reactions).toEqual(["+1"]);
  });

  it("[CM29] and that a later one has overtaken says so, once; what is said afterwards changes no answer", () => {
    const id = world.says("ann", number, "Nearly there.");
    world.passes("1 hours");
    says("ben", "/hold");
    says("ben", "/unhold");
    world.sleeps("1 minutes");
    world.edits(id, "/hold the numbers");
    expect(answer(id)).toMatchObject({ reactions: ["confused"], words: expect.stringContaining("later comments have priority") });
    const other = world.says("ann", number, "Well.");
    world.passes("1 hours");
    world.edits(other, "/hold the numbers");
    expect(answer(other)).toEqual({ reactions: ["+1"], words: "" });
    says("ben", "/unhold");
    expect(answer(other)).toEqual({ reactions: ["+1"], words: "" });
  });

  it("[CM29] counts its times from the edit: a /pin into the past is refused, and relative days stay as they were told", () => {
    const id = world.says("ann", number, "Nearly there.");
    const later = world.says("ann", number, "And here.");
    world.says("ann", number, "/slot 2014-07-17T12:00");
    world.passes("2 days");
    world.edits(id, "/pin 2014-07-08T12:00");
    expect(answer(id)).toMatchObject({ reactions: ["confused"], words: expect.stringContaining("in the past") });
    world.edits(id, "/pin tomorrow 15:00");
    expect(answer(id).words).toContain("Thu 10 July 2014, 15:00");
    world.edits(later, "/pin");
    world.passes("1 days");
    world.edits(id, "Soon, I hope!\n/pin tomorrow 15:00");
    world.passes("1 hours");
    expect(world.post("one").slot?.at).toBe("2014-07-17T11:00:00Z");
  });
});
