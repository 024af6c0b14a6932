/** Any order, any doubling, any loss of deliveries, any restarts and any weather: the same GitHub in the end. */
import { expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Webhook } from "../../sandbox/webhooks/webhook.js";
import { MINUTE } from "../../src/desk/time/zone.js";
import { openWorld, type World } from "../world.js";
import { CAMPAIGN, IRMIN, TLS } from "../world/desk-file.js";
import { WEATHERS } from "./weathers.js";

const DESK = { campaigns: [{ ...CAMPAIGN, posts: [IRMIN, { ...TLS, slot: "2014-07-07T12:00[Europe/London]" }] }] };

/** Twenty in CI; PROPERTY_RUNS for a long night. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 20);

/** Acts of people within a few minutes, in three parts. */
const PARTS: readonly ((world: World) => void)[] = [
  (world) => {
    world.submits("samoht", IRMIN.slug, { number: 186, draft: true });
    world.submits("hannesm", TLS.slug, { number: 170 });
  },
  (world) => {
    world.github.as("samoht").marksReady(world.repo, 186);
    world.says("samoht", 186, "/status");
    world.reviews("avsm", 170, { state: "CHANGES_REQUESTED" });
  },
  (world) => {
    world.pushes("hannesm", 170, "---\ntitle: Better\n---\n\nBetter words.\n");
    world.reviews("avsm", 170);
    world.says("hannesm", 186, "/hold");
  },
];

interface Disturbance {
  /** How each part's deliveries come: which are lost or doubled, and in what order. */
  readonly post: readonly { readonly order: readonly number[]; readonly lost: readonly boolean[]; readonly doubled: readonly boolean[] }[];
  readonly restarts: readonly boolean[];
  /** Which of GitHub's weathers there are during each part, each with its seed. */
  readonly weather: readonly Readonly<Record<string, number | null>>[];
}

const disturbance: fc.Arbitrary<Disturbance> = fc.record({
  post: fc.array(
    fc.record({
      order: fc.array(fc.nat(99), { minLength: 12, maxLength: 12 }),
      lost: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      doubled: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    }),
    { minLength: PARTS.length, maxLength: PARTS.length },
  ),
  restarts: fc.array(fc.boolean(), { minLength: PARTS.length, maxLength: PARTS.length }),
  weather: fc.array(fc.record(Object.fromEntries(Object.keys(WEATHERS).map((name) => [name, fc.option(fc.nat(), { freq: 2 })]))), {
    minLength: PARTS.length,
    maxLength: PARTS.length,
  }),
});

function arranged(held: readonly Webhook[], { order, lost, doubled }: Disturbance["post"][number]): readonly Webhook[] {
  const at = <Value>(list: readonly Value[], n: number, otherwise: Value): Value => list[n % list.length] ?? otherwise;
  return held
    .map((letter, n) => ({ letter, n }))
    .filter(({ n }) => !at(lost, n, false))
    .flatMap((one) => (at(doubled, one.n, false) ? [one, one] : [one]))
    .map(({ letter, n }, place) => ({ letter, by: at(order, n + place, 0) }))
    .sort((a, b) => a.by - b.by)
    .map(({ letter }) => letter);
}

async function play(disturbed: Disturbance | null): Promise<string> {
  const world = await openWorld({ desk: DESK, sweepEvery: 15 * MINUTE });
  try {
    for (const [n, act] of PARTS.entries()) {
      const post = disturbed?.post[n];
      if (post) world.github.webhooks.hold();
      world.github.trouble.over();
      for (const [name, seed] of Object.entries(disturbed?.weather[n] ?? {})) if (seed !== null) WEATHERS[name]?.(world, seed);
      act(world);
      if (disturbed?.restarts[n]) await world.restarts();
      if (post) world.github.webhooks.release((held) => arranged(held, post));
      await world.passes("20 minutes");
    }
    // The last part's weather lasts until the post is live.
    await world.passes("3 hours");
    world.github.trouble.over();
    await world.passes("1 hours");
    expect(world.github.faults).toEqual([]);
    const seen = world.github.fingerprint(world.repo);
    // One look more at the same instant finds nothing to do.
    const { calls } = world.github.spent;
    await world.restarts();
    await world.settles();
    expect(world.github.fingerprint(world.repo)).toBe(seen);
    expect(
      world.github.requests.slice(calls).filter(({ method, path }) => method !== "GET" && !/graphql|access_tokens/.test(path)),
    ).toEqual([]);
    return seen;
  } finally {
    await world.closes();
  }
}

it(
  "[EE18] however deliveries are ordered, doubled and lost, and whenever the app restarts, GitHub is the same in the end",
  async () => {
    const whole = await play(null);
    expect(whole).toContain('"standing": "merged"');
    await fc.assert(
      fc.asyncProperty(disturbance, async (disturbed) => {
        expect(await play(disturbed)).toBe(whole);
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: RUNS * 8_000 },
    );
  },
  RUNS * 20_000,
);
