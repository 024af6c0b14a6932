/** The sources as the architecture test reads them: files, their trees, and the titles of tests. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

interface Source {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** Every TypeScript and JavaScript file under a folder. */
export function sourcesUnder(folder: string): readonly Source[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.m?[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
    .sort()
    .map((path) => {
      const text = readFileSync(path, "utf8");
      return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
    });
}

/** What `find` makes of each node of a file, where it makes something: `path:line what`. */
export function complaintsIn(source: Source, find: (node: ts.Node) => string | null): readonly string[] {
  const complaints: string[] = [];
  const visit = (node: ts.Node): void => {
    const found = find(node);
    if (found !== null) complaints.push(`${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${found}`);
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return complaints;
}

/** The titles given to `it`, `it.each(…)` and `describe`, with how the test was called: `it`, `it.skip`. */
export function titlesIn({ tree }: Source): readonly { readonly called: string; readonly title: string }[] {
  const titles: { called: string; title: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const called = calledBy(node.expression);
      const [title] = node.arguments;
      if (
        /^(?:it|test|describe|xit|fit|xdescribe|fdescribe)\b/.test(called) &&
        title &&
        (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))
      ) {
        titles.push({ called, title: title.getText() });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return titles;
}

/** `it.each` for both `it.each(table)(…)` and `it.each` `table` `(…)`. */
function calledBy(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression)) return `${calledBy(expression.expression)}.${expression.name.text}`;
  if (ts.isCallExpression(expression)) return calledBy(expression.expression);
  if (ts.isTaggedTemplateExpression(expression)) return calledBy(expression.tag);
  return "";
}
