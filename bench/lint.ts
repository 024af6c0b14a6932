/** `lint`: how long it takes to read and lint a post of 3,000 words, beside parsing its Markdown alone. */
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { examinePost } from "../src/examine/examine-post.js";
import { atMost, measure, type Bench } from "./measure.js";
import { inTurns, median, timed } from "./quantile.js";

const WORDS = 3_000;
const ROUNDS = 9;

export const lint: Bench = {
  name: "lint",
  about:
    `Reading and linting one post of ${WORDS.toLocaleString("en")} words, with front matter, headings, links, lists, a table and code, as a worker does it. ` +
    "The baseline is parsing the same text with remark and GFM, and looking at nothing.",
  run: async () => {
    const text = longPost();
    const bytes = Buffer.from(text);
    const parser = unified().use(remarkParse).use(remarkGfm);
    const ours = () => timed(() => examinePost({ path: "posts/long.md", bytes, size: bytes.length }));
    const theirs = () => timed(() => parser.parse(text));
    await inTurns(3, ours, theirs);
    const { ours: took, theirs: parsed, ratio } = await inTurns(ROUNDS, ours, theirs);
    return [
      measure({
        name: `a post of ${WORDS.toLocaleString("en")} words`,
        value: median(took),
        unit: "ms",
        baseline: { name: "parsing it", value: median(parsed) },
        ratio,
        target: atMost(3, "ratio"),
      }),
    ];
  },
};

/** About 3,000 words of sixty each in fifty sections. */
function longPost(): string {
  const sentence =
    "Each of these parts does one thing, and says of what it needs and of *what it gives* in `one line` [that links](https://example.org/a).";
  const section = (place: number) =>
    [
      `## Part ${place}`,
      `${sentence}\n${sentence}`,
      place % 5 === 0 ? "| part | size |\n| ---- | ---: |\n| one  |   12 |" : "- the first of them\n- the second of them",
      place % 7 === 0 ? "```ocaml\nlet () = print_endline (greet ())\n```" : "> That is so.",
    ].join("\n\n");
  const head = "---\ntitle: A long post\nauthor: Ada\ntags: [engines]\n---";
  return `${[head, ...Array.from({ length: WORDS / 60 }, (_, place) => section(place + 1))].join("\n\n")}\n`;
}
