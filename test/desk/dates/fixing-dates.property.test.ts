/** Whatever a post says of its publication and whatever its slot: mending leaves nothing that could be mended, and touches nothing else. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { SiteKind } from "../../../src/desk/facts/desk.js";
import { PLAIN_SITE } from "../../../src/desk/facts/site-config.js";
import { editText } from "../../../src/desk/fixes/edit-text.js";
import { readPost } from "../../../src/desk/posts/read-post.js";
import { instant } from "../../../src/desk/time/zone.js";
import { disagreements, fixed } from "./post-against-slot.js";

const SEED = { seed: 20140722, numRuns: 250 };

const day = fc
  .date({ min: new Date("2010-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const slot = fc.date({ min: new Date("2010-01-01"), max: new Date("2030-12-31"), noInvalidDate: true }).map(instant);
const zone = fc.constantFrom("Europe/London", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata", "UTC");
const site = fc.constantFrom<SiteKind | null>(null, "jekyll", "hugo", "zola", "astro", "docusaurus", "plain");
const clock = fc.constantFrom(
  "",
  " 13:00",
  " 23:59:59",
  "T00:30:00Z",
  "T13:00:00+05:30",
  " 22:15:00 -0800",
  "T09:00:00.000+13:00",
  " 1:15 pm",
  "T9:05",
  " 21:00:00",
  " 11:30 PM -0800",
);
const comment = fc.constantFrom("", " # soon", "\t#2014-01-01");
const value = fc.record({ day, clock, quote: fc.constantFrom("", '"', "'"), comment });
const written = ({ day, clock, quote, comment }: { day: string; clock: string; quote: string; comment: string }) =>
  `${quote}${day}${clock}${quote}${comment}`;

/** Fields of YAML, some of them there, in any order. */
const fields = fc
  .tuple(
    fc.option(value.map((one) => `date: ${written(one)}`)),
    fc.option(value.map((one) => `publishDate:   ${written(one)}`)),
    fc.option(value.map((one) => `pubDate: ${written(one)}`)),
    fc.option(day.map((one) => `permalink: /blog/${one.replaceAll("-", "/")}/irmin/`)),
    fc.option(day.map((one) => `slug: "${one}-irmin"`)),
    fc.constantFrom(null, "draft: true", "draft: false", "draft: 'yes' # not yet"),
    fc.constantFrom(null, "published: false", "published: FALSE"),
    fc.constantFrom(null, "tags: [2013-01-01, git]"),
  )
  .chain((all) => fc.shuffledSubarray(all.filter((one) => one !== null)));

const text = fc
  .record({
    fields,
    bom: fc.boolean(),
    ending: fc.constantFrom("\n", "\r\n"),
    body: fc.constantFrom("On 2014-07-18 we met.", "", "draft: true"),
  })
  .map(
    ({ fields, bom, ending, body }) =>
      (bom ? "\uFEFF" : "") + ["---", "title: Irmin of 2012-02-02", ...fields, "---", "", body, ""].join(ending),
  );

const path = fc.oneof(
  day.map((one) => `_posts/${one}-irmin.md`),
  day.map((one) => `blog/${one.replaceAll("-", "/")}/irmin.mdx`),
  fc.constantFrom("posts/irmin.md", "content/blog/irmin/index.md", "_posts/2014-03-00-irmin.md", "_posts/irmin.md"),
);

/** What the site's own configuration may say. */
const sites = fc.array(
  fc.record({
    folder: fc.constantFrom("", "content", "_posts"),
    kind: fc.constantFrom<SiteKind>("jekyll", "hugo", "zola", "plain"),
    zone,
    shows: fc.constant(PLAIN_SITE.shows),
  }),
  { maxLength: 2 },
);

const asked = fc.record({ path, text, site, sites, slot, zone });

describe("mending", () => {
  it("[CS7] leaves nothing of what it mends, whatever the text, the kind of site, the slot and the zone", () => {
    fc.assert(
      fc.property(asked, (one) => {
        const first = disagreements(one);
        const after = { ...one, ...fixed(one, first) };
        const left = disagreements(after).filter(({ fix }) => fix !== null);
        expect(left.map(({ finding }) => finding.message)).toEqual([]);
      }),
      SEED,
    );
  });

  it("[CS7] changes no character but those of the dates, flags and days that it names", () => {
    fc.assert(
      fc.property(asked, (one) => {
        const all = disagreements(one);
        const edits = all.flatMap(({ fix }) => (fix?.kind === "edit" ? [fix.edit] : []));
        const { text } = fixed(one, all);
        // Put back, everything is as it was: line endings, byte order mark, comments, and the rest of each line.
        const back = edits
          .toSorted((a, b) => a.place.line - b.place.line)
          .map(({ place, was, replacement }) => ({
            place: { ...place, endColumn: place.column + replacement.length },
            was: replacement,
            replacement: was,
          }));
        expect(editText(text, back)).toBe(one.text);
        for (const { was } of edits)
          expect(was).toMatch(/^(?:\d{4}[-/]\d\d[-/]\d\d(?:[T ]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?: [ap]m)?)?|true|false|yes|FALSE)$/i);
        expect(text.split(/\r?\n/)).toHaveLength(one.text.split(/\r?\n/).length);
      }),
      SEED,
    );
  });

  it("[CS7] never makes an approved text say something else than its publication", () => {
    fc.assert(
      fc.property(asked, (one) => {
        const after = fixed(one, disagreements(one));
        const said = ({ path, text }: { readonly path: string; readonly text: string }) => {
          const { post, body } = readPost(path, text);
          return { title: post.title?.value, tags: post.tags, words: text.slice(body) };
        };
        expect(said(after)).toEqual(said(one));
      }),
      SEED,
    );
  });
});
