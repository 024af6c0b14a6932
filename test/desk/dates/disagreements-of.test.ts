/** In what posts of each kind of site disagree with their slot, case by case. */
import { describe, expect, it } from "@jest/globals";
import { readInstant } from "../../../src/desk/time/zone.js";
import { disagreements, fixed, SLOT, told, type Asked } from "./post-against-slot.js";

const yaml = (...fields: readonly string[]): string => ["---", "title: Irmin", ...fields, "---", "", "Words.", ""].join("\n");
const toml = (...fields: readonly string[]): string => ["+++", 'title = "Irmin"', ...fields, "+++", "", "Words.", ""].join("\n");

type Row = readonly [what: string, asked: Asked, expected: readonly string[]];

const AGREEING: readonly (readonly [string, Asked])[] = [
  ["Jekyll, the day in the name", { path: "_posts/2014-07-22-irmin.md", text: yaml() }],
  ["Jekyll, both", { path: "_posts/2014-07-22-irmin.md", text: yaml("date: 2014-07-22 09:00:00 +0100", "published: true") }],
  ["Hugo", { path: "content/blog/irmin.md", text: yaml("date: 2014-07-22", "draft: false") }],
  ["Hugo, a bundle", { path: "content/blog/irmin/index.md", text: toml("date = 2014-07-22T12:00:00Z") }],
  ["Zola, the day in the path", { path: "posts/irmin.md", text: toml('path = "2014/07/22/irmin"') }],
  ["Zola", { path: "content/irmin.md", text: toml("date = 2014-07-22", "[extra]", "team = 1") }],
  ["plain", { path: "posts/irmin.md", text: yaml("date: 22 July 2014") }],
  ["plain, and nothing is said", { path: "posts/irmin.md", text: yaml() }],
  ["Astro", { path: "src/content/blog/irmin.md", text: yaml("pubDate: Jul 22 2014") }],
  ["Docusaurus", { path: "blog/2014-07-22-irmin.md", text: yaml("slug: irmin", "authors: [samoht]") }],
  ["when it was changed is not when it is published", { path: "posts/irmin.md", text: yaml("date: 2014-07-22", "updated: 2014-09-01") }],
  ["hours only", { path: "posts/irmin.md", text: yaml("date: 2014-07-22T23:30:00+01:00") }],
  ["midnight in the writer's own zone", { path: "posts/irmin.md", text: yaml("date: 2014-07-22T00:00:00+02:00") }],
  [
    "eleven hours before, on the evening before",
    { path: "posts/irmin.md", text: yaml("date: 2014-07-21T22:00:00+01:00"), slot: readInstant("2014-07-22T08:00:00Z") },
  ],
  [
    "Hugo, the very instant of its slot, in the writer's own zone",
    { path: "content/blog/irmin.md", text: yaml("date: 2014-07-23T00:30:00+02:00"), slot: readInstant("2014-07-22T22:30:00Z") },
  ],
  ["a pattern for an address", { path: "_posts/2014-07-22-irmin.md", text: yaml("permalink: /:year/:title/") }],
];

const JEKYLL: readonly Row[] = [
  [
    "later in the name",
    { path: "_posts/2014-07-30-irmin.md", text: yaml() },
    ["hidden 1:1 Unexpected day 2014-07-30 in the file's name, expected 2014-07-22, the day of its slot; Jekyll would not show it before"],
  ],
  [
    "earlier in the name",
    { path: "_posts/2014-07-18-irmin.md", text: yaml() },
    ["error 1:1 Unexpected day 2014-07-18 in the file's name, expected 2014-07-22, the day of its slot"],
  ],
  [
    "a name that the field outdoes",
    { path: "_posts/2014-07-30-irmin.md", text: yaml("date: 2014-07-22") },
    ["warning 1:1 Unexpected day 2014-07-30 in the file's name, expected 2014-07-22, the day of its slot"],
  ],
  [
    "a later field",
    { path: "_posts/2014-07-22-irmin.md", text: yaml("date: 2014-07-30 10:00:00 +0100") },
    ["hidden 3:7 Unexpected date 2014-07-30, expected 2014-07-22, the day of its slot; Jekyll would not show it before"],
  ],
  [
    "last year's number",
    { path: "_posts/2014-07-22-irmin.md", text: yaml("date: 2013-07-22") },
    ["error 3:7 Unexpected year in 2013-07-22, expected 2014-07-22, the day of its slot"],
  ],
  [
    "next year's number",
    { path: "_posts/2015-07-22-irmin.md", text: yaml() },
    [
      "hidden 1:1 Unexpected year in 2015-07-22 in the file's name, expected 2014-07-22, the day of its slot; Jekyll would not show it before",
    ],
  ],
  [
    "day 00",
    { path: "_posts/2015-03-00-irmin.md", text: yaml("date: 2014-07-22") },
    ["hidden 1:1 Unexpected day 2015-03-00 in the file's name, expected 2014-07-22, the day of its slot"],
  ],
  [
    "no day in the name",
    { path: "_posts/irmin.md", text: yaml("date: 2014-07-22") },
    ["hidden 1:1 Unexpected file name without a day, expected 2014-07-22-irmin.md, the day of its slot; Jekyll shows no post without one"],
  ],
  [
    "among the drafts",
    { path: "_drafts/irmin.md", text: yaml() },
    ["hidden 1:1 Unexpected folder _drafts, expected _posts/2014-07-22-irmin.md by its slot; Jekyll shows no drafts"],
  ],
  [
    "not published",
    { path: "_posts/2014-07-22-irmin.md", text: yaml("published: false") },
    ["hidden 3:12 Unexpected `published` of `false`, expected `true` by its slot on 2014-07-22; it keeps the post from being published"],
  ],
  [
    "a day in the permalink",
    { path: "_posts/2014-07-22-irmin.md", text: yaml("permalink: /blog/2014/07/18/irmin/") },
    [
      "elsewhere 3:12 Unexpected day 2014/07/18 in `permalink`, expected 2014/07/22, the day of its slot; readers would find it at an address of another day",
    ],
  ],
];

const OTHERS: readonly Row[] = [
  [
    "thirteen hours before is another day",
    { path: "posts/irmin.md", text: yaml("date: 2014-07-21T20:00:00+01:00"), slot: readInstant("2014-07-22T08:00:00Z") },
    ["error 3:7 Unexpected date 2014-07-21, expected 2014-07-22, the day of its slot"],
  ],
  [
    "Hugo, a later date",
    { path: "content/blog/irmin.md", text: yaml("date: 2014-07-30") },
    ["hidden 3:7 Unexpected date 2014-07-30, expected 2014-07-22, the day of its slot; Hugo would not show it before"],
  ],
  [
    "Hugo, a date that publishDate outdoes",
    { path: "content/blog/irmin/index.md", text: toml("date = 2014-07-30", "publishDate = 2014-07-22") },
    ["error 3:8 Unexpected date 2014-07-30, expected 2014-07-22, the day of its slot"],
  ],
  [
    "Hugo, a later publishDate",
    { path: "content/blog/irmin.md", text: yaml("date: 2014-07-22", "publishDate: 2014-07-23T12:00:00Z") },
    ["hidden 4:14 Unexpected date 2014-07-23 in `publishDate`, expected 2014-07-22, the day of its slot; Hugo would not show it before"],
  ],
  [
    "Hugo, an earlier publishDate",
    { path: "content/blog/irmin.md", text: yaml("date: 2014-07-22", "publishDate: 2014-07-20") },
    ["warning 4:14 Unexpected date 2014-07-20 in `publishDate`, expected 2014-07-22, the day of its slot"],
  ],
  [
    "Hugo, a draft",
    { path: "content/blog/irmin.md", text: toml("date = 2014-07-22", "draft = true") },
    ["hidden 4:9 Unexpected `draft` of `true`, expected `false` by its slot on 2014-07-22; it keeps the post from being published"],
  ],
  [
    "Hugo, a day in the url",
    { path: "content/blog/irmin.md", text: yaml("date: 2014-07-22", 'url: "/2014-07-18-irmin"') },
    [
      "elsewhere 4:6 Unexpected day 2014-07-18 in `url`, expected 2014-07-22, the day of its slot; readers would find it at an address of another day",
    ],
  ],
  [
    "Zola, a later date, which hides nothing there",
    { path: "content/irmin.md", text: toml("date = 2014-07-30", "[taxonomies]", 'tags = ["git"]') },
    ["error 3:8 Unexpected date 2014-07-30, expected 2014-07-22, the day of its slot"],
  ],
  [
    "Zola, the day of its path",
    { path: "posts/irmin.md", text: toml('path = "2013/07/22/irmin"') },
    [
      "elsewhere 3:8 Unexpected day 2013/07/22 in `path`, expected 2014/07/22, the day of its slot; readers would find it at an address of another day",
    ],
  ],
  [
    "Docusaurus, the day of its name",
    { path: "blog/2014-07-18-irmin.mdx", text: yaml("date: 2014-07-22") },
    [
      "elsewhere 1:1 Unexpected day 2014-07-18 in the file's name, expected 2014-07-22, the day of its slot; it is part of the post's address",
    ],
  ],
  [
    "Astro",
    { path: "src/content/blog/irmin.md", text: yaml("pubDate: Jul 30 2014") },
    ["error 3:10 Unexpected date 2014-07-30 in `pubDate`, expected 2014-07-22, the day of its slot"],
  ],
  [
    "plain, two dates",
    { path: "posts/2014-07-18-irmin.md", text: yaml("date: 2014-07-22") },
    ["warning 1:1 Unexpected day 2014-07-18 in the file's name, expected 2014-07-22, the day of its slot"],
  ],
  [
    "plain, a day that is on no calendar",
    { path: "posts/irmin.md", text: yaml("date: 2017-17-10") },
    ["hidden 3:7 Unexpected `2017-17-10` in `date`, expected 2014-07-22, the day of its slot"],
  ],
  [
    "a name that nobody promised",
    { path: "posts/introducing-irmin.md", text: yaml("slug: irmin-intro"), promised: ["introducing-irmin"] },
    ["warning 3:7 Unexpected name `irmin-intro` in `slug`, expected `introducing-irmin`, by which it was promised"],
  ],
];

describe("a post that says nothing against its slot", () => {
  it.each(AGREEING)("[CS1] is left in peace: %s", (_, asked) => {
    expect(told(asked)).toEqual([]);
  });
});

describe("a post of another day than its slot's", () => {
  it.each(JEKYLL)("[CS2] is told at the very field what that means in Jekyll: %s", (_, asked, expected) => {
    expect(told(asked)).toEqual(expected);
  });

  it.each(OTHERS)("[CS2] is told at the very field what that means on its site: %s", (_, asked, expected) => {
    expect(told(asked)).toEqual(expected);
  });

  it("[CS3] is judged by the kind of site that the desk names, before that which the post looks like", () => {
    const asked = { path: "posts/2014-07-30-irmin.md", text: yaml() };
    expect(told(asked)[0]).toMatch(/^error/);
    expect(told({ ...asked, site: "jekyll" })[0]).toMatch(/^hidden/);
  });

  it("[CS3] is judged by the day in the desk's zone", () => {
    const slot = readInstant("2014-07-22T23:30:00Z");
    const asked = { path: "posts/irmin.md", text: yaml("date: 2014-07-23"), slot };
    expect(told({ ...asked, zone: "Europe/London" })).toEqual([]);
    expect(told({ ...asked, zone: "America/New_York" })).toEqual([expect.stringContaining("expected 2014-07-22")]);
  });

  it("[CS4] is told apart from one whose slot has moved away from it", () => {
    const asked = { path: "_posts/2014-07-18-irmin.md", text: yaml("date: 2014-07-30") };
    const earlier = [readInstant("2014-07-18T11:00:00Z"), SLOT];
    expect(disagreements({ ...asked, earlier }).map(({ moved }) => moved)).toEqual([false, true]);
    expect(disagreements(asked).map(({ moved }) => moved)).toEqual([false, false]);
  });
});

describe("what mends a date", () => {
  const of = (value: string, more: Partial<Asked> = {}) => {
    const asked = { path: "posts/irmin.md", text: yaml(`date: ${value}`), ...more };
    return fixed(asked, disagreements(asked)).text.split("\n")[2];
  };

  it.each([
    ["2014-07-18", "2014-07-22"],
    ["2014-7-8", "2014-7-22"],
    ["2014/07/18 13:00", "2014/07/22 13:00"],
    ['"2014-07-18" # soon', '"2014-07-22" # soon'],
    ["'2014-07-18T13:00:00Z'", "'2014-07-22T13:00:00Z'"],
    ["2014-07-18 13:00:00 +0100 (BST)", "2014-07-22 13:00:00 +0100 (BST)"],
    ["18 July 2014", "22 July 2014"],
    ["Fri, 18 Jul 2014 13:00:00 +0100", "Tue, 22 Jul 2014 13:00:00 +0100"],
    ["Friday 30 MAY 2014", "Tuesday 22 JULY 2014"],
    ["3rd of June, 2014", "22nd of July, 2014"],
    ["June 3, 2014 1:00 pm", "July 22, 2014 1:00 pm"],
    ["2014-07-18T22:00:00-07:00", "2014-07-22T22:00:00-07:00"],
  ])("[CS5] touches the day alone, in the shape it was written: %s", (value, expected) => {
    expect(of(value)).toBe(`date: ${expected}`);
  });

  it.each([
    ["jekyll", "2014-07-18 13:00:00 +0100", "2014-07-22 12:00:00 +0100"],
    ["jekyll", "2014-07-18 11:00:00 +0100", "2014-07-22 11:00:00 +0100"],
    ["hugo", "2014-07-18T23:00:00-07:00", "2014-07-22T04:00:00-07:00"],
    ["hugo", "2014-07-18T20:45:00.000+05:30", "2014-07-22T16:30:00+05:30"],
    ["plain", "2014-07-18T13:00:00Z", "2014-07-22T13:00:00Z"],
  ] as const)(
    "[CS5] takes the clock back to the slot where the site, such as %s, would hold the post until then: %s",
    (site, value, expected) => {
      expect(of(value, { site })).toBe(`date: ${expected}`);
    },
  );

  it.each(["*later", "|\n  2014-07-18", "soon"])("[CS5] is not guessed for a value in no such shape: %j", (value) => {
    const asked = { path: "posts/irmin.md", text: yaml(`date: ${value}`) };
    expect(disagreements(asked).map(({ fix }) => fix)).not.toContainEqual(expect.objectContaining({ kind: "edit" }));
  });
});
