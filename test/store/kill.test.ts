/** Processes that are killed while they write, and processes that share the work, on both databases. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { once } from "node:events";
import { compileChildren, type Child, type Children } from "./children.js";
import { onBothDatabases } from "./databases.js";
import { BLOG, NOON, repositoryOf } from "./facts.js";

let children: Children;
beforeAll(async () => {
  children = await compileChildren();
});
afterAll(() => children.remove());

/** After how many acknowledgements each of the processes is killed; it goes on writing until the signal reaches it. */
const KILLS = [1, 2, 5, 9, 14, 20, 27, 35];

onBothDatabases((world) => {
  it("[LG8] what was acknowledged survives kill -9, again and again, and a delivery is there with its wake or not at all", async () => {
    const address = await world.address();
    let next = 10;
    for (const acknowledgements of KILLS) {
      const said = await killAfter(children.start("write", address, String(next)), acknowledgements);
      expect(said.length).toBeGreaterThanOrEqual(acknowledgements);

      const ledger = await world.open(address);
      const { effects, announced } = await ledger.memory(BLOG.id);
      for (const n of said) {
        expect(await ledger.receive(`guid-${n}`, null, NOON)).toBe("seen");
        expect(effects[`notice/${n}`]).toMatchObject({ ended: "done", digest: "x" });
        expect(announced[`post-${n}`]).toHaveLength(1);
      }
      // The one under way: whichever way it went, delivery and wake went together.
      const underWay = Number(said.at(-1)) + 1;
      const woken = (await ledger.repositories()).some(({ id }) => id === underWay);
      expect(await ledger.receive(`guid-${underWay}`, null, NOON)).toBe(woken ? "seen" : "new");
      const doubtful = await ledger.doubtful(BLOG.id);
      expect([...doubtful].every((key) => key === `notice/${underWay}` || Number(key.slice(7)) < next)).toBe(true);
      next = underWay + 1;
    }
  }, 120_000);

  it("[LG7] processes that work one queue do each repository once", async () => {
    const address = await world.address();
    const ledger = await world.open(address);
    const ids = Array.from({ length: 60 }, (_, n) => n + 1);
    for (const id of ids) await ledger.wake([repositoryOf(id)], NOON);
    const workers = [children.start("work", address), children.start("work", address)];
    await Promise.all(workers.map(({ lines }) => once(lines, "line")));
    for (const { process } of workers) process.stdin?.end("go");
    const done = (await Promise.all(workers.map(({ ended }) => ended))).flat().filter((line) => line !== "ready");
    expect(done.map(Number).toSorted((a, b) => a - b)).toEqual(ids);
  }, 60_000);

  it("[LG9] processes that start together on an empty database all find its tables", async () => {
    const address = await world.address();
    const starting = Array.from({ length: 4 }, () => children.start("open", address));
    expect(await Promise.all(starting.map(({ ended }) => ended))).toEqual(Array(4).fill(["opened"]));
    const ledger = await world.open(address);
    expect(await ledger.repositories()).toEqual([]);
  }, 60_000);
});

async function killAfter(child: Child, acknowledgements: number): Promise<readonly string[]> {
  let heard = 0;
  child.lines.on("line", () => {
    heard += 1;
    if (heard === acknowledgements) child.process.kill("SIGKILL");
  });
  return child.ended;
}
