/** Silenced rules: of those that look beyond the post, whoever reads a text notes where its comments silence them, for those who judge later. */

export const SITE_RULE_IDS = ["known-byline", "known-tags", "links-exist", "links-live", "series-links", "unique-address"] as const;

export type SiteRuleId = (typeof SITE_RULE_IDS)[number];

/** By the rule's id, where in a post its comments let nothing be said by it: `line:column`. */
export type Silent = Readonly<Partial<Record<SiteRuleId, readonly string[]>>>;
