/** Reads and lints every post below a folder with the built product, and prints or writes what came of it: `npm run corpus -- FOLDER`. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { createExaminer } from "../dist/src/examine/pool.js";
import { disagreements, homeOf } from "./corpus-agree.mjs";
import { reportOf } from "./corpus-report.mjs";

const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  console.error("Unexpected call without a folder, expected `npm run corpus -- FOLDER [--show RULE] [--report FILE]`");
  process.exit(2);
}
const after = (flag) => (flags.includes(flag) ? (flags[flags.indexOf(flag) + 1] ?? "") : null);
const show = after("--show");
const report = after("--report");

const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((one) => one.isFile() && /\.(?:md|markdown|mkdn|mdx|text|Rmd)$/.test(one.name))
  .map((one) => relative(folder, join(one.parentPath, one.name)))
  .sort();

const examiner = createExaminer();
const started = performance.now();
const readings = await Promise.all(
  names.map(async (name) => {
    try {
      const bytes = await readFile(join(folder, name));
      return { name, text: new TextDecoder().decode(bytes), ...(await examiner.readPost(homeOf(name), bytes)) };
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

const listed = (findings) =>
  count(findings.map(({ rule }) => rule))
    .map(([rule, number]) => (number > 1 ? `${rule} × ${number}` : rule))
    .join(", ");

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
  "findings by post",
  posts.filter(({ findings }) => findings.length > 0).map(({ name, findings }) => [`${name} (${listed(findings)})`, findings.length]),
);
if (report !== null) await writeFile(report, reportOf(posts));

const compared = disagreements(readings);
if (compared) console.log(`\n${compared.checked} posts compared with what a person read: ${compared.wrong.length} disagreements`);
for (const wrong of compared?.wrong ?? []) console.log(`disagreement: ${wrong}`);

for (const { name, rule, place, message } of all) if (rule === show) console.log(`${name}:${place.line}:${place.column} ${message}`);
for (const { name, crash } of crashes) console.log(`crash: ${name} ${crash?.stack ?? ""}`);
process.exitCode = crashes.length > 0 || (compared?.wrong.length ?? 0) > 0 ? 1 : 0;
