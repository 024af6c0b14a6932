/** Posts for benches of the linter: as long as real ones and with what real ones hold, the same at each run. */
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const WORDS =
  "the of unikernel storage branch merge network stack library kernel with and function build release module type signature we it which also then when because small fast simple test write read log packet device driver key value tree commit protocol client server parser".split(
    " ",
  );

/** A post of about so many words; `seed` says which. */
export function postOf(seed: number, words: number): string {
  const random = randomFrom(seed);
  const parts = [
    `---\ntitle: What we learned, part ${seed}\nauthor: Ada\ndate: 2014-07-${10 + (seed % 20)}\ntags: [storage, network]\n---`,
  ];
  let written = 0;
  let sections = 0;
  while (written < words) {
    if (written >= sections * 200) parts.push(`## Section ${++sections} of part ${seed}`);
    const { text, count } = paragraph(random);
    parts.push(text);
    written += count;
  }
  return `${parts.join("\n\n")}\n`;
}

/** A folder with that many posts of about 1,500 words under `posts/`. Whoever asks removes it. */
export async function folderOfPosts(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "presstime-lint-"));
  await mkdir(join(folder, "posts"));
  await mkdir(join(folder, ".git"));
  await mkdir(join(folder, "node_modules"));
  await Promise.all(Array.from({ length: count }, (_, n) => writeFile(join(folder, "posts", `post-${n}.md`), postOf(n + 1, 1_500))));
  return folder;
}

type Random = () => number;

/** https://en.wikipedia.org/wiki/Linear_congruential_generator, with the numbers of ANSI C. */
function randomFrom(seed: number): Random {
  let at = seed * 977 + 3;
  return () => (at = (at * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x80000000;
}

function paragraph(random: Random): { readonly text: string; readonly count: number } {
  const kind = random();
  const sentences = (count: number) => Array.from({ length: count }, () => sentence(random));
  if (kind < 0.7) return counted(sentences(3 + Math.floor(random() * 4)).join("\n"));
  if (kind < 0.8)
    return counted(
      sentences(4)
        .map((one) => `- ${one}`)
        .join("\n"),
    );
  if (kind < 0.87) return { text: "```ocaml\nlet greeting = 1\nlet () = print greeting\n```", count: 10 };
  if (kind < 0.9) return { text: "| part | size |\n| ---- | ---- |\n| one  | 12   |\n| two  | 34   |", count: 8 };
  if (kind < 0.95) return counted(`> ${sentence(random)}`);
  return counted(
    sentences(2)
      .map((one, n) => `${n + 1}. ${one}`)
      .join("\n"),
  );
}

function counted(text: string): { readonly text: string; readonly count: number } {
  return { text, count: text.split(/\s+/).length };
}

function sentence(random: Random): string {
  const words: string[] = [];
  for (let left = 8 + Math.floor(random() * 12); left > 0; left--) {
    const word = WORDS[Math.floor(random() * WORDS.length)] ?? "word";
    if (word === words.at(-1)) continue;
    const mark = random();
    if (mark < 0.02) words.push(`*${word}*`);
    else if (mark < 0.04) words.push(`**${word}**`);
    else if (mark < 0.06) words.push(`\`${word}\``);
    else if (mark < 0.08) words.push(`[${word}](https://example.org/${word})`);
    else if (mark < 0.082) words.push(`[${word}][]`);
    else words.push(word);
  }
  return `${words.join(" ")}.`;
}
