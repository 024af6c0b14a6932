/** Everything that the app can say, on one page: `npm run words`. To be read by somebody who sees it for the first time; not shipped. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

/** Below `src`. What complains of texts has a page for each rule, and a grammar of its own. */
const LEFT_OUT =
  /^(?:desk\/lint\/|desk\/config\/|desk\/posts\/|desk\/site\/rules\/|web\/layout\/style\/|store\/migrations\/|github\/read\/documents)/;

/** Two words at least, and nothing that only programs read. */
const SENTENCE = /\p{L}{2,}[^\p{L}]*\s\p{L}+/u;
const NO_SENTENCE = /^(?:select |create |insert |update |delete |with |query|mutation|@|\.|--)|^[\w-]+(?: [\w-]+)?$/i;

const ROOT = "src";
const page = process.argv[2] ?? "tmp/words.md";

const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !LEFT_OUT.test(name))
  .sort();
const parts = files.flatMap((name) => {
  const said = sentencesIn(join(ROOT, name));
  return said.length === 0 ? [] : [`## ${relative(".", join(ROOT, name))}\n\n${said.map((one) => `- ${one}`).join("\n")}\n`];
});
mkdirSync(dirname(page), { recursive: true });
writeFileSync(page, `# Everything that Presstime can say\n\nWhat stands in {braces} is filled in.\n\n${parts.join("\n")}`);
process.stdout.write(`${page}: ${parts.length} files\n`);

/** Each once, in the order of the file. */
function sentencesIn(path: string): readonly string[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ESNext, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isRegularExpressionLiteral(node)) return;
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    else if (ts.isTemplateExpression(node)) {
      found.push(templateText(node));
      // What is filled in may be a sentence of its own.
      for (const { expression } of node.templateSpans) visit(expression);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const tidy = found.map((text) =>
    text
      .replace(/<[^<>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return [...new Set(tidy)].filter((text) => SENTENCE.test(text) && !NO_SENTENCE.test(text));
}

function templateText({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map(({ expression, literal }) => `{${nameOf(expression)}}${literal.text}`).join("");
}

/** Short enough to be read past. */
function nameOf(expression: ts.Expression): string {
  const text = expression.getText().replace(/\s+/g, " ");
  return text.length > 40 ? "…" : text;
}
