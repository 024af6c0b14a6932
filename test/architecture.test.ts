/** The walls of the house: what `rooms.ts` and `walls.ts` say of boundaries, checked. A failure here says what to do instead. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "@jest/globals";
import ts from "typescript";
import { breachesIn } from "./architecture/breaches.js";
import { NAMES_OF_TWO } from "./architecture/names-of-two.js";
import { ROOMS } from "./architecture/rooms.js";
import { complaintsIn, sourcesUnder, titlesIn } from "./architecture/sources.js";

const product = ["src", "sandbox", "scripts"].flatMap(sourcesUnder);
const tests = sourcesUnder("test");
const walked = breachesIn(".");
const desk = product.filter(({ path }) => path.startsWith("src/desk/"));

/** One breach of each wall that is no room's: the file, what it imports, and the wall that says no. */
const BREACHES = [
  ["src/desk/plan.ts", "src/clock.ts", "the desk judges and does not act"],
  ["src/desk/posts/read-post.ts", "node:fs", "the desk judges and does not act"],
  ["src/desk/posts/read-post.ts", "pino", "the desk judges and does not act"],
  ["src/reconcile.ts", "src/index.ts", "only the command and the replay know index.ts"],
  ["src/queue/sweep.ts", "test/queue/sweep.test.ts", "the product does not know its tests"],
  ["sandbox/sandbox.ts", "scripts/docs/write-docs.ts", "the product does not know its tests"],
  ["src/queue/sweep.ts", "commander", "uses commander"],
  ["src/reconcile.ts", "probot", "uses probot"],
  ["sandbox/serve.ts", "kysely", "uses kysely"],
  ["src/github/client.ts", "hono", "uses hono"],
  ["src/desk/notes/names.ts", "piscina", "uses piscina"],
  ["src/web/web-pages.ts", "ical-generator", "uses ical-generator"],
  ["src/server/receive.ts", "pino", "uses pino"],
] as const;

/** So many arrows may there be between the rooms of the desk, one a pair: what everybody knows, nobody can change. */
const MOST_ARROWS_IN_THE_DESK = 160;
const MOST_FILES_IN_A_ROOM = 16;

const roomOf = (path: string): string => dirname(path);

describe("the walls", () => {
  it("[AR1] every part imports only what it may", async () => {
    const { cruised, breaches } = await walked;
    expect(cruised).toBeGreaterThan(product.length - 1);
    expect(breaches).toEqual([]);
  });

  it.each(BREACHES)("[AR1] %s may not import %s", async (from, imported, wall) => {
    expect(await breachesOf([{ from, imported }])).toContainEqual(expect.stringContaining(wall));
  });

  it("[AR1] no room may import from a room that is not on its list, nor from behind a port", async () => {
    const rooms = Object.entries(ROOMS);
    const strange = rooms
      .flatMap(([room, { knows }]) => {
        const stranger = rooms.find(([one]) => one !== room && knows[one] === undefined)?.[0] ?? "";
        const ports = Object.keys(knows).filter((known) => known.endsWith(".ts"));
        return [...new Set([stranger, ...ports.map(roomOf)])].map((one) => ({ room, imported: `${one}/no-port.ts` }));
      })
      .map(({ room, imported }, number) => ({ from: `${room}/file-${number}.ts`, imported }));
    const found = await breachesOf(strange);
    expect(
      strange.filter(
        ({ from, imported }) =>
          !found.some((breach) => breach.startsWith(`${from} → ${imported}: ${roomOf(from)} knows only those on its list`)),
      ),
    ).toEqual([]);
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

  it("[AR10] every folder is a room on the list, with a line of its own, and holds few files unless all are of one shape", () => {
    const folders = new Map<string, number>();
    for (const { path } of product) folders.set(roomOf(path), (folders.get(roomOf(path)) ?? 0) + 1);
    expect([...folders.keys()].sort()).toEqual(Object.keys(ROOMS).sort());
    const long = [...folders].filter(([folder, files]) => files > MOST_FILES_IN_A_ROOM && ROOMS[folder]?.long === undefined);
    expect(long.map(([folder, files]) => `${folder} has ${files} files: give those that belong together a room of their own`)).toEqual([]);
    const begun = Object.entries(ROOMS).flatMap(([room, { start }]) => (start === undefined ? [] : [`${room}/${start}`]));
    const saysSo = product.filter(({ text }) => text.slice(0, text.indexOf("*/")).includes("START HERE"));
    expect(saysSo.map(({ path }) => path).sort()).toEqual(begun.sort());
    expect(folders.get("src")).toBeLessThanOrEqual(8);
    expect(folders.get("src/desk")).toBeLessThanOrEqual(6);
  });

  it("[AR11] every arrow on the list is there, and those of the desk are few", async () => {
    const { imports } = await walked;
    const drawn = new Set(imports.flatMap(({ from, to }) => [`${roomOf(from)} → ${to}`, `${roomOf(from)} → ${roomOf(to)}`]));
    const listed = Object.entries(ROOMS).flatMap(([room, { knows }]) => Object.keys(knows).map((known) => `${room} → ${known}`));
    expect(listed.filter((arrow) => !drawn.has(arrow)).map((arrow) => `${arrow}: nobody goes there any more; take it off`)).toEqual([]);
    const inDesk = new Set(
      imports
        .map(({ from, to }) => [roomOf(from), roomOf(to)] as const)
        .filter(([from, to]) => from !== to && from.startsWith("src/desk") && to.startsWith("src/desk"))
        .map((pair) => pair.join(" → ")),
    );
    expect(inDesk.size).toBeLessThanOrEqual(MOST_ARROWS_IN_THE_DESK);
  });

  it("[AR11] no rooms know each other in a circle; files of a room with rooms inside it stand for themselves", async () => {
    const { imports } = await walked;
    const rooms = Object.keys(ROOMS);
    const isHall = (room: string) => rooms.some((one) => one.startsWith(`${room}/`));
    const standsFor = (path: string) => (isHall(roomOf(path)) ? path : roomOf(path));
    const arrows = new Map<string, Set<string>>();
    for (const { from, to } of imports) {
      const [a, b] = [standsFor(from), standsFor(to)];
      if (a !== b) arrows.set(a, (arrows.get(a) ?? new Set()).add(b));
    }
    expect(circlesIn(arrows)).toEqual([]);
  });

  it("[AR12] one exported name has one meaning", () => {
    const places = new Map<string, string[]>();
    for (const { path, tree } of product) for (const name of exportedNames(tree)) places.set(name, [...(places.get(name) ?? []), path]);
    const twice = [...places].filter(([, paths]) => paths.length > 1);
    expect(
      twice
        .filter(([name]) => NAMES_OF_TWO[name] === undefined)
        .map(([name, paths]) => `${name} is exported by ${paths.join(" and ")}: give each its own name`),
    ).toEqual([]);
    const known = new Set(twice.map(([name]) => name));
    expect(Object.keys(NAMES_OF_TWO).filter((name) => !known.has(name))).toEqual([]);
  });

  it("[AR12] a name that two files export would be found", () => {
    const file = (text: string) => ts.createSourceFile("some.ts", text, ts.ScriptTarget.Latest, true);
    expect(
      exportedNames(file("export interface A {}\nexport type B = A;\nexport const c = 1, d = 2;\nexport function e() {}\nconst f = 1;")),
    ).toEqual(["A", "B", "c", "d", "e"]);
    expect(exportedNames(file('export { g } from "./g.js";\nexport type { H };'))).toEqual([]);
  });

  it("[AR11] a circle of rooms would be found", () => {
    const to = (...rooms: readonly string[]) => new Set(rooms);
    expect(
      circlesIn(
        new Map([
          ["a", to("b", "c")],
          ["b", to("c")],
          ["c", to("d")],
        ]),
      ),
    ).toEqual([]);
    expect(
      circlesIn(
        new Map([
          ["a", to("b")],
          ["b", to("c")],
          ["c", to("b")],
        ]),
      ),
    ).toEqual(["b → c → b"]);
  });
});

/** What the walls say of a tree that holds these imports and nothing else. */
async function breachesOf(all: readonly { readonly from: string; readonly imported: string }[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "walls-"));
  try {
    for (const path of all.flatMap(({ from, imported }) => [from, imported]).filter((one) => one.endsWith(".ts"))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), "export type Nothing = null;\n");
    }
    for (const { from, imported } of all) {
      const specifier = imported.endsWith(".ts")
        ? relative(dirname(from), imported)
            .replace(/\.ts$/, ".js")
            .replace(/^(?!\.)/, "./")
        : imported;
      writeFileSync(join(folder, from), `import type { Nothing } from "${specifier}";\nexport type Same = Nothing;\n`);
    }
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    return (await breachesIn(folder)).breaches;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

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

/** What a file declares and exports; what it only hands on is somebody else's. */
function exportedNames(tree: ts.SourceFile): readonly string[] {
  return tree.statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
    const named = statement as ts.Statement & { readonly name?: ts.Identifier };
    return named.name ? [named.name.text] : [];
  });
}

/** Each as `a → b → a`; of several through one room, one. */
function circlesIn(arrows: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (room: string, way: readonly string[]): void => {
    const begun = way.indexOf(room);
    if (begun >= 0) circles.push([...way.slice(begun), room].join(" → "));
    if (begun >= 0 || done.has(room)) return;
    for (const next of arrows.get(room) ?? []) visit(next, [...way, room]);
    done.add(room);
  };
  for (const room of arrows.keys()) visit(room, []);
  return circles;
}
