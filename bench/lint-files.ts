/** `lint-files`: the command on a folder of posts, beside the linters that people would run otherwise. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { VFile } from "vfile";
import { PLAIN_SETTINGS } from "../src/desk/facts/lint-settings.js";
import { houseStyle } from "../src/desk/lint/house-style.js";
import { parseMarkdown } from "../src/desk/lint/processor.js";
import { runRules } from "../src/desk/lint/run-rules.js";
import { keepReading } from "../src/desk/lint/tree/reading-of.js";
import { readPost } from "../src/desk/posts/read-post.js";
import { folderOfPosts, postOf } from "./lint-posts.js";
import { atLeast, atMost, measure, type Bench, type Measure } from "./measure.js";
import { ROOT } from "./processes.js";
import { inTurns, median, timed } from "./quantile.js";

/** Enough that what each process pays once, at its start, is not most of what is measured. */
const POSTS = 1_000;
const ROUNDS = 2;
const SLOWEST = 5;
const PATH = "posts/a.md";

/** The same rules of remark-lint that the house style takes in; ours has its own besides. By paths: the posts have no modules above them. */
const REMARK = {
  plugins: [
    bin("remark-preset-lint-recommended/index.js"),
    bin("remark-preset-lint-consistent/index.js"),
    bin("remark-gfm/index.js"),
    [bin("remark-frontmatter/index.js"), ["yaml", "toml"]],
  ],
};

export const lintFiles: Bench = {
  name: "lint-files",
  about:
    `\`presstime lint\` on ${POSTS} posts of about 1,500 words, from the start of the process to its end, with all rules that are on by themselves and without its cache; ` +
    `then again with it. The baselines are \`remark-cli\` with the presets whose rules are among ours, and \`markdownlint-cli2\` with its own; ${ROUNDS} rounds, in turns. ` +
    `The slowest rules are told one by one, each running alone on trees that are there, beside all rules together.`,
  async run() {
    const folder = await folderOfPosts(POSTS);
    try {
      await writeFile(join(folder, ".remarkrc.json"), JSON.stringify({ plugins: [] }));
      const rc = join(folder, "remark-of-the-bench.json");
      await writeFile(rc, JSON.stringify(REMARK));
      const ours = (...more: readonly string[]) =>
        run(folder, join(ROOT, "dist/cli/presstime.js"), "lint", "posts", "--format", "json", ...more);
      const remark = () => run(folder, bin("remark-cli/cli.js"), "--no-config", "--rc-path", rc, "--quiet", "posts");
      const markdownlint = () => run(folder, bin("markdownlint-cli2/markdownlint-cli2-bin.mjs"), "posts/*.md");
      const beside = await inTurns(ROUNDS, () => ours("--no-cache"), remark);
      const besides = await inTurns(ROUNDS, () => ours("--no-cache"), markdownlint);
      const [first, again] = [await ours(), median([await ours(), await ours(), await ours()])];
      return [
        measure({
          name: "posts a second, beside remark-cli",
          value: (1_000 * POSTS) / median(beside.ours),
          unit: "a second",
          baseline: { name: "remark-cli", value: (1_000 * POSTS) / median(beside.theirs) },
          ratio: 1 / beside.ratio,
          target: atLeast(2.5, "ratio"),
        }),
        measure({
          name: "time, beside markdownlint-cli2",
          value: median(besides.ours),
          unit: "ms",
          baseline: { name: "markdownlint-cli2", value: median(besides.theirs) },
          ratio: besides.ratio,
          target: atMost(1.5, "ratio"),
        }),
        measure({
          name: "the first run by the second, which finds everything in the cache",
          value: first / again,
          unit: "times",
          baseline: { name: "the second run, in ms", value: again },
          target: atLeast(50),
        }),
        ...(await slowestRules()),
      ];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

function bin(path: string): string {
  return join(ROOT, "node_modules", path);
}

/** Milliseconds from start to end; a linter that finds something ends with 1. */
async function run(folder: string, ...words: readonly string[]): Promise<number> {
  return timed(async () => {
    const child = spawn(process.execPath, words, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (some: Buffer) => (said += some.toString()));
    const [code] = (await once(child, "close")) as [number | null];
    // All three end with 1 when they find something; remark does too when it could not even begin.
    if ((code !== 0 && code !== 1) || /Cannot|cannot|ENOENT/.test(said))
      throw new Error(`Unexpected end ${code ?? "by a signal"} of ${words.join(" ")}, expected 0 or 1: ${said.slice(0, 300)}`);
  });
}

async function slowestRules(): Promise<readonly Measure[]> {
  const texts = Array.from({ length: 40 }, (_, n) => postOf(n + 1, 1_500));
  const posts = texts.map((text) => ({ text, tree: parseMarkdown(text), read: readPost(PATH, text) }));
  const all = houseStyle(PLAIN_SETTINGS);
  const timeOf = async (rules: typeof all) => {
    const lint = runRules(rules, { reading: false });
    const pass = () => {
      for (const { text, tree, read } of posts) {
        const file = new VFile({ path: PATH, value: text });
        keepReading(file, read);
        lint(tree, file);
      }
    };
    pass();
    return median([await timed(pass), await timed(pass), await timed(pass)]) / posts.length;
  };
  const together = await timeOf(all);
  const alone: { readonly id: string; readonly took: number }[] = [];
  for (const one of all) alone.push({ id: one.rule.id, took: await timeOf([one]) });
  return alone
    .sort((a, b) => b.took - a.took)
    .slice(0, SLOWEST)
    .map(({ id, took }) =>
      measure({
        name: `rule \`${id}\` alone`,
        value: took,
        unit: "ms a post",
        baseline: { name: `all ${all.length} rules`, value: together },
      }),
    );
}
