/** The contents of files in a history: a post says its slug, byline and words; of any other file it is enough that contents differ. */
import type { Reading } from "../../../src/desk/facts/snapshot.js";
import { readPost } from "../../../src/desk/posts/read-post.js";

export interface Text {
  readonly slug: string;
  readonly byline: readonly string[];
  /** Another draft of it has others. */
  readonly words: string;
  readonly errors?: number;
  /** Left out where the text states none. */
  readonly date?: string;
  readonly address?: string;
  readonly leadsTo?: readonly string[];
}

export function contentOf(text: Text): string {
  return JSON.stringify(text);
}

export function textOf(content: string): Text | null {
  return content.startsWith("{") ? (JSON.parse(content.replace(/ \(dated\)$/, "")) as Text) : null;
}

/** What the app itself made of a content when it set the date. */
export function dated(content: string): string {
  return content.endsWith(" (dated)") ? content : `${content} (dated)`;
}

export function undated(content: string): string {
  return content.replace(/ \(dated\)$/, "");
}

const READINGS = new Map<string, Reading>();
const PLACE = { line: 1, column: 1, endLine: 1, endColumn: 2 };

export function readingOf(path: string, content: string): Reading | null {
  const text = textOf(content);
  if (!text) return null;
  const key = `${path} ${content}`;
  const known = READINGS.get(key);
  if (known) return known;
  const { slug, byline, errors = 0, date, address, leadsTo = [] } = text;
  const read = readPost(
    path,
    [
      "---",
      `title: About ${slug}`,
      ...(byline.length > 0 ? [`author: [${byline.join(", ")}]`] : []),
      ...(date === undefined ? [] : [`date: ${date}`]),
      ...(address === undefined ? [] : [`permalink: ${address}`]),
      "---",
      "",
      `Words ${text.words}.`,
      "",
    ].join("\n"),
  );
  // The path of a history's post may say nothing of its name.
  const post = { ...read.post, slug, slugs: [slug, ...read.post.slugs.filter((one) => one !== slug)] };
  const findings = Array.from(
    { length: errors },
    () => ({ rule: "front-matter", severity: "error", message: "Unexpected sign, expected another", place: PLACE }) as const,
  );
  const place = { line: 7, column: 1, endLine: 7, endColumn: 9 };
  const reading: Reading = {
    post: content.endsWith(" (dated)") ? { ...post, dates: [], flags: [], address: [] } : post,
    findings,
    ...(leadsTo.length > 0 && { links: { links: leadsTo.map((to) => ({ target: `${to}.md`, place })), images: [], anchors: [] } }),
  };
  READINGS.set(key, reading);
  return reading;
}
