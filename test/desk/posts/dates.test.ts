/** When a post is dated: every shape seen in 2,637 real posts, and some that went through review wrong. */
import { describe, expect, it } from "@jest/globals";
import { readDated } from "../../../src/desk/posts/read-dated.js";
import { readPost } from "../../../src/desk/posts/read-post.js";

const day = (value: string, time: string | null = null) => ({ kind: "day", day: value, time });
const at = (value: string) => ({ kind: "instant", at: value });

describe("shapes", () => {
  it.each([
    ["2014-07-18", day("2014-07-18")],
    ["2014-7-8", day("2014-07-08")],
    ["2014/07/18", day("2014-07-18")],
    ["2014-07-18 13:00", day("2014-07-18", "13:00")],
    ["2015-12-3 11:43:55", day("2015-12-03", "11:43:55")],
    ["2018-01-19  8:53:39", day("2018-01-19", "08:53:39")],
    ["2014-07-18T13:00:00Z", at("2014-07-18T13:00:00Z")],
    ["2014-07-18T13:00:00.123+01:00", at("2014-07-18T12:00:00Z")],
    ["2014-07-18 13:00 +0530", at("2014-07-18T07:30:00Z")],
    ["2014-07-18 23:30 -0800", at("2014-07-19T07:30:00Z")],
    ["2023-01-29 18:30:22 2023 -0800", at("2023-01-30T02:30:22Z")],
    ["2015-06-05 15:41 UTC+0900", at("2015-06-05T06:41:00Z")],
    ["2014-07-18T09:00[Europe/London]", at("2014-07-18T08:00:00Z")],
    ["4 March 2019", day("2019-03-04")],
    ["March 4, 2019", day("2019-03-04")],
    ["18th of July, 2014 1:30pm", day("2014-07-18", "13:30")],
    ["July 18, 2014 12:05 am", day("2014-07-18", "00:05")],
    ["Thu, 18 Jul 2014 12:00:00 +0000", at("2014-07-18T12:00:00Z")],
    ["Fri Jul 18 13:00:00 UTC 2014", at("2014-07-18T13:00:00Z")],
    ["2014-07-18 13:00:30", day("2014-07-18", "13:00:30")],
  ])("[PO7] %s", (written, dated) => {
    expect(readDated(written)).toEqual({ kind: "read", dated, but: null });
  });

  it("[PO7] a zone that means different things in different places is told, and its day is kept", () => {
    const reading = readDated("2014-07-18 13:00 BST");
    expect(reading).toMatchObject({ kind: "read", dated: day("2014-07-18", "13:00") });
    expect(reading.kind === "read" && reading.but).toMatch(/^Unexpected zone `BST`, expected an offset such as `\+0100`/);
    expect(reading.kind === "read" && reading.but).toContain("`BST` can mean `Europe/London`, `Asia/Dhaka` or `Pacific/Bougainville`");
  });

  it.each(["2017-17-10", "2018-09-31", "2014-02-29", "2014-07-00", "2014-07-18 25:00", "2014-07-18 13:61", "9999-12-31", "2014-07-18T00:48:00:00", "2014-07-18 00:48:00:00 +0100", "18 July 2014 00:48:00:00"])(
    "[PO8] %s is on no calendar or clock",
    (written) => {
      expect(readDated(written).kind).toBe("impossible");
    },
  );

  it("[PO8] month and day that changed places are put right in the remedy", () => {
    expect(readDated("2017-17-10")).toMatchObject({ why: "Unexpected day `2017-17-10`, expected one that is on the calendar, such as `2017-10-17`" });
  });

  it.each(["soon", "07/18/2014", "{{ page.date }}", "2014-07", "true", "@everyone"])("[PO8] %s cannot be read", (written) => {
    expect(readDated(written).kind).toBe("unreadable");
  });
});

describe("which date counts", () => {
  const dated = (path: string, text: string) => readPost(path, text).post.dated;

  it("[PO9] a field before the path, the path before the file's name", () => {
    const name = "_posts/2014-07-01-irmin.md";
    expect(dated(name, "---\ntitle: x\ndate: 2014-07-03\npath: 2014/07/02/irmin\n---\n")).toMatchObject({ value: { day: "2014-07-03" }, place: { line: 3 } });
    expect(dated(name, "---\ntitle: x\npath: 2014/07/02/irmin\n---\n")).toMatchObject({ value: { day: "2014-07-02" }, place: { line: 3 } });
    expect(dated(name, "# x\n")).toMatchObject({ value: { day: "2014-07-01" }, place: { line: 1 } });
  });

  it.each(["content/2014/07/18/irmin/index.md", "blog/2014-07-18-irmin/index.md", "_posts/2014-7-18-irmin.md"])("[PO9] %s has its day in its path", (path) => {
    expect(dated(path, "# x\n")?.value).toMatchObject({ day: "2014-07-18" });
  });

  it.each(["date", "updated", "publishDate", "pubDate"])("[PO9] `%s` is a date", (key) => {
    expect(dated("irmin.md", `---\ntitle: x\n${key}: 2014-07-18\n---\n`)?.value).toMatchObject({ day: "2014-07-18" });
  });

  it("[PO9] `published` is a date only when it is not a yes or no", () => {
    expect(dated("irmin.md", "---\ntitle: x\npublished: true\nupdated: 2014-07-18\n---\n")?.value).toMatchObject({ day: "2014-07-18" });
    expect(dated("irmin.md", "---\ntitle: x\npublished: 2014-07-18\n---\n")?.value).toMatchObject({ day: "2014-07-18" });
  });

  it("[PO8] an impossible day is told on its line, and the file's name is asked instead", () => {
    const { post, findings } = readPost("_posts/2017-10-17-dos.md", "---\ntitle: x\ndate: 2017-17-10\n---\n");
    expect(post.dated?.value).toMatchObject({ day: "2017-10-17" });
    expect(findings).toMatchObject([{ rule: "front-matter-date", severity: "error", place: { line: 3, column: 7, endColumn: 17 } }]);
  });

  it.each([
    ["date: [2014-07-18]", "list"],
    ["date: true", "true"],
    ["date: {{ .Date }}", "map"],
  ])("[PO8] `%s` is no day, and is told on its line", (field, said) => {
    const { post, findings } = readPost("_posts/2014-07-17-irmin.md", `---\ntitle: x\n${field}\n---\n`);
    expect(post.dated?.value).toMatchObject({ day: "2014-07-17" });
    expect(findings.filter(({ rule }) => rule === "front-matter-date")).toMatchObject([{ severity: "error", place: { line: 3 } }]);
    expect(findings.map(({ message }) => message).join()).toContain(`Unexpected ${said} in \`date\`, expected a day such as \`2014-07-18\``);
  });

  it("[PO8] an impossible day in the file's name is told where nothing better says the day", () => {
    const path = "_posts/2018-09-31-kubernetes.md";
    expect(readPost(path, "# x\n").findings.map(({ message }) => message)).toEqual([
      "Unexpected day in the file's name: `2018-09-31`, expected one that is on the calendar",
    ]);
    expect(readPost(path, "---\ntitle: x\ndate: 2018-09-30\n---\n").findings).toEqual([]);
  });
});
