/** What a post went live without: told of one that was merged by hand at noon in London on Wednesday 9 July, and of what a look later says of it. */
import { describe, expect, it } from "@jest/globals";
import { gatherDossiers, type Dossier } from "../../../src/desk/dossier.js";
import { PLAIN_CALENDAR } from "../../../src/desk/facts/desk.js";
import { headKey, labelsKey } from "../../../src/desk/facts/ledger-key.js";
import type { PullRequest } from "../../../src/desk/facts/snapshot.js";
import { liveWithout } from "../../../src/desk/going-live/live-without.js";
import type { ReviewVerdict } from "../../../src/desk/reviews/verdict-of.js";
import { MINUTE, plus, readInstant, type Instant } from "../../../src/desk/time/zone.js";
import { campaign, paperWorld } from "../paper-world.js";

const NOON = readInstant("2014-07-09T11:00:00Z");
const at = (minutes: number): Instant => plus(NOON, minutes * MINUTE);

interface Case {
  /** Who approved it; null where it has no verdict. */
  readonly approved?: readonly string[] | null;
  readonly needed?: number;
  /** Minutes after it went live until which it had an embargo. */
  readonly embargo?: number;
  /** Amir may pass it. */
  readonly freeze?: true;
  /** Who moved it, the last one behind. */
  readonly movedBy?: readonly (string | null)[];
  /** When its slot was told to people, in minutes; never when left out. */
  readonly toldAt?: number;
  readonly unnoticed?: true;
  readonly labels?: readonly string[];
  readonly standing?: PullRequest["standing"];
  readonly lookedAt?: number;
  /** What came of the app's tries. */
  readonly merge?: "done" | "refused";
  readonly labelling?: "done" | "refused";
  readonly dossier?: Partial<Dossier>;
}

function without(given: Case): readonly string[] {
  const { approved = [], needed = 1, embargo, movedBy = [], toldAt, labels = [], standing = "merged", lookedAt, merge, labelling } = given;
  const freezes = given.freeze ? [{ from: at(-60), to: at(60), why: "the launch", pass: ["amir"] }] : [];
  const promise = { slug: "irmin", byline: ["ann"], ...(embargo !== undefined && { notBefore: at(embargo) }) };
  const review = { approvals: needed, ask: 1 };
  const world = paperWorld({ desk: { review, calendar: { ...PLAIN_CALENDAR, freezes }, campaigns: [campaign([promise])] } });
  const number = world.submits("ann", "irmin");
  world.looks();
  const facts = world.facts();
  const [dossier] = gatherDossiers(facts).posts;
  if (!dossier?.leading) throw new Error("Unexpected absence of the post, expected it");
  const { leading } = dossier;
  const comments = given.unnoticed ? [] : leading.pull.comments;
  const told = (slot: Instant, when: Instant, by: string | null) => ({ slot, at: when, by, why: "" });
  const post: Dossier = {
    ...dossier,
    leading: { ...leading, pull: { ...leading.pull, standing, labels, comments } },
    live: { at: NOON, pull: number, path: "posts/irmin.md" },
    announced: toldAt === undefined ? [] : [told(NOON, at(toldAt), null)],
    moves: movedBy.map((by) => told(NOON, at(-90), by)),
    ...given.dossier,
  };
  const verdict: ReviewVerdict | null = approved && {
    approvedBy: approved,
    requestsChanges: [],
    answered: [],
    lapsed: [],
    commented: [],
    discounted: [],
    changedSince: [],
    writers: [],
    passes: approved.length >= needed,
  };
  const ended = (key: string, how?: "done" | "refused") => (how ? { [key]: { digest: "", ended: how, why: null, at: NOON } } : {});
  const effects = { ...ended(headKey("merge", number, leading.pull.head.sha), merge), ...ended(labelsKey(number), labelling) };
  const snapshot = { ...facts, lookedAt: lookedAt === undefined ? null : at(lookedAt), memory: { effects, announced: {} } };
  return liveWithout(post, verdict, snapshot).map((one) => (one.kind === "review" ? `${one.got} of ${one.needed} approvals` : one.kind));
}

const UNSEEN = ["0 of 1 approvals"];
const ALL: Case = { embargo: 60, freeze: true };

describe("a post that was merged by hand", () => {
  const rows: readonly (readonly [string, Case, readonly string[]])[] = [
    ["approved", { approved: ["ben"] }, []],
    ["approved by too few", { approved: ["ben"], needed: 2 }, ["1 of 2 approvals"]],
    ["approved by nobody", {}, UNSEEN],
    ["never judged", { approved: null }, UNSEEN],
    ["never judged, on a desk that asks for no approval", { approved: null, needed: 0 }, []],
    ["within its embargo, and approved", { approved: ["ben"], embargo: 1 }, ["embargo"]],
    ["at the end of its embargo", { approved: ["ben"], embargo: 0 }, []],
    ["in a freeze, and approved", { approved: ["ben"], freeze: true }, ["freeze"]],
    ["in a freeze, where somebody who may asked for that slot", { approved: ["ben"], freeze: true, movedBy: [null, "amir"] }, []],
    ["in a freeze, where somebody who may gave it that slot first", { approved: ["ben"], freeze: true, movedBy: ["amir"] }, []],
    ["and promised by nobody", { dossier: { promised: null } }, UNSEEN],
    ["in a freeze, where the schedule moved it since", { approved: ["ben"], freeze: true, movedBy: ["amir", null] }, ["freeze"]],
    ["without anything that the desk asks for", ALL, [...UNSEEN, "embargo", "freeze"]],
    ["though the app was refused to", { merge: "refused" }, UNSEEN],
    ["where there is no pull request", { dossier: { leading: null } }, UNSEEN],
    ["and of which only its slot was told", { unnoticed: true, toldAt: -1 }, UNSEEN],
  ];
  it.each(rows)("[ST19] is told what it went live without: %s", (_, given, unmet) => {
    expect(without(given)).toStrictEqual(unmet);
  });

  const history: readonly (readonly [string, Case])[] = [
    ["that the app merged", { ...ALL, merge: "done" }],
    ["that is not live", { ...ALL, dossier: { live: null } }],
    ["of which nobody knows since when it is", { ...ALL, dossier: { live: { at: null, pull: null, path: null } } }],
    ["from before the app came", { ...ALL, unnoticed: true }],
    ["whose slot was told only once it was live", { ...ALL, unnoticed: true, toldAt: 0 }],
  ];
  it.each(history)("[ST14] [ST19] is told nothing of one %s", (_, given) => {
    expect(without(given)).toStrictEqual([]);
  });
});

describe("the label of what was merged by hand", () => {
  const rows: readonly (readonly [string, Case, readonly string[]])[] = [
    ["keeps what was judged", { labels: ["risk/unreviewed"], lookedAt: 60 }, UNSEEN],
    [
      "keeps that it was too early, of which it was read since",
      { ...ALL, labels: ["risk/too-early"], lookedAt: 60 },
      ["embargo", "freeze"],
    ],
    ["is the record: whoever takes it away has read the post", { lookedAt: 60 }, []],
    ["is not there yet within ten minutes", { lookedAt: 10 }, UNSEEN],
    ["is not there yet where nobody has looked", {}, UNSEEN],
    ["is no record where GitHub would not take it", { lookedAt: 60, labelling: "refused" }, UNSEEN],
    ["is the record where GitHub took it", { lookedAt: 60, labelling: "done" }, []],
    ["is no record of one that was pushed, and whose pull request was closed", { lookedAt: 60, standing: "closed" }, UNSEEN],
  ];
  it.each(rows)("[ST19] %s", (_, given, unmet) => {
    expect(without(given)).toStrictEqual(unmet);
  });
});
