/** News in the ledger, on both databases. */
import { expect, it } from "@jest/globals";
import type { News } from "../../src/news.js";
import { onBothDatabases } from "./databases.js";
import { at, BLOG, NOON } from "./facts.js";

const gone = (id: number): News => ({ kind: "unsaid", id });

onBothDatabases((world) => {
  it("[LG200] what a delivery told and what was done is kept in its order with when it came to be known, once, and forgotten when it is old", async () => {
    const ledger = await world.empty();
    await ledger.receive("guid-1", BLOG, NOON, null, [], NOON, [gone(1)]);
    await ledger.receive("guid-1", BLOG, at(1), null, [], at(1), [gone(1)]);
    await ledger.begin(BLOG.id, [{ key: "a", digest: "x" }], at(2));
    await ledger.end(BLOG.id, [{ key: "a", digest: "x", ended: "done", why: null, says: "" }], at(2), [gone(2), gone(3)]);
    expect(await ledger.news(BLOG.id, NOON)).toEqual([
      { ...gone(1), since: NOON },
      { ...gone(2), since: at(2) },
      { ...gone(3), since: at(2) },
    ]);
    expect(await ledger.news(BLOG.id + 1, NOON)).toEqual([]);
    expect(await ledger.news(BLOG.id, at(1))).toHaveLength(2);
    expect(await ledger.news(BLOG.id, NOON)).toHaveLength(2);
    await ledger.forget(BLOG.id);
    expect(await ledger.news(BLOG.id, NOON)).toEqual([]);
  });

  it("[LG200] words that no column holds come back as they were", async () => {
    const ledger = await world.empty();
    const said: News = { kind: "said", issue: 1, id: 2, node: "IC", by: null, at: NOON, editedAt: null, body: "\0 \ud800 ’" };
    await ledger.receive("guid-1", BLOG, NOON, null, [], NOON, [said]);
    expect(await ledger.news(BLOG.id, NOON)).toEqual([{ ...said, since: NOON }]);
  });
});
