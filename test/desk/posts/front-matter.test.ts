/** Front matter in every form, whole and broken. */
import { describe, expect, it } from "@jest/globals";
import { readPost } from "../../../src/desk/posts/read-post.js";

const read = (text: string, path = "posts/update-on-vchan.md") => readPost(path, text);
const messages = (text: string) => read(text).findings.map(({ place, message }) => `${place.line}:${place.column} ${message}`);

describe("forms of front matter", () => {
  const forms = {
    yaml: '---\ntitle: On Vchan\nauthors: [Jon Ludlam]\ndate: 2014-07-16\ntags: [xen]\ndescription: "Low latency"\n---\n\nHello there\n',
    toml: '+++\ntitle = "On Vchan"\nauthors = ["Jon Ludlam"]\ndate = 2014-07-16\ntags = ["xen"]\ndescription = "Low latency"\n+++\n\nHello there\n',
    "body-marker":
      'title: "On Vchan"\nauthors: "Jon Ludlam" {"https://github.com/jonludlam"}\ndate: "2014-07-16"\ntags: "xen"\ndescription: "Low latency"\n--BODY--\n\nHello there\n',
    headers: "Title: On Vchan\nAuthors: Jon Ludlam\nDate: 2014-07-16\nTags: xen\nSummary: Low latency\n\nHello there\n",
    none: "# On Vchan\n\n**Author:** Jon Ludlam\n\nHello there\n",
  } as const;

  it.each(Object.entries(forms))("[PO1] %s gives the title, the by-line and the slug", (format, text) => {
    const { post, findings } = read(text);
    expect(post).toMatchObject({ format, title: { value: "On Vchan" }, slug: "update-on-vchan", path: "posts/update-on-vchan.md" });
    expect(post.byline.map(({ value }) => value)).toEqual(["Jon Ludlam"]);
    expect(findings).toEqual([]);
  });

  it.each(["yaml", "toml", "body-marker", "headers"] as const)("[PO1] %s gives day, tags, description and words, each with its place", (format) => {
    const { post } = read(forms[format]);
    expect(post.dated?.value).toEqual({ kind: "day", day: "2014-07-16", time: null });
    expect(post.dated?.place.line).toBe(format === "body-marker" || format === "headers" ? 3 : 4);
    expect(post.description?.value).toBe("Low latency");
    expect(post.tags).toEqual(["xen"]);
    expect(post.words).toBe(2);
  });

  it.each([
    ["the title alone", "Title: On Vchan\n\nHello there\n"],
    ["another field first", "Date: 2014-07-16 10:20\nCategory: xen\nTitle: On Vchan\nSlug: update-on-vchan\n\nHello there\n"],
    ["quotes and colons in it", 'title:   "On": Vchan\nstatus: draft\n\nHello there\n'],
    ["several lines", "title: On Vchan\nauthors: Ann\n    Bob\ntags:   xen\n        arm\n\nHello there\n"],
    ["CRLF and a byte order mark", "\uFEFFTitle: On Vchan\r\nDate: 2014-07-16\r\n\r\nHello there\r\n"],
  ])("[PO1] headers without a fence, as Pelican and Python-Markdown have them: %s", (what, text) => {
    const { post, findings } = read(text);
    expect(post).toMatchObject({ format: "headers", title: { value: what.startsWith("quotes") ? '"On": Vchan' : "On Vchan" }, words: 2 });
    expect(findings.filter(({ rule }) => rule !== "byte-order-mark")).toEqual([]);
    if (what === "several lines") expect(post.byline.map(({ value }) => value)).toEqual(["Ann", "Bob"]);
  });

  it.each(["Note: this is Irmin.\n\nHello\n", "Date: 18 July\n\nHello\n", "Title: On Vchan\nand more of a sentence\n\nHello\n", "Hello\n\nTitle: x\n"])(
    "[PO1] %j has no headers",
    (text) => {
      expect(read(text).post.format).toBe("none");
    },
  );

  it("[PO1] a subject is a title, and keys are the same in any case", () => {
    expect(read("---\nSubject: On Vchan\nAuthor: Jon\n---\n").post).toMatchObject({ title: { value: "On Vchan" }, byline: [{ value: "Jon" }] });
  });

  it("[PO1] Zola's taxonomies and extra tables are read", () => {
    const { post } = read('+++\ntitle = "x"\n[taxonomies]\ntags = ["a", "b"]\n[extra]\nauthor = "Ann"\n+++\n');
    expect(post.tags).toEqual(["a", "b"]);
    expect(post.byline.map(({ value }) => value)).toEqual(["Ann"]);
  });

  it("[PO1] three dots close YAML too", () => {
    const { post, findings } = read("---\ntitle: Dots\n...\n\nBody\n");
    expect(post).toMatchObject({ title: { value: "Dots" }, words: 1 });
    expect(findings).toEqual([]);
  });
});

describe("forms that went a little wrong", () => {
  it("[PO2] CRLF changes nothing", () => {
    const { post, findings } = read("---\r\ntitle: On Vchan\r\nauthor: Ann and Bob\r\ndate: 2014-07-16\r\n---\r\n\r\nHello\r\n");
    expect(post.title).toEqual({ value: "On Vchan", place: { line: 2, column: 8, endLine: 2, endColumn: 16 } });
    expect(post.byline.map(({ value, place }) => `${value} ${place.line}:${place.column}`)).toEqual(["Ann 3:9", "Bob 3:17"]);
    expect(findings).toEqual([]);
  });

  it("[PO2] a byte order mark is told and stepped over", () => {
    const { post, findings } = read("\uFEFF---\ntitle: On Vchan\n---\n");
    expect(post.title?.value).toBe("On Vchan");
    expect(findings).toMatchObject([{ rule: "byte-order-mark", severity: "warning", place: { line: 1, column: 1 } }]);
    expect(read("\uFEFF# On Vchan\n").post.title?.value).toBe("On Vchan");
  });

  it("[PO2] blank lines before the fence are told: sites take such a post for one without front matter", () => {
    const { post, findings } = read("\n\n---\ntitle: On Vchan\n---\nHello\n");
    expect(post.title).toMatchObject({ value: "On Vchan", place: { line: 4 } });
    expect(findings).toMatchObject([{ rule: "front-matter", severity: "error", place: { line: 1, endLine: 3 } }]);
  });

  it("[PO2] a rule between paragraphs is no front matter", () => {
    expect(read("\n---\n\nHello\n\n---\n").post.format).toBe("none");
    expect(read("# T\n\n---\na: b\n---\n").findings).toEqual([]);
  });

  it("[PO2] a forgotten closing fence costs no field and swallows no paragraph", () => {
    const { post, findings } = read("---\ntitle: On Vchan\ndate: 2014-07-16\n\nHello there\n\n---\n\nmore\n");
    expect(post).toMatchObject({ title: { value: "On Vchan" }, dated: { value: { day: "2014-07-16" } }, words: 3 });
    expect(findings.map(({ message }) => message)).toEqual([
      "Unexpected front matter without an end, expected a line `---` after its last field",
    ]);
  });

  it("[PO2] a forgotten opening fence costs no field", () => {
    const { post, findings } = read("title: On Vchan\ndate: 2014-07-16\n---\n\nHello\n");
    expect(post).toMatchObject({ title: { value: "On Vchan" }, dated: { value: { day: "2014-07-16" } }, words: 1 });
    expect(findings).toMatchObject([{ rule: "front-matter", place: { line: 1 } }]);
  });

  it("[PO2] a byte order mark before a forgotten opening fence costs no field either", () => {
    const { post } = read("\uFEFFtitle: On Vchan\ndate: 2014-07-16\n---\n\nHello\n");
    expect(post).toMatchObject({ title: { value: "On Vchan", place: { line: 1 } }, dated: { value: { day: "2014-07-16" } } });
    expect(read("\uFEFFtitle: On: Vchan\ndate: 2014-07-16\n---\n").post.title).toMatchObject({ value: "On: Vchan", place: { column: 9 } });
  });

  it("[PO2] a heading underlined with dashes is no forgotten fence", () => {
    expect(read("Note: this\n---\n\nHello\n").post.format).toBe("none");
  });
});

describe("mistakes in YAML", () => {
  it("[PO3] an unquoted colon is told with the quotes it needs, and the other fields are read", () => {
    const text = "---\nsubject: Vchan: Low-latency\nupdated: 2014-07-16 15:00\nauthors:\n- name: Jon Ludlam\n  uri: http://example.org\n---\n";
    const { post } = read(text);
    expect(post).toMatchObject({
      title: { value: "Vchan: Low-latency", place: { line: 2, column: 10 } },
      dated: { value: { kind: "day", day: "2014-07-16", time: "15:00" } },
      byline: [{ value: "Jon Ludlam", place: { line: 5, column: 9 } }],
    });
    expect(messages(text)).toEqual([
      '2:15 Unexpected `: ` in the value of `subject`, expected the value in quotes; write `subject: "Vchan: Low-latency"`',
    ]);
  });

  it.each([
    ["title: 'Jekyll's life'", "Jekyll's life", `write \`title: "Jekyll's life"\``],
    ['title: "Irmin" explained', '"Irmin" explained', `write \`title: '"Irmin" explained'\``],
    ["title: @mirage in brief", "@mirage in brief", 'write `title: "@mirage in brief"`'],
    ["title: `irmin` in brief", "`irmin` in brief", 'write `title: "`irmin` in brief"`'],
    ["title: 100 %: done", "100 %: done", 'write `title: "100 %: done"`'],
    ["title: [Xen] on ARM", "[Xen] on ARM", 'write `title: "[Xen] on ARM"`'],
    ["title:Irmin", "Irmin", "write `title: Irmin`"],
    ['title: "Irmin', '"Irmin', 'write `title: "Irmin"`'],
  ])("[PO3] `%s` is read as it was meant, and told how to be written", (line, title, remedy) => {
    const text = `---\n${line}\ndate: 2014-07-18\nauthor: Ann\n---\n`;
    const { post, findings } = read(text);
    expect(post.title?.value).toBe(title);
    expect(post).toMatchObject({ dated: { value: { day: "2014-07-18" } }, byline: [{ value: "Ann" }] });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule: "front-matter", severity: "error", place: { line: 2 } });
    expect(findings[0]?.message).toContain(remedy);
  });

  it("[PO3] a tab before a field is told", () => {
    expect(messages("---\n\ttitle: Irmin\n---\n")).toContain(
      "2:1 Unexpected tab before `title: Irmin`, expected no indentation; YAML allows no tabs there",
    );
  });

  it("[PO3] two mistakes are told at once", () => {
    const lines = read("---\ntitle: a: b\nsubject: c: d\ntags: [x]\n---\n").findings.map(({ place }) => place.line);
    expect(lines).toEqual([2, 3]);
  });

  it("[PO3] a list where fields belong is told", () => {
    expect(messages("---\n- a\n- b\n---\n# T\n")).toEqual(["2:1 Unexpected `- a` in the front matter, expected a field such as `title: …`"]);
  });

  it("[PO5] a date that is there twice is told with its line, and the later counts", () => {
    const text = "---\ntitle: x\ndate: 2014-07-18\ndate: 2014-07-19\n---\n";
    expect(read(text).post.dated?.value).toMatchObject({ day: "2014-07-19" });
    expect(messages(text)).toEqual(["4:1 Unexpected second `date` on line 4, expected each field once; the later one was taken"]);
  });

  it("[PO5] a second front matter is told; the first counts, and what only the second says is kept", () => {
    const text = '---\ntitle: x\n---\n\n+++\ntitle = "y"\ndate = 2017-01-01\n+++\nbody\n';
    expect(read(text).post).toMatchObject({ title: { value: "x" }, dated: { value: { day: "2017-01-01" } }, words: 1 });
    expect(messages(text)).toEqual([
      "5:1 Unexpected second front matter, expected one; move its fields into the first, or readers will see them as text",
    ]);
  });

  it("[PO6] what YAML takes for a comment in a title is told", () => {
    expect(messages("---\ntitle: Hash #1\n---\n")).toEqual([
      "2:12 Unexpected ` #` in the value of `title`, expected quotes around the value: YAML drops what follows as a comment",
    ]);
  });

  it("[PO6] a title in asterisks is told, and read as written", () => {
    const { post, findings } = read("---\ntitle: *new*\n---\n");
    expect(post.title?.value).toBe("*new*");
    expect(findings).toMatchObject([{ rule: "front-matter", severity: "error", place: { line: 2, column: 8 } }]);
  });
});

describe("mistakes in TOML", () => {
  it("[PO4] a colon and a value without quotes are told, and the other fields are read", () => {
    const text = '+++\ntitle: "Irmin"\nauthor = Thomas Gazagnaire\ntags = [ "a",\n  "b" ]\n+++\n';
    expect(read(text).post).toMatchObject({ title: { value: "Irmin" }, byline: [{ value: "Thomas Gazagnaire" }], tags: ["a", "b"] });
    expect(messages(text).map((message) => message.replace(/ \(.*?\)/, ""))).toEqual([
      '2:1 Unexpected `:` after `title`, expected `=` between `+++` fences; write `title = "Irmin"`',
      '3:10 Unexpected value of `author`, expected it in quotes; write `author = "Thomas Gazagnaire"`',
    ]);
  });

  it("[PO4] an open list swallows no field after it", () => {
    const { post, findings } = read('+++\ntags = [ "a"\ntitle = "Irmin"\n+++\n');
    expect(post.title?.value).toBe("Irmin");
    expect(findings).toMatchObject([{ rule: "front-matter", place: { line: 2 } }]);
  });

  it("[PO4] long strings may hold prose and fences of code", () => {
    const { post, findings } = read('+++\ndescription = """\nHello\n\nthere"""\ntitle = "Irmin" # a comment\n+++\n');
    expect(post).toMatchObject({ title: { value: "Irmin" }, description: { value: "Hello there" } });
    expect(findings).toEqual([]);
  });

  it("[PO5] a field that is there twice is told", () => {
    expect(messages('+++\ntitle = "x"\ntitle = "y"\n+++\n')).toEqual([
      "3:1 Unexpected second `title` on line 3, expected each field once; the later one was taken",
    ]);
  });
});
