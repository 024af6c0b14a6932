/** The three small things that index.ts puts between the parts. */
import { describe, expect, it } from "@jest/globals";
import { createSandboxClock } from "../../sandbox/sandbox-clock.js";
import type { Effect } from "../../src/desk/effect.js";
import { instant } from "../../src/desk/time/zone.js";
import type { Facts, Forge } from "../../src/github/forge.js";
import { learnOwnLogin } from "../../src/github/own-login.js";
import { abortableForge } from "../../src/queue/abortable-forge.js";
import { watchIdle } from "../../src/queue/idle-watch.js";

const REPOSITORY = { id: 7, installation: 9, owner: "gazette", name: "blog" };
const START = new Date("2014-07-01T09:00:00Z");

/** A forge that brings about whatever it is given, and reads that the App is called presstime. */
function forgeOnPaper(): Forge & { readonly done: Effect[] } {
  const done: Effect[] = [];
  return {
    done,
    spent: { calls: 1, points: 2 },
    read: () => Promise.resolve({ app: "presstime[bot]" } as Facts),
    async *apply(_repository, effects) {
      for (const effect of effects) {
        await Promise.resolve();
        done.push(effect);
        yield { effect, outcome: { kind: "done" } };
      }
    },
    async *repositories() {
      await Promise.resolve();
      yield REPOSITORY;
    },
    deskless: () => Promise.resolve(new Set<number>()),
    heldBackUntil: () => null,
  };
}

const ANNOUNCE: Effect = { kind: "announce", slug: "on-engines", slot: instant(START), by: null, why: "It is the first that is free." };

describe("what lies between the parts", () => {
  it("[SV14] our own login is learnt from what is read, and is empty before", async () => {
    const { forge, login } = learnOwnLogin(forgeOnPaper());
    expect(login()).toBe("");
    await forge.read(REPOSITORY);
    expect(login()).toBe("presstime[bot]");
    expect(forge.spent).toEqual({ calls: 1, points: 2 });
  });

  it("[SV16] a look that lost its repository does no more, and leaves what it has begun in doubt", async () => {
    const paper = forgeOnPaper();
    const lost = new AbortController();
    const forge = abortableForge(paper, lost.signal);
    const effects = [ANNOUNCE, { ...ANNOUNCE, slug: "on-compilers" }];
    const told: string[] = [];
    const looking = async () => {
      for await (const { effect } of forge.apply(REPOSITORY, effects, new Set())) {
        if (effect.kind === "announce") told.push(effect.slug);
        lost.abort();
      }
    };
    await expect(looking()).rejects.toThrow();
    expect(told).toEqual(["on-engines"]);
    expect(paper.done).toHaveLength(1);
    await expect(forge.read(REPOSITORY)).rejects.toThrow();
  });

  it("[SV21] who moves the clock can wait until what waits on it is at rest again", async () => {
    const clock = createSandboxClock(START);
    const watch = watchIdle(clock);
    const told: string[] = [];
    let finish = (): void => undefined;
    const stop = new AbortController();
    const user = (async () => {
      await watch.clock.waitUntil(new Date(START.getTime() + 1000), stop.signal);
      told.push("woken");
      await new Promise<void>((resolve) => (finish = resolve));
      told.push("finished");
      await watch.clock.waitUntil(new Date(START.getTime() + 2000), stop.signal);
    })();
    await watch.atRest();
    clock.set(new Date(START.getTime() + 1000));
    const rest = watch.atRest().then(() => told.push("at rest"));
    while (told.length === 0) await new Promise(setImmediate);
    expect(told).toEqual(["woken"]);
    finish();
    await rest;
    expect(told).toEqual(["woken", "finished", "at rest"]);
    stop.abort();
    await user;
    await watch.atRest();
  });
});
