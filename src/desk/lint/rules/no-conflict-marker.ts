/**
 * No mark of a merge conflict is left in.
 *
 * Git writes them where two versions of a line met, and Markdown takes them for quotations and headings, so that nothing fails
 * until somebody looks at the site. Blocks of code may show them.
 *
 * ## Good
 *
 * ````md
 * ```diff
 * <<<<<<< HEAD
 * one
 * =======
 * two
 * >>>>>>> branch
 * ```
 * ````
 *
 * ```md
 * Irmin
 * =======
 * ```
 *
 * ## Bad
 *
 * ```md
 * <<<<<<< HEAD
 * Irmin is a store.
 * =======
 * Irmin is a database.
 * >>>>>>> review
 * ```
 *
 * ```text
 * 1:1-1:13 Unexpected `<<<<<<<` of a merge conflict, expected one version and no marks
 * 3:1-3:8 Unexpected `=======` of a merge conflict, expected one version and no marks
 * 5:1-5:15 Unexpected `>>>>>>>` of a merge conflict, expected one version and no marks
 * ```
 */
import { ownRule } from "../rule-kinds/own-rule.js";
import type { Span } from "../tree/source.js";

export const noConflictMarker = ownRule(
  { id: "no-conflict-marker", says: "No mark of a merge conflict is left in.", severity: "error" },
  (source, say) => {
    const marks = Array.from(source.text.matchAll(/^(?:<{7}(?= )|>{7}(?= )|\|{7}(?= )|={7}(?=\r?$))[^\r\n]*/gm), ({ 0: line, index }) => ({
      sign: line.slice(0, 7),
      start: index,
      end: index + line.length,
    }));
    if (!marks.some(({ sign }) => sign === "<<<<<<<" || sign === ">>>>>>>")) return {};
    const code: Span[] = [];
    return {
      code(node) {
        code.push(source.span(node));
      },
      end() {
        let open = false;
        for (const { sign, start, end } of marks) {
          if (code.some((span) => start >= span.start && start < span.end)) continue;
          if (sign === "=======" && !open) continue;
          open = sign !== ">>>>>>>";
          say(`Unexpected \`${sign}\` of a merge conflict, expected one version and no marks`, { start, end });
        }
      },
    };
  },
);
