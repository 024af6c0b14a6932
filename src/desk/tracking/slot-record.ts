/**
 * The record of slots: what the board keeps, hidden, of every slot that was announced for its posts, so that GitHub knows it too.
 * Losing the ledger then loses no slip. It is read only in a board that the app wrote, and only where the ledger knows nothing.
 */
import type { Announcement, Board } from "../facts/snapshot.js";
import type { JudgedPost } from "../judged.js";
import type { Instant } from "../time/zone.js";

/** Characters, of the 65,536 that an issue holds; some 400 posts that never moved. */
const LONGEST = 24_000;
/** Of one post, the first and the last ones; what lies between is said to be unknown. */
const MOST_OF_ONE = 12;

const OPENING = "<!-- slots ever announced; this line and the next ones are for Presstime";
const RECORD = /^<!-- slots ever announced;[^\n]*\n([^]*?)\n-->/m;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const GAP = "…";
const RECOVERED = "The reason is not known any more. Presstime read this slot from the board after its own record was lost.";

/** An HTML comment, the posts that moved first; empty when nothing was announced. */
export function writeSlotRecord(posts: readonly Pick<JudgedPost, "slug" | "announced">[]): string {
  const told = posts.filter(({ announced }) => announced.length > 0);
  const lines = told.toSorted((a, b) => b.announced.length - a.announced.length).map(lineOf);
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > LONGEST) break;
    kept.push(line);
  }
  return kept.length === 0 ? "" : [OPENING, ...kept, "-->"].join("\n");
}

/** `slug slot/told/mover slot/told/mover …`: neither a slug nor a login can end the comment, whatever they are. */
function lineOf({ slug, announced }: Pick<JudgedPost, "slug" | "announced">): string {
  const most = announced.length > MOST_OF_ONE;
  const ends = most ? [...announced.slice(0, 1), null, ...announced.slice(1 - MOST_OF_ONE)] : announced;
  return [escaped(slug), ...ends.map((one) => (one ? entryOf(one) : GAP))].join(" ");
}

function entryOf({ slot, at, by, earlier }: Announcement): string {
  const entry = `${slot}/${at}/${escaped(by ?? "")}`;
  return earlier === "unknown" ? `${GAP} ${entry}` : entry;
}

function escaped(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"))
    .replaceAll("--", "-%2D")
    .replaceAll("!", "%21");
}

/** What the boards tell of posts by their slugs, oldest first; `unknown` when they show that it had a slot and do not tell which. */
export function readSlotRecords(boards: readonly Board[]): (slug: string) => readonly Announcement[] | "unknown" {
  const told = new Map<string, readonly Announcement[]>();
  for (const { body } of boards) {
    for (const line of RECORD.exec(body)?.[1]?.split("\n") ?? []) {
      const [first = "", ...words] = line.split(" ");
      const slug = unescaped(first).toLowerCase();
      const entries = entriesOf(words);
      if (entries.length > (told.get(slug)?.length ?? 0)) told.set(slug, entries);
    }
  }
  const shown = new Set(boards.flatMap(({ body }) => slugsShown(body)));
  return (slug) => told.get(slug.toLowerCase()) ?? (shown.has(slug.toLowerCase()) ? "unknown" : []);
}

function entriesOf(words: readonly string[]): readonly Announcement[] {
  return words.flatMap((word, index): Announcement[] => {
    const [slot = "", at = "", by = ""] = word.split("/");
    if (!INSTANT.test(slot) || !INSTANT.test(at)) return [];
    const gap = words[index - 1] === GAP;
    const mover = unescaped(by);
    return [
      { slot: slot as Instant, at: at as Instant, by: mover === "" ? null : mover, why: RECOVERED, ...(gap && { earlier: "unknown" }) },
    ];
  });
}

/** The slugs of the rows that have a slot in them, as the board's table is written; a dash stands for none. */
function slugsShown(body: string): readonly string[] {
  return [...body.matchAll(/^\| (?!–)[^|\n]*\|[^|\n]*<br>`([^`\n]+)`/gm)].map(([, slug = ""]) => slug.toLowerCase());
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
