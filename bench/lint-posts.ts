/** Posts for benches of the linter: as long as real ones and with what real ones hold, the same at each run. */
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const WORDS =
  "the of unikernel storage branch merge network stack library kernel with and function build release module type signature we it which also then when because small fast simple test write read log packet device driver key value tree commit protocol client server parser".split(
    " ",
  );

const PEOPLE = ["Ada Lovelace", "Grace Hopper", "Barbara Liskov", "Edsger Dijkstra", "Robin Milner", "José Valim", "Ana Sá"];

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

/** How many of the posts' words are in a release's list, whatever its post says besides. */
const CHANGES = 60;
const ADDRESSES = 17;
const MEDIAN = 1_500;
/** Of headings, front matter and code. */
const OTHER_WORDS = 140;

/**
 * As a project announces its releases: words of its own, a list of 60 changes, each with two links, and 17 addresses that nothing
 * marks as such. Half of a thousand have more than 1,500 words; one in fifty has three times as many.
 */
export function releaseOf(seed: number): string {
  const random = randomFrom(seed + 50_000);
  const version = `${1 + (seed % 20)}.${seed % 13}.${seed % 7}`;
  const changes = Array.from({ length: CHANGES }, () => change(random));
  const downloads = Array.from(
    { length: ADDRESSES - 4 },
    (_, n) => `${plain(random)}: https://example.org/dist/v${version}/engine-v${version}-${n}.tar.gz`,
  );
  const mentions = Array.from({ length: 4 }, (_, n) => `${sentence(random)}\nSee https://example.org/${version}/notes/${n} for more.`);
  const listed = [...changes, ...downloads, ...mentions].join(" ").split(" ").length;
  const share = Math.exp(0.55 * (random() + random() + random() + random() - 2) * Math.sqrt(3));
  const words = Math.max(50, MEDIAN * share - listed - OTHER_WORDS);
  return `${postOf(seed, words)}\n${[...mentions, "### Changes", changes.join("\n"), "### Downloads", downloads.join(" \\\n")].join("\n\n")}\n`;
}

/** A folder with that many posts under `posts/`. Whoever asks removes it. */
export async function folderOfPosts(count: number, post = (seed: number) => postOf(seed, 1_500)): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "presstime-lint-"));
  await mkdir(join(folder, "posts"));
  await mkdir(join(folder, ".git"));
  await mkdir(join(folder, "node_modules"));
  await Promise.all(Array.from({ length: count }, (_, n) => writeFile(join(folder, "posts", `post-${n}.md`), post(n + 1))));
  return folder;
}

function change(random: Random): string {
  const any = (most: number) => Math.floor(random() * most);
  const commit = any(0x7fffffff).toString(16).padStart(10, "c0ffee");
  const [area, name] = [WORDS[any(WORDS.length)] ?? "", PEOPLE[any(PEOPLE.length)] ?? ""];
  const at = "https://example.com/engine/engine";
  const pull = 1_000 + any(50_000);
  return `- \\[[\`${commit}\`](${at}/commit/${commit})] - **${area}**: ${plain(random)} (${name}) [#${pull}](${at}/pull/${pull})`;
}

/** Words without any mark. */
function plain(random: Random): string {
  return Array.from({ length: 3 + Math.floor(random() * 4) }, () => WORDS[Math.floor(random() * WORDS.length)]).join(" ");
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
