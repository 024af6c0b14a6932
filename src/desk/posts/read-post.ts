/** Reads a post: its fields in whichever front matter they stand, each with its place, and what is wrong with them. START HERE. */
import type { Finding } from "../facts/finding.js";
import { linesOf, type Lines, type Span } from "../facts/lines.js";
import type { Field, Post } from "../facts/post.js";
import { remark } from "./front-matter/matter-finding.js";
import { firstText, NO_MATTER, type Fields, type Matter } from "./front-matter/matter.js";
import { readBodyMarker } from "./front-matter/read-body-marker.js";
import { readHeaders } from "./front-matter/read-headers.js";
import { readToml } from "./front-matter/read-toml.js";
import { readYaml } from "./front-matter/read-yaml.js";
import { readByline } from "./read-byline.js";
import { readDates } from "./read-dates.js";
import { readLanguage } from "./read-language.js";
import { readPostBody } from "./read-post-body.js";
import { readSeries } from "./read-series.js";
import { readSlugs } from "./read-slug.js";
import { readTags } from "./read-tags.js";
import { readWritten } from "./read-written.js";
import { recogniseSite } from "./recognise-site.js";
import { splitMatter, type Split } from "./split-matter.js";

export interface PostReading {
  readonly post: Post;
  readonly findings: readonly Finding[];
  /** Offset at which the body begins: what stands before it is no Markdown. */
  readonly body: number;
}

/** Characters of front matter; the longest of 2,637 real ones had under 5,000. */
export const LONGEST_MATTER = 32_768;
const LONGEST_TITLE = 500;

/** Never throws, whatever the text is: what cannot be read is a finding, and the rest is read all the same. */
export function readPost(path: string, text: string): PostReading {
  const lines = linesOf(text);
  const split = splitMatter(lines);
  const matter = readMatter(lines, split);
  const { fields } = matter;
  const { heading, words } = readPostBody(lines, split.body);
  const dates = readDates(path, lines, fields);
  const slugs = readSlugs(path, fields);
  const title = firstText(fields, ["title", "subject"]) ?? heading;
  const written = readWritten(lines, fields);
  const tagged = readTags(lines, fields);
  const series = readSeries(lines, fields);
  // One that hides the post is never outdone by one that does not.
  const flag = written.flags.find(({ value }) => value) ?? written.flags[0] ?? null;
  const post: Post = {
    path,
    slug: slugs[0] ?? path,
    slugs,
    title: title && textField(lines, title),
    description: mapped(firstText(fields, ["description", "summary", "excerpt"]), (found) => textField(lines, found)),
    byline: readByline(lines, fields, split.body),
    dated: dates.dated,
    tags: tagged.map(({ value }) => value),
    tagged,
    ...(series.length > 0 && { series }),
    dates: written.dates,
    expires: written.expires,
    unpublished: flag && { value: flag.value, place: flag.place },
    flags: written.flags,
    address: written.address,
    ...readLanguage(fields),
    site: recogniseSite(path, split.format, fields),
    ending: text.slice(0, split.body).includes("\r\n") ? "\r\n" : "\n",
    format: split.format,
    words,
  };
  const empty = emptyTitle(lines, fields);
  const missing = empty ? [empty] : title ? [] : [noTitle(lines, split)];
  return { post, body: split.body, findings: [...byteOrderMark(lines), ...split.findings, ...matter.findings, ...dates.findings, ...missing] };
}

/** Both front matters when there are two; the first wins where they disagree. */
function readMatter(lines: Lines, split: Split): Matter {
  const first = readInner(lines, split.format, split.inner);
  if (!split.second) return first;
  const second = readInner(lines, split.second.format, split.second.inner);
  return { fields: new Map([...second.fields, ...first.fields]), findings: [...first.findings, ...second.findings] };
}

function readInner(lines: Lines, format: Split["format"], inner: Span | null): Matter {
  if (inner === null || format === "none") return NO_MATTER;
  if (inner.end - inner.start > LONGEST_MATTER) {
    const message = `Unexpected front matter of ${inner.end - inner.start} characters, expected at most ${LONGEST_MATTER}; keep what the site does not ask for in the post`;
    return { ...NO_MATTER, findings: [remark(lines, { start: inner.start, end: inner.start }, "limits", "error", message)] };
  }
  switch (format) {
    case "yaml":
      return readYaml(lines, inner);
    case "toml":
      return readToml(lines, inner);
    case "body-marker":
      return readBodyMarker(lines, inner);
    case "headers":
      return readHeaders(lines, inner);
  }
}

function textField(lines: Lines, { text, span }: { readonly text: string; readonly span: Span }): Field<string> {
  return { value: text.replace(/\s+/g, " ").slice(0, LONGEST_TITLE), place: lines.place(span) };
}

function mapped<From, To>(value: From | null, to: (value: From) => To): To | null {
  return value === null ? null : to(value);
}

/** One that is there and says nothing: a site shows it, whatever heading the text has. */
function emptyTitle(lines: Lines, fields: Fields): Finding | null {
  const field = fields.get("title");
  if (!field || (field.kind !== "empty" && !(field.kind === "text" && field.text.trim() === ""))) return null;
  return remark(lines, field.span, "title", "error", "Unexpected empty `title` in the front matter, expected the title of the post");
}

function noTitle(lines: Lines, split: Split): Finding {
  const [where, remedy] =
    split.format === "toml"
      ? ["`title` in the front matter", "such as `title = \"…\"`"]
      : split.format === "none"
        ? ["front matter with a `title`, or a heading `# …`", "at the top of the file"]
        : ["`title` in the front matter", "such as `title: …`"];
  const span = { start: split.inner?.start ?? 0, end: split.inner?.start ?? 0 };
  return remark(lines, span, "title", "error", `Unexpected post without a title, expected ${where}, ${remedy}`);
}

function byteOrderMark(lines: Lines): readonly Finding[] {
  if (!lines.text.startsWith("\uFEFF")) return [];
  const message = "Unexpected byte order mark at the start of the file, expected none; save it as UTF-8 without one, or some sites miss the front matter";
  return [remark(lines, { start: 0, end: 1 }, "byte-order-mark", "warning", message)];
}
