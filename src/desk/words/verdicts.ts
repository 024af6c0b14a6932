/** What the checks say: the verdict in one line, and the reasons below it. */
import type { Annotation, Check } from "../effect.js";
import type { JudgedPost } from "../judged.js";
import { counted, listed } from "./phrases.js";
import { plainly } from "./plainly.js";

export type Verdict = Pick<Check, "conclusion" | "title" | "summary">;

/** `presstime/lint`: errors fail it, anything less is advice. `notes` tell what of the repository's own lint configuration is left out. */
export function sayLintVerdict(files: number, annotations: readonly Annotation[], notes: readonly string[] = []): Verdict {
  const verdict = lintVerdict(files, annotations);
  return notes.length === 0 ? verdict : { ...verdict, summary: `${verdict.summary}\n\n${notes.map((note) => `- ${note}`).join("\n")}` };
}

function lintVerdict(files: number, annotations: readonly Annotation[]): Verdict {
  const errors = annotations.filter(({ severity }) => severity === "error").length;
  const remarks = annotations.length - errors;
  const where = `in ${counted(files, "post")}`;
  if (annotations.length === 0)
    return { conclusion: "success", title: `Nothing to mend ${where}`, summary: "No rule has anything to say." };
  const parts = [...(errors > 0 ? [counted(errors, "error")] : []), ...(remarks > 0 ? [counted(remarks, "remark")] : [])];
  const byRule = new Map<string, number>();
  for (const { rule } of annotations) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  const table = [...byRule].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([rule, n]) => `| \`${rule}\` | ${n} |`);
  return {
    conclusion: errors > 0 ? "failure" : "neutral",
    title: `${listed(parts)} ${where}`,
    summary: [
      errors > 0 ? "Errors keep a post from going live; remarks are advice." : "Remarks are advice: they keep nothing from going live.",
      ["| rule | times |", "|---|---|", ...table].join("\n"),
    ].join("\n\n"),
  };
}

/** `presstime/review`: how many of how many, for the text as it stands. */
export function sayReviewVerdict(posts: readonly JudgedPost[], draft: boolean): Verdict {
  const short = posts.filter(({ approvals }) => approvals.by.length < approvals.needed);
  const needed = Math.max(0, ...posts.map(({ approvals }) => approvals.needed));
  const got = Math.min(needed, ...posts.map(({ approvals }) => approvals.by.length));
  const title = `${got} of ${counted(needed, "approval")}${draft ? "; still a draft" : ""}`;
  const lines = posts.map((post) => {
    const by = post.approvals.by.length > 0 ? `approved by ${listed(post.approvals.by)}` : "approved by nobody yet";
    return `- ${plainly(post.title)}: ${by}`;
  });
  return {
    conclusion: short.length === 0 && !draft ? "success" : "action_required",
    title,
    summary: [...lines, "", "An approval counts when it is for the text as it stands and by somebody who does not sign the post."].join(
      "\n",
    ),
  };
}
