/**
 * A post of a series leads to the part before it.
 *
 * Who comes to the third part first looks for the second, and from there for the first. Each part that leads to the one before it
 * leads so to the beginning; a list of all parts does it too, and so does a link to the page of the series (`/series/ocaml-tls/`).
 * Which series a post is part of, and which part, [its front matter says](../posts.md#series), or the plan; where nobody says the part,
 * they follow each other as they go live. Only a part that can be read by then is asked for, and nobody is asked to go back to an earlier part to
 * lead on to the next. Of posts that are live already the check on a pull request knows those that came with one while Presstime looked;
 * `presstime lint` knows all. Where the site itself shows the parts beside each post, turn this off.
 *
 * ## Good
 *
 * ```md {"path":"posts/x509.md","site":{"others":[{"slug":"tls","path":"posts/tls.md","series":"OCaml TLS","part":1},{"slug":"nocrypto","path":"posts/nocrypto.md","series":"OCaml TLS","part":2},{"slug":"asn1","path":"posts/asn1.md","series":"OCaml TLS","part":4}]}}
 * ---
 * title: X.509
 * series: OCaml TLS
 * part: 3
 * ---
 *
 * After [nocrypto](nocrypto.md) come certificates.
 * ```
 *
 * ```md {"path":"posts/x509.md","site":{"slot":"2014-07-10T12:00:00Z","others":[{"slug":"nocrypto","path":"posts/nocrypto.md","series":"ocaml-tls","slot":"2014-07-14T12:00:00Z"}]}}
 * ---
 * title: X.509
 * series: OCaml TLS
 * ---
 *
 * Certificates come first, since nocrypto is late.
 * ```
 *
 * ## Bad
 *
 * ```md {"path":"posts/x509.md","site":{"slot":"2014-07-10T12:00:00Z","others":[{"slug":"tls","path":"posts/tls.md","series":"OCaml TLS"},{"slug":"nocrypto","path":"posts/nocrypto.md","series":"OCaml TLS","slot":"2014-07-09T12:00:00Z"}]}}
 * ---
 * title: X.509
 * series: OCaml TLS
 * ---
 *
 * After [TLS](tls.md) come certificates.
 * ```
 *
 * ```text
 * 3:9-3:18 Unexpected part of `OCaml TLS` without a link to `nocrypto`, expected one to the part before it
 * ```
 */
import { markedBy, outlineOf, seriesKey } from "../../facts/post-outline.js";
import { sameSlug, slugOfPath } from "../../facts/slug.js";
import { languagesOf } from "../../facts/text-marks.js";
import { quoted } from "../../text/quoted.js";
import { leadsTo } from "../facts/leads-to.js";
import { partBefore } from "../facts/part-before.js";
import type { OtherPost } from "../facts/site-facts.js";
import type { SiteRule } from "../facts/site-rule.js";

export const seriesLinks: SiteRule = {
  id: "series-links",
  says: "A post of a series leads to the part before it.",
  severity: "advice",
  judge(sitePost, site) {
    const { post, links, outward = [] } = sitePost;
    if (links === null) return [];
    const targets = [...links.links.map(({ target }) => target), ...outward];
    const leads = (target: string, before: OtherPost): boolean => {
      const to = leadsTo(target, sitePost, site);
      return to.kind === "post" ? to.other === before : to.kind === "elsewhere" && names(target, before);
    };
    const marked = markedBy(post.path, outlineOf({ post, links }));
    // What it is itself in another language is no part before it.
    const others = (site.others ?? []).filter((other) => other.path === null || languagesOf(marked, markedBy(other.path, other)) === null);
    return (post.series ?? []).flatMap((own) => {
      const before = partBefore(own, sitePost, others);
      if (!before || targets.some((target) => leads(target, before) || isPageOf(own.value, target))) return [];
      const message = `Unexpected part of ${quoted(own.value)} without a link to ${quoted(before.slug)}, expected one to the part before it`;
      return [{ message, place: own.place }];
    });
  },
};

/** Addresses of the site itself, and templates such as `{% post_url … %}`, lead nowhere that can be known from here but by name. */
function names(target: string, { slugs }: OtherPost): boolean {
  return wordsOf(target).some((word) => slugs.some((slug) => sameSlug(slugOfPath(word), slug)));
}

function isPageOf(series: string, target: string): boolean {
  const words = wordsOf(target).map(seriesKey);
  return words.includes("series") && words.includes(seriesKey(series));
}

function wordsOf(target: string): readonly string[] {
  return target.split(/[^\p{L}\p{N}._~%-]+/u).filter((word) => word !== "");
}
