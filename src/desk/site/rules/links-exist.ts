/**
 * What a post leads to in its own repository is there.
 *
 * That goes for images, files and other posts, for the folders on the way to them, and for the places in a post that a link ends with. Addresses without an ending are
 * passed over when no post is known by them, and so are files that sites make, such as feeds: how they come about is their own affair.
 * A file counts when it is on the default branch or comes with the pull request, and at home when it is in the checkout and Git does
 * not ignore it; an address from the root may also mean one in a folder that is published there: `static`, `public` or `assets`, at the
 * root of the repository or anywhere above the post, or those that the desk names under `site`. What could not be looked at is not
 * said to be missing. Where several posts have the name that a link gives, its anchor is not looked for.
 *
 * ## Good
 *
 * ```md {"path":"posts/irmin.md","site":{"files":["posts/irmin.md","static/img/plot.png"],"others":[{"slug":"vchan","path":"posts/vchan.md","anchors":["how"]}]}}
 * [Vchan](vchan.md#how), ![a plot](/img/plot.png) and [about](/about/)
 * ```
 *
 * ## Bad
 *
 * ```md {"path":"posts/irmin.md","site":{"files":["posts/irmin.md"],"others":[{"slug":"vchan","path":"posts/vchan.md","anchors":["how"]}]}}
 * ![a plot](plot.png)
 *
 * [Vchan](vchan.md#why) and [below](#branches)
 * ```
 *
 * ```text
 * 1:1-1:20 Unexpected image `posts/plot.png`, expected a file that is in the repository
 * 3:1-3:22 Unexpected link to `#why`, expected the anchor of a heading in `vchan`
 * 3:27-3:45 Unexpected link to `#branches`, expected the anchor of a heading in this post
 * ```
 *
 * ```md {"path":"blog/releases/irmin.md","site":{"others":[{"slug":"june","path":"blog/vulnerability/june.md"}]}}
 * See [what was fixed](/blog/vulnerabilty/june/).
 * ```
 *
 * ```text
 * 1:5-1:47 Unexpected `vulnerabilty` in the link to `june`, expected `vulnerability`
 * ```
 */
import type { PostLinks } from "../../facts/post-links.js";
import { quoted } from "../../text/quoted.js";
import { isOneLetterOff } from "../../text/one-letter-off.js";
import { leadsTo } from "../facts/leads-to.js";
import { folderOf, localTarget, normal } from "../facts/local-target.js";
import type { OtherPost, SiteRemark, SiteFacts, SitePost } from "../facts/site-facts.js";
import type { SiteRule } from "../facts/site-rule.js";

export const linksExist: SiteRule = {
  id: "links-exist",
  says: "What a post leads to in its own repository is there.",
  severity: "warning",
  judge: (post, site) => (post.links === null ? [] : [...missingImages(post, post.links, site), ...missingLinks(post, post.links, site)]),
};

function missingImages(post: SitePost, { images }: PostLinks, site: SiteFacts): readonly SiteRemark[] {
  return images.flatMap(({ target, place }) => {
    const to = leadsTo(target, post, site);
    return to.kind === "missing"
      ? [{ message: `Unexpected image ${quoted(to.path, 120)}, expected a file that is in the repository`, place }]
      : [];
  });
}

function missingLinks(post: SitePost, { links, anchors: own }: PostLinks, site: SiteFacts): readonly SiteRemark[] {
  return links.flatMap(({ target, place }): readonly SiteRemark[] => {
    const to = leadsTo(target, post, site);
    if (to.kind === "missing")
      return [{ message: `Unexpected link to ${quoted(to.path, 120)}, expected a file that is in the repository`, place }];
    if (to.kind === "post") {
      const slip = slipIn(target, post, to.other, site.home);
      if (slip)
        return [
          { message: `Unexpected ${quoted(slip.written)} in the link to ${quoted(to.other.slug)}, expected ${quoted(slip.meant)}`, place },
        ];
    }
    if (to.kind !== "here" && to.kind !== "post") return [];
    const anchors = to.kind === "here" ? own : to.other.anchors;
    if (to.anchor === null || anchors === null || isAmong(to.anchor, anchors)) return [];
    const where = to.kind === "here" ? "this post" : quoted(to.other.slug);
    return [{ message: `Unexpected link to ${quoted(`#${to.anchor}`)}, expected the anchor of a heading in ${where}`, place }];
  });
}

/** A folder in the address of a post that is one letter off a folder in which the post lies: `/blog/vulnerabilty/`. */
function slipIn(target: string, { post }: SitePost, { path, permalink }: OtherPost, home: string | undefined) {
  const folders = new Set([path, permalink].flatMap((one) => (one === null ? [] : folderOf(normal(one)).split("/"))));
  for (const written of folderOf(localTarget(target, post.path, home)?.whole ?? "").split("/")) {
    if (folders.has(written)) continue;
    const meant = [...folders].find((folder) => isOneLetterOff(written, folder) && stem(written) !== stem(folder));
    if (meant !== undefined) return { written, meant };
  }
  return null;
}

/** `_posts`, `post` and `Posts` may be one folder to a site, and `v22.1` is not `v22.2` mistyped. */
function stem(folder: string): string {
  return folder.toLowerCase().replace(/\d+/g, "0").replace(/^_|s$/g, "");
}

/** Sites make anchors in their own ways: letters and digits count. The top of a page, its notes and where Zola cuts its summary are always there. */
function isAmong(anchor: string, anchors: readonly string[]): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return /^(?:top|fn|fr-|footnote|user-content|continue-reading|:~:)/i.test(anchor) || anchors.some((one) => bare(one) === bare(anchor));
}
