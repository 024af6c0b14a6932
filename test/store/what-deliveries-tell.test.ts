/** What a delivery alone tells, on both databases: presses of a check's button, and what is kept in the cache. */
import { expect, it } from "@jest/globals";
import { clickedBy } from "../../src/desk/fixes/remembered-clicks.js";
import { onBothDatabases } from "./databases.js";
import { at, BLOG, MINUTES, NOON } from "./facts.js";

const HEAD = "0123456789abcdef0123456789abcdef01234567";

onBothDatabases((world) => {
  it("[LG19] a press is kept with its delivery and its wake, or none of the three is", async () => {
    const ledger = await world.empty();
    const press = { head: HEAD, login: "samoht" };
    const broken = { ...BLOG, owner: null as unknown as string };
    await expect(ledger.receive("guid-1", broken, NOON, press)).rejects.toThrow();
    expect(clickedBy(HEAD, await ledger.memory(BLOG.id))).toEqual([]);
    expect(await ledger.receive("guid-1", BLOG, NOON, press)).toBe("new");
    expect(clickedBy(HEAD, await ledger.memory(BLOG.id))).toEqual(["samoht"]);
    expect(await ledger.claim(NOON, MINUTES)).toMatchObject({ repository: BLOG });
  });

  it("[LG19] a second press adds nothing, and one at another head or by somebody else is another", async () => {
    const ledger = await world.empty();
    await ledger.receive("guid-1", BLOG, NOON, { head: HEAD, login: "samoht" });
    await ledger.receive("guid-2", BLOG, at(1), { head: HEAD, login: "samoht" });
    await ledger.receive("guid-3", BLOG, at(2), { head: HEAD, login: "avsm" });
    await ledger.receive("guid-4", BLOG, at(3), { head: HEAD.replace("0", "f"), login: "yomimono" });
    expect(clickedBy(HEAD, await ledger.memory(BLOG.id))).toEqual(["avsm", "samoht"]);
    expect(await ledger.doubtful(BLOG.id)).toEqual(new Set());
  });

  it("[LG1] what a delivery tells is kept with it and its wake, or none of the three is; of one that was seen nothing", async () => {
    const ledger = await world.empty();
    const told = (value: string) => [{ kind: "told", key: "7:186", value }];
    const broken = { ...BLOG, owner: null as unknown as string };
    await expect(ledger.receive("guid-1", broken, NOON, null, told("never"))).rejects.toThrow();
    expect(await ledger.cached("told", ["7:186"])).toEqual(new Map());
    // Ten at once are written together, and two of them tell of one and the same.
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => ledger.receive(`guid-${n}`, BLOG, NOON, null, n < 2 ? told(`${n}`) : [])),
    );
    expect(new Set(answers)).toEqual(new Set(["new"]));
    expect(await ledger.cached("told", ["7:186"])).toEqual(new Map([["7:186", "1"]]));
    expect(await ledger.receive("guid-1", BLOG, at(1), null, told("again"))).toBe("seen");
    expect(await ledger.cached("told", ["7:186"])).toEqual(new Map([["7:186", "1"]]));
  });
});
