/**
 * Part of `npm run build`: makes a few files of the many that two things load which are started again and again. The app itself is
 * started once, and stays as compiled.
 *
 * - A worker loads 620 files before its first post, after each idle minute and after each text that had to be stopped: 0.7 s of CPU, now 0.15.
 * - `presstime lint` loads 50 before it looks at anything; where all is known from the last run, as before most commits, that was most of its time.
 */
import { rm } from "node:fs/promises";
import { build } from "esbuild";

const SHARED = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // For the packages that are CommonJS and ask for Node's own modules.
  banner: { js: 'import { createRequire as requireBeside } from "node:module"; const require = requireBeside(import.meta.url);' },
  logLevel: "warning",
};

// Parts are named after what is in them: those of an earlier build would stay.
const outdir = "dist/examine/bundled";
await rm(outdir, { recursive: true, force: true });
await build({
  ...SHARED,
  entryPoints: ["dist/examine/worker.js"],
  outdir,
  // What only some questions need stays apart, loaded when they are asked.
  splitting: true,
  // Both read files that lie beside them.
  external: ["date-holidays", "dictionary-en"],
});

await build({
  ...SHARED,
  entryPoints: ["dist/cli/lint/lint.js"],
  outfile: "dist/cli/lint/lint.js",
  allowOverwrite: true,
  // Workers and schemas are loaded when they are needed.
  external: ["../../examine/*", "../../desk/facts/desk.js"],
});
