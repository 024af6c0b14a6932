/** What holds after any sequence of commands, whoever says them and wherever. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isAccepted } from "../../../src/desk/commands/answer.js";
import { gatherDossiers, type Dossiers } from "../../../src/desk/dossier.js";
import type { Comment, Snapshot } from "../../../src/desk/facts/snapshot.js";
import { MINUTE, plus } from "../../../src/desk/time/zone.js";
import { campaign, paperWorld, person } from "../paper-world.js";

const SLUGS = ["one", "two", "three", "stray", "uno", "new", "ONE", "gone"];
const slug = fc.constantFrom(...SLUGS);
const command = fc.oneof(
  fc.tuple(fc.constantFrom("rename", "split", "merge-into", "after"), slug, slug).map(([word, a, b]) => `/${word} ${a} ${b}`),
  fc
    .tuple(fc.constantFrom("rename", "split", "merge-into", "after", "undo", "post", "pin", "hold"), slug)
    .map(([word, a]) => `/${word} ${a}`),
  fc
    .tuple(slug, fc.constantFrom("next", "swap two", "swap uno", "2014-07-18T13:00", "Fri 13:00", "next friday", ""))
    .map(([a, when]) => `/slot ${a} ${when}`),
  fc.constantFrom(
    "/undo",
    "/unslot",
    "/unpin",
    "/pin",
    "/slot next",
    "/hold",
    "/drop",
    "/unhold",
    "/snooze 1d",
    "/uncc",
    "/cc @dan",
    "/split more",
    "/dry-run /slot next",
    "/help",
  ),
);
const saying = fc.record({ who: fc.constantFrom("amir", "amir", "ann", "ben", "stranger"), where: fc.nat(2), body: command });
interface Saying {
  readonly who: string;
  readonly where: number;
  readonly body: string;
}

/** Three promises, a pull request for one of them and one for none, and what people were told of slots. */
const facts: Snapshot = (() => {
  const posts = [
    { slug: "one", byline: ["ann"] },
    { slug: "two", byline: ["ben"], after: ["one"] },
    { slug: "three", also: ["drei"], byline: ["cat"] },
  ];
  const world = paperWorld({ desk: { people: ["ann", "ben", "cat", "dan"].map((login) => person(login)), campaigns: [campaign(posts)] } });
  world.submits("ann", "one");
  world.submits("stranger", "stray");
  world.passes("1 hours");
  return world.facts();
})();

/** Everything as it is when these things have been said, a minute apart. */
function after(sayings: readonly Saying[]): Dossiers {
  const issues = [...facts.boards.map(({ number }) => number), ...facts.open.map(({ number }) => number)];
  const said = sayings.map(({ who, where, body }, index) => {
    const comment: Comment = {
      id: 5000 + index,
      node: `IC_${5000 + index}`,
      by: { login: who, bot: false },
      at: plus(facts.at, index * MINUTE),
      editedAt: null,
      body,
      mark: null,
      reactions: [],
    };
    return { issue: issues[where % issues.length] ?? 0, comment };
  });
  const heardIn = <Place extends { readonly number: number; readonly comments: readonly Comment[] }>(place: Place): Place => ({
    ...place,
    comments: [...place.comments, ...said.flatMap(({ issue, comment }) => (issue === place.number ? [comment] : []))],
  });
  return gatherDossiers({ ...facts, boards: facts.boards.map(heardIn), open: facts.open.map(heardIn) });
}

const outcome = ({ posts, desk }: Dossiers) => ({
  posts: posts.map(({ slug: called, byline, decided, brought }) => ({
    called,
    byline,
    decided,
    pulls: brought.map(({ pull }) => pull.number),
  })),
  plan: desk.campaigns,
});

/** The posts that come after themselves. */
function circles({ posts }: Dossiers): readonly string[] {
  const before = new Map(posts.map((post) => [post.slug, [...(post.promised?.after ?? []), ...post.decided.after]]));
  return [...before.keys()].filter((start) => {
    const met = new Set<string>();
    const toVisit = [...(before.get(start) ?? [])];
    for (let here = toVisit.pop(); here !== undefined; here = toVisit.pop()) {
      if (here === start) return true;
      if (!met.has(here)) toVisit.push(...(before.get(here) ?? []));
      met.add(here);
    }
    return false;
  });
}

describe("any sequence of commands", () => {
  it("[CM24] is taken in, and leaves no two posts with one slug and no circle", () => {
    let amended = 0;
    fc.assert(
      fc.property(fc.array(saying, { minLength: 4, maxLength: 16 }), (sayings) => {
        const dossiers = after(sayings);
        const names = dossiers.posts.flatMap(({ slug: called, promised }) =>
          [called, ...(promised?.also ?? [])].map((name) => name.toLowerCase()),
        );
        expect(names.length).toBe(new Set(names).size);
        expect(circles(dossiers)).toEqual([]);
        expect(dossiers.answers.flatMap(({ lines }) => lines).length).toBe(sayings.length);
        if (dossiers.desk !== facts.desk) amended += 1;
      }),
      { numRuns: 400, seed: 3 },
    );
    // Sequences that change nothing would prove nothing.
    expect(amended).toBeGreaterThan(100);
  });

  it("[CM22] is undone command by command: after one more and an /undo all is as before", () => {
    let undone = 0;
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 8 }), command, (sayings, body) => {
        const one: Saying = { who: "amir", where: 0, body };
        const line = after([...sayings, one]).answers.at(-1)?.lines[0];
        if (!line || !isAccepted(line) || ["help", "status", "dry run", "undone"].includes(line.kind)) return;
        undone += 1;
        expect(outcome(after([...sayings, one, { ...one, body: "/undo" }]))).toEqual(outcome(after(sayings)));
      }),
      { numRuns: 400, seed: 5 },
    );
    expect(undone).toBeGreaterThan(50);
  });

  it("[CM24, CM25] said by a stranger leaves the plan and the promised posts as they were", () => {
    const strangers = saying.map((one) => ({ ...one, who: "stranger" }));
    fc.assert(
      fc.property(fc.array(strangers, { maxLength: 10 }), (sayings) => {
        const dossiers = after(sayings);
        expect(dossiers.desk).toBe(facts.desk);
        for (const { promised, decided } of dossiers.posts) {
          if (promised) expect({ ...decided, uncc: [], snoozed: [] }).toEqual({ ...after([]).posts[0]?.decided });
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});
