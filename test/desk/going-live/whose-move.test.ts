/** Whose move it is when somebody is away: told of one post that ann signs, on a desk that amir coordinates. */
import { describe, expect, it } from "@jest/globals";
import { gatherDossiers, type Dossier } from "../../../src/desk/dossier.js";
import type { Desk } from "../../../src/desk/facts/desk.js";
import type { PullRequest } from "../../../src/desk/facts/snapshot.js";
import { moveOf } from "../../../src/desk/going-live/whose-move.js";
import type { Turn } from "../../../src/desk/stage.js";
import { readInstant, type Day } from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld, person } from "../paper-world.js";

/** From Monday 7 July, which is today, until Friday. */
const WEEK = [{ from: "2014-07-07" as Day, to: "2014-07-11" as Day }];
const FRIDAY = "2014-07-11";
const [SOON, LATER] = [readInstant("2014-07-09T16:00:00Z"), readInstant("2014-07-16T16:00:00Z")];

interface Case {
  readonly away?: readonly string[];
  readonly byline?: readonly string[];
  readonly opener?: PullRequest["openedBy"];
  readonly standing?: PullRequest["standing"];
  /** Nobody has opened a pull request. */
  readonly unwritten?: true;
  readonly coordinators?: readonly string[];
  readonly by?: typeof SOON;
  readonly reviewers?: readonly string[];
}

const someone = (login: string, bot = false) => ({ login, bot });

function move(turn: Turn, { away = [], coordinators = ["amir"], reviewers = [], by, ...more }: Case) {
  const people = ["ann", "ben", "cat", "amir", "eve"].map((login) => person(login, away.includes(login) ? { away: WEEK } : {}));
  const staff: Desk = desk({ people, coordinators, campaigns: [campaign([{ slug: "irmin", byline: ["ann"] }])] });
  const world = paperWorld({ desk: staff });
  world.submits("ann", "irmin");
  const snapshot = world.facts();
  const [dossier] = gatherDossiers(snapshot).posts;
  if (!dossier?.leading) throw new Error("Unexpected absence of the post, expected it");
  const { opener = someone("ann"), standing = "open", byline = ["ann"], unwritten = false } = more;
  const leading = { ...dossier.leading, pull: { ...dossier.leading.pull, openedBy: opener, standing } };
  const post: Dossier = { ...dossier, byline, ...(unwritten ? { brought: [], leading: null } : { brought: [leading], leading }) };
  const { turn: whose, waitingFor, instead, unattended } = moveOf(turn, by ?? null, reviewers, post, snapshot);
  return { turn: whose, waitingFor, besides: [...instead, ...unattended] };
}

const annAway = { kind: "away", login: "ann", until: FRIDAY, as: "writer" };
const unreachable = (...named: readonly string[]) => ({ kind: "nobody to write", named });
const noCoordinator = (login: string | null = "amir") => ({
  kind: "no coordinator",
  back: login === null ? null : { login, until: FRIDAY },
});
type Row = readonly [string, Case, string, readonly string[], readonly object[]];

describe("the move of those who sign a post", () => {
  const rows: readonly Row[] = [
    ["is theirs who are there", {}, "byline", ["ann"], []],
    ["is whoever's of them is there", { byline: ["ann", "ben"], away: ["ann"] }, "byline", ["ben"], []],
    ["is theirs who are back before it is due", { away: ["ann"], by: LATER }, "byline", ["ann"], []],
    ["is the coordinators' when she is not", { away: ["ann"], by: SOON }, "coordinator", ["amir"], [annAway]],
    ["is the coordinators' when nothing says by when", { away: ["ann"] }, "coordinator", ["amir"], [annAway]],
    [
      "is the coordinators' when none of them is there, who are all named",
      { byline: ["ann", "ben"], away: ["ann", "ben"] },
      "coordinator",
      ["amir"],
      [annAway, { ...annAway, login: "ben" }],
    ],
    ["is not theirs whom nobody knows", { byline: ["zoe"], unwritten: true }, "coordinator", ["amir"], [unreachable("zoe")]],
    ["is theirs whom nobody knew, and who opened it", { byline: ["zoe"], opener: someone("Zoe") }, "byline", ["zoe"], []],
    ["is whoever's opened it for somebody nobody knows", { byline: ["zoe"], opener: someone("dan") }, "byline", ["dan"], []],
    ["is not that of who opened it for her", { opener: someone("dan") }, "byline", ["ann"], []],
    ["is no bot's", { byline: ["zoe"], opener: someone("robot", true) }, "coordinator", ["amir"], [unreachable("zoe")]],
    ["is nobody's whose account is gone", { byline: ["zoe"], opener: null }, "coordinator", ["amir"], [unreachable("zoe")]],
    [
      "is nobody's who opened what is not open any more",
      { byline: ["zoe"], opener: someone("dan"), standing: "closed" },
      "coordinator",
      ["amir"],
      [unreachable("zoe")],
    ],
    [
      "is not theirs who left the desk, and whose pull request was closed",
      { byline: ["zoe"], opener: someone("zoe"), standing: "closed" },
      "coordinator",
      ["amir"],
      [unreachable("zoe")],
    ],
  ];

  it.each(rows)("[LV5] %s", (_, given, turn, waitingFor, besides) => {
    expect(move("byline", given)).toEqual({ turn, waitingFor, besides });
  });
});

describe("the move of the coordinators", () => {
  const rows: readonly Row[] = [
    ["is theirs who are there", { coordinators: ["amir", "eve"], away: ["amir"] }, "coordinator", ["eve"], []],
    ["is waited for with whoever writes it", { away: ["amir"], reviewers: ["ben"] }, "coordinator", ["ann"], [noCoordinator()]],
    [
      "is waited for with whoever opened it too",
      { away: ["amir"], opener: someone("cat") },
      "coordinator",
      ["ann", "cat"],
      [noCoordinator()],
    ],
    ["is waited for with no bot", { away: ["amir"], opener: someone("robot", true) }, "coordinator", ["ann"], [noCoordinator()]],
    ["is waited for though an account is gone", { away: ["amir"], opener: null }, "coordinator", ["ann"], [noCoordinator()]],
    [
      "is waited for with nobody who opened what is closed",
      { away: ["amir"], opener: someone("cat"), standing: "closed" },
      "coordinator",
      ["ann"],
      [noCoordinator()],
    ],
    [
      "is waited for with its reviewers when no writer is there",
      { away: ["amir", "ann"], reviewers: ["ben"] },
      "coordinator",
      ["ben"],
      [noCoordinator()],
    ],
    [
      "is that of the one who is back first when nobody else is there",
      { away: ["amir", "ann"] },
      "coordinator",
      ["amir"],
      [noCoordinator()],
    ],
    ["is said to be nobody's where none is named", { coordinators: [] }, "coordinator", ["ann"], [noCoordinator(null)]],
    [
      "waits for nobody where nobody is known",
      { coordinators: [], unwritten: true, byline: ["zoe"] },
      "coordinator",
      [],
      [noCoordinator(null)],
    ],
  ];

  it.each(rows)("[LV6] %s", (_, given, turn, waitingFor, besides) => {
    expect(move("coordinator", given)).toEqual({ turn, waitingFor, besides });
  });

  it("[LV6] tells first who of its writers is away, and last that no coordinator is there", () => {
    expect(move("byline", { away: ["ann", "amir"], reviewers: ["ben"] })).toEqual({
      turn: "coordinator",
      waitingFor: ["ben"],
      besides: [annAway, noCoordinator()],
    });
  });
});

describe("any other move", () => {
  it("[LV2] is that of the reviewers who were asked, or nobody's, whoever is away", () => {
    const away = ["ann", "amir"];
    expect(move("reviewer", { away, reviewers: ["ben", "cat"] })).toEqual({ turn: "reviewer", waitingFor: ["ben", "cat"], besides: [] });
    expect(move("nobody", { away, reviewers: ["ben"] })).toEqual({ turn: "nobody", waitingFor: [], besides: [] });
  });
});
