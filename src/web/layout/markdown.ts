/** Markdown of other people's as markup that cannot do anything: parsed as GitHub does, and sanitised by GitHub's own list. */
import { html, raw } from "hono/html";
import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { quotedMarkup, type Markup } from "./markup.js";

/** GitHub's list without pictures: the pages load nothing from elsewhere. */
const harmless = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== "img" && name !== "picture" && name !== "source"),
};
const inline = { ...defaultSchema, tagNames: ["code", "strong", "em"] };

const toText = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize, harmless)
  .use(rehypeStringify)
  .freeze();

const toSentence = unified().use(remarkParse).use(remarkRehype).use(rehypeSanitize, inline).use(rehypeStringify).freeze();

/** GitHub's own limit for a comment, in characters. */
const LONGEST = 65_536;
/** Beyond these remark takes seconds: table cells are quadratic, quotes and lists nest on the stack. */
const MOST_BARS = 5_000;
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+]|\d+[.)])[ \t]*){40}/m;

/** Rendered texts, the one used longest ago first: a page that plays is made every two seconds of the same comments. */
const kept = new Map<string, Markup>();
const MOST_KEPT = 500;

/** A comment or description. HTML comments, and so the app's own marks, leave nothing; what is too much to parse is shown as it is. */
export function renderMarkdown(text: string): Markup {
  const known = kept.get(text);
  const made = known ?? render(text);
  kept.delete(text);
  kept.set(text, made);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return made;
}

function render(text: string): Markup {
  const heavy = text.length > LONGEST || text.split("|").length > MOST_BARS || TOO_DEEP.test(text);
  return heavy ? html`<pre>${text.slice(0, LONGEST)}</pre>` : html`${raw(String(toText.processSync(text)))}`;
}

/** A sentence of our own with strangers' words in it, such as a reason: code, bold and emphasis, nothing else. */
export function renderSentence(text: string): Markup {
  const sentence = text.replaceAll("\u200b", "");
  return sentence.length > 2_000 ? quotedMarkup(sentence) : html`<bdi>${raw(String(toSentence.processSync(sentence)).trim())}</bdi>`;
}
