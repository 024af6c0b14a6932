/** The tags that a desk lists, and what is said of lists that are none. */
import { describe, expect, it } from "@jest/globals";
import { readDesk } from "../../../src/desk/config/read-desk.js";

const desk = (tags: string) => readDesk(`zone: Europe/London\nposts: ["posts/**/*.md"]\nlint:\n  tags: ${tags}\n`);

describe("the desk's tags", () => {
  it("[SH12] are as the desk writes them, and none when it lists none", () => {
    expect(desk("[storage, Web servers]")).toMatchObject({ desk: { lint: { tags: ["storage", "Web servers"] } }, findings: [] });
    expect(readDesk(`zone: Europe/London\nlint:\n  words: [Irmin]\n`).desk?.lint).not.toHaveProperty("tags");
  });

  it.each([["[]"], ["storage"], ["[[storage]]"], ['[""]']])("[SH12] cannot be %s, which is told where it stands", (tags) => {
    const { findings } = desk(tags);
    expect(findings).toMatchObject([{ severity: "error", place: { line: 4 } }]);
    expect(findings[0]?.message).toMatch(/^Unexpected .+, expected .+/);
  });
});
