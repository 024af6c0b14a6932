/** Disks as they are: full, closed to writing, and changed by people while the app runs. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { chmodSync, chownSync, copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { openLedger } from "../../src/store/open-ledger.js";
import { compileChildren, type Children } from "./children.js";
import { BLOG, MINUTES, NOON } from "./facts.js";

let children: Children;
let folder: string;
beforeAll(async () => {
  children = await compileChildren();
});
afterAll(() => children.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "presstime-disk-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a disk that is full", () => {
  it("[LG23] fails what it cannot keep with the cause, and the app is not ready", async () => {
    const said = await children.startOnSmallDisk(600, "fill", `sqlite:${join(folder, "full.db")}`).ended;
    expect(said).toEqual([expect.stringMatching(/disk|full|I\/O/i), expect.stringMatching(/^not ready: .*(?:disk|full|I\/O)/i)]);
    const ledger = await openLedger(`sqlite:${join(folder, "full.db")}`);
    expect((await ledger.repositories()).length).toBeGreaterThan(10);
    await ledger.close();
  });

  it("[SV9] has deliveries answered 503 with when to send them again, and what is said to be in the log is there, once", async () => {
    const address = `sqlite:${join(folder, "full.db")}`;
    const [answer = "", ...lines] = await children.startOnSmallDisk(600, "door", address).ended;
    expect(JSON.parse(answer)).toEqual({
      code: 503,
      retryAfter: "60",
      text: "Presstime could not store this webhook. Send it again in a minute. The error is in the log.\n",
      ready: "Not ready: Presstime cannot store anything in its database; the log says why.\n",
    });
    for (const what of ["could not store a webhook", "cannot store anything in its database"]) {
      const said = lines.filter((line) => line.includes(what));
      expect(said).toEqual([expect.stringMatching(/"level":"error".*(?:disk|full|I\/O)/i)]);
    }
  });
});

describe("a file that is not what it was", () => {
  it.each([
    [
      "deleted",
      (path: string) => {
        rmSync(path);
      },
    ],
    [
      "replaced",
      (path: string) => {
        renameSync(path, `${path}.old`);
        writeFileSync(path, "");
      },
    ],
  ])("[LG24] %s while the app runs takes nothing more in, and that is said", async (what, change) => {
    const path = join(folder, "presstime.db");
    const ledger = await openLedger(`sqlite:${path}`);
    expect(await ledger.receive("guid-1", BLOG, NOON)).toBe("new");
    change(path);
    const complaint = `The database file was ${what} while Presstime was running. Stop Presstime`;
    await expect(ledger.receive("guid-2", BLOG, NOON)).rejects.toThrow(complaint);
    await expect(ledger.ping(NOON)).rejects.toThrow(complaint);
    await ledger.close();
  });

  it("[LG25] holds everything after a clean end: a copy of it alone is a copy", async () => {
    const path = join(folder, "presstime.db");
    const ledger = await openLedger(`sqlite:${path}`);
    for (let n = 0; n < 100; n += 1) await ledger.receive(`guid-${n}`, BLOG, NOON);
    await ledger.close();
    copyFileSync(path, join(folder, "copy.db"));
    const copy = await openLedger(`sqlite:${join(folder, "copy.db")}`);
    expect(await copy.receive("guid-99", BLOG, NOON)).toBe("seen");
    expect(await copy.nextDue()).toBe(NOON);
    await copy.close();
  });
});

describe("a backup", () => {
  it("[LG25] is made by SQLite while the app writes, and Presstime goes on from it", async () => {
    const path = join(folder, "presstime.db");
    const ledger = await openLedger(`sqlite:${path}`);
    for (let n = 0; n < 100; n += 1) await ledger.receive(`guid-${n}`, BLOG, NOON);
    const writing = Array.from({ length: 50 }, (_, n) => ledger.receive(`later-${n}`, BLOG, NOON));
    const other = new Database(path);
    other.exec(`vacuum into '${join(folder, "backup.db")}'`);
    other.close();
    await Promise.all(writing);
    await ledger.close();
    const restored = await openLedger(`sqlite:${join(folder, "backup.db")}`);
    expect(await restored.receive("guid-99", BLOG, NOON)).toBe("seen");
    expect(await restored.claim(NOON, MINUTES)).toMatchObject({ repository: BLOG });
    await restored.close();
  });
});

describe("a place that takes no file", () => {
  it("[LG24] refuses the start at once where no folder can be made", async () => {
    await expect(openLedger("sqlite:/proc/nope/presstime.db")).rejects.toThrow("cannot use the database file `/proc/nope/presstime.db`");
  });

  it("[LG24] refuses the start on a file that may only be read", async () => {
    const path = join(folder, "presstime.db");
    await (await openLedger(`sqlite:${path}`)).close();
    chmodSync(path, 0o444);
    // Root may write everywhere: then we are `nobody` for a moment.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) for (const one of [folder, path]) chownSync(one, 65_534, 65_534);
    if (isRoot) process.seteuid?.(65_534);
    try {
      await expect(openLedger(`sqlite:${path}`)).rejects.toThrow("Change the owner or the permissions");
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});
