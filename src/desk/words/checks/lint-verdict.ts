/** What the check `presstime/lint` says: counts first, and whatever is not shown on its line, as far as there is room. */
import type { Annotation, Check } from "../../effect.js";
import { grouped } from "../../text/group-by.js";
import { quoted } from "../../text/quoted.js";
import { sayFixing, type Fixing } from "../fixing.js";
import { counted, listed } from "../phrases.js";
import { plainly } from "../plainly.js";

export interface LintFacts {
  /** Posts that were looked at. */
  readonly files: number;
  readonly findings: readonly Annotation[];
  /** Those of `findings` that are not shown on their lines. */
  readonly folded: readonly Annotation[];
  /** How many of `findings` are on lines that the pull request did not change. */
  readonly elsewhere: number;
  /** Posts that were not looked at, since the pull request brings more than are read; null where GitHub lists not even all of its files. */
  readonly unread: number | null;
  /** What of the repository's own lint configuration is left out, in sentences. */
  readonly notes: readonly string[];
  readonly fixes: Fixing;
}

/** Bytes, of GitHub's 65,535 characters: the rest is for what stands around the list. */
const ROOM = 50_000;

const MOST_ROWS = 100;

/** Errors fail it; anything less is advice. */
export function sayLintVerdict(facts: LintFacts): Pick<Check, "conclusion" | "title" | "summary"> {
  const { files, findings, notes, unread } = facts;
  const where = `in ${counted(files, "post")}${unread === 0 ? "" : ` of ${unread === null ? "more" : files + unread}`}`;
  const told = notes.map((note) => `- ${note}`).join("\n");
  const unseen = sayUnread(unread);
  if (findings.length === 0)
    return {
      conclusion: unread === 0 ? "success" : "neutral",
      title: `Nothing to fix ${where}`,
      summary: paragraphs(unseen, "No rule found anything.", told),
    };
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const remarks = findings.length - errors;
  const parts = [...(errors > 0 ? [counted(errors, "error")] : []), ...(remarks > 0 ? [counted(remarks, "remark")] : [])];
  return {
    conclusion: errors > 0 ? "failure" : "neutral",
    title: `${listed(parts)} ${where}`,
    summary: paragraphs(
      unseen,
      `${errors > 0 ? "Errors in the text of a post stop it from going live; remarks are advice." : "Remarks are advice: they do not stop a post from going live."}${sayElsewhere(facts)}`,
      facts.fixes.count > 0 ? sayFixing(facts.fixes) : "",
      tableByRule(findings),
      files > 1 ? tableByFile(findings) : "",
      told,
      foldedList(facts.folded),
    ),
  };
}

/** While some are not read yet: the same until all are, so that it is written once. */
export const NOT_READ_YET: Pick<Check, "conclusion" | "title" | "summary"> = {
  conclusion: "neutral",
  title: "Not all posts are read yet",
  summary:
    "Some of the text took me very long to read, so the rest waits until I have read what others sent. You do not have to do anything: I go on by myself, and show all findings here then.",
};

function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

function sayUnread(unread: number | null): string {
  if (unread === 0) return "";
  if (unread === null)
    return "GitHub lists only the first 3,000 files of this pull request, so some of its posts may not have been checked.";
  return `I read at most 200 posts of one pull request. ${unread === 1 ? "1 post was" : `${unread} posts were`} not checked: put ${unread === 1 ? "it" : "them"} into further pull requests.`;
}

function sayElsewhere({ findings, elsewhere }: LintFacts): string {
  if (elsewhere === 0) return "";
  const which = elsewhere === findings.length ? "All findings are" : elsewhere === 1 ? "One finding is" : `${elsewhere} findings are`;
  return ` ${which} on lines that this pull request did not change, and listed below.`;
}

function tableByRule(findings: readonly Annotation[]): string {
  const rules = [...grouped(findings, ({ rule }) => rule)].map(([rule, all]) => ({ rule, times: all.length, url: all[0]?.url }));
  rules.sort((a, b) => b.times - a.times || (a.rule < b.rule ? -1 : 1));
  const rows = rules.slice(0, MOST_ROWS).map(({ rule, times, url }) => `| ${ruleName(rule, url)} | ${times} |`);
  return ["| rule | findings |", "|---|---|", ...rows].join("\n");
}

function tableByFile(findings: readonly Annotation[]): string {
  const files = [...grouped(findings, ({ path }) => path)].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = files.slice(0, MOST_ROWS).map(([path, all]) => {
    const errors = all.filter(({ severity }) => severity === "error").length;
    return `| ${inTable(quoted(path, 120))} | ${errors} | ${all.length - errors} |`;
  });
  const more = files.length > MOST_ROWS ? [`| and ${files.length - MOST_ROWS} more | | |`] : [];
  return ["| post | errors | remarks |", "|---|---|---|", ...rows, ...more].join("\n");
}

/** Errors first, then in the order of the text; whole findings only, and at the end how many more there are and how to see them. */
function foldedList(folded: readonly Annotation[]): string {
  if (folded.length === 0) return "";
  const inOrder = [...folded.filter(({ severity }) => severity === "error"), ...folded.filter(({ severity }) => severity !== "error")];
  const lines: string[] = [];
  let room = ROOM;
  for (const finding of inOrder) {
    const line = sayFinding(finding);
    room -= new TextEncoder().encode(line).length + 1;
    if (room < 0) break;
    lines.push(line);
  }
  const more = inOrder.length - lines.length;
  const rest = more > 0 ? [`- … and ${more} more: ${commandFor(folded)} shows all of them.`] : [];
  return [
    `<details><summary>${counted(folded.length, "finding")} on lines that GitHub’s “Files changed” does not show</summary>`,
    "",
    ...lines,
    ...rest,
    "",
    "</details>",
  ].join("\n");
}

function sayFinding({ path, place, severity, message, rule, url }: Annotation): string {
  return `- ${quoted(`${path}:${place.line}:${place.column}`, 140)} **${severity}** ${plainly(message, 400)} (${ruleName(rule, url)})`;
}

/** As it is typed; with a word to fill in where there are several files, or the name needs quoting. */
function commandFor(folded: readonly Annotation[]): string {
  const [path = "", ...others] = new Set(folded.map((finding) => finding.path));
  return `\`npx presstime lint ${others.length === 0 && /^[\w./-]{1,200}$/.test(path) ? path : "PATH"}\``;
}

/** Addresses are of rules' pages, which are ours or remark's; any other is left out. */
function ruleName(rule: string, url: string | undefined): string {
  const name = inTable(quoted(rule, 60));
  return url !== undefined && /^https:\/\/[\w./#%-]+$/.test(url) ? `[${name}](${url})` : name;
}

function inTable(text: string): string {
  return text.replaceAll("|", "\\|");
}
