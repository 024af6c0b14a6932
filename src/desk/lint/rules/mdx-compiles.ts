/**
 * MDX compiles.
 *
 * In a file that ends in `.mdx`, `<` begins a component and `{` begins JavaScript. What is neither is written `\<` and `\{`, and a
 * comment is one of JavaScript in braces: MDX itself compiles none of HTML, though Docusaurus does. The name of a heading, such as
 * `{#branches}`, is let be, since Docusaurus takes it out before. Of a file that MDX cannot read nothing else is told.
 *
 * ## Good
 *
 * ```md {"path":"posts/irmin.mdx"}
 * {/* A picture is to come. *\/}
 *
 * Irmin is smaller than \<10 kB.
 * ```
 *
 * ```md {"path":"posts/irmin.md"}
 * <!-- A picture is to come. -->
 * ```
 *
 * ## Bad
 *
 * ```md {"path":"posts/irmin.mdx"}
 * <!-- A picture is to come. -->
 * ```
 *
 * ```text
 * 1:1-1:31 Unexpected comment of HTML in MDX, expected one in braces: `{/* … *\/}`
 * ```
 */
import type { Point } from "unist";
import type { VFile } from "vfile";
import type { Place } from "../../facts/finding.js";
import { ownRule } from "../rule-kinds/own-rule.js";
import { ORIGIN } from "../tree/comment-control.js";
import { isMdx } from "../tree/dialect.js";

export const mdxCompiles = ownRule({ id: "mdx-compiles", says: "MDX compiles.", severity: "warning" }, (source, say) => {
  if (!isMdx(source.path)) return {};
  return {
    html(node) {
      if (node.value.startsWith("<!--")) say("Unexpected comment of HTML in MDX, expected one in braces: `{/* … */}`", source.span(node));
    },
  };
});

/** What the parser of MDX throws. */
export interface BrokenMdx extends Error {
  readonly reason: string;
  readonly place?: Point | { readonly start: Point; readonly end: Point } | undefined;
}

export function isBrokenMdx(error: unknown): error is BrokenMdx {
  return error instanceof Error && "reason" in error;
}

export function sayBroken(file: VFile, { reason, place }: BrokenMdx): void {
  file.message(wordsOf(reason), { ruleId: mdxCompiles.id, source: ORIGIN, place: place ?? placeIn(reason) });
}

function wordsOf(reason: string): string {
  if (/import\/exports?/.test(reason))
    return "Unexpected `import` or `export` that is no JavaScript, expected a whole statement; a line of text begins with another word";
  if (reason.includes("acorn"))
    return "Unexpected braces around what is no JavaScript, expected an expression; write a brace that is text as `\\{`";
  const open = /^Expected (?:a closing tag for|the closing tag) `<?\/?([^`>]*)>?`/.exec(reason)?.[1];
  if (open !== undefined)
    return `Unexpected \`<${open}>\` that nothing closes, expected \`</${open}>\`; write a \`<\` that is text as \`\\<\``;
  const words = reason.startsWith("Unexpected") ? reason : `Unexpected MDX, expected what it compiles: ${reason}`;
  return `${words.replace(/ \(note: .*\)$/, "")}; write a \`<\` or \`{\` that is text as \`\\<\` or \`\\{\``;
}

/** An element that is left open is named with its place in words alone. */
function placeIn(
  reason: string,
): { readonly start: Pick<Place, "line" | "column">; readonly end: Pick<Place, "line" | "column"> } | undefined {
  const [, line, column, endLine, endColumn] = /\((\d+):(\d+)-(\d+):(\d+)\)/.exec(reason)?.map(Number) ?? [];
  if (line === undefined || column === undefined || endLine === undefined || endColumn === undefined) return undefined;
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}
