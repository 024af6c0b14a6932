/** What people do in the story that is told in any order: its parts, its desk, and what of its end is compared. */
import type { Permissions } from "../../sandbox/state/installation.js";
import { DAY, HOUR, MINUTE, type Instant } from "../../src/desk/time/zone.js";
import { APP, openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, IRMIN, TLS } from "../world/desk-file.js";

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
export const WEATHER = 65 * MINUTE;

export const EVERYTHING: Permissions = { checks: "write", contents: "write", issues: "write", pull_requests: "write", statuses: "write" };

/** Acts of people within a few minutes, at the beginning of a part. */
export const ACTS: readonly ((world: World) => void)[] = [
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

/** A desk with one post that is due in the fourth part and one that is not, and nobody's pull request yet. */
export function openStory({ slot, sweepEvery }: Length, options: WorldOptions = {}): Promise<World> {
  return openWorld({
    desk: { campaigns: [{ ...CAMPAIGN, posts: [IRMIN, { ...TLS, slot }] }], reminders: { every: 1, hour: 10 } },
    sweepEvery,
    permissions: EVERYTHING,
    ...options,
  });
}

/**
 * Without what rightly stays of a weather that is over: whoever was kept from it publishes later on that day, and says so; where the app
 * may not merge, a coordinator is called; an answer that is given while somebody is being asked cannot know yet that GitHub will not have
 * them; and a label that nobody wears any more is still there.
 */
export function comparable(seen: string): string {
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
