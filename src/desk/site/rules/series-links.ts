/**
 * A post of a series leads to the parts before it.
 *
 * Who comes to the third part first looks for the other two. Parts that come later are not asked for: they cannot be read yet.
 *
 * ## Good
 *
 * ```md {"path":"posts/x509.md","site":{"series":["tls","nocrypto","x509"],"others":[{"slug":"tls","path":"posts/tls.md"},{"slug":"nocrypto","path":"posts/nocrypto.md"}]}}
 * After [TLS](tls.md) and [nocrypto](nocrypto.md) comes X.509.
 * ```
 *
 * ## Bad
 *
 * ```md {"path":"posts/x509.md","site":{"series":["tls","nocrypto","x509"],"others":[{"slug":"tls","path":"posts/tls.md"},{"slug":"nocrypto","path":"posts/nocrypto.md"}]}}
 * After [TLS](tls.md) comes X.509.
 * ```
 *
 * ```text
 * 1:1 Unexpected part of a series without a link to `nocrypto`, expected links to the parts before it
 * ```
 */
import { FILE_START } from "../../finding.js";
import { shown } from "../../shown.js";
import { sameSlug } from "../../slug.js";
import { leadsTo } from "../leads-to.js";
import type { SiteRule } from "../site-rule.js";

export const seriesLinks: SiteRule = {
  id: "series-links",
  says: "A post of a series leads to the parts before it.",
  severity: "advice",
  judge(sitePost, site) {
    const { post, links } = sitePost;
    const at = site.series?.findIndex((slug) => post.slugs.some((one) => sameSlug(one, slug))) ?? -1;
    if (links === null || at < 1) return [];
    const linked = links.links.flatMap(({ target }) => {
      const to = leadsTo(target, sitePost, site);
      return to.kind === "post" ? to.other.slugs : [];
    });
    const missing = (site.series ?? []).slice(0, at).filter((slug) => !linked.some((one) => sameSlug(one, slug)));
    if (missing.length === 0) return [];
    const names = missing.slice(0, 5).map((slug) => shown(slug));
    return [
      {
        message: `Unexpected part of a series without a link to ${names.join(", ")}, expected links to the parts before it`,
        place: post.title?.place ?? FILE_START,
      },
    ];
  },
};
