/** One rule on one text: as a plugin in a remark of its own, and in the walk that our rules share. */
import dictionary from "dictionary-en";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { VFile } from "vfile";
import type { Rule } from "../../../src/desk/lint/rule-kinds/rule.js";
import { runRules } from "../../../src/desk/lint/run-rules.js";

type Message = VFile["messages"][number];

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml", "toml"]).freeze();

/** A rule that needs a dictionary is handed one, as the app does. */
function given(rule: Rule, options: unknown): unknown {
  return rule.id === "spelling" ? { ...(typeof options === "object" ? options : {}), dictionary } : options;
}

/** As anyone's remark runs it. */
export function aloneIn(rule: Rule, path: string, text: string, options?: unknown): readonly Message[] {
  const file = new VFile({ path, value: text });
  const processor = parser().use([[rule.plugin, ["warn", given(rule, options)]]]);
  processor.runSync(processor.parse(text), file);
  return file.messages;
}

/** As the app runs it, with its front matter read by the rule itself. */
export function togetherIn(rule: Rule, path: string, text: string, options?: unknown): readonly Message[] {
  const file = new VFile({ path, value: text });
  const parsed = rule.options === null ? undefined : rule.options.parse(given(rule, options));
  runRules([{ rule, severity: rule.severity, options: parsed }], { reading: true })(parser.parse(text), file);
  return file.messages;
}

/** `line:column-line:column words`, as the pages of the rules write it. */
export function said({ place, reason }: Message): string {
  if (place === undefined) return `1:1 ${reason}`;
  const [start, end] = "start" in place ? [place.start, place.end] : [place, null];
  const to = end === null || (end.line === start.line && end.column === start.column) ? "" : `-${end.line}:${end.column}`;
  return `${start.line}:${start.column}${to} ${reason}`;
}

/** The text with every fix made that does not overlap one before it, again until there is none. */
export function fix(text: string, lint: (text: string) => readonly Message[]): string {
  let fixed = text;
  for (let round = 0; round < 10; round++) {
    const edits = lint(fixed)
      .flatMap(({ place, expected }) => {
        const replacement = expected?.[0];
        if (replacement === undefined || place === undefined || !("start" in place)) return [];
        return [{ from: place.start.offset ?? 0, to: place.end.offset ?? 0, replacement }];
      })
      .sort((a, b) => a.from - b.from);
    if (edits.length === 0) return fixed;
    let at = 0;
    let next = "";
    for (const { from, to, replacement } of edits) {
      if (from < at) continue;
      next += fixed.slice(at, from) + replacement;
      at = to;
    }
    fixed = next + fixed.slice(at);
  }
  return fixed;
}
