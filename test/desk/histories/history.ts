/** A history: a desk, what people do on it, and how much time goes by; and playing one, with its story in words. */
import fc from "fast-check";
import type { Desk, Promised } from "../../../src/desk/facts/desk.js";
import { readInstant, type Instant } from "../../../src/desk/time/zone.js";
import { campaign, person } from "../paper-world.js";
import { DESK, SLUGS, type Act } from "./acts.js";
import { deskActs } from "./desk-acts.js";
import { ground, type Ground, type MainFile } from "./ground.js";
import type { Witness } from "../paper-world.js";
import { talking } from "./talking.js";
import { contentOf } from "./texts.js";
import { comes, writing } from "./writing.js";

export interface Opening {
  readonly desk: Partial<Desk>;
  readonly main: ReadonlyMap<string, MainFile>;
  readonly says: string;
}

export interface Step {
  readonly act: Act;
  readonly hours: number;
  /** Whether the process is down meanwhile. */
  readonly asleep: boolean;
}

export interface History {
  readonly opening: Opening;
  readonly steps: readonly Step[];
  /** Posts whose writers bring them on the first day. */
  readonly eager: readonly string[];
  /** Whether those who are asked answer in the end. */
  readonly diligent: boolean;
  /** How long is waited in the end for what is still to happen, in days: a week and more where silence is to show. */
  readonly days: number;
}

const LONG_AGO = readInstant("2013-07-01T10:00:00Z");
const old = (slug: string): MainFile => ({ content: contentOf({ slug, byline: [], words: "of last year" }), since: LONG_AGO });

const withPromise = (desk: Opening["desk"], slug: string, change: Partial<Promised>): Partial<Opening> => ({
  desk: {
    ...desk,
    campaigns:
      desk.campaigns?.map((all) => ({ ...all, posts: all.posts.map((post) => (post.slug === slug ? { ...post, ...change } : post)) })) ??
      [],
  },
});

/** What of the first desk may be otherwise, each with a word for the story. */
const PECULIARITIES: readonly (readonly [string, (was: Opening) => Partial<Opening>])[] = [
  [
    "the app does not merge",
    ({ desk }) => ({ desk: { ...desk, merge: { atSlot: false, method: "merge", missed: "catch up", fixDates: false } } }),
  ],
  [
    "dates are set by the app",
    ({ desk }) => ({ desk: { ...desk, merge: { atSlot: true, method: "merge", missed: "catch up", fixDates: true } } }),
  ],
  [
    "missed slots are asked about",
    ({ desk }) => ({ desk: { ...desk, merge: { atSlot: true, method: "merge", missed: "ask", fixDates: false } } }),
  ],
  ["two approvals", ({ desk }) => ({ desk: { ...desk, review: { approvals: 2, ask: 2 } } })],
  ["two are asked", ({ desk }) => ({ desk: { ...desk, review: { approvals: 1, ask: 2 } } })],
  ["nobody coordinates", ({ desk }) => ({ desk: { ...desk, coordinators: [] } })],
  ["reminders every day", ({ desk }) => ({ desk: { ...desk, reminders: { every: 1, hour: 9 } } })],
  ["reminders every five days", ({ desk }) => ({ desk: { ...desk, reminders: { every: 5, hour: 9 } } })],
  ["three days for the draft and two for the review", ({ desk }) => ({ desk: { ...desk, lead: { draft: 3, review: 2 } } })],
  ["amir reviews", ({ desk }) => ({ desk: { ...desk, people: [...(desk.people ?? []), person("amir")] } })],
  ["slots on Monday and Thursday", ({ desk }) => ({ desk: { ...desk, slots: ["Mon 12:00", "Thu 12:00"] } })],
  ["a post of 2013 called one, at another path", ({ main }) => ({ main: new Map([...main, ["posts/2013/one.md", old("one")]]) })],
  ["a post of 2013 at posts/two.md", ({ main }) => ({ main: new Map([...main, ["posts/two.md", old("two")]]) })],
  ["one is promised for posts/one.md", ({ desk }) => withPromise(desk, "one", { path: "posts/one.md" })],
  ["all go together", ({ desk }) => ({ desk: { ...desk, campaigns: desk.campaigns?.map((all) => ({ ...all, together: true })) ?? [] } })],
  ["three is pinned to 17 July", ({ desk }) => withPromise(desk, "three", { pinned: readInstant("2014-07-17T11:00:00Z") })],
  ["no campaign", ({ desk }) => ({ desk: { ...desk, campaigns: [] } })],
];

const plainOpening = (): Opening => ({
  says: "a desk of ann, ben, cat and dan, coordinated by amir",
  desk: {
    lint: { rules: { "links-live": { severity: "error" } }, paths: [], words: [], honourRepositoryConfig: true },
    people: DESK.map((login, index) => person(login, { zone: index % 2 ? "America/Chicago" : "Europe/London" })),
    campaigns: [
      campaign([
        { slug: "one", byline: ["ann"] },
        { slug: "two", byline: ["ben"], after: ["one"] },
        { slug: "three", byline: ["cat"] },
        "four",
      ]),
    ],
  },
  main: new Map<string, MainFile>([
    ["posts/old.md", old("old")],
    ["_layouts/default.html", { content: "_layouts/default.html plain", since: LONG_AGO }],
  ]),
});

const opening: fc.Arbitrary<Opening> = fc
  .subarray([...PECULIARITIES], { maxLength: 3 })
  .map((chosen) =>
    chosen.reduce<Opening>((was, [words, change]) => ({ ...was, ...change(was), says: `${was.says}; ${words}` }), plainOpening()),
  );

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof({ weight: 9, arbitrary: writing }, { weight: 11, arbitrary: talking }, { weight: 4, arbitrary: deskActs }),
  hours: fc.constantFrom(0, 0, 0, 1, 5, 24, 24, 48),
  asleep: fc.nat(11).map((n) => n === 11),
});

export const anyHistory: fc.Arbitrary<History> = fc.record({
  opening,
  eager: fc.subarray([...SLUGS]),
  steps: fc.array(step, { minLength: 1, maxLength: 14, size: "max" }),
  diligent: fc.boolean(),
  days: fc.constantFrom(2, 2, 2, 4, 10),
});

/** Who looks on while a history is played. */
interface Onlooker extends Witness {
  readonly begins: (ground: Ground) => void;
  /** Somebody did something. */
  readonly acts: () => void;
  /** The process is up again after it was down. */
  readonly wakes: () => void;
  readonly ends: () => void;
}

/** Plays a history to its end and tells its story, a line each for what people and the app did. */
export function play(history: History, onlooker: Onlooker): readonly string[] {
  const story: string[] = [history.opening.says];
  const tells = (at: Instant, words: string) => {
    // What is tried again and again is told once.
    if (!story.at(-1)?.endsWith(` ${words}`)) story.push(`${at.slice(5, 16)} ${words}`);
  };
  const played = ground({
    ...history.opening,
    access: { ...Object.fromEntries([...DESK, "amir", "eve"].map((login) => [login, "write" as const])) },
    witness: {
      before(effect, wanted) {
        onlooker.before(effect, wanted);
      },
      after(effect) {
        if (effect.kind === "merge")
          tells(
            played.world.at(),
            `the app merges #${effect.pull} (${effect.slugs.join(", ")})${played.world.pull(effect.pull).standing === "merged" ? "" : ", in vain"}`,
          );
        if (effect.kind === "announce") tells(played.world.at(), `  ${effect.slug} is announced for ${effect.slot}: ${effect.why}`);
        if (effect.kind === "ask") tells(played.world.at(), `  ${effect.logins.join(", ")} asked on #${effect.pull}`);
        if (effect.kind === "withdraw") tells(played.world.at(), `  ${effect.logins.join(", ")} asked no more on #${effect.pull}`);
        if (effect.kind === "remind") tells(played.world.at(), `  ${effect.to} is reminded of ${effect.about.join(", ")}`);
        if (effect.kind === "reply")
          tells(played.world.at(), `  the app on #${effect.issue}: ${effect.body.split("\n")[0]?.slice(0, 160) ?? ""}`);
        if (effect.kind === "commit") tells(played.world.at(), `  the app commits to #${effect.pull}`);
        onlooker.after(effect);
      },
      rests(plan) {
        onlooker.rests(plan);
      },
    },
  });
  onlooker.begins(played);
  const { world } = played;
  const passes = (hours: number) => {
    if (hours === 0) world.looks();
    else world.passes(`${hours} hours`);
  };
  try {
    passes(0);
    for (const slug of history.eager) {
      const said = comes(played, slug);
      if (said !== null) tells(world.at(), said);
    }
    for (const { act, hours, asleep } of history.steps) {
      const done = act(played);
      if (done !== null) {
        tells(world.at(), done);
        onlooker.acts();
      }
      if (asleep && hours > 0) {
        world.sleeps(`${hours} hours`);
        tells(world.at(), `nobody looked for ${hours} hours`);
        onlooker.wakes();
        passes(0);
      } else passes(hours);
    }
    if (history.diligent) {
      tells(world.at(), "all who are asked approve");
      for (const { number, requested } of world.facts().open) for (const { login } of requested) played.reviews(login, number, "approves");
      onlooker.acts();
    } else tells(world.at(), "nobody does anything any more");
    passes(24 * history.days);
    onlooker.ends();
  } catch (error) {
    tells(world.at(), `BROKEN: ${error instanceof Error ? error.message : String(error)}`);
    throw Object.assign(error instanceof Error ? error : new Error(String(error)), { story });
  }
  return story;
}
