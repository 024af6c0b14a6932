/** What readers see of a text, by the dialects that sites are made with: its words in plain CommonMark and in GitHub's, and what MDX compiles it to. */
import { compileSync } from "@mdx-js/mdx";
import type { Nodes } from "hast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { asMended } from "./meaning.js";

const plain = unified().use(remarkParse).use(remarkRehype, { allowDangerousHtml: true }).freeze();
const gfm = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true }).freeze();

/** Of two texts that differ only by what fixes may change, the same; null of MDX that does not compile. */
export function rendered(body: string, isMdx: boolean): readonly string[] | null {
  if (isMdx) {
    const program = compiled(body);
    return program === null ? null : [asMended(program.replace(/\\r\\n|\\r|\\n/g, " "))];
  }
  // Where boxes are no part of the dialect, their letters are words.
  return [plain, gfm].map((dialect) =>
    asMended(wordsOf(dialect.runSync(dialect.parse(body))))
      .replace(/\s+/g, " ")
      .replace(/\[[xX]\]/g, "[x]")
      .replaceAll("[\t]", "[ ]")
      // HTML that nothing closes goes on to the end, and has the last line's ending in it.
      .trimEnd(),
  );
}

function compiled(body: string): string | null {
  try {
    return String(compileSync(body, { remarkPlugins: [[remarkFrontmatter, ["yaml", "toml"]], remarkGfm] }));
  } catch {
    return null;
  }
}

function wordsOf(node: Nodes): string {
  if ("value" in node) return node.value.replace(/\r\n?/g, "\n");
  if ("children" in node) return node.children.map((child) => wordsOf(child as Nodes)).join("");
  return "";
}
