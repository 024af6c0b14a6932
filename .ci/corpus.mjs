/** Reads and lints every post below a folder with the built product, and prints what came of it: `npm run corpus -- FOLDER`. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { createExaminer } from "../dist/examine/pool.js";

const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  console.error("Unexpected call without a folder, expected `npm run corpus -- FOLDER [--show RULE]`");
  process.exit(2);
}
const show = flags[0] === "--show" ? (flags[1] ?? "") : null;

const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((one) => one.isFile() && /\.(?:md|markdown|mkdn|mdx|text|Rmd)$/.test(one.name))
  .map((one) => relative(folder, join(one.parentPath, one.name)))
  .sort();

const examiner = createExaminer();
const started = performance.now();
const readings = await Promise.all(
  names.map(async (name) => {
    try {
      return { name, ...(await examiner.readPost(name, await readFile(join(folder, name)))) };
    } catch (error) {
      return { name, crash: error };
    }
  }),
);
const seconds = (performance.now() - started) / 1000;
await examiner.close();

const crashes = readings.filter((one) => one.crash || one.findings.some(({ message }) => message.includes("in the linter")));
const posts = readings.filter((one) => !one.crash);
const all = posts.flatMap(({ name, findings }) => findings.map((finding) => ({ name, ...finding })));

const count = (values) => [...values.reduce((counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1), new Map())];
const table = (title, rows) => {
  console.log(`\n${title}`);
  for (const [label, number] of [...rows].sort((a, b) => b[1] - a[1])) console.log(`${String(number).padStart(7)}  ${label}`);
};

console.log(`${names.length} files in ${seconds.toFixed(1)} s, ${crashes.length} crashes, ${all.length} findings`);
table("front matter", count(posts.map(({ post }) => post.format)));
table("read", [
  ["with a title", posts.filter(({ post }) => post.title).length],
  ["with a by-line", posts.filter(({ post }) => post.byline.length > 0).length],
  ["dated by a day", posts.filter(({ post }) => post.dated?.value.kind === "day").length],
  ["dated by an instant", posts.filter(({ post }) => post.dated?.value.kind === "instant").length],
  ["undated", posts.filter(({ post }) => !post.dated).length],
]);
table("findings by rule", count(all.map(({ rule, severity }) => `${rule} (${severity})`)));
table("posts by rule", count(posts.flatMap(({ findings }) => [...new Set(findings.map(({ rule }) => rule))])));
table(
  "posts with most findings",
  posts
    .map(({ name, findings }) => [name, findings.length])
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5),
);

for (const { name, rule, place, message } of all) if (rule === show) console.log(`${name}:${place.line}:${place.column} ${message}`);
for (const { name, crash } of crashes) console.log(`crash: ${name} ${crash?.stack ?? ""}`);
process.exitCode = crashes.length > 0 ? 1 : 0;
