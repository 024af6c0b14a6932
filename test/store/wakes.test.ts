/** The wake queue, on both databases. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Instant } from "../../src/desk/time/zone.js";
import type { Claim, Ledger } from "../../src/store/ledger.js";
import { onBothDatabases } from "./databases.js";
import { at, BLOG, MINUTES, NOON, repositoryOf } from "./facts.js";

onBothDatabases((world) => {
  describe("deliveries", () => {
    it("[LG1] a delivery wakes its repository at once", async () => {
      const ledger = await world.empty();
      expect(await ledger.receive("guid-1", BLOG, NOON)).toBe("new");
      expect(await ledger.nextDue()).toBe(NOON);
      expect(await ledger.claim(NOON, MINUTES)).toMatchObject({ repository: BLOG, due: NOON });
    });

    it("[LG2] the same delivery does nothing twice", async () => {
      const ledger = await world.empty();
      await ledger.receive("guid-1", BLOG, NOON);
      await settleNext(ledger, NOON, null);
      expect(await ledger.receive("guid-1", BLOG, at(5))).toBe("seen");
      expect(await ledger.nextDue()).toBeNull();
    });

    it("[LG2] of ten that bring the same delivery at once, from two processes, one is told that it is new", async () => {
      const address = await world.address();
      const ledgers = [await world.open(address), await world.open(address)];
      const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => ledgers[n % 2]!.receive("guid-1", BLOG, NOON)));
      expect(answers.filter((answer) => answer === "new")).toHaveLength(1);
      expect(await ledgers[0]!.claim(NOON, MINUTES)).not.toBeNull();
      expect(await ledgers[1]!.claim(NOON, MINUTES)).toBeNull();
    });

    it("[LG2] a delivery about nothing we follow is remembered and wakes nobody", async () => {
      const ledger = await world.empty();
      expect(await ledger.receive("guid-1", null, NOON)).toBe("new");
      expect(await ledger.receive("guid-1", null, NOON)).toBe("seen");
      expect(await ledger.nextDue()).toBeNull();
    });

    it("[LG1] a delivery whose wake cannot be written down is not remembered either", async () => {
      const ledger = await world.empty();
      const broken = { ...BLOG, owner: null as unknown as string };
      await expect(ledger.receive("guid-1", broken, NOON)).rejects.toThrow();
      expect(await ledger.receive("guid-1", BLOG, NOON)).toBe("new");
    });

    it("[LG1] of many that arrive at once, each is answered for itself and one that cannot be written down fails alone", async () => {
      const ledger = await world.empty();
      const broken = { ...repositoryOf(99), owner: null as unknown as string };
      const arriving = Array.from({ length: 300 }, (_, n) =>
        ledger.receive(`guid-${n % 200}`, n === 50 ? broken : repositoryOf(n % 7), at(-n)),
      );
      const answers = await Promise.allSettled(arriving);
      expect(answers.map((answer) => (answer.status === "rejected" ? "failed" : answer.value))).toEqual(
        Array.from({ length: 300 }, (_, n) => (n === 50 ? "failed" : n < 200 || n === 250 ? "new" : "seen")),
      );
      expect((await ledger.repositories()).map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect(await ledger.nextDue()).toBe(at(-250));
    });
  });

  describe("wakes", () => {
    it("[LG3] several wakes are one, at the earliest instant", async () => {
      const ledger = await world.empty();
      for (const due of [at(30), at(10), at(20)]) await ledger.wake([BLOG], due);
      expect(await ledger.nextDue()).toBe(at(10));
      expect(await ledger.claim(at(9), MINUTES)).toBeNull();
      expect(await ledger.claim(at(10), MINUTES)).toMatchObject({ due: at(10) });
      expect(await ledger.claim(at(40), MINUTES)).toBeNull();
    });

    it("[LG3] the name and the installation are those of the last wake, the id for life", async () => {
      const ledger = await world.empty();
      await ledger.wake([BLOG], at(10));
      const renamed = { id: BLOG.id, installation: 8, owner: "moved", name: "to-here" };
      await ledger.wake([renamed], at(20));
      expect(await ledger.repositories()).toEqual([renamed]);
      expect(await ledger.claim(at(10), MINUTES)).toMatchObject({ repository: renamed });
    });

    it("[LG3] who has waited longest comes first", async () => {
      const ledger = await world.empty();
      await ledger.wake([repositoryOf(1)], at(3));
      await ledger.wake([repositoryOf(2)], at(1));
      await ledger.wake([repositoryOf(3)], at(2));
      const claims = [await ledger.claim(at(9), MINUTES), await ledger.claim(at(9), MINUTES), await ledger.claim(at(9), MINUTES)];
      expect(claims.map((claim) => claim?.repository.id)).toEqual([2, 3, 1]);
    });

    it("[LG22] thousands are woken together in a few statements, and others get their turn meanwhile", async () => {
      const ledger = await world.empty();
      let turns = 0;
      let isUnderWay = true;
      const turn = () => {
        turns += 1;
        if (isUnderWay) setImmediate(turn);
      };
      setImmediate(turn);
      await ledger.wake(
        Array.from({ length: 10_000 }, (_, n) => repositoryOf(n + 1)),
        NOON,
      );
      isUnderWay = false;
      expect(turns).toBeGreaterThan(10);
      expect(await ledger.repositories()).toHaveLength(10_000);
      expect(await ledger.nextDue()).toBe(NOON);
    });

    it("[LG4] a wake that arrives during a claim is not lost", async () => {
      const ledger = await world.empty();
      await ledger.wake([BLOG], NOON);
      const claim = await claimed(ledger, NOON);
      await ledger.receive("guid-1", BLOG, at(1));
      expect(await ledger.claim(at(2), MINUTES)).toBeNull();
      expect(await ledger.settle(claim, null)).toBe(true);
      expect(await ledger.claim(at(2), MINUTES)).toMatchObject({ due: at(1) });
    });

    it("[LG4] of a wake during the claim and what the claim asks for, the earlier counts", async () => {
      const ledger = await world.empty();
      await ledger.wake([BLOG], NOON);
      const first = await claimed(ledger, NOON);
      await ledger.wake([BLOG], at(50));
      await ledger.settle(first, at(40));
      expect(await ledger.nextDue()).toBe(at(40));
      const second = await claimed(ledger, at(40));
      await ledger.wake([BLOG], at(50));
      await ledger.settle(second, at(60));
      expect(await ledger.nextDue()).toBe(at(50));
    });

    it("[LG5] nobody settles or renews another's claim", async () => {
      const ledger = await world.empty();
      await ledger.wake([BLOG], NOON);
      const slow = await claimed(ledger, NOON, 30_000);
      const second = await claimed(ledger, at(30));
      expect(await ledger.settle(slow, at(999))).toBe(false);
      expect(await ledger.renew(slow, at(31), MINUTES)).toBe(false);
      expect(await ledger.nextDue()).toBe(at(90));
      expect(await ledger.settle(second, null)).toBe(true);
      expect(await ledger.settle(second, at(1))).toBe(false);
      expect(await ledger.nextDue()).toBeNull();
    });

    it("[LG5] a repository that was forgotten and came back is not settled by who held it before", async () => {
      const ledger = await world.empty();
      await ledger.wake([BLOG], NOON);
      const before = await claimed(ledger, NOON);
      await ledger.forget(BLOG.id);
      expect(await ledger.settle(before, at(5))).toBe(false);
      await ledger.wake([BLOG], at(10));
      await claimed(ledger, at(10));
      expect(await ledger.settle(before, at(5))).toBe(false);
    });

    it("[LG6] a holder that died gives the repository back when its lease ends, with what woke it meanwhile", async () => {
      const ledger = await world.empty();
      await ledger.wake([BLOG], NOON);
      await claimed(ledger, NOON, 30_000);
      await ledger.receive("guid-1", BLOG, at(1));
      expect(await ledger.nextDue()).toBe(at(30));
      expect(await ledger.claim(at(29), MINUTES)).toBeNull();
      const next = await claimed(ledger, at(30));
      expect(next.due).toBe(NOON);
      await ledger.settle(next, null);
      expect(await ledger.nextDue()).toBeNull();
    });

    it("[LG6] a lease that is renewed lasts", async () => {
      const ledger = await world.empty();
      await ledger.wake([BLOG], NOON);
      const claim = await claimed(ledger, NOON, 30_000);
      expect(await ledger.renew(claim, at(20), 30_000)).toBe(true);
      expect(await ledger.claim(at(30), MINUTES)).toBeNull();
      expect(await ledger.settle(claim, null)).toBe(true);
    });

    it("[LG7] two claimants never hold one repository, and share the work", async () => {
      const address = await world.address();
      const ledgers = [await world.open(address), await world.open(address)];
      const ids = Array.from({ length: 40 }, (_, n) => n + 1);
      for (const id of ids) await ledgers[0]!.wake([repositoryOf(id)], NOON);
      const claims = await Promise.all(ledgers.map((ledger) => claimAll(ledger, 40)));
      expect(claims.flat().toSorted((a, b) => a - b)).toEqual(ids);
      expect(Math.min(...claims.map((mine) => mine.length))).toBeGreaterThan(0);
    });

    it("[LG7] whatever happens, it falls due when a list on paper says", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          const ledger = await world.empty();
          await compare(ledger, steps);
        }),
        { numRuns: 15 },
      );
    });
  });
});

async function claimed(ledger: Ledger, now: Instant, leaseMs = MINUTES): Promise<Claim> {
  const claim = await ledger.claim(now, leaseMs);
  if (!claim) throw new Error(`nothing was due at ${now}`);
  return claim;
}

async function settleNext(ledger: Ledger, now: Instant, next: Instant | null): Promise<void> {
  await ledger.settle(await claimed(ledger, now), next);
}

/** Claims until nothing is left, at most `limit` times; gives the ids. */
async function claimAll(ledger: Ledger, limit: number): Promise<number[]> {
  const ids: number[] = [];
  for (let n = 0; n < limit; n += 1) {
    const claim = await ledger.claim(NOON, MINUTES);
    if (claim) ids.push(claim.repository.id);
    else if ((await ledger.nextDue()) === NOON) continue;
    else break;
  }
  return ids;
}

type Step =
  | { readonly kind: "wake"; readonly id: number; readonly seconds: number }
  | { readonly kind: "pass"; readonly seconds: number }
  | { readonly kind: "claim"; readonly lease: number }
  | { readonly kind: "settle"; readonly nth: number; readonly seconds: number | null };

const seconds = fc.integer({ min: -5, max: 20 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("wake" as const), id: fc.integer({ min: 1, max: 3 }), seconds }),
  fc.record({ kind: fc.constant("pass" as const), seconds: fc.integer({ min: 1, max: 15 }) }),
  fc.record({ kind: fc.constant("claim" as const), lease: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant("settle" as const), nth: fc.nat({ max: 5 }), seconds: fc.option(seconds) }),
);

interface OnPaper {
  due: number | null;
  woken: number | null;
  holder: string | null;
  until: number;
}

/** Does the steps to the ledger and to a list on paper, and expects the same of both. */
async function compare(ledger: Ledger, steps: readonly Step[]): Promise<void> {
  const paper = new Map<number, OnPaper>();
  const claims: Claim[] = [];
  let now = 0;
  const sooner = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b));
  for (const one of steps) {
    switch (one.kind) {
      case "pass":
        now += one.seconds;
        break;
      case "wake": {
        await ledger.wake([repositoryOf(one.id)], at(now + one.seconds));
        const row = paper.get(one.id) ?? { due: null, woken: null, holder: null, until: 0 };
        if (row.holder) row.woken = sooner(row.woken, now + one.seconds);
        else row.due = sooner(row.due, now + one.seconds);
        paper.set(one.id, row);
        break;
      }
      case "claim": {
        const claim = await ledger.claim(at(now), one.lease * 1000);
        const free = [...paper].filter(([, row]) => row.due !== null && row.due <= now && (!row.holder || row.until <= now));
        const [first] = free.sort(([a, x], [b, y]) => x.due! - y.due! || a - b);
        expect(claim?.repository.id ?? null).toBe(first?.[0] ?? null);
        if (!claim || !first) break;
        Object.assign(first[1], { due: sooner(first[1].due, first[1].woken), woken: null, holder: claim.ticket, until: now + one.lease });
        expect(claim.due).toBe(at(first[1].due!));
        claims.push(claim);
        break;
      }
      case "settle": {
        const claim = claims[one.nth];
        if (!claim) break;
        const row = paper.get(claim.repository.id)!;
        const next = one.seconds === null ? null : now + one.seconds;
        expect(await ledger.settle(claim, next === null ? null : at(next))).toBe(row.holder === claim.ticket);
        if (row.holder === claim.ticket) Object.assign(row, { due: sooner(row.woken, next), woken: null, holder: null });
        break;
      }
    }
    const dues = [...paper.values()].map((row) => (row.holder ? row.until : row.due)).filter((due) => due !== null);
    expect(await ledger.nextDue()).toBe(dues.length > 0 ? at(Math.min(...dues)) : null);
  }
}
