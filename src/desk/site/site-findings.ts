/** All that is to be said of a post in sight of its site. START HERE. */
import type { Finding } from "../facts/finding.js";
import { levelOf, type RuleSettings } from "../facts/lint-settings.js";
import { rulePage } from "../text/rule-page.js";
import type { OtherPost, SiteFacts, SitePost } from "./facts/site-facts.js";
import type { SiteRule } from "./facts/site-rule.js";
import { knownByline } from "./rules/known-byline.js";
import { knownTags } from "./rules/known-tags.js";
import { linksExist } from "./rules/links-exist.js";
import { linksLive } from "./rules/links-live.js";
import { seriesLinks } from "./rules/series-links.js";
import { uniqueAddress } from "./rules/unique-address.js";

/** In the order of their ids. */
export const SITE_RULES: readonly SiteRule[] = [knownByline, knownTags, linksExist, linksLive, seriesLinks, uniqueAddress];

/** `settings` are those of the desk for the post's path; rules whose facts are not given say nothing. */
export function siteFindings(post: SitePost, facts: SiteFacts, settings: RuleSettings = {}): readonly Finding[] {
  // Whoever gathers them, of two that would do the same one is named.
  const site = { ...facts, ...(facts.others && { others: facts.others.toSorted(byPath) }) };
  return SITE_RULES.flatMap(({ id, severity: usual, judge }): readonly Finding[] => {
    const severity = levelOf(id, usual, settings);
    if (severity === "off") return [];
    const silent = new Set(post.silent?.[id]);
    const said = judge(post, site).filter(({ place }) => !silent.has(`${place.line}:${place.column}`));
    return said.map(({ message, place }) => ({ rule: id, severity, message, place, url: rulePage(id) }));
  });
}

function byPath(a: OtherPost, b: OtherPost): number {
  const [one, other] = [placeOf(a), placeOf(b)] as const;
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What is not written yet comes last. */
function placeOf({ path, slug }: OtherPost): string {
  return path === null ? `1${slug}` : `0${path}`;
}
