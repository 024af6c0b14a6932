/**
 * `npm run mutants -- commands`: which small changes of a room's code does no test notice? Stryker makes the changes (`stryker.config.mjs`). By hand,
 * and not in CI: a room takes hours. What follows the room is Stryker's, as in `-- commands --mutate src/desk/commands/cc.ts`.
 *
 * Jest would load some hundred modules for each test file and each change. So the tests are bundled into one file, and what they import of
 * `src/` is listed in another, which Stryker bundles in its sandbox when the changes are in it. In the bundle each property is tried with a
 * tenth of its runs and not shrunk when it fails, and strings of all of Unicode, which take fast-check a second to prepare, are of ASCII.
 */
import { spawnSync } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { build } from "esbuild";

/** By room, the tests of the desk that judge what it does, those that are done soon first: the first failure is enough. */
const TESTS = {
  commands: [
    "commands",
    "wanted",
    "plan.test.ts",
    "words/foreign-words.test.ts",
    "calendar/two-freezes.test.ts",
    "going-live/going-live.test.ts",
  ],
  "going-live": [
    "going-live",
    "wanted",
    "plan.test.ts",
    "dates/date-check.test.ts",
    "tracking/slips.test.ts",
    "tracking/missed-twice.test.ts",
  ],
  reminders: ["reminders", "wanted", "calendar/days-off.test.ts", "plan.test.ts"],
  reviews: [
    "reviews",
    "wanted",
    "reminders/owed-reminders.test.ts",
    "plan.test.ts",
    "going-live/open-conversations.test.ts",
    "going-live/nobody-coordinates.test.ts",
    "tracking/languages.test.ts",
  ],
};

/** These two count how often something came up, which a tenth of the runs is too few for. */
const LEFT_OUT = /any-commands\.property|thumbs-up\.property/;

const [room, ...others] = process.argv.slice(2);
if (!(room in TESTS)) {
  console.error(`Name a room first, one of: ${Object.keys(TESTS).join(", ")}.`);
  process.exit(2);
}
const out = `tmp/mutants/${room}`;

const files = [];
for (const one of TESTS[room]) {
  const names = one.endsWith(".ts") ? [one] : (await readdir(`test/desk/${one}`)).sort().map((name) => `${one}/${name}`);
  files.push(...names.filter((name) => name.endsWith(".test.ts") && !LEFT_OUT.test(name)));
}
const late = (file) => Number(file.includes(".property."));
files.sort((a, b) => late(a) - late(b));

const FEWER = `
import fc from "fast-check";
const fewer = (given = {}) => ({ seed: 10, endOnFailure: true, ...given, numRuns: Math.ceil((given.numRuns ?? 100) / 10) });
export default {
  ...fc,
  assert: (property, given) => fc.assert(property, fewer(given)),
  string: (given) => fc.string(given?.unit === "binary" ? { ...given, unit: "binary-ascii" } : given),
};
`;

const sources = new Set();
const apart = {
  name: "apart",
  setup(one) {
    one.onResolve({ filter: /^\./, namespace: "file" }, ({ path, resolveDir }) => {
      const name = relative(".", resolve(resolveDir, path)).replace(/\.js$/, ".ts");
      if (!name.startsWith("src/")) return undefined;
      sources.add(name);
      return { path: name, namespace: "source" };
    });
    one.onLoad({ filter: /.*/, namespace: "source" }, ({ path }) => ({ contents: `module.exports = require("./desk.cjs")["${path}"];` }));
    one.onResolve({ filter: /.*/, namespace: "source" }, ({ path }) => ({ path, external: true }));
    one.onResolve({ filter: /^fast-check$/, namespace: "file" }, ({ path }) => ({ path, namespace: "fewer" }));
    one.onLoad({ filter: /.*/, namespace: "fewer" }, () => ({ contents: FEWER, resolveDir: "." }));
  },
};

await build({
  stdin: { contents: files.map((file) => `import "./test/desk/${file}";`).join("\n"), resolveDir: "." },
  outfile: `${out}/desk.test.cjs`,
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  external: ["@jest/globals"],
  logLevel: "warning",
  plugins: [apart],
});
await mkdir(out, { recursive: true });
const lines = [...sources].sort().map((name) => `export * as "${name}" from "../../../${name}";\n`);
await writeFile(`${out}/desk.mjs`, lines.join(""));

const { status } = spawnSync("stryker", ["run", ...others], { stdio: "inherit", env: { ...process.env, MUTANTS_ROOM: room } });
process.exit(status ?? 1);
