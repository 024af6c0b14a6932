/** Which files a link can mean, and when one that is not there is said to be missing. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { leadsTo } from "../../../../src/desk/site/facts/leads-to.js";
import { pathsMeant } from "../../../../src/desk/site/facts/paths-meant.js";
import { sitePost } from "../site-examples.js";

const FROM = "posts/2014/irmin.md";
const FOLDERS = ["posts", "static", "www"];

describe("the files that a link can mean", () => {
  it.each([
    ["plot.png", ["posts/2014/plot.png"]],
    ["./plot%20two.png?width=3#x", ["posts/2014/plot two.png"]],
    ["../plot.png", ["posts/plot.png"]],
    ["@/posts/vchan.md", expect.arrayContaining(["posts/vchan.md"])],
    ["/img/plot.png", expect.arrayContaining(["img/plot.png", "static/img/plot.png", "www/img/plot.png", "posts/static/img/plot.png"])],
    ["/mirage-www/img/plot.png", expect.arrayContaining(["img/plot.png", "static/img/plot.png"])],
    ["img/plot.png", expect.arrayContaining(["posts/2014/img/plot.png", "posts/img/plot.png", "img/plot.png"])],
  ])("[LI25] %s", (target, paths) => {
    expect(pathsMeant(target, FROM, FOLDERS)).toEqual(paths);
  });

  it.each([
    "../../../etc/passwd.txt",
    "/../passwd.txt",
    "plot\u0000.png",
    "plot%0A.png",
    "plot\ud800.png",
    `${"a".repeat(500)}.png`,
    "https://mirage.io/plot.png",
    "{{ site.url }}/plot.png",
    "/atom.xml",
    "/releases/v1.10",
    "../node.js/",
    "/about/",
    "#here",
    "",
  ])("[GH34] none of %j", (target) => {
    expect(pathsMeant(target, FROM, FOLDERS)).toEqual([]);
  });

  it("[GH34] none leaves the repository, is longer than a path may be, or holds what no path does, whatever is written", () => {
    const part = fc.oneof(fc.constantFrom("..", ".", "", "%2e%2e", "%00", "img", "a b"), fc.string({ unit: "binary", maxLength: 8 }));
    const target = fc
      .tuple(fc.constantFrom("", "/", "@/"), fc.array(part, { maxLength: 8 }))
      .map(([start, parts]) => `${start}${parts.join("/")}.png`);
    fc.assert(
      fc.property(target, fc.constantFrom(FROM, "a.md", "a/b/c/d.md"), (written, from) => {
        for (const path of pathsMeant(written, from, FOLDERS)) {
          expect(path).not.toMatch(/[\p{Cc}\p{Cs}]/u);
          expect(path.split("/").filter((one) => one === ".." || one === "." || one === "")).toEqual([]);
          expect(path.length).toBeLessThanOrEqual(500);
        }
      }),
      { numRuns: 500, seed: 2014 },
    );
  });
});

describe("a repository of several sites", () => {
  const from = "apps/site/pages/en/blog/release/v22.md";
  const target = "/static/images/blog/plot.png";

  it("[LI154] its published folders are found anywhere above the post", () => {
    expect(pathsMeant(target, from, ["apps", "packages"])).toEqual(
      expect.arrayContaining([
        "apps/site/public/static/images/blog/plot.png",
        "apps/site/static/images/blog/plot.png",
        "apps/public/static/images/blog/plot.png",
      ]),
    );
  });

  it("[LI154] where the desk says where the site lies, it is looked for there, in however many folders", () => {
    const site = { root: "web", static: ["public", "files"] };
    const folders = Array.from({ length: 60 }, (_, n) => `folder-${n}`);
    const meant = pathsMeant("/img/plot.png", "posts/irmin.md", folders, site);
    expect(meant).toEqual(["img/plot.png", "web/img/plot.png", "web/public/img/plot.png", "web/files/img/plot.png", "posts/img/plot.png"]);
    expect(pathsMeant("/img/plot.png", "posts/irmin.md", ["posts"], { root: null, static: ["files"] })).not.toContain(
      "static/img/plot.png",
    );
  });
});

describe("a file that is not there", () => {
  const post = sitePost(FROM, "# Irmin\n");
  const all = pathsMeant("/img/plot.png", FROM, FOLDERS);
  const kind = (present: readonly string[], looked: readonly string[]) =>
    leadsTo("/img/plot.png", post, { files: new Set(present), looked: new Set(looked), folders: FOLDERS }).kind;

  it("[SH11] is missing when every place was looked at, and nowhere when one of them was not", () => {
    expect(kind([], all)).toBe("missing");
    for (const path of all) {
      expect(
        kind(
          [],
          all.filter((one) => one !== path),
        ),
      ).toBe("elsewhere");
      expect(kind([path], all)).toBe("file");
    }
    expect(kind([], [])).toBe("elsewhere");
  });

  it("[SH11] is never missing where the repository has more folders than can be looked in", () => {
    const folders = Array.from({ length: 60 }, (_, n) => `folder-${n}`);
    expect(leadsTo("/img/plot.png", post, { files: new Set(), looked: new Set(all), folders }).kind).toBe("elsewhere");
    expect(leadsTo("plot.png", post, { files: new Set(), looked: new Set(["posts/2014/plot.png"]), folders }).kind).toBe("missing");
  });
});
