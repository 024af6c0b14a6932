/** Gives the built workers every text that troubles Markdown parsers, and tells how long each took and what memory it came to. */
import { createExaminer } from "../dist/src/examine/pool.js";

const lines = (count, line) => Array.from({ length: count }, (_, n) => line(n)).join("\n");
const table = (columns, rows) => `|${"a|".repeat(columns)}\n|${"-|".repeat(columns)}\n${`|${"x|".repeat(columns)}\n`.repeat(rows)}`;

/** Each by name, at sizes that have been measured to take seconds or gigabytes without limits. */
const KNOWN = [
  ["a megabyte of words", "word ".repeat(200_000)],
  ["ten megabytes of words", "word ".repeat(2_000_000)],
  ...[1_000, 2_000, 5_000, 10_000].map((n) => [`${n} quotes`, `${">".repeat(n)} a`]),
  ["50,000 brackets", "[".repeat(50_000)],
  ["5,000 open links", "[a](".repeat(5_000)],
  ...[100, 200, 400, 800, 2_000].map((rows) => [`a table of 50 columns and ${rows} rows`, table(50, rows)]),
  ...[2_000, 20_000].map((columns) => [`a row of ${columns} columns`, table(columns, 1)]),
  ...[25_000, 50_000, 100_000].map((bytes) => [`${bytes} bytes of emphasis`, "_a__ ".repeat(bytes / 5)]),
  ["10,000 asterisks on both sides", `${"*".repeat(10_000)}a${"*".repeat(10_000)}`],
  ["20,000 asterisks on both sides", `${"*".repeat(20_000)}a${"*".repeat(20_000)}`],
  ...[400, 1_000].map((levels) => [`a list of ${levels} levels`, lines(levels, (n) => `${" ".repeat(n * 2)}- a`)]),
  ["a megabyte of newlines", "\n".repeat(1_000_000)],
  ["a flat list of 20,000", "- a\n".repeat(20_000)],
  ["html", "<b>".repeat(50_000)],
  ["entities", "&amp;".repeat(50_000)],
  ["addresses", "www.a.b ".repeat(30_000)],
  ["footnotes", "[^a]".repeat(50_000)],
  ["backticks", lines(700, (n) => "`".repeat(n))],
];

const SCRAPS = [
  "*",
  "_",
  "**",
  "~~",
  "[",
  "]",
  "](",
  ")",
  "![",
  "`",
  "``",
  "<",
  "<a ",
  ">",
  "> ",
  "- ",
  "1. ",
  "#",
  "|",
  "|-",
  "\n",
  "\n\n",
  "    ",
  "\t",
  "a",
  "é ",
  "\\",
  "&",
  "&#",
  "@",
  "http://",
  "www.",
  "[^",
  "]:",
  ": ",
  "---\n",
  "+++\n",
  "{{",
  "{%",
  "<!--",
  "-->",
  "'",
  '"',
  "\r\n",
  "\u00A0",
  "the ",
];

let seed = 20_140_718;
const random = () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x80000000;
const pick = (list) => list[Math.floor(random() * list.length)];

/** A few scraps over and over, up to what a post may weigh; sometimes with a head and an end. */
function made(n) {
  const unit = Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(SCRAPS)).join("");
  const times = Math.floor((1_000 + random() * 260_000) / unit.length);
  return [
    `made up ${n}: ${JSON.stringify(unit)} ${times} times`,
    `${random() < 0.3 ? "---\ntitle: a\n---\n\n" : ""}${unit.repeat(times)}${random() < 0.5 ? pick(SCRAPS) : ""}`,
  ];
}

const texts = [...KNOWN, ...Array.from({ length: Number(process.argv[2] ?? 200) }, (_, n) => made(n))];
const examiner = createExaminer();
let slowest = { took: 0, name: "" };
let silent = 0;
const encoder = new TextEncoder();
await examiner.readPost("posts/first.md", encoder.encode("# First\n"));
for (const [place, [name, text]] of texts.entries()) {
  const bytes = encoder.encode(text);
  const start = performance.now();
  const { findings } = await examiner.readPost("posts/trouble.md", bytes);
  const took = performance.now() - start;
  if (took > slowest.took) slowest = { took, name };
  if (process.argv[3] === "--each")
    console.error(
      `${took.toFixed(0).padStart(6)} ms ${findings.length} ${name.slice(0, 100)}  ${findings.at(-1)?.rule === "limits" ? findings.at(-1).message.slice(0, 60) : ""}`,
    );
  // What is known to be trouble is told; of what is made up, some has no fault: a hundred thousand blanks are an empty post.
  if ((findings.length === 0 && place < KNOWN.length) || findings.some(({ message }) => message.includes("in the linter"))) silent++;
  const next = await examiner.readPost("posts/next.md", encoder.encode("---\ntitle: Next\n---\n\nIt goes on.\n"));
  if (next.post.title?.value !== "Next" || next.findings.length > 0) silent++;
}
await examiner.close();
// https://nodejs.org/api/process.html#processresourceusage: kibibytes.
console.log(JSON.stringify({ texts: texts.length, slowest, silent, peak: process.resourceUsage().maxRSS * 1024 }));
