/** What the ledger remembers of effects, announcements and happenings, on both databases. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { ASKED_ANEW, type Ending } from "../../src/store/ledger.js";
import { onBothDatabases } from "./databases.js";
import { at, BLOG, NOON } from "./facts.js";

const OTHER = 2;

function done(key: string, digest = "x", says = ""): Ending {
  return { key, digest, ended: "done", why: null, says };
}

onBothDatabases((world) => {
  describe("effects", () => {
    it("[LG10] what was begun and did not end is in doubt, and what ended is not", async () => {
      const ledger = await world.empty();
      await ledger.begin(BLOG.id, [effect("a"), effect("b"), effect("c")], NOON);
      await ledger.end(BLOG.id, [done("a"), { ...done("b"), ended: "refused", why: "422" }], at(1));
      expect(await ledger.doubtful(BLOG.id)).toEqual(new Set(["c"]));
      expect(await ledger.doubtful(OTHER)).toEqual(new Set());
    });

    it("[LG10] how each ended is remembered, with its digest, its reason and its instant", async () => {
      const ledger = await world.empty();
      await ledger.begin(BLOG.id, [effect("a"), effect("b")], NOON);
      await ledger.end(BLOG.id, [done("a", "1"), { ...done("b", "2"), ended: "refused", why: "not a collaborator" }], at(1));
      const { effects } = await ledger.memory(BLOG.id);
      expect({ ...effects }).toEqual({
        a: { digest: "1", ended: "done", why: null, at: at(1) },
        b: { digest: "2", ended: "refused", why: "not a collaborator", at: at(1) },
      });
      expect((await ledger.memory(OTHER)).effects).toEqual({});
    });

    it("[LG10] what was done before is still known while the next is in doubt", async () => {
      const ledger = await world.empty();
      await ledger.end(BLOG.id, [done("a", "old")], NOON);
      await ledger.begin(BLOG.id, [effect("a", "new")], at(1));
      expect((await ledger.memory(BLOG.id)).effects.a).toMatchObject({ digest: "old" });
      expect(await ledger.doubtful(BLOG.id)).toEqual(new Set(["a"]));
    });

    it("[LG800] what is asked for anew while it is under way is so still when that ends, and no more when what begins later ends", async () => {
      const ledger = await world.empty();
      const again = done("a", ASKED_ANEW);
      const known = async () => (await ledger.memory(BLOG.id)).effects.a?.digest;
      await ledger.end(BLOG.id, [done("a", "old")], NOON);
      await ledger.begin(BLOG.id, [effect("a", "new")], at(1));
      await ledger.end(BLOG.id, [again], at(2));
      await ledger.end(BLOG.id, [done("a", "new")], at(3));
      expect(await known()).toBe(ASKED_ANEW);
      await ledger.begin(BLOG.id, [effect("a", "new")], at(4));
      expect(await known()).not.toBe("new");
      await ledger.end(BLOG.id, [done("a", "new")], at(5));
      expect(await known()).toBe("new");
    });

    it("[LG10] a beginning that came to nothing leaves no trace", async () => {
      const ledger = await world.empty();
      await ledger.end(BLOG.id, [done("a", "old")], NOON);
      await ledger.begin(BLOG.id, [effect("a", "new"), effect("b")], at(1));
      await ledger.end(
        BLOG.id,
        [
          { ...done("a", "new"), ended: "dropped" },
          { ...done("b"), ended: "dropped" },
        ],
        at(2),
      );
      expect(await ledger.doubtful(BLOG.id)).toEqual(new Set());
      const { effects } = await ledger.memory(BLOG.id);
      expect({ ...effects }).toEqual({ a: { digest: "old", ended: "done", why: null, at: NOON } });
    });

    it("[LG10] what was begun by nobody knows whom can be taken back without its digest", async () => {
      const ledger = await world.empty();
      await ledger.begin(BLOG.id, [effect("a", "first"), effect("b")], NOON);
      await ledger.end(BLOG.id, [{ ...done("a", ""), ended: "dropped" }], at(1));
      expect(await ledger.doubtful(BLOG.id)).toEqual(new Set(["b"]));
    });

    it("[LG10] one who lost the lease and ends late does not settle what the next holder began", async () => {
      const ledger = await world.empty();
      await ledger.begin(BLOG.id, [effect("a", "first")], NOON);
      await ledger.begin(BLOG.id, [effect("a", "second")], at(1));
      await ledger.end(BLOG.id, [done("a", "first")], at(2));
      expect(await ledger.doubtful(BLOG.id)).toEqual(new Set(["a"]));
    });

    it("[LG10] twelve hundred at once, some with one key, are written down", async () => {
      const ledger = await world.empty();
      const keys = Array.from({ length: 1_200 }, (_, n) => `notice/${n % 1_100}`);
      await ledger.begin(
        BLOG.id,
        keys.map((key) => effect(key)),
        NOON,
      );
      expect((await ledger.doubtful(BLOG.id)).size).toBe(1_100);
      await ledger.end(
        BLOG.id,
        keys.map((key) => done(key)),
        NOON,
      );
      expect((await ledger.doubtful(BLOG.id)).size).toBe(0);
      expect(Object.keys((await ledger.memory(BLOG.id)).effects)).toHaveLength(1_100);
    });

    it("[LG11] any text is remembered as it was: NUL, half a surrogate pair, a key of 9,000 characters, `constructor`", async () => {
      const ledger = await world.empty();
      const awkward = fc.oneof(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "binary-ascii" }),
        fc.constantFrom("a\0b", "\ud800", "json:\0", "__proto__", "constructor", "x".repeat(9_000), "'; drop table wakes; --"),
      );
      let repository = 10;
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(awkward, { minLength: 1, maxLength: 8 }), async (texts) => {
          repository += 1;
          await ledger.begin(
            repository,
            texts.map((key) => effect(key)),
            NOON,
          );
          expect(await ledger.doubtful(repository)).toEqual(new Set(texts));
          await ledger.end(
            repository,
            texts.map((text): Ending => ({ key: text, digest: "x", ended: "refused", why: text, says: text })),
            NOON,
          );
          for (const text of texts) await ledger.announce(repository, text, { slot: NOON, at: NOON, by: text, why: text });
          const { effects, announced } = await ledger.memory(repository);
          expect(new Map(Object.entries(effects).map(([key, { why }]) => [key, why]))).toEqual(new Map(texts.map((text) => [text, text])));
          expect(new Map(Object.entries(announced).map(([key, [first]]) => [key, first?.why]))).toEqual(
            new Map(texts.map((text) => [text, text])),
          );
          const said = (await ledger.recent(repository, 10)).map(({ says }) => says).toReversed();
          expect(said).toEqual(texts.filter((text) => text !== ""));
        }),
        { numRuns: 25 },
      );
    });

    it("[LG11] a post called `constructor` has no memory that it did not make", async () => {
      const { effects, announced } = await (await world.empty()).memory(BLOG.id);
      expect(effects.constructor).toBeUndefined();
      expect(announced.__proto__).toBeUndefined();
    });
  });

  describe("announcements", () => {
    it("[LG12] every slot ever announced is kept, oldest first, and the first for ever", async () => {
      const ledger = await world.empty();
      const told = [at(100), at(200), at(100)].map((slot, n) => ({ slot, at: at(n), by: null, why: `reason ${n}` }));
      for (const one of told) await ledger.announce(BLOG.id, "irmin", one);
      await ledger.announce(BLOG.id, "vchan", { slot: at(300), at: at(9), by: null, why: "other" });
      await ledger.prune(at(1_000_000));
      await ledger.forget(BLOG.id);
      const { announced } = await ledger.memory(BLOG.id);
      expect(announced.irmin).toEqual(told);
      expect(announced.vchan).toHaveLength(1);
      expect((await ledger.memory(OTHER)).announced).toEqual({});
    });

    it("[LG12] the same slot told again is one announcement, as it was first told", async () => {
      const ledger = await world.empty();
      await ledger.announce(BLOG.id, "irmin", { slot: at(100), at: NOON, by: null, why: "first" });
      await ledger.announce(BLOG.id, "irmin", { slot: at(100), at: at(5), by: null, why: "again" });
      expect((await ledger.memory(BLOG.id)).announced.irmin).toEqual([{ slot: at(100), at: NOON, by: null, why: "first" }]);
    });

    it("[LG12] what was lost and read back is kept before it, once, and what is unknown stays marked", async () => {
      const ledger = await world.empty();
      const [first, second] = [100, 200].map((n) => ({ slot: at(n), at: at(n - 100), by: "samoht", why: "read back" }));
      if (!first || !second) throw new Error("expected two");
      const third = { slot: at(300), at: at(5), by: null, why: "moved" };
      for (let n = 0; n < 2; n += 1) await ledger.announce(BLOG.id, "irmin", third, [first, second]);
      await ledger.announce(BLOG.id, "vchan", second, [first, second]);
      await ledger.announce(BLOG.id, "tls", { ...third, earlier: "unknown" });
      const { announced } = await ledger.memory(BLOG.id);
      expect(announced.irmin).toEqual([first, second, third]);
      expect(announced.vchan).toEqual([first, second]);
      expect(announced.tls).toEqual([{ ...third, earlier: "unknown" }]);
    });
  });

  describe("happenings", () => {
    it("[LG13] what was done last comes first, and what came to nothing or has nothing to tell is not told", async () => {
      const ledger = await world.empty();
      await ledger.end(BLOG.id, [done("a", "x", "asked samoht to review #184"), done("b", "x", "")], NOON);
      await ledger.end(BLOG.id, [{ ...done("c", "x", "merged #1"), ended: "dropped" }, done("d", "x", "merged #2")], at(1));
      expect(await ledger.recent(BLOG.id, 10)).toEqual([
        { at: at(1), says: "merged #2" },
        { at: NOON, says: "asked samoht to review #184" },
      ]);
      expect(await ledger.recent(BLOG.id, 1)).toHaveLength(1);
      expect(await ledger.recent(OTHER, 10)).toEqual([]);
    });

    it("[LG13] the last 500 of each repository are kept", async () => {
      const ledger = await world.empty();
      await ledger.end(OTHER, [done("a", "x", "elsewhere")], NOON);
      const many = Array.from({ length: 700 }, (_, n) => done(`k/${n}`, "x", `did ${n}`));
      await ledger.end(BLOG.id, many.slice(0, 300), NOON);
      await ledger.end(BLOG.id, many.slice(300), NOON);
      const kept = await ledger.recent(BLOG.id, 9_999);
      expect(kept).toHaveLength(500);
      expect([kept.at(0)?.says, kept.at(-1)?.says]).toEqual(["did 699", "did 200"]);
      expect(await ledger.recent(OTHER, 10)).toHaveLength(1);
    });
  });

  describe("forgetting", () => {
    it("[LG14] a forgotten repository is no longer known, due or remembered, and another's is untouched", async () => {
      const ledger = await world.empty();
      for (const repository of [BLOG, { ...BLOG, id: OTHER }]) {
        await ledger.wake([repository], NOON);
        await ledger.end(repository.id, [done("a", "x", "did a")], NOON);
      }
      await ledger.forget(BLOG.id);
      expect((await ledger.repositories()).map(({ id }) => id)).toEqual([OTHER]);
      expect((await ledger.memory(BLOG.id)).effects).toEqual({});
      expect(await ledger.recent(BLOG.id, 10)).toEqual([]);
      expect(Object.keys((await ledger.memory(OTHER)).effects)).toEqual(["a"]);
      expect(await ledger.recent(OTHER, 10)).toHaveLength(1);
    });

    it("[LG14] deliveries are forgotten after the time they were kept for, and not before", async () => {
      const ledger = await world.empty();
      await ledger.receive("old", null, at(9));
      await ledger.receive("young", null, at(10));
      await ledger.prune(at(10));
      expect(await ledger.receive("old", null, at(11))).toBe("new");
      expect(await ledger.receive("young", null, at(11))).toBe("seen");
    });
  });

  describe("the cache", () => {
    it("[LG15] it gives back what was put in, by kind and key, and nothing for what is not there", async () => {
      const ledger = await world.empty();
      const reading = { post: { slug: "irmin", tags: ["a\0", "\ud800", "😀"] }, findings: [] };
      await ledger.cache(
        "reading",
        new Map<string, unknown>([
          ["a", reading],
          ["b", null],
          ["c".repeat(5_000), 3],
        ]),
        NOON,
      );
      await ledger.cache("view", new Map([["a", "another kind"]]), NOON);
      expect(await ledger.cached("reading", ["a", "b", "nowhere", "c".repeat(5_000)])).toEqual(
        new Map<string, unknown>([
          ["a", reading],
          ["b", null],
          ["c".repeat(5_000), 3],
        ]),
      );
      expect(await ledger.cached("reading", [])).toEqual(new Map());
      await ledger.cache("reading", new Map([["a", "newer"]]), NOON);
      expect(await ledger.cached("reading", ["a"])).toEqual(new Map([["a", "newer"]]));
    });

    it("[LG15] it takes and gives thousands at once", async () => {
      const ledger = await world.empty();
      const entries = new Map(Array.from({ length: 2_500 }, (_, n) => [`blob-${n}`, n]));
      await ledger.cache("reading", entries, NOON);
      expect(await ledger.cached("reading", [...entries.keys()])).toEqual(entries);
    });

    it("[LG15] what is neither written nor read any more is dropped", async () => {
      const ledger = await world.empty();
      const days = (n: number) => at(n * 86_400);
      await ledger.cache(
        "reading",
        new Map([
          ["read", 1],
          ["idle", 2],
          ["written", 3],
        ]),
        days(0),
      );
      await ledger.cache("reading", new Map([["written", 4]]), days(8));
      await ledger.cached("reading", ["read"]);
      await ledger.prune(days(7));
      expect(await ledger.cached("reading", ["read", "idle", "written"])).toEqual(
        new Map([
          ["read", 1],
          ["written", 4],
        ]),
      );
    });
  });
});

function effect(key: string, digest = "x"): { key: string; digest: string } {
  return { key, digest };
}
