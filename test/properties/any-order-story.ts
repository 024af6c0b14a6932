/** The story that is told in any order, as it is played: disturbed or in calm. */
import { expect } from "@jest/globals";
import { MINUTE, plus, type Instant } from "../../src/desk/time/zone.js";
import type { World } from "../world.js";
import { expectNothingTwice, expectWords } from "./at-rest.js";
import { arranged, type Disturbance, type Habits, type Trouble } from "./disturbance.js";
import { ACTS, comparable, EVERYTHING, openStory, WEATHER, type Length } from "./the-story.js";
import { WEATHERS } from "./weathers.js";

/** Seconds before the slot: whatever was said then is known to every read at the slot. */
const HEARD_ANYWAY = 30;

/** The part in which a post is due. */
const DUE = 3;

interface Ended {
  /** All that people see. */
  readonly seen: string;
  /** Whether a `/hold` was said so late, and was not heard of, that the post may go live or not. */
  readonly open: boolean;
}

/** Plays it, and sees that at its end nothing is there twice, nothing went live over a `/hold`, nothing waits in silence and one look more does nothing. */
export async function play(
  length: Length,
  { habits, parts }: { readonly habits: Habits; readonly parts: Disturbance["parts"] | null },
): Promise<Ended> {
  const world = await openStory(length);
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
