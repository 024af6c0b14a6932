/** All that is to be said of a post in sight of its site. */
import type { Finding } from "../finding.js";
import type { RuleSettings } from "../lint-settings.js";
import { pageOf } from "../page-of.js";
import { knownByline } from "./rules/known-byline.js";
import { knownTags } from "./rules/known-tags.js";
import { linksExist } from "./rules/links-exist.js";
import { linksLive } from "./rules/links-live.js";
import { seriesLinks } from "./rules/series-links.js";
import { uniqueAddress } from "./rules/unique-address.js";
import type { SiteFacts, SitePost } from "./site-facts.js";
import type { SiteRule } from "./site-rule.js";

/** In the order of their ids. */
export const SITE_RULES: readonly SiteRule[] = [knownByline, knownTags, linksExist, linksLive, seriesLinks, uniqueAddress];

/** `settings` are those of the desk for the post's path; rules whose facts are not given say nothing. */
export function siteFindings(post: SitePost, site: SiteFacts, settings: RuleSettings = {}): readonly Finding[] {
  return SITE_RULES.flatMap(({ id, severity: usual, judge }): readonly Finding[] => {
    const severity = (Object.hasOwn(settings, id) ? settings[id]?.severity : undefined) ?? usual;
    if (severity === "off") return [];
    const silent = new Set(post.silent?.[id]);
    const said = judge(post, site).filter(({ place }) => !silent.has(`${place.line}:${place.column}`));
    return said.map(({ message, place }) => ({ rule: id, severity, message, place, url: pageOf(id) }));
  });
}
