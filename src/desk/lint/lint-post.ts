/** Lints the Markdown of one post. */
import { VFile } from "vfile";
import type { Finding } from "../finding.js";
import { messageFinding } from "./message-finding.js";
import { processor } from "./processor.js";

/**
 * Every finding of every rule. `body` is the offset at which the Markdown begins.
 * May throw on texts that `checkLimits` refuses, and take long: run it where it can be stopped.
 */
export function lintPost(path: string, text: string, body: number): readonly Finding[] {
  const file = new VFile({ path, value: text });
  processor.runSync(processor.parse(withoutTemplates(masked(text, body))), file);
  const lengths = text.split(/\r\n|\n|\r/).map((line) => line.length);
  return file.messages.map((message) => messageFinding(message, lengths));
}

/**
 * Remark knows front matter only when nothing stands before it and its fences match. Any other form is blanked out, offset for
 * offset, so that it is not taken for Markdown: a `---` under a field makes a heading of it.
 */
function masked(text: string, body: number): string {
  const sign = text.slice(0, 3);
  const standard = sign === "---" || sign === "+++" ? endOfStandard(text, sign) : null;
  return standard === body ? text : text.slice(0, body).replace(/[^\r\n]/g, " ") + text.slice(body);
}

/** Past the first closing fence, as remark finds it; null when the first line is more than a fence. */
function endOfStandard(text: string, sign: string): number | null {
  const fence = new RegExp(`^${sign === "---" ? "---" : "\\+\\+\\+"}[ \\t]*(?:\\r?\\n|(?![^]))`, "gm");
  if (fence.exec(text)?.index !== 0) return null;
  return fence.exec(text) ? fence.lastIndex : null;
}

/**
 * Links such as `[help]({{ site.help_url }})` and `[docs]({% link docs/index.md %})` are links to Jekyll and Hugo, but not to
 * Markdown, which allows no blanks there: so the insides of templates are filled, offset for offset. Ten of twelve undefined
 * references in 147 real posts were these.
 */
function withoutTemplates(text: string): string {
  return text.replace(
    /\{\{.{0,300}?\}\}|\{%.{0,300}?%\}/g,
    (template) => template.slice(0, 2) + "_".repeat(template.length - 4) + template.slice(-2),
  );
}
