/** Plays one world of the simulation: a dozen posts with a slot each, on the whole app over HTTP, while things go wrong around each slot. START HERE. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOUR, instant, MINUTE, writeZoned, type Instant } from "../../src/desk/time/zone.js";
import { openWorld, type World } from "../../test/world.js";
import type { Call } from "../../test/world/process.js";
import { chanceOf } from "./chance.js";
import { drawDisturbances, type Disturbance } from "./disturbance.js";
import { openGithubWeather, type Weather } from "./github-weather.js";
import { brokenBy, endOf, type Publication, type Seen } from "./publication.js";

/** Publications a world: four a day for three days. */
export const A_WORLD = 12;

const ZONE = "Europe/London";
const TIMES = ["09:00", "12:00", "15:00", "18:00"];
const SLOTS = ["2014-07-08", "2014-07-09", "2014-07-10"].flatMap((day) => TIMES.map((time) => Date.parse(`${day}T${time}:00+01:00`)));
/** A post is written and approved so many milliseconds before its slot. */
const WRITTEN = 100 * MINUTE;
/** What is put off has its slot by then. */
const END = Date.parse("2014-07-18T18:00:00+01:00");
const WRITES: ReadonlySet<Call> = new Set(["claim", "settle", "begin", "end", "announce"]);

interface Post {
  readonly slug: string;
  readonly number: number;
  readonly slot: number;
  readonly disturbances: readonly Disturbance[];
  /** When nothing was in its way any more, as far as the world was made; undefined when that was left to the schedule. */
  free: number | undefined;
  /** Whether the process and GitHub were up when it was to go, and nothing else delayed it. */
  up: boolean;
}

type Act = readonly [at: number, act: () => Promise<void> | void];

interface Stage {
  readonly world: World;
  readonly weather: Weather;
  readonly freezes: { from: Instant; to: Instant }[];
  /** Kills the process, and starts another so many milliseconds later. */
  kill(down: number): void;
}

export async function playWorld(seed: number, place: number): Promise<readonly Publication[]> {
  const chance = chanceOf(seed * 7_919 + place);
  const asks = chance.number() < 0.3;
  const slugs = SLOTS.map((_, n) => `post-${place * A_WORLD + n}`);
  const deskWith = (freezes: readonly { from: Instant; to: Instant }[]) => ({
    merge: { at_slot: true, missed: asks ? "ask" : "catch up" },
    calendar: { freezes: freezes.map(({ from, to }) => ({ from, to, why: "the site is moved" })) },
    slots: ["Mon", "Tue", "Wed", "Thu", "Fri"].flatMap((day) => TIMES.map((time) => `${day} ${time}`)),
    reminders: { every: 5, hour: 9 },
    campaigns: [
      {
        name: "OSCON 2014",
        deadline: "2014-08-01T09:00[Europe/London]",
        posts: slugs.map((slug, n) => ({
          slug,
          title: slug,
          byline: ["samoht"],
          beats: ["storage"],
          slot: writeZoned(instant(new Date(SLOTS[n] ?? 0)), ZONE),
        })),
      },
    ],
  });
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "presstime-simulation-"));
  const world = await openWorld({ desk: deskWith([]), database: `sqlite:${join(folder, "presstime.db")}`, sweepEvery: 24 * HOUR });
  // Chances of its own: what goes wrong around a slot does not depend on how often GitHub is asked.
  const weather = openGithubWeather(world, chanceOf(seed * 7_919 + place + 500_000));
  let starting: number | null = null;
  const stage: Stage = {
    world,
    weather,
    freezes: [],
    kill(down) {
      world.crashes();
      starting = Math.max(starting ?? 0, weather.now() + down);
    },
  };
  const { clock } = world.github;
  /** Through every instant that anybody waits for, with restarts at their time. */
  const goTo = async (at: number): Promise<void> => {
    for (;;) {
      const back = starting;
      if (back !== null && back <= at) {
        if (back > weather.now()) await clock.advanceTo(new Date(back));
        starting = null;
        await world.starts();
        await world.settles();
        continue;
      }
      if (at > weather.now()) await clock.advanceTo(new Date(at));
      else await world.settles();
      // Something on the way may have killed the process.
      if (starting === null || starting > at) return;
    }
  };

  try {
    await world.settles();
    const posts: Post[] = [];
    for (const [n, slug] of slugs.entries()) {
      const slot = SLOTS[n] ?? 0;
      // Written late, so that few are open at a time and a look is quick.
      await goTo(slot - WRITTEN);
      const number = world.submits("samoht", slug);
      await world.settles();
      world.reviews("djs55", number);
      await world.settles();
      const post: Post = { slug, number, slot, disturbances: drawDisturbances(chance), free: slot, up: true };
      posts.push(post);
      const acts = post.disturbances.flatMap((one) => actsOf(one, post, stage, deskWith)).sort(([a], [b]) => a - b);
      for (const [at, act] of acts) {
        await goTo(at);
        await act();
        await world.settles();
      }
      await goTo(Math.max(post.slot + MINUTE, weather.now()));
      weather.clears();
    }
    // What waits for people who do nothing more would wait for ever.
    const isOver = () =>
      posts.every((post) => !isOpen(world, post.number) || !isApproved(world, post.number) || isMissed(world, post.number));
    for (let at = weather.now(); at < END && !isOver(); at += 12 * HOUR) await goTo(at + 12 * HOUR);
    if (world.github.faults.length > 0)
      throw new Error(`Unexpected fault of the sandbox, expected none: ${String(world.github.faults[0])}`);
    const announced = (await world.ledger.memory(world.repo.id)).announced;
    return posts.map((post, n) => {
      const told = (announced[post.slug] ?? []).map(({ slot }) => Date.parse(slot));
      return judged(post, place * A_WORLD + n, told, stage);
    });
  } finally {
    await world.closes();
    rmSync(folder, { recursive: true, force: true });
  }
}

function judged(post: Post, run: number, told: readonly number[], { world, weather, freezes }: Stage): Publication {
  const mergedAt = weather.mergedAt.get(post.number) ?? null;
  const slot = told.at(-1) ?? null;
  const approved = isApproved(world, post.number);
  const seen: Seen = {
    slot,
    mergedAt,
    merges: weather.merges.get(post.number) ?? 0,
    reviewed: approved,
    inFreeze: mergedAt !== null && freezes.some(({ from, to }) => Date.parse(from) <= mergedAt && mergedAt < Date.parse(to)),
    handed: world.said(post.number).some((body) => /missed its slot|cannot go live/.test(body)),
    unapproved: !approved,
  };
  const moved = slot !== post.slot;
  const from = moved ? slot : post.free;
  return {
    run,
    slug: post.slug,
    disturbances: post.disturbances,
    end: endOf(seen),
    lateness: mergedAt === null || from === undefined || from === null ? null : mergedAt - from,
    up: post.up || moved,
    broken: brokenBy(seen),
  };
}

/** What has to be done when, for something to go wrong. */
function actsOf(
  one: Disturbance,
  post: Post,
  stage: Stage,
  deskWith: (freezes: readonly { from: Instant; to: Instant }[]) => Readonly<Record<string, unknown>>,
): readonly Act[] {
  const { world, weather } = stage;
  const { slot, number } = post;
  const late = (until: number | undefined, up = false): void => {
    post.free = until === undefined || post.free === undefined ? undefined : Math.max(post.free, until);
    post.up &&= up;
  };
  const reviewAt = (at: number | null): readonly Act[] => {
    // The review is of another text, so the slot may be another too: told by the schedule.
    late(undefined);
    return at === null
      ? []
      : [
          [
            slot + at,
            () => {
              approve(world, number);
            },
          ],
        ];
  };
  switch (one.kind) {
    case "crash":
      return [
        [
          slot - 1_000,
          () => {
            let left = one.nth;
            weather.strikes(one.at, one.side, WRITES, () => {
              left -= 1;
              if (left !== 0) return false;
              late(undefined);
              stage.kill(one.down);
              return true;
            });
          },
        ],
        [slot + 30_000, () => undefined],
      ];
    case "down":
      late(slot + one.after);
      return [
        [
          slot - one.before,
          () => {
            stage.kill(one.before + one.after);
          },
        ],
        [slot + one.after + 30_000, () => undefined],
      ];
    case "outage":
      late(slot + one.after);
      return [
        [slot - one.before, () => void (weather.isOut = true)],
        [slot + one.after, () => void (weather.isOut = false)],
        [slot + one.after + 2 * MINUTE, () => undefined],
      ];
    case "push":
      return [
        [
          slot - one.before,
          () => {
            push(world, number);
          },
        ],
        ...reviewAt(one.reviewed),
      ];
    case "push while merging":
      return [
        [
          slot - 500,
          () => {
            weather.beforeMerge(() => {
              push(world, number);
            });
          },
        ],
        ...reviewAt(one.reviewed),
      ];
    case "approval withdrawn":
      return [
        [
          slot - one.before,
          () => {
            withdraw(world, number);
          },
        ],
        ...reviewAt(one.reviewed),
      ];
    case "freeze":
      late(undefined);
      return [
        [
          slot - 10 * MINUTE,
          async () => {
            stage.freezes.push({ from: instant(new Date(slot - 5 * MINUTE)), to: instant(new Date(slot + one.after)) });
            world.rewritesDesk(deskWith(stage.freezes));
            await world.settles();
          },
        ],
        [slot + one.after + MINUTE, () => undefined],
      ];
    case "protection":
      // Nobody tells when it is lifted: it is found by looking.
      late(slot + one.after);
      return [
        [
          slot - MINUTE,
          () => {
            world.github.protect(world.repo, "main", { approvals: 2 });
          },
        ],
        [
          slot + one.after,
          () => {
            world.github.protect(world.repo, "main", null);
          },
        ],
        [slot + one.after + 45 * MINUTE, () => undefined],
      ];
    case "failing check": {
      late(slot + one.after, true);
      const report = (conclusion: "failure" | "success") => () => {
        world.github.reports(world.repo, world.pull(number).pull.head.sha, "ci", { name: "build", conclusion });
      };
      return [
        [slot - MINUTE, report("failure")],
        [slot + one.after, report("success")],
        [slot + one.after + MINUTE, () => undefined],
      ];
    }
    case "busy":
      return [
        [
          slot - 8_000,
          () => {
            for (let n = 0; n < one.commands; n += 1) world.says("samoht", number, "/status");
          },
        ],
        [slot + 3 * MINUTE, () => undefined],
      ];
    case "webhooks lost":
      return [
        [
          slot - 30 * MINUTE,
          () => {
            world.github.webhooks.drop(() => true);
          },
        ],
        [
          slot + 30 * MINUTE,
          () => {
            world.github.webhooks.over();
          },
        ],
      ];
  }
}

/** Whether the last verdict approves the text as it stands. */
function isApproved(world: World, number: number): boolean {
  const reviews = world.repo.threads.get(number)?.pull?.reviews ?? [];
  const verdict = reviews.filter(({ author }) => author?.login !== "samoht").at(-1);
  return verdict?.state === "APPROVED" && verdict.commit === world.pull(number).pull.head.sha;
}

function isMissed(world: World, number: number): boolean {
  return world.said(number).some((body) => body.includes("missed its slot"));
}

function isOpen(world: World, number: number): boolean {
  return world.pull(number).standing === "open";
}

let texts = 0;
function push(world: World, number: number): void {
  texts += 1;
  if (isOpen(world, number)) world.pushes("samoht", number, `---\ntitle: Another text\n---\n\nUnseen words, number ${texts}.\n`);
}

function approve(world: World, number: number): void {
  if (isOpen(world, number)) world.reviews("djs55", number);
}

function withdraw(world: World, number: number): void {
  if (isOpen(world, number)) world.reviews("djs55", number, { state: "CHANGES_REQUESTED" });
}
