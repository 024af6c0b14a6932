/**
 * Part of `npm run build`: makes one file of the 50 that `presstime lint` loads before it looks at anything. Where all is known from
 * the last run, as before most commits, loading them was most of its time. Workers and schemas stay apart: they are loaded when needed.
 */
import { build } from "esbuild";

await build({
  entryPoints: ["dist/cli/lint.js"],
  outfile: "dist/cli/lint.js",
  allowOverwrite: true,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["../examine/*", "../desk/desk.js"],
  // For the packages in it that are CommonJS and ask for Node's own modules.
  banner: { js: 'import { createRequire as requireBeside } from "node:module"; const require = requireBeside(import.meta.url);' },
  logLevel: "warning",
});
