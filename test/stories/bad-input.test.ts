/** Bad input through the real doors, all of it at once: each is told where its author will see it, nothing is lost, and the rest goes on. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openWorld, type Submitted, type World } from "../world.js";
import { postText } from "../world/desk-file.js";

const EVIL = "Hi @mirage/core, @avsm <img src=x onerror=alert(1)> /approve\n/drop introducing-irmin [x](javascript:alert(1)) \u202Egpj";
const NINE = Array.from({ length: 9 }, () => "*a").join(", ");

interface Odd extends Submitted {
  /** What the check `presstime/lint` says, and on which line. */
  readonly told: { readonly line: number; readonly says: RegExp } | null;
  /** How the notice calls the post. */
  readonly called: string;
}

const ODD: Readonly<Record<string, Odd>> = {
  "that is not UTF-8": {
    text: Buffer.concat([Buffer.from(postText("Coffee")), Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x0a])]),
    told: { line: 6, says: /Unexpected byte 0xE9 at offset \d+/ },
    called: "Coffee",
  },
  "with a byte order mark": {
    text: `\uFEFF${postText("With a mark")}`,
    told: { line: 1, says: /Unexpected byte order mark/ },
    called: "With a mark",
  },
  "with CRLF": { text: postText("With CRLF").replaceAll("\n", "\r\n"), told: null, called: "With CRLF" },
  "without front matter": {
    text: "Just words, and no title.\n",
    title: "Words alone",
    told: { line: 1, says: /without a title, expected front matter/ },
    called: "Words alone",
  },
  "with two front matters": {
    text: "---\ntitle: First\n---\n\n---\ntitle: Second\n---\n\nWords.\n",
    told: { line: 5, says: /Unexpected second front matter/ },
    called: "First",
  },
  "that YAML rejects": {
    text: "---\nsubject: Vchan: Low-latency inter-VM communication channels\n---\n\nWords.\n",
    told: { line: 2, says: /write `subject: "Vchan: Low-latency inter-VM communication channels"`/ },
    called: "Vchan: Low-latency inter-VM communication channels",
  },
  "with a key twice": {
    text: "---\ntitle: One\ntitle: Two\n---\n\nWords.\n",
    told: { line: 3, says: /Unexpected second `title`/ },
    called: "Two",
  },
  "of a megabyte": {
    text: postText("Long", { body: `${"Words and words. ".repeat(62_000)}\n` }),
    told: { line: 1, says: /Unexpected file of 10\d\d kB, expected at most 256 kB/ },
    called: "Long",
  },
  "with a table of 41 kB": {
    text: postText("Table", { body: `| a | b |\n|---|---|\n${"| x | y |\n".repeat(4_100)}` }),
    told: { line: 2506, says: /Unexpected table with more than 5000 cells/ },
    called: "Table",
  },
  "quoted ten thousand deep": {
    text: postText("Deep", { body: `${">".repeat(10_000)} deep\n` }),
    told: { line: 5, says: /Unexpected nesting of 10000 quotes and lists/ },
    called: "Deep",
  },
  "with a bomb of aliases": {
    text: `---\ntitle: Bomb\na: &a [x, x, x, x, x, x, x, x, x]\nb: &b [${NINE}]\n---\n\nWords.\n`,
    told: null,
    called: "Bomb",
  },
  "called like a command, a mention and a script": {
    title: EVIL,
    text: postText("@avsm @everyone <script>alert(1)</script>\n/drop introducing-irmin | a \u202Etxt"),
    told: { line: 2, says: /Unexpected hidden control of direction/ },
    called: "@\u200Bavsm @\u200Beveryone \\<script\\>",
  },
};

let world: World;
const numbers = new Map<string, number>();
beforeAll(async () => {
  world = await openWorld({ examiner: "workers", desk: { slots: ["Mon 12:00", "Wed 12:00", "Fri 12:00"] } });
  numbers.set("good", world.submits("samoht", "introducing-irmin"));
  for (const [name, odd] of Object.entries(ODD)) numbers.set(name, world.submits("samoht", name.replace(/\W+/g, "-"), odd));
  await world.settles();
}, 240_000);
afterAll(() => world.closes());

const numberOf = (name: string) => numbers.get(name) ?? 0;

describe("a post", () => {
  it.each(Object.entries(ODD))("[EE1] %s is told so on the line it is about, and tracked", (name, { told, called }) => {
    const number = numberOf(name);
    expect(world.notice(number)).toContain(`### ${called}`);
    const check = world.check(number, "lint");
    if (told) {
      expect(check?.annotations).toContainEqual(
        expect.objectContaining({ startLine: told.line, message: expect.stringMatching(told.says) }),
      );
    } else expect(check).toMatchObject({ conclusion: "success" });
  });

  it("[EE1] that is good goes on beside them", async () => {
    const good = numberOf("good");
    expect(world.pull(good).pull.requested).toEqual(["djs55"]);
    expect(world.check(good, "lint")).toMatchObject({ conclusion: "success" });
    expect(await world.stage("introducing-irmin")).toBe("in review");
    expect(world.github.faults).toEqual([]);
  });

  it("[EE2] can say nothing through its title: no ping, no markup, no command", async () => {
    const evil = numberOf("called like a command, a mention and a script");
    const words = [world.notice(evil), world.board().body, ...world.pull(evil).pull.checks.map(({ summary }) => summary ?? "")].join("\n");
    expect(words).not.toMatch(/(?<![\w`])@(?:avsm|everyone|mirage)/);
    expect(words).not.toMatch(/(?<!\\)<(?:script|img)/);
    expect(words).not.toContain("\u202E");
    expect(words).not.toMatch(/^\/drop/m);
    expect(world.said(evil)).toEqual([]);
    expect(await world.stage("introducing-irmin")).toBe("in review");
    const page = await world.page();
    expect(page).not.toMatch(/<script|<img src=x|javascript:/);
  });
});

it("[EE47] a pull request of more posts than are read is said to be seen in part because of our limit, and its check is not green", async () => {
  const crowded = await openWorld();
  try {
    const files = Object.fromEntries(Array.from({ length: 234 }, (_, n) => [`posts/many/p${n}.md`, postText(`Post ${n}`)]));
    const many = crowded.submits("avsm", "many", { files });
    const good = crowded.submits("samoht", "introducing-irmin");
    await crowded.settles();
    expect(crowded.notice(many)).toMatch(/brings 234 posts, and I read only 200 posts of one pull request/);
    expect(crowded.notice(many)).not.toMatch(/GitHub lists only/);
    expect(crowded.check(many, "lint")).toMatchObject({ conclusion: "neutral", title: "Nothing to fix in 200 posts of 234" });
    expect(crowded.check(many, "lint")?.summary).toMatch(/34 posts were not checked/);
    expect(crowded.check(good, "lint")).toMatchObject({ conclusion: "success" });
  } finally {
    await crowded.closes();
  }
}, 120_000);

it("[EE3] a pull request of more files than GitHub lists is said to be seen in part, and the rest goes on", async () => {
  const crowded = await openWorld();
  try {
    const others = Object.fromEntries(Array.from({ length: 3_001 }, (_, n) => [`zz/file-${n}`, "x"]));
    const many = crowded.submits("avsm", "many", { files: { "posts/many.md": postText("Many"), ...others } });
    const good = crowded.submits("samoht", "introducing-irmin");
    await crowded.settles();
    expect(crowded.notice(many)).toMatch(/GitHub lists only the first 3,000 files of this pull request/);
    expect(crowded.pull(good).pull.requested).toEqual(["djs55"]);
    expect(crowded.notice(good)).toContain("In review");
  } finally {
    await crowded.closes();
  }
}, 120_000);
