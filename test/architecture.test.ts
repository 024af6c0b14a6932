/** The walls of the house: what DESIGN says of boundaries, checked. A failure here says what to do instead. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "@jest/globals";
import ts from "typescript";
import { breachesIn } from "./architecture/breaches.js";
import { complaintsIn, sourcesUnder, titlesIn } from "./architecture/sources.js";

const product = sourcesUnder("src");
const tests = sourcesUnder("test");
const desk = product.filter(({ path }) => path.startsWith("src/desk/"));

/** One breach of each wall: the file, what it imports, and the wall that says no. */
const BREACHES = [
  ["src/desk/plan.ts", "src/clock.ts", "the desk judges and does not act"],
  ["src/desk/posts/read-post.ts", "node:fs", "the desk judges and does not act"],
  ["src/desk/posts/read-post.ts", "pino", "the desk judges and does not act"],
  ["src/desk/posts/read-post.ts", "src/desk/words/notice.ts", "chapters do not know each other"],
  ["src/desk/words/notice.ts", "src/desk/plan.ts", "chapters do not know the plan"],
  ["src/github/connect.ts", "src/store/open-ledger.ts", "src/github knows only its own neighbours"],
  ["src/store/open-ledger.ts", "src/github/forge.ts", "src/store knows only its own neighbours"],
  ["src/server/receive.ts", "src/reconcile.ts", "src/server knows only its own neighbours"],
  ["src/web/web-pages.ts", "src/github/forge.ts", "src/web knows only its own neighbours"],
  ["src/examine/worker.ts", "src/settings.ts", "src/examine knows only its own neighbours"],
  ["src/sandbox/world.ts", "src/github/forge.ts", "src/sandbox knows only its own neighbours"],
  ["src/wake.ts", "src/sandbox/world.ts", "only cli knows the sandbox"],
  ["src/wake.ts", "src/index.ts", "only cli knows index.ts"],
  ["src/wake.ts", "src/cli/start.ts", "nothing knows cli"],
  ["src/wake.ts", "test/wake.test.ts", "the product does not know its tests"],
  ["src/wake.ts", "commander", "uses commander"],
  ["src/reconcile.ts", "probot", "uses probot"],
] as const;

describe("the walls", () => {
  it("[AR1] every part imports only what it may", async () => {
    const { cruised, breaches } = await breachesIn(".");
    expect(cruised).toBeGreaterThan(product.length - 1);
    expect(breaches).toEqual([]);
  });

  it.each(BREACHES)("[AR1] %s may not import %s", async (from, imported, wall) => {
    const folder = mkdtempSync(join(tmpdir(), "walls-"));
    try {
      for (const path of [from, imported].filter((one) => one.endsWith(".ts"))) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), "export type Nothing = null;\n");
      }
      const specifier = imported.endsWith(".ts")
        ? relative(dirname(from), imported)
            .replace(/\.ts$/, ".js")
            .replace(/^(?!\.)/, "./")
        : imported;
      writeFileSync(join(folder, from), `import type { Nothing } from "${specifier}";\nexport type Same = Nothing;\n`);
      symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
      const { breaches } = await breachesIn(folder);
      expect(breaches).toContainEqual(expect.stringContaining(wall));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("[AR2] the desk has no clock, no chance, no process and no network", () => {
    const remedy = "the desk takes every fact from the snapshot: pass it in";
    const forbidden = /^(?:process|performance|setTimeout|setInterval|setImmediate|queueMicrotask|fetch|console|globalThis|require|eval)$/;
    const members = /^(?:Date\.now|Math\.random|Intl\.DateTimeFormat\(\)\.resolvedOptions|crypto\..*random.*|import\.meta.*)$/i;
    const found = desk.flatMap((source) =>
      complaintsIn(source, (node) => {
        if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
          return `uses new Date(): ${remedy}`;
        if (ts.isCallExpression(node) && node.expression.getText() === "Date") return `uses Date(): ${remedy}`;
        if (ts.isPropertyAccessExpression(node) && members.test(node.getText())) return `uses ${node.getText()}: ${remedy}`;
        if (ts.isImportSpecifier(node) && /random/i.test(node.name.text)) return `imports ${node.name.text}: ${remedy}`;
        return ts.isIdentifier(node) && forbidden.test(node.text) && isUse(node) ? `uses ${node.text}: ${remedy}` : null;
      }),
    );
    expect(found).toEqual([]);
  });

  it("[AR3] every file opens with a sentence that says what it holds", () => {
    const silent = [...product, ...tests, ...sourcesUnder("bench")]
      .filter(({ text }) => !/^(?:#!.*\n)?\/\*\*\s+(?:\*\s+)?[A-Z`\u201c"][^]{12,}?\*\//.test(text))
      .map(({ path }) => `${path} does not: begin it with /** One sentence. */`);
    expect(silent).toEqual([]);
  });

  it("[AR4] no file is a drawer, and each is named as files are named here", () => {
    const drawers =
      /(?:^|[/.-])(?:utils?|helpers?|common|services?|managers?|types|misc|shared|lib|constants|interfaces|enums|classes|index)(?=[/.-]|$)/;
    const ill = [...product, ...tests].map(({ path }) => path).filter((path) => !/^(?:src\/index|test\/index\.test)\.ts$/.test(path));
    expect(ill.filter((path) => drawers.test(path)).map((path) => `${path}: name it after the one idea it holds`)).toEqual([]);
    const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:property|browser))?(?:\.test)?\.m?[jt]s$/;
    expect(ill.filter((path) => !kebab.test(basename(path))).map((path) => `${path}: write its name in kebab-case`)).toEqual([]);
  });

  it("[AR5] nothing escapes the types: no any, no !, no enum; no class and nothing writable by its shape in the desk", () => {
    const found = product.flatMap((source) =>
      complaintsIn(source, (node) => {
        if (node.kind === ts.SyntaxKind.AnyKeyword) return "says any: name the type, or take unknown and look";
        if (ts.isNonNullExpression(node)) return "says !: handle the case that it is not there";
        if (ts.isEnumDeclaration(node)) return "has an enum: use a union of literals";
        // Piscina runs a worker's default export, which only the loaders from source are.
        if (ts.isExportAssignment(node) && source.path.endsWith(".ts")) return "has a default export: name it";
        if (!source.path.startsWith("src/desk/")) return null;
        if (ts.isClassLike(node)) return "has a class: use a function and plain data";
        return ts.isPropertySignature(node) &&
          isExported(node.parent) &&
          !node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword)
          ? `has a property that can be written: make ${node.name.getText()} readonly`
          : null;
      }),
    );
    expect(found).toEqual([]);
  });

  it("[AR6] every promise is cited by a test, and every citation is of a promise", () => {
    const promised = [...readFileSync("src/desk/RULES.md", "utf8").matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)].map(([, id]) => id ?? "");
    const cited = new Set(
      tests.flatMap(titlesIn).flatMap(({ title }) => [...title.matchAll(/\b[A-Z]{2}\d+\b(?=[^[]*\])/g)].map(([id]) => id)),
    );
    expect(promised.filter((id, place) => promised.indexOf(id) !== place).map((id) => `${id} is promised twice in RULES.md`)).toEqual([]);
    expect(
      promised.filter((id) => !cited.has(id)).map((id) => `${id}: no test cites it; write one whose title begins with [${id}]`),
    ).toEqual([]);
    expect([...cited].filter((id) => !promised.includes(id)).map((id) => `[${id}] is cited, but RULES.md does not promise it`)).toEqual([]);
  });

  it("[AR7] no test is skipped, left for later, or alone", () => {
    const idle = tests.flatMap((source) =>
      titlesIn(source)
        .filter(({ called }) => /^[xf](?:it|describe)|\.(?:skip|only|todo|failing)\b/.test(called))
        .map(({ called, title }) => `${source.path}: ${called}(${title}): let it run, or take it out`),
    );
    expect(idle).toEqual([]);
  });

  it("[AR8] no test sleeps", () => {
    const found = tests.flatMap((source) =>
      complaintsIn(source, (node) => {
        if (!ts.isCallExpression(node) || !/(?:^|\.)(?:setTimeout|sleep|delay)$/.test(node.expression.getText())) return null;
        const promised = ts.findAncestor(node, (one) => ts.isNewExpression(one) && one.expression.getText() === "Promise");
        const awaited = ts.isAwaitExpression(node.parent);
        const immediate = node.arguments.some((argument) => ts.isNumericLiteral(argument) && Number(argument.text) === 0);
        return (promised || awaited) && !immediate ? "sleeps: wait for what happens, or move the clock" : null;
      }),
    );
    expect(found).toEqual([]);
  });

  it("[AR9] nothing reads outside its own repository", () => {
    const outside = /["'`](?:\.\.\/)*(?:\.\.\/shared\b|\/work\/|\/home\/|\/root\/)/;
    const found = [...product, ...tests, ...sourcesUnder("bench")].filter(
      ({ path, text }) => path !== "test/architecture.test.ts" && outside.test(text),
    );
    expect(found.map(({ path }) => `${path}: copy what it needs into the repository`)).toEqual([]);
  });
});

/** Whether an identifier stands for a value, and is not the name of a member, a field or something declared here. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return !(
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isBindingElement(parent) ||
    ts.isParameter(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isTypeNode(parent)
  );
}

function isExported(node: ts.Node): boolean {
  const declaration = ts.findAncestor(node, (one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one));
  return (
    declaration !== undefined &&
    ts.canHaveModifiers(declaration) &&
    !!ts.getModifiers(declaration)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}
