/** What operators read of the settings is what the code reads. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { settingsAsEnv, settingsAsTable } from "../../src/settings/settings-page.js";

describe("the pages about settings", () => {
  it("[SV7] .env.example is made from the list of variables: `presstime settings > .env.example`", () => {
    expect(readFileSync(".env.example", "utf8")).toBe(settingsAsEnv());
  });

  it("[SV7] the table in docs/operating.md is made from it too: `presstime settings --format table`", () => {
    const [, table] =
      /<!-- made by `presstime settings --format table` -->\n\n([^]*?)\n<!-- end -->/.exec(readFileSync("docs/operating.md", "utf8")) ?? [];
    expect(table).toBe(settingsAsTable());
  });
});
