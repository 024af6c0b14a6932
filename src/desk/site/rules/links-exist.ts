/**
 * What a post leads to in its own repository is there.
 *
 * That goes for images, files and other posts, and for the places in a post that a link ends with. Addresses without an ending are
 * passed over when no post is known by them, and so are files that sites make, such as feeds: how they come about is their own affair.
 * A file counts when it is on the default branch or comes with the pull request, and at home when it is in the checkout and Git does
 * not ignore it; an address from the root may also mean one in a folder that is published there. What could not be looked at is not
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
 */
import type { PostLinks } from "../../facts/post-links.js";
import { quoted } from "../../text/quoted.js";
import { leadsTo } from "../facts/leads-to.js";
import type { SiteRemark, SiteFacts, SitePost } from "../facts/site-facts.js";
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
    if (to.kind !== "here" && to.kind !== "post") return [];
    const anchors = to.kind === "here" ? own : to.other.anchors;
    if (to.anchor === null || anchors === null || isAmong(to.anchor, anchors)) return [];
    const where = to.kind === "here" ? "this post" : quoted(to.other.slug);
    return [{ message: `Unexpected link to ${quoted(`#${to.anchor}`)}, expected the anchor of a heading in ${where}`, place }];
  });
}

/** Sites make anchors in their own ways: letters and digits count. The top of a page, its notes and where Zola cuts its summary are always there. */
function isAmong(anchor: string, anchors: readonly string[]): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return /^(?:top|fn|fr-|footnote|user-content|continue-reading|:~:)/i.test(anchor) || anchors.some((one) => bare(one) === bare(anchor));
}
