/** In what posts of each kind of site disagree with their slot, case by case. */
import { describe, expect, it } from "@jest/globals";
import type { SiteKind } from "../../../src/desk/facts/desk.js";
import { PLAIN_SITE, type SiteConfig } from "../../../src/desk/facts/site-config.js";
import { readInstant } from "../../../src/desk/time/zone.js";
import { disagreements, fixed, SLOT, told, type Asked } from "./post-against-slot.js";

const yaml = (...fields: readonly string[]): string => ["---", "title: Irmin", ...fields, "---", "", "Words.", ""].join("\n");
const toml = (...fields: readonly string[]): string => ["+++", 'title = "Irmin"', ...fields, "+++", "", "Words.", ""].join("\n");

type Row = readonly [what: string, asked: Asked, expected: readonly string[]];

const AGREEING: readonly (readonly [string, Asked])[] = [
  ["Jekyll, the day in the name", { path: "_posts/2014-07-22-irmin.md", text: yaml() }],
  ["Jekyll, both", { path: "_posts/2014-07-22-irmin.md", text: yaml("date: 2014-07-22 09:00:00 +0100", "published: true") }],
  ["Hugo", { path: "content/blog/irmin.md", text: yaml("date: 2014-07-22", "draft: false") }],
  ["Hugo, a bundle", { path: "content/blog/irmin/index.md", text: toml("date = 2014-07-22T11:00:00Z") }],
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
    [
      "unseen 1:1 Unexpected day 2014-07-30 in the file's name, expected 2014-07-22, the day of its slot; Jekyll would not show it before Wed 30 July 2014, 01:00 (Europe/London)",
    ],
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
    [
      "unseen 3:7 Unexpected date 2014-07-30, expected 2014-07-22, the day of its slot; Jekyll would not show it before Wed 30 July 2014, 10:00 (Europe/London)",
    ],
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
      "unseen 1:1 Unexpected year in 2015-07-22 in the file's name, expected 2014-07-22, the day of its slot; Jekyll would not show it before Wed 22 July 2015, 01:00 (Europe/London)",
    ],
  ],
  [
    "day 00",
    { path: "_posts/2015-03-00-irmin.md", text: yaml("date: 2014-07-22") },
    ["unseen 1:1 Unexpected day 2015-03-00 in the file's name, expected 2014-07-22, the day of its slot"],
  ],
  [
    "no day in the name",
    { path: "_posts/irmin.md", text: yaml("date: 2014-07-22") },
    [
      "unseen 1:1 Unexpected file name without a day, expected 2014-07-22-irmin.md, with the day of its slot; Jekyll shows only posts that have a day in the file name",
    ],
  ],
  [
    "among the drafts",
    { path: "_drafts/irmin.md", text: yaml() },
    ["unseen 1:1 Unexpected folder _drafts, expected _posts/2014-07-22-irmin.md before its slot; Jekyll does not show drafts"],
  ],
  [
    "not published",
    { path: "_posts/2014-07-22-irmin.md", text: yaml("published: false") },
    [
      "unseen 3:12 Unexpected value `false` of `published`, expected `true` before its slot on 2014-07-22; the site does not publish the post with this value",
    ],
  ],
  [
    "a day in the permalink",
    { path: "_posts/2014-07-22-irmin.md", text: yaml("permalink: /blog/2014/07/18/irmin/") },
    [
      "unseen 3:12 Unexpected day 2014/07/18 in `permalink`, expected 2014/07/22, the day of its slot; readers would find the post at an address that contains another day",
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
    [
      "unseen 3:7 Unexpected date 2014-07-30, expected 2014-07-22, the day of its slot; Hugo would not show it before Wed 30 July 2014, 01:00 (Europe/London)",
    ],
  ],
  [
    "Hugo, a date that publishDate outdoes",
    { path: "content/blog/irmin/index.md", text: toml("date = 2014-07-30", "publishDate = 2014-07-22") },
    ["error 3:8 Unexpected date 2014-07-30, expected 2014-07-22, the day of its slot"],
  ],
  [
    "Hugo, a later publishDate",
    { path: "content/blog/irmin.md", text: yaml("date: 2014-07-22", "publishDate: 2014-07-23T12:00:00Z") },
    [
      "unseen 4:14 Unexpected date 2014-07-23 in `publishDate`, expected 2014-07-22, the day of its slot; Hugo would not show it before Wed 23 July 2014, 13:00 (Europe/London)",
    ],
  ],
  [
    "Hugo, an earlier publishDate",
    { path: "content/blog/irmin.md", text: yaml("date: 2014-07-22", "publishDate: 2014-07-20") },
    ["warning 4:14 Unexpected date 2014-07-20 in `publishDate`, expected 2014-07-22, the day of its slot"],
  ],
  [
    "Hugo, a draft",
    { path: "content/blog/irmin.md", text: toml("date = 2014-07-22", "draft = true") },
    [
      "unseen 4:9 Unexpected value `true` of `draft`, expected `false` before its slot on 2014-07-22; the site does not publish the post with this value",
    ],
  ],
  [
    "Hugo, a day in the url",
    { path: "content/blog/irmin.md", text: yaml("date: 2014-07-22", 'url: "/2014-07-18-irmin"') },
    [
      "unseen 4:6 Unexpected day 2014-07-18 in `url`, expected 2014-07-22, the day of its slot; readers would find the post at an address that contains another day",
    ],
  ],
  [
    "Zola, a later date, which its templates may go by",
    { path: "content/irmin.md", text: toml("date = 2014-07-30", "[taxonomies]", 'tags = ["git"]') },
    [
      "unseen 3:8 Unexpected date 2014-07-30, expected 2014-07-22, the day of its slot; a site made with Zola may hide it until Wed 30 July 2014, 01:00 (Europe/London), or show it with a date in the future",
    ],
  ],
  [
    "Zola, the day of its path",
    { path: "posts/irmin.md", text: toml('path = "2013/07/22/irmin"') },
    [
      "unseen 3:8 Unexpected day 2013/07/22 in `path`, expected 2014/07/22, the day of its slot; readers would find the post at an address that contains another day",
    ],
  ],
  [
    "Hugo, a day in its folders, though its slug is its own",
    { path: "content/blog/2014/07/18/irmin.md", text: yaml("date: 2014-07-22", "slug: storage") },
    ["unseen 1:1 Unexpected day 2014/07/18 in the file's path, expected 2014-07-22, the day of its slot; it is part of the post's address"],
  ],
  [
    "plain, a day in its folders that never comes",
    { path: "posts/9999/12/31/irmin.md", text: yaml() },
    ["unseen 1:1 Unexpected day 9999/12/31 in the file's path, expected 2014-07-22, the day of its slot; it is part of the post's address"],
  ],
  [
    "plain, a day in its folders that an address replaces",
    { path: "posts/2014/07/18/irmin.md", text: yaml("permalink: /irmin/") },
    ["error 1:1 Unexpected day 2014/07/18 in the file's path, expected 2014-07-22, the day of its slot"],
  ],
  [
    "Docusaurus, the day of its name",
    { path: "blog/2014-07-18-irmin.mdx", text: yaml("date: 2014-07-22") },
    ["unseen 1:1 Unexpected day 2014-07-18 in the file's name, expected 2014-07-22, the day of its slot; it is part of the post's address"],
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
    ["unseen 3:7 Unexpected `2017-17-10` in `date`, expected 2014-07-22, the day of its slot"],
  ],
  [
    "a name that nobody promised",
    { path: "posts/introducing-irmin.md", text: yaml("slug: irmin-intro"), promised: ["introducing-irmin"] },
    ["warning 3:7 Unexpected name `irmin-intro` in `slug`, expected `introducing-irmin`, the slug in the plan"],
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
    expect(told({ ...asked, site: "jekyll" })[0]).toMatch(/^unseen/);
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
    // At another hour of the same day: the site would have shown it at the slot that it had.
    const evening = { path: "content/blog/irmin.md", text: yaml("date: 2014-07-22T16:00:00Z") };
    expect(disagreements({ ...evening, earlier: [readInstant("2014-07-22T17:00:00Z")] }).map(({ moved }) => moved)).toEqual([true]);
    expect(disagreements({ ...evening, earlier: [readInstant("2014-07-22T15:00:00Z")] }).map(({ moved }) => moved)).toEqual([false]);
  });
});

const config = (kind: SiteKind, more: Partial<SiteConfig> = {}): SiteConfig => ({ ...PLAIN_SITE, folder: "", kind, ...more });
const shows = (what: Partial<SiteConfig["shows"]>) => ({ shows: { ...PLAIN_SITE.shows, ...what } });
const HUGO = "content/blog/irmin.md";
const POSTS = "_posts/2014-07-22-irmin.md";

describe("a post on the day of its slot, Tue 22 July 2014, 11:00 UTC", () => {
  const shown = (path: string, ...fields: readonly string[]): Asked => ({ path, text: yaml(...fields) });

  it.each<readonly [string, Asked, string | null]>([
    ["Hugo, an hour with its offset", shown(HUGO, 'date: "2014-07-22T10:00:00-04:00"'), "15:00"],
    ["Hugo, the same hour elsewhere", shown(HUGO, "date: 2014-07-22T12:00:00+01:00"), null],
    ["Hugo, half a minute", shown(HUGO, "date: 2014-07-22T11:00:30Z"), "12:00"],
    ["Hugo, a clock without a zone", shown(HUGO, "date: 2014-07-22T12:00:00"), "13:00"],
    [
      "Hugo, a clock of the site's zone",
      { ...shown(HUGO, "date: 2014-07-22T12:00:00"), sites: [config("hugo", { zone: "Europe/Paris" })] },
      null,
    ],
    [
      "Hugo, the same clock further west",
      { ...shown(HUGO, "date: 2014-07-22T10:59"), sites: [config("hugo", { zone: "America/New_York" })] },
      "15:59",
    ],
    ["Hugo, in TOML", { path: HUGO, text: toml("date = 2014-07-22T22:00:00") }, "23:00"],
    ["Hugo, publishDate before date", shown(HUGO, "date: 2014-07-22T22:00:00Z", "publishDate: 2014-07-22T09:00:00Z"), null],
    ["Hugo, publishDate after its slot", shown(HUGO, "date: 2014-07-22", "publishDate: 2014-07-22T22:00:00Z"), "23:00"],
    [
      "Hugo, built with what is to come",
      { ...shown(HUGO, "date: 2014-07-22T22:00:00Z"), sites: [config("hugo", shows({ future: true }))] },
      null,
    ],
    ["Jekyll, in the evening", shown(POSTS, "date: 2014-07-22 22:00"), "23:00"],
    [
      "Jekyll, on the site's own evening",
      { ...shown(POSTS, "date: 2014-07-22 19:30"), sites: [config("jekyll", { zone: "Asia/Tokyo" })] },
      null,
    ],
    [
      "Jekyll, seconds, which Ruby reads in UTC",
      { ...shown(POSTS, "date: 2014-07-22 19:30:00"), sites: [config("jekyll", { zone: "Asia/Tokyo" })] },
      "20:30",
    ],
    [
      "Jekyll, the same in quotes",
      { ...shown(POSTS, "date: '2014-07-22 19:30:00'"), sites: [config("jekyll", { zone: "Asia/Tokyo" })] },
      null,
    ],
    ["Jekyll, an abbreviation that Ruby knows", shown(POSTS, "date: 2014-07-22 10:00 EST"), "16:00"],
    ["Hugo, an abbreviation, by the latest of its zones", shown(HUGO, 'date: "2014-07-22 10:00:00 PDT"'), "18:00"],
    ["Jekyll, an abbreviation of which no zone is later", shown(POSTS, "date: 2014-07-22 11:00 BST"), null],
    ["Jekyll, half of the day is no zone", shown(POSTS, "date: July 22, 2014 10:00 am"), null],
    ["Jekyll, a name whose day begins later there", { ...shown(POSTS), sites: [config("jekyll", { zone: "America/Los_Angeles" })] }, null],
    ["Jekyll, future: true", { ...shown(POSTS, "date: 2014-07-22 22:00"), sites: [config("jekyll", shows({ future: true }))] }, null],
    ["Zola", { path: "content/irmin.md", text: toml("date = 2014-07-22T22:00:00Z", "[extra]", "team = 1") }, "23:00"],
    ["Astro", { path: "src/content/blog/irmin.md", text: yaml("pubDate: 2014-07-22T22:00:00Z") }, null],
    [
      "a site that keeps its generator elsewhere",
      { ...shown(HUGO, "date: 2014-07-22T22:00:00Z"), sites: [config("zola"), config("plain", { folder: "content" })] },
      null,
    ],
  ])("[CS39] is judged by the instant at which its site shows it: %s", (_, asked, until) => {
    const all = told(asked).filter((one) => one.startsWith("unseen"));
    expect(all).toEqual(until === null ? [] : [expect.stringContaining(`Tue 22 July 2014, ${until} (Europe/London)`)]);
  });

  it("[CS5] with an abbreviation of a zone it is set so that the site shows it whichever zone that means", () => {
    const asked = { path: POSTS, text: yaml("date: 2014-07-22 10:00 EST") };
    const mended = fixed(asked, disagreements(asked));
    expect(mended.text).toContain("date: 2014-07-22 06:00 EST\n");
    expect(told(mended)).toEqual([]);
  });

  it("[CS39] and a bare day begins at midnight of the site's zone: in the morning of Auckland that of UTC has not begun", () => {
    const asked = { slot: readInstant("2014-07-21T21:00:00Z"), zone: "Pacific/Auckland" };
    expect(told({ ...asked, path: HUGO, text: yaml("date: 2014-07-22") })).toEqual([
      "unseen 3:7 Unexpected date 2014-07-22, expected 2014-07-21, the day of its slot in the time zone of the site; Hugo would not show it before Tue 22 July 2014, 12:00 (Pacific/Auckland)",
    ]);
    expect(told({ ...asked, path: HUGO, text: yaml("date: 2014-07-21") })).toEqual([]);
    expect(told({ ...asked, path: HUGO, text: yaml("date: 2014-07-22"), sites: [config("hugo", { zone: "Pacific/Auckland" })] })).toEqual(
      [],
    );
    const named = { ...asked, path: POSTS, text: yaml() };
    expect(fixed(named, disagreements(named)).path).toBe("_posts/2014-07-21-irmin.md");
    expect(told({ ...named, path: "_posts/2014-07-21-irmin.md" })).toEqual([]);
    expect(told({ ...asked, path: "posts/irmin.md", text: yaml("date: 2014-07-22") })).toEqual([]);
  });

  it("[CS40] is told that it has expired by then, where its site goes by that; how long it is to be seen nobody else knows", () => {
    expect(told(shown(HUGO, "date: 2014-07-22", "expiryDate: 2014-07-22"))).toEqual([
      "unseen 4:13 Unexpected expiry date Tue 22 July 2014, 01:00 (Europe/London) in `expiryDate`, expected a date after its slot, Tue 22 July 2014, 12:00 (Europe/London), or no `expiryDate`; Hugo does not show the post after that date",
    ]);
    expect(told({ path: HUGO, text: toml("date = 2014-07-22", "unpublishDate = 2014-07-01T12:00:00Z") })).toEqual([
      expect.stringMatching(/^unseen 4:17 Unexpected expiry date .* in `unpublishDate`/),
    ]);
    expect(told(shown(HUGO, "date: 2014-07-22", "expiryDate: 2014-07-22T11:00:01Z"))).toEqual([]);
    expect(told(shown(HUGO, "expirydate: 2014-08-01"))).toEqual([]);
    // Elsewhere it hides nothing, and is only wrong.
    const elsewhere = [
      { ...shown(HUGO, "expiryDate: 2014-07-01"), sites: [config("hugo", shows({ expired: true }))] },
      { ...shown(POSTS, "expiryDate: 2014-07-01"), site: "jekyll" as const },
    ];
    for (const asked of elsewhere)
      expect(told(asked)).toEqual([
        expect.stringMatching(/^warning 3:13 Unexpected expiry date .* in `expiryDate`.*, or no `expiryDate`$/),
      ]);
    expect(disagreements(shown(HUGO, "expiryDate: 2014-07-01")).map(({ fix }) => fix)).toEqual([null]);
  });

  it("[CS41] is of the site whose configuration lies nearest above it; the desk's word goes before", () => {
    const later = { path: "website/posts/irmin.md", text: yaml("date: 2014-07-30") };
    const [first] = told(later);
    expect(first).toMatch(/^error/);
    expect(told({ ...later, sites: [config("plain"), config("hugo", { folder: "website" })] })[0]).toMatch(/^unseen .* Hugo/);
    expect(told({ ...later, sites: [config("hugo", { folder: "web" })] })[0]).toMatch(/^error/);
    expect(told({ ...later, site: "plain", sites: [config("hugo")] })[0]).toMatch(/^error/);
    // Two generators side by side: the post is of the one that it looks like.
    const both = [config("jekyll", { zone: "Asia/Tokyo" }), config("hugo", { zone: "America/New_York" })];
    expect(told({ ...shown(HUGO, "date: 2014-07-22T09:00"), sites: both })[0]).toContain("14:00 (Europe/London)");
    // Of Jekyll's pages outside its collections none waits, and none but posts needs a day in its name.
    expect(told({ path: "docs/irmin.md", text: yaml("date: 2014-07-22 22:00"), sites: [config("jekyll")] })).toEqual([]);
    expect(told({ path: "_news/irmin.md", text: yaml("date: 2014-07-22 22:00"), sites: [config("jekyll")] })).toHaveLength(1);
  });

  it("[CS41] is not hidden by a flag, or held by a field, that its site's configuration does not go by", () => {
    expect(told({ ...shown(HUGO, "draft: true"), sites: [config("hugo", shows({ drafts: true }))] })).toEqual([]);
    expect(told({ ...shown(POSTS, "published: false"), sites: [config("jekyll", shows({ unpublished: true }))] })).toEqual([]);
    const fields = { ...shown(HUGO, "date: 2014-07-22", "publishDate: 2014-07-22T22:00:00Z") };
    expect(told({ ...fields, sites: [config("hugo", { reads: { gates: ["date"] } })] })).toEqual([]);
    const named = {
      path: "content/blog/2014-07-23-irmin.md",
      text: yaml(),
      sites: [config("hugo", { reads: { gates: [":filename", "date"] } })],
    };
    expect(told(named)[0]).toMatch(/^unseen 1:1 Unexpected day 2014-07-23 in the file's name, .* Hugo would not show it before/);
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
    ["hugo", '"2014-07-22T10:00:00-04:00"', '"2014-07-22T07:00:00-04:00"'],
    ["hugo", "'2014-07-22T22:00:30'", "'2014-07-22T11:00:00'"],
    ["hugo", "2014-07-22 # and 2014-07-30", "2014-07-22 # and 2014-07-30"],
    ["jekyll", "2014-07-22 22:00", "2014-07-22 11:00"],
    ["jekyll", "2014-07-30 9:05", "2014-07-22 9:05"],
    ["jekyll", "July 22, 2014 1:30 pm +0100", "July 22, 2014 12:00 pm +0100"],
    ["jekyll", "2014-07-22 11:30 PM -0800", "2014-07-22 03:00 AM -0800"],
    ["zola", "2014-07-22T22:00:00Z", "2014-07-22T11:00:00Z"],
  ] as const)(
    "[CS5] takes the clock back to the slot where the site, such as %s, would hold the post until then: %s",
    (site, value, expected) => {
      expect(of(value, { site })).toBe(`date: ${expected}`);
    },
  );

  it.each<readonly [SiteKind, string, string, string]>([
    ["hugo", "America/New_York", "2014-07-22T10:00:00", "2014-07-22T07:00:00"],
    ["hugo", "Pacific/Auckland", "2014-07-23T10:00", "2014-07-22T10:00"],
    ["jekyll", "Asia/Tokyo", "2014-07-22 21:00", "2014-07-22 20:00"],
    ["jekyll", "Asia/Tokyo", "2014-07-22 21:00:00", "2014-07-22 11:00:00"],
    ["jekyll", "America/New_York", "2014-07-22 21:00:00", "2014-07-22 07:00:00"],
  ])("[CS5] writes a clock without a zone as the site reads it: %s in %s, %s", (kind, zone, value, expected) => {
    expect(of(value, { site: kind, sites: [config(kind, { zone })] })).toBe(`date: ${expected}`);
  });

  it("[CS5] writes TOML as TOML", () => {
    const asked = { path: HUGO, text: toml("date = 2014-07-22T22:00:30-04:00", 'publishDate = "2014-07-23"') };
    expect(fixed(asked, disagreements(asked)).text).toBe(toml("date = 2014-07-22T22:00:30-04:00", 'publishDate = "2014-07-22"'));
    const alone = { path: HUGO, text: toml("date = 2014-07-22T22:00:30-04:00") };
    expect(fixed(alone, disagreements(alone)).text).toBe(toml("date = 2014-07-22T07:00:00-04:00"));
  });

  it.each(["*later", "|\n  2014-07-18", "soon"])("[CS5] is not guessed for a value in no such shape: %j", (value) => {
    const asked = { path: "posts/irmin.md", text: yaml(`date: ${value}`) };
    expect(disagreements(asked).map(({ fix }) => fix)).not.toContainEqual(expect.objectContaining({ kind: "edit" }));
  });
});
