/**
 * A post leads only to posts that are live when it is.
 *
 * A link to a post that comes later, or that nobody knows when, is a dead end for the first readers. Move the slots, promise the
 * order (`after` in the desk), or link once the other is live. Posts that go live together are live for each other. Where the desk makes
 * an error of this, the post waits for the other one.
 *
 * ## Good
 *
 * ```md {"path":"posts/irmin.md","site":{"slot":"2014-07-18T12:00:00Z","others":[{"slug":"vchan","path":"posts/vchan.md","slot":"2014-07-16T12:00:00Z"}]}}
 * See [Vchan](vchan.md).
 * ```
 *
 * ## Bad
 *
 * ```md {"path":"posts/irmin.md","site":{"slot":"2014-07-18T12:00:00Z","others":[{"slug":"arm","path":"posts/arm.md","slot":"2014-07-22T12:00:00Z"},{"slug":"conduit","slot":null}]}}
 * See [ARM](arm.md) and [Conduit](/blog/conduit).
 * ```
 *
 * ```text
 * 1:5-1:18 Unexpected link to `arm`, which goes live after this post, expected posts that are live by then
 * 1:23-1:47 Unexpected link to `conduit`, which has no slot yet, expected posts that are live by then
 * ```
 */
import { quoted } from "../../text/quoted.js";
import { leadsTo } from "../facts/leads-to.js";
import type { SiteRule } from "../facts/site-rule.js";

export const linksLive: SiteRule = {
  id: "links-live",
  says: "A post leads only to posts that are live when it is.",
  severity: "warning",
  judge(post, site) {
    const { links, slot } = post;
    if (links === null || slot === null) return [];
    return links.links.flatMap(({ target, place }) => {
      const to = leadsTo(target, post, site);
      if (to.kind !== "post" || to.other.live.kind === "live") return [];
      const { live, slug } = to.other;
      if (live.kind === "slot" && live.at <= slot) return [];
      const why = live.kind === "slot" ? "goes live after this post" : "has no slot yet";
      return [{ message: `Unexpected link to ${quoted(slug)}, which ${why}, expected posts that are live by then`, place }];
    });
  },
};
