/** The workers: what they answer, and that none of them can be made to stay. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "@jest/globals";
import { examinePost } from "../../src/examine/examine-post.js";
import { createExaminer } from "../../src/examine/pool.js";

const encode = (text: string) => new TextEncoder().encode(text);
const examiner = createExaminer({ threads: 1 });
afterAll(() => examiner.close());

const matter = "---\ntitle: Irmin\nauthor: Thomas Gazagnaire\n---\n\n";
/** Passes every limit and takes remark some ten seconds. */
const slow = encode(matter + `${"*a _b ".repeat(2_400)}\n\n`.repeat(15));

describe("readings", () => {
  it("[LI13] a worker says of a text what its body says in process", async () => {
    const text = encode("---\ntitle: a: b\n---\n\n[c] here\n");
    expect(await examiner.readPost("posts/irmin.md", text)).toEqual(
      examinePost({ path: "posts/irmin.md", bytes: text, size: text.length }),
    );
  });

  it("[LI10] bytes of any kind are answered", async () => {
    const bytes = Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7919) % 256);
    const { post, findings } = await examiner.readPost("posts/irmin.md", bytes);
    expect(post.slug).toBe("irmin");
    expect(findings.map(({ message }) => message)).toContainEqual(expect.stringContaining("which is not UTF-8"));
  });

  it.each([
    ["too long", `a: b\n`.repeat(10_000)],
    ["too deep", `a: ${"[".repeat(60)}\n`],
  ])("[LI4] a post whose front matter is %s to be read is not parsed, whatever else is wrong with it", async (_, fields) => {
    const text = `---\ntitle: x\n---\n---\ntitle: y\n${fields}---\n\n# Twice\n\n# Twice\n`;
    const { findings } = await examiner.readPost("posts/irmin.md", new TextEncoder().encode(text));
    expect(findings.map(({ rule }) => rule)).toEqual(["front-matter", "limits"]);
  });

  it("[LI4] a megabyte is answered from its beginning", async () => {
    const { post, findings } = await examiner.readPost("posts/irmin.md", encode(matter + "words ".repeat(200_000)));
    expect(post.title?.value).toBe("Irmin");
    expect(findings).toMatchObject([{ rule: "limits", severity: "error" }]);
  });

  it("[LI10] a desk is read by the same workers", async () => {
    expect((await examiner.readDesk("zone: Europe/London\n")).desk?.zone).toBe("Europe/London");
    expect((await examiner.readDesk("zone: [")).desk).toBeNull();
  });

  it("[LI68] what is set travels with the text", async () => {
    const text = encode("---\ntitle: Irmin\n---\n\n[c][] here\n");
    const said = async (severity: "off" | "error") =>
      (await examiner.readPost("posts/irmin.md", text, { rules: { "no-undefined-references": { severity } }, words: [] })).findings;
    expect(await said("off")).toEqual([]);
    expect(await said("error")).toMatchObject([{ rule: "no-undefined-references", severity: "error" }]);
  });

  it("[LI69] a desk that sets rules is read beside the rules there are", async () => {
    const { desk, findings } = await examiner.readDesk("zone: UTC\nlint:\n  rules: { titel-length: off }\n");
    expect(desk?.zone).toBe("UTC");
    expect(findings.map(({ message }) => message)).toEqual(["Unexpected rule `titel-length`, expected `title-length`; did you mean that?"]);
  });

  it("[LI61] the repository's own configuration is read by the same workers", async () => {
    expect(await examiner.readConfigs([{ name: ".markdownlint.json", text: '{ "MD034": false }' }])).toEqual({
      rules: { "no-literal-urls": { severity: "off" } },
      notes: [],
    });
  });

  it("[CS41] and so is that of the site", async () => {
    const files = [{ name: "hugo.toml", text: 'timeZone = "Asia/Tokyo"' }];
    expect(await examiner.readSite("website", files)).toMatchObject([{ folder: "website", kind: "hugo", zone: "Asia/Tokyo" }]);
  });

  it("[LI11] the linter's version is the same for the same rules, and names the linter", () => {
    expect(examiner.linterVersion).toMatch(/^remark-lint@\d+\.\d+\.\d+\+[\w-]{16}$/);
    const other = createExaminer();
    expect(other.linterVersion).toBe(examiner.linterVersion);
    return other.close();
  });
});

describe("what does not come to an end", () => {
  it("[LI7] is stopped and told, keeps its title and by-line, and the next post is linted", async () => {
    const hasty = createExaminer({ threads: 1, milliseconds: 1_000 });
    try {
      const { post, findings } = await hasty.readPost("posts/irmin.md", slow);
      expect(post).toMatchObject({ slug: "irmin", title: { value: "Irmin" }, byline: [{ value: "Thomas Gazagnaire" }] });
      expect(findings.map(({ rule, severity, message }) => [rule, severity, message.split(";")[0]])).toEqual([
        ["limits", "error", "Unexpected time of over 1 s to read this post, expected a fraction of a second"],
      ]);
      expect((await hasty.readPost("posts/next.md", encode("# Next\n"))).findings).toEqual([]);
    } finally {
      await hasty.close();
    }
  });

  it("[LI8] out of memory is told, and the next post is linted", async () => {
    const poor = createExaminer({ threads: 1, milliseconds: 60_000, megabytes: 24 });
    try {
      const { findings } = await poor.readPost("posts/irmin.md", encode(matter + "- a\n".repeat(60_000)));
      expect(findings[0]?.message).toContain("Unexpected memory use of over 24 MB");
      expect((await poor.readPost("posts/next.md", encode("# Next\n"))).post.title?.value).toBe("Next");
    } finally {
      await poor.close();
    }
  });

  it("[LI7] a slow post does not use up the time of those that wait behind it", async () => {
    const hasty = createExaminer({ threads: 1, milliseconds: 1_000 });
    try {
      const [first, ...others] = await Promise.all([
        hasty.readPost("posts/slow.md", slow),
        ...["a", "b", "c"].map((name) => hasty.readPost(`posts/${name}.md`, encode(`# ${name}\n`))),
      ]);
      expect(first.findings).toHaveLength(1);
      expect(others.map(({ findings }) => findings)).toEqual([[], [], []]);
    } finally {
      await hasty.close();
    }
  });

  it("[LI8] a worker that dies while nobody asks it anything takes nothing with it", async () => {
    const words = ["--import", "./bench/register.mjs", "test/examine/outlives-worker.ts"];
    // Otherwise an idle worker sleeps too soundly to die by itself.
    const env = { ...process.env, PISCINA_DISABLE_ATOMICS: "1" };
    expect((await promisify(execFile)(process.execPath, words, { env })).stdout).toBe("alive");
  });
});
