/** What the check `presstime/config` says of a desk file that a pull request adds or changes. */
import type { Check } from "../../effect.js";
import type { Finding } from "../../facts/finding.js";
import { counted, listed } from "../phrases.js";

const MOST_SHOWN = 50;

/** `findings` are of the desk at `path` as the pull request would leave it; the check carries them as annotations besides. */
export function sayConfigVerdict(findings: readonly Finding[], path: string): Pick<Check, "conclusion" | "title" | "summary"> {
  const errors = findings.filter(({ severity }) => severity === "error");
  const rest = findings.length - errors.length;
  if (findings.length === 0)
    return { conclusion: "success", title: "The desk file has no errors", summary: `\`${path}\` takes effect after the merge.` };
  const parts = [...(errors.length > 0 ? [counted(errors.length, "error")] : []), ...(rest > 0 ? [counted(rest, "remark")] : [])];
  const shown = findings.slice(0, MOST_SHOWN).map(({ place, message }) => `- line ${place.line}, column ${place.column}: ${message}`);
  const more = findings.length > MOST_SHOWN ? [`- and ${findings.length - MOST_SHOWN} more`] : [];
  const outlook =
    errors.length > 0
      ? `\`${path}\` has errors; correct them before you merge. If you merge it now, Presstime continues with the last version that has no errors.`
      : "Remarks are advice. The desk file takes effect after the merge.";
  return {
    conclusion: errors.length > 0 ? "failure" : "neutral",
    title: `${listed(parts)} in the desk file`,
    summary: [
      outlook,
      [...shown, ...more].join("\n"),
      "`docs/config.md` of Presstime describes every key, with its default and an example.",
    ].join("\n\n"),
  };
}
