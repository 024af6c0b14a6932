/** The outline of a post: so much of its text as has to do with other posts, and little enough to be kept of every post that was ever read. */
import type { PostLinks } from "./post-links.js";
import type { Dated, Post, SeriesPart } from "./post.js";
import { slugOfPath } from "./slug.js";
import type { MarkedText } from "./text-marks.js";

export interface PostOutline {
  /** The most binding first; never empty. */
  readonly slugs: readonly string[];
  /** As its front matter says: `/blog/irmin/`; null when it does not. */
  readonly permalink: string | null;
  /** Null where its Markdown was not parsed. */
  readonly anchors: readonly string[] | null;
  /** None when left out. */
  readonly series?: readonly InSeries[];
  /** When it was published, as it says itself: an instant or a day; left out when it does not. */
  readonly on?: string;
  /** As for the post itself. */
  readonly language?: string;
  readonly translationKey?: string;
}

/** One series that a post is part of. */
export type InSeries = Pick<SeriesPart, "value" | "part">;

interface Outlined {
  readonly post: Pick<Post, "slugs" | "address" | "series" | "dated" | "language" | "translationKey">;
  /** Left out where its Markdown was not parsed. */
  readonly links?: PostLinks | null;
}

export function outlineOf({ post, links }: Outlined): PostOutline {
  return {
    slugs: post.slugs,
    permalink: post.address.find(({ key }) => key.toLowerCase() !== "slug")?.value ?? null,
    anchors: links?.anchors ?? null,
    ...(post.series && { series: post.series.map(({ value, part }) => ({ value, part })) }),
    ...(post.dated && { on: written(post.dated.value) }),
    ...(post.language !== undefined && { language: post.language }),
    ...(post.translationKey !== undefined && { translationKey: post.translationKey }),
  };
}

/** A post with more anchors is a list; all are kept or none, since of some it could not be told which are missing. */
const MOST_ANCHORS = 100;

/** As it is kept of posts that are live. */
export function briefly(outline: PostOutline): PostOutline {
  return (outline.anchors?.length ?? 0) > MOST_ANCHORS ? { ...outline, anchors: null } : outline;
}

/** A text as its outline has it. A name that is not its file's is one that it gives itself. */
export function markedBy(path: string, { slugs: [name], permalink, language, translationKey }: PostOutline): MarkedText {
  return { path, language, translationKey, permalink, name: name === slugOfPath(path) ? null : name };
}

/** Days and instants compare as texts. */
function written(dated: Dated): string {
  return dated.kind === "day" ? dated.day : dated.at;
}

/** `OCaml TLS` and `ocaml-tls` are one series: sites make addresses of their names. */
export function sameSeries(a: string, b: string): boolean {
  return seriesKey(a) === seriesKey(b);
}

export function seriesKey(name: string): string {
  return name
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, "-");
}
