/** What the checks say of a post that keeps it from nothing: dates that its slot does not bear out, and what is amiss in sight of its site. */
import { dateRemarks } from "../dates/date-check.js";
import { isOpen, type Dossier } from "../dossier.js";
import type { Finding } from "../facts/finding.js";
import type { Snapshot } from "../facts/snapshot.js";
import type { SiteCheck } from "../site/on-pull-request.js";
import type { Instant } from "../time/zone.js";

/** How its text is written is the linter's alone to tell. */
export function remarksToSet(dossier: Dossier, slot: Instant | null, siteCheck: SiteCheck, snapshot: Snapshot): readonly Finding[] {
  const { leading } = dossier;
  if (!leading || !isOpen(leading.pull)) return [];
  const { pull, texts } = leading;
  return texts.flatMap((text) => [
    ...(slot ? dateRemarks(text, pull, dossier, slot, snapshot) : []),
    ...siteCheck(pull, text).filter(({ severity }) => severity !== "error"),
  ]);
}
