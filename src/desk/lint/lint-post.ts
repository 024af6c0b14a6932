/** Lints the Markdown of one post by the rules that are in force for it. START HERE. */
import type { Root } from "mdast";
import { VFile } from "vfile";
import { FILE_START, type Finding, type Place } from "../facts/finding.js";
import { digestOfSettings, type LintSettings } from "../facts/lint-settings.js";
import type { PostLinks } from "../facts/post-links.js";
import type { Post } from "../facts/post.js";
import type { Silent } from "../facts/silenced-rules.js";
import { houseStyle, type RuleSet } from "./house-style.js";
import { messageFindings } from "./message-finding.js";
import { parseMarkdown, parseMdx } from "./processor.js";
import { indefiniteArticle } from "./prose/indefinite-article.js";
import { repeatedWords } from "./prose/repeated-words.js";
import type { Dictionary } from "./prose/spelling.js";
import type { Rule } from "./rule-kinds/rule.js";
import { isBrokenMdx, mdxCompiles, sayBroken, type BrokenMdx } from "./rules/mdx-compiles.js";
import { runRules, type Run } from "./run-rules.js";
import { controlByComments } from "./tree/comment-control.js";
import { codeOfMdx, isMdx } from "./tree/dialect.js";
import { linksOf } from "./tree/links-of.js";
import { keepReading, type PostReading } from "./tree/reading-of.js";
import { silentAt } from "./tree/silent-at.js";
import { withoutTemplates } from "./tree/without-templates.js";

export interface LintedPost {
  readonly findings: readonly Finding[];
  readonly links: PostLinks;
  /** Left out where no comment speaks of rules. */
  readonly silent?: Silent;
}

/**
 * Every finding of every rule in force, and where the post leads, from the same tree; what `read` says already is not said again.
 * `only` the quick ones that fix are a quarter of the work, and mostly tell all that there is to fix; of English nothing is asked then.
 * May throw on texts that `checkLimits` refuses, and take long: run it where it can be stopped.
 */
export function lintPost(
  path: string,
  text: string,
  read: PostReading,
  settings: LintSettings,
  dictionary: Dictionary | null,
  only: Asked = "all",
): LintedPost {
  const file = new VFile({ path, value: text });
  keepReading(file, read);
  const { tree, broken } = treeOf(path, masked(text, read.body));
  const { rules, run } = linterFor(settings, dictionary, only);
  if (broken === null) run(tree, file);
  else if (rules.some(({ rule }) => rule === mdxCompiles)) sayBroken(file, broken);
  const control = controlByComments(tree, file);
  const links = only === "all" ? linksOf(tree, text) : NO_LINKS;
  const silent = control && silentAt(placesTold(read.post, links), text, control);
  return { findings: messageFindings(file.messages, text, read.body, rules, codeOfMdx(tree, text)), links, ...(silent && { silent }) };
}

interface Parsed {
  readonly tree: Root;
  /** What the parser says of an MDX file that is none: its tree is then that of Markdown, by which only links are found. */
  readonly broken: BrokenMdx | null;
}

/** Braces are templates to generators that read Markdown, and JavaScript in MDX. */
function treeOf(path: string, text: string): Parsed {
  const markdown = () => parseMarkdown(withoutTemplates(text));
  if (!isMdx(path)) return { tree: markdown(), broken: null };
  try {
    return { tree: parseMdx(text), broken: null };
  } catch (error) {
    if (!isBrokenMdx(error)) throw error;
    return { tree: markdown(), broken: error };
  }
}

/** Every place that rules which look beyond the post may speak of. */
function placesTold({ title, byline, tagged = [], address, series = [] }: Post, { links, images }: PostLinks): readonly Place[] {
  const fields = [...(title ? [title] : []), ...byline, ...tagged, ...address, ...series];
  return [FILE_START, ...[...fields, ...links, ...images].map(({ place }) => place)];
}

const NO_LINKS: PostLinks = { links: [], images: [], anchors: [] };

/** Which of the rules in force: "fixing" are those that fix, but for those that read English. */
export type Asked = "fixing" | "all";

interface Linter {
  readonly rules: RuleSet;
  readonly run: Run;
}

const ENGLISH: readonly Rule[] = [indefiniteArticle, repeatedWords];

const linters = new Map<string, Linter>();
const MOST_LINTERS = 20;

/** Made once for all posts with the same settings: a rule's options are parsed, and its plugin made, when it is. */
function linterFor(settings: LintSettings, dictionary: Dictionary | null, only: Asked): Linter {
  const key = `${digestOfSettings(settings)} ${dictionary === null ? "" : "spelt"} ${only}`;
  const known = linters.get(key);
  if (known) return known;
  const rules = houseStyle(settings, dictionary).filter(({ rule }) => only === "all" || (rule.fixes && !ENGLISH.includes(rule)));
  const linter = { rules, run: runRules(rules, { reading: false, language: settings.language }) };
  if (linters.size >= MOST_LINTERS) linters.clear();
  linters.set(key, linter);
  return linter;
}

/**
 * Remark knows front matter only when nothing stands before it and its fences match. Any other form is blanked out, offset for
 * offset, so that it is not taken for Markdown: a `---` under a field makes a heading of it. A byte order mark stays, which the
 * parser steps over without counting it, as rules expect.
 */
function masked(text: string, body: number): string {
  const sign = text.slice(0, 3);
  const standard = sign === "---" || sign === "+++" ? endOfStandard(text, sign) : null;
  return standard === body ? text : withoutOpenFence(text.slice(0, body).replace(/[^\r\n\uFEFF]/g, " ") + text.slice(body));
}

/** A fence at the top that nothing closes is a rule, or words; but the parser, having looked for its end, takes lists below for other things. */
function withoutOpenFence(text: string): string {
  const [, start = "", sign = ""] = /^(\uFEFF?)(---|\+\+\+)(?=[ \t]*(?:[\r\n]|$))/.exec(text) ?? [];
  if (sign === "" || endOfStandard(text.slice(start.length), sign) !== null) return text;
  return start + (sign === "---" ? "***" : "xxx") + text.slice(start.length + 3);
}

/** Past the first closing fence, as remark finds it; null when the first line is more than a fence. */
function endOfStandard(text: string, sign: string): number | null {
  const fence = new RegExp(`^${sign === "---" ? "---" : "\\+\\+\\+"}[ \\t]*(?:\\r?\\n|(?![^]))`, "gm");
  if (fence.exec(text)?.index !== 0) return null;
  return fence.exec(text) ? fence.lastIndex : null;
}
