/**
 * `npm run build`: compiles `src/` and `sandbox/` into `dist/`, puts the command's door where `package.json` says it is, and bundles
 * what two things load which are started again and again. The app itself is started once, and stays as compiled.
 *
 * - A worker loads 620 files before its first post, after each idle minute and after each text that had to be stopped: 0.7 s of CPU, now 0.15.
 * - `presstime lint` loads 50 before it looks at anything; where all is known from the last run, as before most commits, that was most of its time.
 */
import { execSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

// What an earlier build made of files that are no more would be packed with the rest.
await rm("dist", { recursive: true, force: true });
execSync("npx --no-install tsc -p tsconfig.build.json", { stdio: "inherit" });

await mkdir("dist/cli");
await writeFile("dist/cli/presstime.js", '#!/usr/bin/env node\nimport "../src/cli/presstime.js";\n', { mode: 0o755 });

const SHARED = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // For the packages that are CommonJS and ask for Node's own modules.
  banner: { js: 'import { createRequire as requireBeside } from "node:module"; const require = requireBeside(import.meta.url);' },
  logLevel: "warning",
};

await build({
  ...SHARED,
  entryPoints: ["dist/src/examine/worker.js"],
  outdir: "dist/src/examine/bundled",
  // What only some questions need stays apart, loaded when they are asked.
  splitting: true,
  // Two read files that lie beside them, and one is built for each kind of machine.
  external: ["date-holidays", "dictionary-en", "satteri"],
});

await build({
  ...SHARED,
  entryPoints: ["dist/src/cli/lint/lint.js"],
  outfile: "dist/src/cli/lint/lint.js",
  allowOverwrite: true,
  // Workers and schemas are loaded when they are needed.
  external: ["../../examine/*", "../../desk/config/schema.js"],
});
