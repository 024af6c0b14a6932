/** The story that is told in any order: what people do in its parts, and how it is played, disturbed or in calm. */
import { expect } from "@jest/globals";
import type { Permissions } from "../../sandbox/state/installation.js";
import { DAY, HOUR, MINUTE, plus, type Instant } from "../../src/desk/time/zone.js";
import { APP, openWorld, type World } from "../world.js";
import { CAMPAIGN, IRMIN, TLS } from "../world/desk-file.js";
import { expectNothingTwice, expectWords } from "./at-rest.js";
import { arranged, type Disturbance, type Habits, type Trouble } from "./disturbance.js";
import { WEATHERS } from "./weathers.js";

/** How long a story is: in which parts, and how often the app looks by itself. */
export interface Length {
  readonly parts: number;
  /** Milliseconds. */
  readonly part: number;
  readonly sweepEvery: number;
  /** Of the post that is due: ten minutes into the fourth part. */
  readonly slot: Instant;
}

export const SIX_HOURS: Length = { parts: 4, part: 100 * MINUTE, sweepEvery: 15 * MINUTE, slot: "2014-07-07T13:10:00Z" as Instant };
export const A_WEEK: Length = { parts: 7, part: DAY, sweepEvery: HOUR, slot: "2014-07-10T08:10:00Z" as Instant };

/** Weather lasts so long in each part. Whoever waited for its end has heard what was said before people say more. */
const WEATHER = 65 * MINUTE;

/** Seconds before the slot: whatever was said then is known to every read at the slot. */
const HEARD_ANYWAY = 30;

/** The part in which a post is due. */
const DUE = 3;

/** Acts of people within a few minutes, at the beginning of a part. */
const ACTS: readonly ((world: World) => void)[] = [
  (world) => {
    world.submits("samoht", IRMIN.slug, { number: 186, draft: true });
    world.submits("hannesm", TLS.slug, { number: 170 });
  },
  (world) => {
    world.github.as("samoht").marksReady(world.repo, 186);
    world.says("samoht", 186, "/status");
    world.reviews("avsm", 170, { state: "CHANGES_REQUESTED" });
    reportsTwice(world, "cancelled");
  },
  (world) => {
    world.pushes("hannesm", 170, "---\ntitle: Better\n---\n\nBetter words.\n");
    reportsTwice(world, "failure");
    world.reviews("avsm", 170);
    world.says("hannesm", 186, "/hold");
  },
];

/** A run that a newer one replaces at once. */
function reportsTwice(world: World, first: "cancelled" | "failure"): void {
  for (const conclusion of [first, "success"] as const)
    world.github.reports(world.repo, world.pull(170).pull.head.sha, "github-actions", { name: "build", conclusion });
}

interface Ended {
  /** All that people see. */
  readonly seen: string;
  /** Whether a `/hold` was said so late, and was not heard of, that the post may go live or not. */
  readonly open: boolean;
}

const EVERYTHING: Permissions = { checks: "write", contents: "write", issues: "write", pull_requests: "write", statuses: "write" };

/** Plays it, and sees that at its end nothing is there twice, nothing went live over a `/hold`, nothing waits in silence and one look more does nothing. */
export async function play(
  length: Length,
  { habits, parts }: { readonly habits: Habits; readonly parts: Disturbance["parts"] | null },
): Promise<Ended> {
  const world = await openWorld({
    desk: { campaigns: [{ ...CAMPAIGN, posts: [IRMIN, { ...TLS, slot: length.slot }] }], reminders: { every: 1, hour: 10 } },
    sweepEvery: length.sweepEvery,
    permissions: EVERYTHING,
  });
  const { github, repo } = world;
  const { overlooked, hold } = habits;
  let heard = false as boolean;
  try {
    const fair = () => {
      github.trouble.over();
      if (overlooked !== null) github.trouble.overlookReviewer(overlooked);
    };
    for (let n = 0; n < length.parts; n++) {
      const began = world.at;
      const troubled = parts?.[n];
      if (troubled) github.webhooks.hold();
      fair();
      if (troubled) strikes(world, troubled);
      ACTS[n]?.(world);
      if (troubled?.restarts) await world.restarts();
      if (troubled) github.webhooks.release((held) => arranged(held, troubled.post));
      await world.settles();
      await happens(world, [
        { at: plus(began, WEATHER), act: fair },
        ...(troubled?.lack ? [{ at: plus(began, troubled.lack.granted * MINUTE), act: grants(world, troubled.lack) }] : []),
        ...(n === DUE && hold
          ? [
              {
                at: plus(length.slot, -hold.seconds * 1_000),
                act: () => {
                  heard = holds(world, hold);
                },
              },
            ]
          : []),
      ]);
      await github.clock.advanceTo(plus(began, length.part));
    }
    const held = hold !== null && (heard || hold.seconds >= HEARD_ANYWAY);
    if (held) expect(world.pull(170).pull.merged).toBeNull();
    expectNothingTwice(world);
    await expectWords(world);
    expect(github.faults).toEqual([]);
    const seen = github.fingerprint(repo);
    // One look more at the same instant finds nothing to do.
    const { calls } = github.spent;
    await world.restarts();
    await world.settles();
    expect(github.fingerprint(repo)).toBe(seen);
    expect(github.requests.slice(calls).filter(({ method, path }) => method !== "GET" && !/graphql|access_tokens/.test(path))).toEqual([]);
    return { seen: comparable(seen), open: hold !== null && !held };
  } finally {
    await world.closes();
  }
}

function strikes(world: World, { weather, lack }: Trouble): void {
  for (const [name, seed] of Object.entries(weather)) if (seed !== null) WEATHERS[name]?.(world, seed);
  if (!lack) return;
  const { permission, left } = lack;
  world.github.permits(world.repo, { ...EVERYTHING, [permission]: left ?? undefined });
}

interface Appointed {
  readonly at: Instant;
  readonly act: () => void;
}

async function happens({ github, settles }: Pick<World, "github" | "settles">, agenda: readonly Appointed[]): Promise<void> {
  for (const { at, act } of [...agenda].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    await github.clock.advanceTo(at);
    act();
    await settles();
  }
}

const grants =
  ({ github, repo }: World, { told }: NonNullable<Trouble["lack"]>) =>
  () => {
    heardOnly(github, told, () => {
      github.permits(repo, EVERYTHING);
    });
  };

/** Whether the app heard of it. */
function holds(world: World, { arrives }: NonNullable<Habits["hold"]>): boolean {
  const before = world.github.letters.length;
  heardOnly(world.github, arrives, () => world.says("avsm", 170, "/hold Not yet."));
  return arrives && world.github.letters.length > before;
}

function heardOnly({ webhooks }: World["github"], arrives: boolean, act: () => void): void {
  webhooks.drop(() => !arrives);
  act();
  webhooks.over();
}

/**
 * Without what rightly stays of a weather that is over: whoever was kept from it publishes later on that day, and says so; where the app
 * may not merge, a coordinator is called; an answer that is given while somebody is being asked cannot know yet that GitHub will not have
 * them; and a label that nobody wears any more is still there.
 */
function comparable(seen: string): string {
  const shown = { ...(JSON.parse(seen) as object), labels: undefined };
  return JSON.stringify(shown, (_key, value: unknown) => (Array.isArray(value) ? value.filter((one) => !isCall(one)) : value), 1)
    .replace(/(live(?:\*\* since \*\*| )\w+ \d+ \w+(?: \d+,)?) \d\d:\d\d/gi, "$1")
    .replace(/, \d+ minutes? after its slot/g, "")
    .replace(/(\(0 so far\)); asked: \w+\./g, "$1.");
}

function isCall(one: unknown): boolean {
  const [by, text] = Array.isArray(one) ? (one as readonly unknown[]) : [];
  return by === APP && typeof text === "string" && text.includes("Please merge this pull request now.");
}
