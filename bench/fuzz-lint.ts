/** `npm run fuzz -- [--runs N] [--seed N] [--mdx | --foreign] [FOLDER]`: lints and mends made-up Markdown, MDX or prose in other languages and, where a folder is given, real posts with mistakes put in. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import type { LintSettings } from "../src/desk/facts/lint-settings.js";
import { foreign } from "../test/desk/lint/any-foreign.js";
import { heads, markdown, settings } from "../test/desk/lint/any-markdown.js";
import { mdx } from "../test/desk/lint/any-mdx.js";
import { complaintsAbout, MARKDOWN_PATH, MDX_PATH, mistakenForEnglish } from "../test/desk/lint/judge-text.js";
import { rendered } from "../test/desk/lint/rendered.js";

const { values, positionals } = parseArgs({
  options: {
    runs: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    mdx: { type: "boolean", default: false },
    foreign: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const posts = positionals.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && (values.mdx ? /\.mdx$/ : /\.(?:md|markdown|mkdn)$/).test(one.name))
    .map((one) => readFileSync(join(one.parentPath, one.name), "utf8").slice(0, 60_000)),
);

/** Part of a real post in which some spans are cut out, doubled, or replaced by scraps of Markdown. */
const mutated = fc
  .record({
    post: fc.constantFrom(...(posts.length > 0 ? posts : [""])),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 200, max: 4_000 }),
    head: fc.boolean(),
    changes: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(30),
        put: fc.oneof(values.mdx ? mdx : markdown, fc.constant(""), fc.string({ maxLength: 8, unit: "binary" })),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ post, from, length, head, changes }) => {
    const start = head ? 0 : Math.floor(from * post.length);
    return changes.reduce(
      (text, { at, cut, put }) => {
        const place = Math.floor(at * text.length);
        return text.slice(0, place) + put + text.slice(place + cut);
      },
      post.slice(start, start + length),
    );
  });

const runs = Number(values.runs);
const seed = Number(values.seed);
const made = values.foreign ? foreign : fc.tuple(heads, values.mdx ? mdx : markdown).map((parts) => parts.join(""));
const judge = (text: string, desk: LintSettings): Promise<readonly string[]> =>
  values.foreign ? Promise.resolve(mistakenForEnglish(text)) : complaintsAbout(text, desk, values.mdx ? MDX_PATH : MARKDOWN_PATH);
const inputs = fc.tuple(posts.length > 0 ? fc.oneof(made, mutated) : made, settings);
const failures = new Map<string, { count: number; text: string; says: string }>();
let [done, compiles] = [0, 0];
const began = performance.now();
for (const [text, desk] of fc.sample(inputs, { numRuns: runs, seed })) {
  if (values.mdx && rendered(text, true) !== null) compiles++;
  for (const says of await judge(text, desk).catch((error: unknown) => [
    `threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  ])) {
    const kind = says.replace(/[:{"].*/s, "").replace(/^mended by (?!.*alone).*? it /, "mended it ");
    const known = failures.get(kind);
    if (!known) process.stderr.write(`${says}\n  ${JSON.stringify(text)}\n`);
    if (!known || text.length < known.text.length) failures.set(kind, { count: (known?.count ?? 0) + 1, text, says });
    else known.count++;
  }
  if (++done % 1_000 === 0) process.stderr.write(`${done} of ${runs}, ${failures.size} kinds of failures\n`);
}
for (const [kind, { count, text, says }] of failures) process.stdout.write(`${count} × ${kind}\n  ${says}\n  ${JSON.stringify(text)}\n\n`);
process.stdout.write(
  `${done} texts${values.mdx ? `, of which ${compiles} compile` : ""}, ${posts.length} real posts, ${failures.size} kinds of failures, ${Math.round((performance.now() - began) / 1_000)} s\n`,
);
process.exitCode = failures.size === 0 ? 0 : 1;
