/** Where the comments of a post silence rules that are judged elsewhere, in sight of the site. */
import { VFile } from "vfile";
import type { Place } from "../../facts/finding.js";
import { SITE_RULE_IDS, type Silent } from "../../facts/silenced-rules.js";
import { ORIGIN, type Control } from "./comment-control.js";

/** Each rule is made to speak at each place, and what the comments leave of that is seen: they then mean the same to every rule. */
export function silentAt(places: readonly Place[], text: string, control: Control): Silent {
  const points = new Map(places.map(({ line, column }) => [`${line}:${column}`, { line, column }]));
  const file = new VFile(text);
  for (const ruleId of SITE_RULE_IDS) {
    for (const place of points.values()) file.message("Unexpected silence, expected a word", { ruleId, source: ORIGIN, place });
  }
  control(file);
  const reported = new Set(file.messages.map(({ ruleId, line, column }) => `${ruleId ?? ""} ${line ?? 1}:${column ?? 1}`));
  const silent = SITE_RULE_IDS.map((rule) => [rule, [...points.keys()].filter((point) => !reported.has(`${rule} ${point}`))] as const);
  return Object.fromEntries(silent.filter(([, at]) => at.length > 0));
}
