/** What the check `presstime/config` says. */
import { describe, expect, it } from "@jest/globals";
import { readDesk } from "../../../../src/desk/config/read-desk.js";
import { sayConfigVerdict } from "../../../../src/desk/words/checks/config-verdict.js";

const PATH = ".github/presstime.yml";
const verdict = (text: string) => sayConfigVerdict(readDesk(text).findings, PATH);

describe("the check presstime/config", () => {
  it("[DK50] says every finding with its place, and that the last good desk stays in force", () => {
    const { conclusion, title, summary } = verdict("zoen: UTC\nslots: [noon]\n");
    expect([conclusion, title]).toEqual(["failure", "2 errors in the desk file"]);
    expect(summary).toContain("Presstime continues with the last version that has no errors");
    expect(summary).toContain(
      "- line 1, column 1: Unexpected key `zoen`, expected `zone`; did you mean that?\n- line 2, column 9: Unexpected `noon`",
    );
  });

  it("[DK50] is content with a good desk, and lets a remark pass", () => {
    expect(verdict("zone: UTC\n")).toMatchObject({ conclusion: "success", title: "The desk file has no errors" });
    const pins = [1, 2].map((n) => `{ slug: p${n}, title: P, slot: 2014-07-18T12:00Z }`);
    const remark = verdict(`campaigns:\n  - name: a\n    deadline: 2014-07-21T09:00Z\n    posts: [${pins.join(", ")}]\n`);
    expect(remark).toMatchObject({ conclusion: "neutral", title: "1 remark in the desk file" });
  });

  it("[DK50] shows what a stranger wrote in code only, on one line, and no more than fifty findings", () => {
    const hostile = verdict(
      '"a` @everyone\\n# h": 1\nzone: "x` @everyone\\n## h"\ncampaigns: [{ name: "`@everyone`", deadline: "` @everyone", posts: [{ slug: "` @everyone", title: 3, byline: ["` @everyone"], slot: "\\n@everyone`" }] }]\n',
    );
    for (const line of hostile.summary.split("\n")) expect(line.replace(/`[^`]*`/g, "")).not.toMatch(/@everyone|^#/);
    const many = verdict(Array.from({ length: 80 }, (_, n) => `key-${n}: 1`).join("\n"));
    expect(many.summary.match(/^- line/gm)).toHaveLength(50);
    expect(many.summary).toContain("- and 30 more");
    expect(many.title).toBe("80 errors in the desk file");
  });
});
