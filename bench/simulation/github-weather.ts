/** GitHub as it is on a working day: every answer takes its time, writes that notify people take turns, and sometimes nobody answers. */
import type { World } from "../../test/world.js";
import type { Call } from "../../test/world/process.js";
import type { Chance } from "./chance.js";

export interface Weather {
  /** Milliseconds of the simulated clock. */
  now(): number;
  isOut: boolean;
  /** By pull request: when GitHub merged it, by the simulated clock. */
  readonly mergedAt: ReadonlyMap<number, number>;
  /** By pull request: how often GitHub carried out a merge of it. */
  readonly merges: ReadonlyMap<number, number>;
  /** Asks at each request (or write to the ledger) whether the process dies of it. */
  strikes(at: "request" | "write", side: "before" | "after", writes: ReadonlySet<Call>, dies: () => boolean): void;
  /** Does something in the moment before the next merge is carried out. */
  beforeMerge(act: () => void): void;
  /** Ends what was to strike. */
  clears(): void;
}

/** The spacing of writes that notify people when there are many (`src/github/octokit-of.ts`), which the simulated clock has to see. */
const NOTIFYING = 3_000;
const MERGE = /\/pulls\/(\d+)\/merge$/;

export function openGithubWeather(world: World, chance: Chance): Weather {
  const { clock, trouble } = world.github;
  const now = () => clock.now().getTime();
  const mergedAt = new Map<number, number>();
  const merges = new Map<number, number>();
  let notified = 0;
  let strike: { readonly side: "before" | "after"; readonly dies: () => boolean } | null = null;
  let merging: (() => void) | null = null;
  const takes = (ms: number): void => {
    clock.set(new Date(now() + ms));
  };
  const weather: Weather = {
    now,
    isOut: false,
    mergedAt,
    merges,
    strikes(at, side, writes, dies) {
      if (at === "request") strike = { side, dies };
      else {
        const on = (call: Call): void => {
          if (writes.has(call)) dies();
        };
        world.witness(side === "before" ? { before: on } : { after: on });
      }
    },
    beforeMerge(act) {
      merging = act;
    },
    clears() {
      strike = null;
      merging = null;
      world.witness({});
    },
  };
  trouble.failing({ next: Infinity, how: 502, when: () => weather.isOut });
  const standing = new Map<number, boolean>();
  trouble.hook({
    before(_, { method, path }) {
      if (strike?.side === "before" && strike.dies()) throw new Error("the process dies");
      const notifies = method === "POST" && /\/(?:issues|comments|requested_reviewers|reviews)$/.test(path);
      if (notifies) {
        takes(Math.max(0, notified + NOTIFYING - now()));
        notified = now();
      }
      takes(method === "GET" || path === "/graphql" ? chance.whole(120, 700) : chance.whole(250, 1_200));
      const merge = method === "PUT" ? MERGE.exec(path) : null;
      if (!merge) return;
      const act = merging;
      merging = null;
      act?.();
      const number = Number(merge[1]);
      standing.set(number, world.pull(number).standing === "merged");
    },
    after(_, { method, path }) {
      const merge = method === "PUT" ? MERGE.exec(path) : null;
      if (merge) {
        const number = Number(merge[1]);
        if (standing.get(number) === false && world.pull(number).standing === "merged") {
          mergedAt.set(number, mergedAt.get(number) ?? now());
          merges.set(number, (merges.get(number) ?? 0) + 1);
        }
      }
      if (strike?.side === "after" && strike.dies()) throw new Error("the process dies");
    },
  });
  return weather;
}
