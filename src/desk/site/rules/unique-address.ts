/**
 * No two posts have the same address.
 *
 * Of two posts with one slug or one permalink a site shows one and drops the other, without a word, and which one is chance. Posts
 * of one slug whose files or permalinks have different days are two addresses to most sites, and nothing is said of them. While neither
 * of two is live both are told, and the first to go live has the address; the other does not go before it has one of its own.
 * [Texts of one post in several languages](../posts.md#languages) are one post, and do not clash.
 *
 * Of posts that are live already the check on a pull request knows the text of those that came with one while Presstime looked, and of
 * those that have the name of something in this post; which slug or permalink any other gives itself it does not know. `presstime lint`
 * knows all of them where the post says its own slug or permalink. The name of a file alone is not taken for a slug, since sites make
 * addresses of names in many ways; a permalink that only the site's own settings make is not known either.
 *
 * ## Good
 *
 * ```md {"path":"posts/irmin.md","site":{"others":[{"slug":"vchan"}]}}
 * # Introducing Irmin
 * ```
 *
 * ```md {"path":"_posts/2014-07-18-news.md","site":{"others":[{"slug":"news","path":"_posts/2014-06-20-news.md"}]}}
 * # News of July
 * ```
 *
 * ```md {"path":"posts/ja/irmin.md","site":{"others":[{"slug":"irmin","path":"posts/irmin.md"}]}}
 * # Irmin の紹介
 * ```
 *
 * ## Bad
 *
 * ```md {"path":"posts/irmin.md","site":{"others":[{"slug":"irmin","path":"posts/2013/irmin.md"}]}}
 * # Introducing Irmin
 * ```
 *
 * ```text
 * 1:1 Unexpected slug `irmin`, expected one of its own: `posts/2013/irmin.md` has it
 * ```
 *
 * ```md {"path":"posts/irmin-2.md","site":{"others":[{"slug":"store","path":"posts/store.md","permalink":"/blog/irmin/"}]}}
 * ---
 * title: Introducing Irmin
 * permalink: /blog/irmin
 * ---
 * ```
 *
 * ```text
 * 3:12-3:23 Unexpected address `/blog/irmin`, expected one of its own: `posts/store.md` has it
 * ```
 */
import { FILE_START } from "../../facts/finding.js";
import { markedBy, outlineOf } from "../../facts/post-outline.js";
import { sameSlug } from "../../facts/slug.js";
import { languagesOf } from "../../facts/text-marks.js";
import { quoted } from "../../text/quoted.js";
import { normal } from "../facts/local-target.js";
import type { SiteRule } from "../facts/site-rule.js";

export const uniqueAddress: SiteRule = {
  id: "unique-address",
  says: "No two posts have the same address.",
  severity: "error",
  judge({ post, links }, { others = [] }) {
    const own = markedBy(post.path, outlineOf({ post, links }));
    const written = others.filter(
      (other) => other.path !== null && other.path !== post.path && languagesOf(own, markedBy(other.path, other)) === null,
    );
    const permalink = post.address.find(({ key }) => key.toLowerCase() !== "slug");
    const twin = permalink && written.find((other) => other.permalink !== null && normal(other.permalink) === normal(permalink.value));
    if (permalink && twin) {
      const message = `Unexpected address ${quoted(permalink.value)}, expected one of its own: ${quoted(twin.path ?? "")} has it`;
      return [{ message, place: permalink.place }];
    }
    // Permalinks that differ tell two posts of one name apart, and so do days, which most sites write into the address.
    const day = dayIn(post.path);
    const same = written.find(
      (other) => sameSlug(other.slug, post.slug) && !(permalink && other.permalink !== null) && dayIn(other.path ?? "") === day,
    );
    if (!same) return [];
    const place = post.address.find(({ key }) => key.toLowerCase() === "slug")?.place ?? FILE_START;
    return [{ message: `Unexpected slug ${quoted(post.slug)}, expected one of its own: ${quoted(same.path ?? "")} has it`, place }];
  },
};

/** `2014-07-18` of `_posts/2014-07-18-irmin.md` and of `blog/2014/07/18/irmin.md`; null without one. */
function dayIn(path: string): string | null {
  const [, ...day] = /(?:^|\/)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=[-_/.])/.exec(path) ?? [];
  return day.length === 0 ? null : day.map((part) => part.padStart(2, "0")).join("-");
}
