/** A rule that looks beyond the post: a function of facts, for somebody who has them to call. */
import type { Finding } from "../../facts/finding.js";
import type { SiteRuleId } from "../../facts/silenced-rules.js";
import type { SiteRemark, SiteFacts, SitePost } from "./site-facts.js";

export interface SiteRule {
  readonly id: SiteRuleId;
  /** One sentence, which is also the first of its page. */
  readonly says: string;
  readonly severity: Finding["severity"];
  readonly judge: (post: SitePost, site: SiteFacts) => readonly SiteRemark[];
}
