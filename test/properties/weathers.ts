/** GitHub's weathers: each a habit of its own that a test switches on, and a property at random. One line a weather: add yours here. */
import type { LimitWording } from "../../sandbox/state/faults.js";
import { between, instant, MINUTE } from "../../src/desk/time/zone.js";
import type { World } from "../world.js";

/** Turns it on; `seed` says how bad it is. All are over with `trouble.over()`, but for a limit, which lasts until its hour is. */
type Weather = (world: World, seed: number) => void;

export const WEATHERS: Readonly<Record<string, Weather>> = {
  /** All reads are behind by as much, up to 30 s. */
  "reads lag": ({ github }, seed) => {
    github.trouble.lagging(seed % 30_001);
  },
  /** Each read is answered by another replica: one request may not know what the one before it told. */
  "replicas differ": ({ github }, seed) => {
    github.trouble.lagging(({ number }) => scattered(number + seed) % 30_001);
  },
  /** What two pull requests need may be more than GitHub's ten seconds; at worst one is. */
  "documents time out": ({ github }, seed) => {
    const upTo = (ms: number, n: number) => scattered(seed + n) % ms;
    github.trouble.takesTime({
      pull: upTo(1_000, 1),
      files: upTo(5_000, 2),
      rollup: upTo(5_000, 3),
      mergeable: upTo(5_000, 4),
      mutation: upTo(6_000, 5),
    });
  },
  /** Check runs that newer ones have replaced are told of too. */
  "replaced checks are listed": ({ github }) => {
    github.trouble.listsSupersededRuns();
  },
  "nothing is left of GraphQL's hour": (world, seed) => {
    strikes(world, seed, () => {
      world.github.trouble.exhaust("graphql", "RATE_LIMITED");
    });
  },
  "nothing is left of GraphQL's hour, in the newer wording": (world, seed) => {
    strikes(world, seed, () => {
      world.github.trouble.exhaust("graphql", "RATE_LIMIT" satisfies LimitWording);
    });
  },
  "nothing is left of REST's hour": (world, seed) => {
    strikes(world, seed, () => {
      world.github.trouble.exhaust("core");
    });
  },
  /** For minutes, now and then without a word of how long. */
  "too much at once": (world, seed) => {
    strikes(world, seed, () => {
      world.github.trouble.secondaryLimit({ after: 0, retryAfterSeconds: 30 + (seed % 600), curt: seed % 2 === 0 });
    });
  },
  "whether they can be merged is being worked out": ({ github, repo }, seed) => {
    for (const { number } of github.threads(repo).filter(({ pull }) => pull)) github.trouble.unknownMergeability(number, 1 + (seed % 5));
  },
};

/** In the middle of what the app does, at one of its next requests, if that is within two minutes. */
function strikes({ github }: World, seed: number, strike: () => void): void {
  const from = instant(github.clock.now());
  const struck = 1 + (seed % 30);
  github.trouble.hook({
    before(k) {
      if (k === struck && between(from, instant(github.clock.now())) < 2 * MINUTE) strike();
    },
  });
}

/** A number that follows from another, and looks like chance. */
function scattered(n: number): number {
  return Math.imul(n ^ 0x9e3779b9, 0x85ebca6b) >>> 1;
}
