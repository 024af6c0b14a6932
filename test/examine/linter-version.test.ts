/** The linter's version as the product is built: its workers bundled, and beside them the code that keeps what other posts need of a text. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { readLinterVersion } from "../../src/examine/linter-version.js";

describe("the linter's version, once it is built", () => {
  it("[LI11] changes with the workers and with whatever keeps a text for the site, and with nothing else", () => {
    const dist = mkdtempSync(join(tmpdir(), "built-"));
    try {
      const write = (path: string, text: string) => {
        mkdirSync(join(dist, path, ".."), { recursive: true });
        writeFileSync(join(dist, path), text);
        return readLinterVersion(join(dist, "examine"));
      };
      write("examine/bundled/worker.js", "one");
      write("desk/words/notice.js", "one");
      const first = write("desk/site/facts/site-text.js", "one");
      expect(write("desk/words/notice.js", "two")).toBe(first);
      const kept = write("desk/site/facts/site-text.js", "two");
      expect(kept).not.toBe(first);
      expect(write("examine/bundled/worker.js", "two")).not.toBe(kept);
    } finally {
      rmSync(dist, { recursive: true });
    }
  });

  it("[LI11] what keeps a text for the site lies where the version looks for it", () => {
    expect(readdirSync("src/desk/site/facts")).toEqual(expect.arrayContaining(["site-text.ts", "site-facts.ts", "local-target.ts"]));
  });
});
