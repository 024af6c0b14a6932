/** Advice on English: what is read, what is let be, and where exactly it points. */
import { afterAll, describe, expect, it } from "@jest/globals";
import { HOUSE_STYLE, houseStyle, wantsDictionary } from "../../../src/desk/lint/house-style.js";
import { examinePost } from "../../../src/examine/examine-post.js";
import { createExaminer } from "../../../src/examine/pool.js";
import { fix, said, togetherIn } from "./run-alone.js";

const rule = (id: string) => HOUSE_STYLE.find((one) => one.id === id)!;
const say = (id: string, text: string, options?: unknown) => togetherIn(rule(id), "posts/irmin.md", text, options).map(said);

describe("what is read", () => {
  it.each([
    ["a block of code", "```\nthe the\n```\n"],
    ["code in a line", "Type `the the` now.\n"],
    ["a quotation", "> It is the the store.\n"],
    ["a table", "| the the | b |\n| --- | --- |\n| the the | c |\n"],
    ["front matter", "---\ntitle: The the\ndescription: the the store\n---\n\nHello.\n"],
    ["a comment", "<!-- the the -->\n"],
    ["emphasis that repeats", "It may actually *actually* work.\n"],
  ])("[LI21] %s is let be", (_, text) => {
    expect(say("repeated-words", text)).toEqual([]);
  });

  it.each([
    ["posts/irmin.fr.md", "Nous nous retrouvons.\n"],
    ["content/pt-br/blog/irmin.md", "E um um.\n"],
    ["i18n/fr/docusaurus-plugin-content-blog/irmin.md", "Nous nous retrouvons.\n"],
    ["posts/irmin.md", "---\nlang: fr\n---\n\nNous nous retrouvons.\n"],
  ])("[LI131] a text in another language is let be: %s", (path, text) => {
    expect(togetherIn(rule("repeated-words"), path, text)).toEqual([]);
  });

  it("[LI131] what is in English, or in a folder that is no language, is read", () => {
    const paths = ["content/en/blog/irmin.md", "posts/irmin.en.md", "posts/go/irmin.md", "posts/ml/irmin.md", "posts/it/index.md"];
    expect(paths.map((path) => togetherIn(rule("repeated-words"), path, "It is is.\n"))).toEqual(paths.map(() => [expect.anything()]));
  });

  it.each([
    ["its front matter", "content/fr/irmin.md", "---\nlang: en\n---\n\n", "fr", true],
    ["the desk, of these posts", "posts/it/irmin.md", "", "en", true],
    ["its path", "posts/it/irmin.md", "", undefined, false],
    ["the desk, of these posts", "posts/irmin.md", "", "fr", false],
  ])("[LI133] the language is the one that is told by %s: %s", (_, path, head, language, read) => {
    const text = `${head}It is is the store of all that we have, with the rest of it.\n`;
    const bytes = new TextEncoder().encode(text);
    const { findings } = examinePost({
      path,
      bytes,
      size: bytes.length,
      settings: { rules: {}, words: [], ...(language && { language }) },
    });
    expect(findings.some(({ rule: id }) => id === "repeated-words")).toBe(read);
  });

  it.each([
    ["Le Pod an enfin une adresse, et nous nous retrouvons dans le cluster.\n", false],
    ["Das ist an diesem Abend an alle gegangen, die die Welt kennen.\n", false],
    ["Irmin is is a store.\n", true],
    ["## Irmin\n\n```js\nlet les = le.conteneur // nous nous retrouvons\n```\n\nThat store is is small, and we like it.\n", true],
  ])("[LI134] where nobody tells, it is the one that the prose reads like: %j", (text, read) => {
    expect(say("repeated-words", text).length > 0).toBe(read);
  });

  it.each([
    "an nginx server",
    "an ssh-key",
    "an ssh key",
    "a udev rule",
    "an RC",
    "an mmap call",
    "an npm package",
    "a uuid",
    "an sshd",
    "a or the",
    "a an",
    "option a above",
    "let a equal b",
    "where a exceeds b",
    "an read() call",
    "an some_var name",
    "a ublk device",
    "an store__ name",
    "a apple_ name",
  ])("[LI135] the article of `%s` is let be", (words) => {
    expect(say("indefinite-article", `It has ${words} here.\n`)).toEqual([]);
  });

  it.each([
    ["key key, value value", 2, null],
    ["a username and password password again", 1, null],
    ["what it is is good", 1, null],
    ["to log in in the morning", 1, null],
    ["if you have it it works", 1, null],
    ["the the the store", 2, null],
    ["“the the” twice", 1, null],
    ["of the the store", 1, "of the store"],
    ["sent to to them", 1, "sent to them"],
  ])("[LI136] of words that stand twice only small ones are mended, where none may be meant: %s", (words, told, mended) => {
    const text = `It says ${words} today.\n`;
    expect(say("repeated-words", text)).toHaveLength(told);
    expect(fix(text, (one) => togetherIn(rule("repeated-words"), "posts/irmin.md", one))).toBe(
      mended === null ? text : `It says ${mended} today.\n`,
    );
  });

  it("[LI21] headings, lists and links are read", () => {
    expect(say("repeated-words", "## The store of of all\n\n- it is is\n\n[with with](https://mirage.io)\n")).toEqual([
      "1:14-1:19 Unexpected second `of`, expected it once",
      "3:6-3:11 Unexpected second `is`, expected it once",
      "5:2-5:11 Unexpected second `with`, expected it once",
    ]);
  });

  it("[LI21] a place is exact behind indented lines, line endings of Windows and a byte order mark", () => {
    expect(say("indefinite-article", "- It went\n  on and was so\n  an store of keys\n")).toEqual([
      "3:3-3:5 Unexpected `an` before `store`, expected `a`",
    ]);
    expect(say("indefinite-article", "\uFEFFIt is\r\nan store\r\n")).toEqual(["2:1-2:3 Unexpected `an` before `store`, expected `a`"]);
  });

  it("[LI21] a fix replaces the words and nothing else", () => {
    const text = "- It went\n  on and and was so\n  An store of keys, a apple\n";
    const all = (one: string) => ["repeated-words", "indefinite-article"].flatMap((id) => togetherIn(rule(id), "a.md", one));
    expect(fix(text, all)).toBe("- It went\n  on and was so\n  A store of keys, an apple\n");
  });

  it.each(["a unikernel", "an hour", "a European", "a one-off", "a user", "an SQL query", "a SQL query", "an honest answer", "a utility"])(
    "[LI21] %s is right",
    (words) => {
      expect(say("indefinite-article", `It is ${words} here.\n`)).toEqual([]);
    },
  );
});

describe("spelling", () => {
  const examiner = createExaminer({ threads: 1 });
  afterAll(() => examiner.close());
  const bytes = new TextEncoder().encode(
    "---\ntitle: Irmin\nauthor: hannes\n---\n\nA stroe for hannes and a unikernel, see <https://mirage.io/xyzzy>.\n",
  );

  it("[LI22] is off until the desk turns it on or lists words", () => {
    expect(wantsDictionary({ rules: {}, words: [] })).toBe(false);
    expect(wantsDictionary({ rules: { spelling: { severity: "advice" } }, words: [] })).toBe(true);
    expect(wantsDictionary({ rules: {}, words: ["unikernel"] })).toBe(true);
    expect(wantsDictionary({ rules: { spelling: { severity: "off" } }, words: ["unikernel"] })).toBe(false);
    expect(houseStyle({ rules: {}, words: [] }).map(({ rule: { id } }) => id)).not.toContain("inclusive-wording");
  });

  it("[LI22] knows the desk's words and the names on the by-line, and passes over addresses", async () => {
    const { findings } = await examiner.readPost("posts/irmin.md", bytes, { rules: {}, words: ["unikernel"] });
    expect(findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      ["spelling", "advice", "Unexpected unknown word `stroe`, expected one of the dictionary or of `lint.words` in the desk"],
    ]);
    expect((await examiner.readPost("posts/irmin.md", bytes)).findings).toEqual([]);
  });

  it("[LI22] says the same of a post whatever was read before it", async () => {
    const settings = { rules: { spelling: { severity: "advice" } }, words: [] } as const;
    const first = await examiner.readPost("posts/irmin.md", bytes, settings);
    await examiner.readPost("posts/other.md", new TextEncoder().encode("# A\n\nstroe qwzx stroe\n"), settings);
    expect(await examiner.readPost("posts/irmin.md", bytes, settings)).toEqual(first);
    expect(first.findings.map(({ place }) => `${place.line}:${place.column}`)).toEqual(["6:3", "6:26"]);
  });
});
