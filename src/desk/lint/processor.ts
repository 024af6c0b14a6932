/** The parser: remark with GitHub's Markdown and front matter, or a faster one where it makes the same tree; and MDX where a file is that. */
import type { Nodes, Root } from "mdast";
import type { Construct, ConstructRecord, Extension } from "micromark-util-types";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";
import { mdxAsWritten } from "./mdx-as-written.js";
import { parseNatively } from "./native-parser.js";

/**
 * What GitHub's Markdown adds at a price even where it is not used: addresses are looked for at the beginning of every word, tables
 * at the beginning of every line. `sign` finds, in any text that could hold one, more than enough.
 */
const COSTLY = [
  { construct: "emailAutolink", sign: /@|&(?:commat|#)/i },
  { construct: "protocolAutolink", sign: /http|&#/i },
  { construct: "wwwAutolink", sign: /www|&#/i },
  { construct: "table", sign: /:-|-:|-[ \t]*\||\|[ \t]*-/ },
] as const;

const parsers = new Map<string, Processor<Root>>();

/** The same tree as with all of GitHub's Markdown, for any text. May throw a RangeError on texts that `checkLimits` refuses. */
export function parseMarkdown(text: string): Root {
  return parseNatively(text) ?? parseByRemark(text);
}

/** By remark alone. */
export function parseByRemark(text: string): Root {
  return parse(text, "markdown");
}

/** Throws a `VFileMessage` where it is no MDX. */
export function parseMdx(text: string): Root {
  return parse(text, "mdx");
}

/** Leaving out what the text cannot hold, which halves the time. */
function parse(text: string, dialect: "markdown" | "mdx"): Root {
  const unused = COSTLY.filter(({ sign }) => !sign.test(text)).map(({ construct }) => construct);
  const key = [dialect, ...unused].join();
  const parser = parsers.get(key) ?? parserWithout(new Set(unused), dialect);
  parsers.set(key, parser);
  return parser.parse(text);
}

function parserWithout(constructs: ReadonlySet<string>, dialect: "markdown" | "mdx"): Processor<Root> {
  return unified()
    .use(remarkParse)
    .use(dialect === "mdx" ? [remarkMdx] : [])
    .use(remarkGfm)
    .use(remarkFrontmatter, ["yaml", "toml"])
    .use(function () {
      const set = this.data();
      const extensions = [...(set.micromarkExtensions ?? []), ...(dialect === "mdx" ? [mdxAsWritten] : [])];
      set.micromarkExtensions = extensions.map((extension) => less(extension, constructs));
      set.fromMarkdownExtensions = (set.fromMarkdownExtensions ?? []).flat().map(({ transforms, ...extension }) => ({
        ...extension,
        transforms: (transforms ?? []).map((transform) => (tree: Root) => (mayHoldLinks(tree) ? transform(tree) : undefined)),
      }));
    })
    .freeze();
}

/** Links that nothing marks as such and that the tokenizer left are looked for in every text of the tree, by patterns that take their time. */
function mayHoldLinks(node: Nodes): boolean {
  if (node.type === "text") return /www\.|https?:|@/i.test(node.value);
  return "children" in node && node.children.some(mayHoldLinks);
}

function less(extension: Extension, constructs: ReadonlySet<string>): Extension {
  const { text, flow } = extension;
  return { ...extension, ...(text && { text: lessOf(text, constructs) }), ...(flow && { flow: lessOf(flow, constructs) }) };
}

function lessOf(record: ConstructRecord, constructs: ReadonlySet<string>): ConstructRecord {
  const kept: Record<string, Construct[]> = {};
  for (const [code, list] of Object.entries(record)) {
    const some = (list === undefined ? [] : Array.isArray(list) ? list : [list]).filter(({ name }) => !constructs.has(name ?? ""));
    if (some.length > 0) kept[code] = some;
  }
  return kept;
}
