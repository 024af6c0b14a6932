/** Any small site and any change to it: the check and the command say the same, where live posts are called as their files are. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { inOrder } from "../../../src/desk/facts/in-order.js";
import { outlineOf } from "../../../src/desk/facts/post-outline.js";
import type { ChangedPost, Paths, PullRequest, Reading, Snapshot } from "../../../src/desk/facts/snapshot.js";
import { pathsMeant } from "../../../src/desk/site/facts/paths-meant.js";
import { siteTextOf } from "../../../src/desk/site/facts/site-text.js";
import { checkInCheckout } from "../../../src/desk/site/in-checkout.js";
import { checkOnPullRequest } from "../../../src/desk/site/on-pull-request.js";
import { examinePost } from "../../../src/examine/examine-post.js";
import { desk, person } from "../paper-world.js";

const DESK = desk({ people: [person("ann"), person("hannes")], posts: ["posts/**"] });
const FOLDERS = ["posts", "static"];
const IMAGES = ["static/img/a.png", "posts/a.png", "posts/2013/b.png"];
const PATHS = ["posts/a.md", "posts/b.md", "posts/2013/a.md", "posts/2013/c.md", "posts/c/index.md", "posts/2014-07-18-b.md"];

const target = fc
  .constantFrom(
    ...[
      "a.md",
      "2013/a.md",
      "../b.md",
      "../posts/2013/c.md",
      "c",
      "/blog/c/",
      "/blog/b",
      "../a/",
      "gone.md",
      "a.png",
      "/img/a.png",
      "2013/b.png",
      "",
    ].flatMap((one) => [one, `${one}#one`, `${one}#two`]),
  )
  .filter((one) => one !== "");
const body = fc
  .tuple(fc.array(target, { maxLength: 4 }), fc.constantFrom("", "## One\n\n", "## Two\n\n", "## One\n\n## Two\n\n"), fc.boolean())
  .map(([targets, headings, silent]) =>
    [
      silent ? "<!-- lint disable links-exist -->\n\n" : "",
      headings,
      targets.map((one) => (one.includes(".png") ? `![x](${one})` : `[x](${one})`)).join(" and "),
      "\n",
    ].join(""),
  );
const matter = (...more: readonly string[]) =>
  fc
    .tuple(fc.constantFrom("", "author: ann\n", "author: Nobody\n", "author: Hanes\n"), fc.constantFrom("", ...more))
    .map((lines) => `---\ntitle: A post\n${lines.join("")}---\n\n`);
const liveText = fc.tuple(matter(), body).map((parts) => parts.join(""));
const freshText = fc.tuple(matter("slug: a\n", "slug: d\n", "permalink: /blog/a/\n"), body).map((parts) => parts.join(""));

/** Of each path: what the default branch holds, and what the pull request makes of it. */
const site = fc.tuple(
  ...PATHS.map((path) =>
    fc.oneof(
      fc.record({ path: fc.constant(path), before: fc.constant(null), after: fc.option(freshText) }),
      fc.record({ path: fc.constant(path), before: liveText, after: fc.constantFrom("keep", "take away") }),
      fc.record({ path: fc.constant(path), before: liveText, after: liveText }),
    ),
  ),
);

function readingOf(path: string, text: string): Reading {
  const bytes = new TextEncoder().encode(text);
  return examinePost({ path, bytes, size: bytes.length });
}

describe("both doors", () => {
  it("[LC3] say the same in sight of any site, of any change to it", () => {
    const rules = new Set<string>();
    fc.assert(
      fc.property(site, fc.subarray(IMAGES), (files, images) => {
        const there = files.flatMap(({ path, before, after }) => {
          const text = after === "keep" ? before : after === "take away" ? null : after;
          return text === null ? [] : [{ path, isLive: before !== null, isChanged: after !== "keep", reading: readingOf(path, text) }];
        });
        const present = new Set([...images, ...there.map(({ path }) => path)]);
        const pathsOf = ({ post, links }: Reading): Paths => {
          const asked = [...(links?.links ?? []), ...(links?.images ?? [])].flatMap((link) => pathsMeant(link.target, post.path, FOLDERS));
          return { asked, present: asked.filter((path) => present.has(path)), folders: FOLDERS };
        };

        const posts = files.flatMap(({ path, before, after }): ChangedPost[] => {
          const reading = there.find((one) => one.path === path)?.reading ?? null;
          if (after === "keep" || (before === null && after === null)) return [];
          const change = before === null ? "added" : reading ? "modified" : "removed";
          return [{ path, previousPath: null, change, blob: reading ? "new" : null, reading }];
        });
        const published = files.flatMap(({ path, before }) =>
          before === null ? [] : [{ path, blob: "old", outline: outlineOf(readingOf(path, before)) }],
        );
        // Of both only what the judge of the site looks at.
        const snapshot = { desk: DESK, published } as unknown as Snapshot;
        const sight = checkOnPullRequest([], snapshot, "texts");
        const pull = (paths: Paths) => ({ number: 1, posts, paths }) as unknown as PullRequest;

        const fresh = there.filter(({ isLive }) => !isLive).map(({ reading }) => siteTextOf(reading));
        const live = there.filter(({ isLive }) => isLive);
        const home = checkInCheckout({ people: DESK.people, promised: [], fresh, live: live.map(({ path }) => path) });
        const texts = new Map(live.map(({ path, reading }) => [path, siteTextOf(reading)]));

        for (const file of posts) {
          const { reading } = file;
          if (!reading) continue;
          const paths = pathsOf(reading);
          const { needs, findings, isUnsure } = home(siteTextOf(reading));
          const some = {
            texts: new Map(needs === "every" ? texts : needs.flatMap((path) => [...texts].filter(([one]) => one === path))),
            paths,
          };
          const every = needs === "every" || isUnsure({ ...some, every: false });
          const ours = findings(every ? { texts, every, paths } : { ...some, every }, {});
          for (const { rule } of ours) rules.add(rule);
          expect(inOrder(ours)).toEqual(inOrder(sight(pull(paths), file)));
        }
      }),
      { numRuns: 200, seed: 2014 },
    );
    expect([...rules].sort()).toEqual(["known-byline", "links-exist", "unique-address"]);
  });
});
