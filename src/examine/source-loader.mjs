/** Lets Node load the TypeScript source as it is: compiled by swc file by file, `./name.js` finding `./name.ts`. Development only. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transform } from "@swc/core";

const OPTIONS = { jsc: { parser: { syntax: "typescript" }, target: "es2023" }, module: { type: "es6" }, sourceMaps: "inline" };

export async function resolve(specifier, importer, next) {
  const ours = /^\.{1,2}\/.*\.js$/.test(specifier) && importer.parentURL?.endsWith(".ts");
  return next(ours ? specifier.replace(/\.js$/, ".ts") : specifier, importer);
}

export async function load(url, hints, next) {
  if (!url.endsWith(".ts")) return next(url, hints);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, "utf8"), { ...OPTIONS, filename });
  return { format: "module", source: code, shortCircuit: true };
}
