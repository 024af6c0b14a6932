/** `lint-files`: the command on a folder of posts, beside the linters that people would run otherwise. */
import { rm } from "node:fs/promises";
import { VFile } from "vfile";
import { PLAIN_SETTINGS } from "../src/desk/facts/lint-settings.js";
import { houseStyle } from "../src/desk/lint/house-style.js";
import { parseMarkdown } from "../src/desk/lint/processor.js";
import { runRules } from "../src/desk/lint/run-rules.js";
import { keepReading } from "../src/desk/lint/tree/reading-of.js";
import { readPost } from "../src/desk/posts/read-post.js";
import { folderOfPosts, postOf } from "./lint-posts.js";
import { lintersIn } from "./linters.js";
import { atLeast, atMost, measure, type Bench, type Measure } from "./measure.js";
import { inTurns, median, timed } from "./quantile.js";

/** Enough that what each process pays once, at its start, is not most of what is measured. */
const POSTS = 1_000;
const ROUNDS = 2;
const SLOWEST = 5;
const PATH = "posts/a.md";

export const lintFiles: Bench = {
  name: "lint-files",
  about:
    `\`presstime lint\` on ${POSTS} posts of about 1,500 words, from the start of the process to its end, with all rules that are on by themselves and without its cache; ` +
    `then again with it. The baselines are \`remark-cli\` with the presets whose rules are among ours, and \`markdownlint-cli2\` with its own; ${ROUNDS} rounds, in turns. ` +
    `The slowest rules are told one by one, each running alone on trees that are there, beside all rules together.`,
  async run() {
    const folder = await folderOfPosts(POSTS);
    try {
      const { ours, remark, markdownlint } = await lintersIn(folder);
      const cold = async () => (await ours("--no-cache")).took;
      const warm = async () => (await ours()).took;
      const beside = await inTurns(ROUNDS, cold, async () => (await remark()).took);
      const besides = await inTurns(ROUNDS, cold, async () => (await markdownlint()).took);
      const [first, again] = [await warm(), median([await warm(), await warm(), await warm()])];
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
          name: "a second run, which finds everything in the cache",
          value: again,
          unit: "ms",
          baseline: { name: "the first", value: first },
          target: atMost(400),
        }),
        ...(await slowestRules()),
      ];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

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
