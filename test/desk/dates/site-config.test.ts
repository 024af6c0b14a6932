/** What a site's own configuration says of when posts are shown, as each generator has it written. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { IN_CONFIG_FOLDER, isSiteData, readSiteConfigs, SITE_FILES } from "../../../src/desk/dates/read-site-config.js";
import { PLAIN_SITE } from "../../../src/desk/facts/site-config.js";
import { siteFolders } from "../../../src/desk/posts/post-globs.js";

const read = (files: Readonly<Record<string, string | null>>) =>
  readSiteConfigs(
    "",
    [...SITE_FILES, ...IN_CONFIG_FOLDER].flatMap((name) => (Object.hasOwn(files, name) ? [{ name, text: files[name] ?? null }] : [])),
  );
const { shows } = PLAIN_SITE;

describe("a site's own configuration", () => {
  it.each<readonly [string, Readonly<Record<string, string | null>>, readonly object[]]>([
    ["Jekyll", { "_config.yml": "title: Mirage\ntimezone: America/New_York\n" }, [{ kind: "jekyll", zone: "America/New_York", shows }]],
    [
      "Jekyll, all of it",
      { "_config.yml": "future: true\nunpublished: true\n" },
      [{ kind: "jekyll", zone: "UTC", shows: { ...shows, future: true, unpublished: true } }],
    ],
    ["Jekyll in TOML", { "_config.toml": 'timezone = "Asia/Tokyo"\n' }, [{ kind: "jekyll", zone: "Asia/Tokyo" }]],
    [
      "Jekyll, a short zone as its machine takes it",
      { "_config.yml": "timezone: EST5EDT\n" },
      [{ kind: "jekyll", zone: "America/New_York" }],
    ],
    ...(
      [
        ["EST", "-05:00"],
        ["MST", "-07:00"],
        ["CET", "Europe/Berlin"],
        ["NZ", "Pacific/Auckland"],
        ["Japan", "Asia/Tokyo"],
        ["BST", "UTC"],
        ["PST", "UTC"],
        ["est", "UTC"],
      ] as const
    ).map(
      ([name, zone]) =>
        [
          `Jekyll, ${name}, which is ${zone} to its machine, summer or not`,
          { "_config.yml": `timezone: ${name}\n` },
          [{ kind: "jekyll", zone }],
        ] as const,
    ),
    ["Jekyll, no zone at all", { "_config.yml": "timezone: Mars/Olympus\n" }, [{ kind: "jekyll", zone: "UTC" }]],
    ["Hexo, which waits for nothing", { "_config.yml": "source_dir: source\npublic_dir: public\ntimezone: ''\n" }, [{ kind: "plain" }]],
    [
      "Hugo",
      { "hugo.toml": 'timeZone = "Europe/Paris"\nbuildFuture = true\n' },
      [{ kind: "hugo", zone: "Europe/Paris", shows: { ...shows, future: true } }],
    ],
    [
      "Hugo, keys in small letters",
      { "config.yaml": "baseurl: https://mirage.io/\ntimezone: Europe/Paris\nbuildexpired: true\n" },
      [{ kind: "hugo", zone: "Europe/Paris", shows: { ...shows, expired: true } }],
    ],
    ["Hugo in JSON", { "hugo.json": '{"timeZone": "Asia/Kolkata"}' }, [{ kind: "hugo", zone: "Asia/Kolkata" }]],
    [
      "Hugo by environment",
      {
        "config/_default/hugo.toml": 'timeZone = "Asia/Tokyo"\nbuildDrafts = true\n',
        "config/production/hugo.toml": "buildDrafts = false\n",
      },
      [{ kind: "hugo", zone: "Asia/Tokyo", shows }],
    ],
    [
      "Hugo, fields of its own",
      { "hugo.toml": '[frontmatter]\ndate = [":filename", ":default"]\npublishDate = ["publishDate"]\n' },
      [{ kind: "hugo", reads: { dates: [":filename", "date", "publishdate", "pubdate", "published"], gates: ["publishdate"] } }],
    ],
    ["Zola", { "config.toml": 'base_url = "https://blog.rust-lang.org"\n' }, [{ kind: "zola", zone: "UTC" }]],
    ["a config of nobody knows what", { "config.toml": 'name = "x"\n', "config.json": "[]", "config.yaml": "- a\n" }, []],
    ["one that is no TOML", { "config.toml": "base_url =\n" }, []],
    [
      "Astro and Docusaurus, by their names",
      { "astro.config.mjs": null, "docusaurus.config.js": null },
      [{ kind: "docusaurus" }, { kind: "astro" }],
    ],
    ["Eleventy, which holds nothing back", { "eleventy.config.mjs": null }, [{ kind: "plain" }]],
    ["an older Eleventy", { ".eleventy.js": null }, [{ kind: "plain" }]],
    ["Gatsby", { "gatsby-config.js": null }, [{ kind: "plain" }]],
    ["Next.js", { "next.config.ts": null }, [{ kind: "plain" }]],
    [
      "two generators",
      { "_config.yml": "title: x\n", "hugo.toml": 'timeZone = "Asia/Tokyo"\n' },
      [
        { kind: "jekyll", zone: "UTC" },
        { kind: "hugo", zone: "Asia/Tokyo" },
      ],
    ],
  ])("[CS41] is read: %s", (_, files, expected) => {
    expect(read(files)).toEqual(expected.map((one) => expect.objectContaining({ folder: "", ...one })));
  });

  it("[CS41] is read whatever it says, and never as code", () => {
    expect(SITE_FILES.filter((name) => !isSiteData(name)).every((name) => /\.[cm]?[jt]s$/.test(name))).toBe(true);
    const name = fc.constantFrom(...SITE_FILES, ...IN_CONFIG_FOLDER);
    fc.assert(
      fc.property(fc.array(fc.record({ name, text: fc.option(fc.oneof(fc.string(), fc.json())) })), (files) => {
        for (const { zone } of readSiteConfigs("", files)) expect(typeof zone).toBe("string");
      }),
      { seed: 41, numRuns: 200 },
    );
  });

  it("[CS41] is looked for at the root, and above the folders of posts", () => {
    expect(siteFolders(["posts/**/*.md"])).toEqual([""]);
    expect(siteFolders(["website/content/blog/**/*.md", "site/_posts/*.md", "docs/_posts/*.md"])).toEqual(["", "docs", "site", "website"]);
    expect(siteFolders(["**/*.md", "!drafts/**"])).toEqual([""]);
  });
});
