/**
 * Part of `npm run build`: makes a few files of the 620 that a worker would load, so that it is ready in a quarter of the time. It is
 * started anew after each idle minute and after each text that had to be stopped; the app itself is started once, and stays as compiled.
 */
import { rm } from "node:fs/promises";
import { build } from "esbuild";

const outdir = "dist/examine/bundled";
// Parts are named after what is in them: those of an earlier build would stay.
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: ["dist/examine/worker.js"],
  outdir,
  bundle: true,
  // What only some questions need stays apart, loaded when they are asked.
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // Both read files that lie beside them.
  external: ["date-holidays", "dictionary-en"],
  // For the packages in it that are CommonJS and ask for Node's own modules.
  banner: { js: 'import { createRequire as requireBeside } from "node:module"; const require = requireBeside(import.meta.url);' },
  logLevel: "warning",
});
