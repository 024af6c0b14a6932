/** What a rule is shown of a post: its text, its tree, its front matter, and where things are. */
import type { Nodes, Root } from "mdast";
import { location } from "vfile-location";
import type { VFile } from "vfile";
import type { Point } from "unist";
import type { Place } from "../../facts/finding.js";
import type { Span } from "../../facts/lines.js";
import type { Post } from "../../facts/post.js";
import { languageOf } from "../../facts/text-marks.js";
import { readsEnglish } from "./reads-english.js";
import { pathOf, readingOf, type PostReading } from "./reading-of.js";

export type { Span };

export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: Root;
  /** Read at the first call: most posts' rules need it, most rules do not. */
  readonly reading: () => PostReading;
  /** As its front matter says, or the desk, or its path (`irmin.fr.md`, `content/fr/irmin.md`), or else as it reads. */
  readonly isEnglish: () => boolean;
  /** Where a node stands in the text. */
  readonly span: (node: Nodes) => Span;
  /** The text of a node as written, its marks included. */
  readonly written: (node: Nodes) => string;
  readonly points: (where: Span | Place) => { readonly start: Point; readonly end: Point };
}

/** `language`: what the desk says of the file's. */
export function sourceOf(tree: Root, file: VFile, language: string | null = null): Source {
  const text = String(file);
  // micromark steps over a byte order mark without counting it.
  const shift = text.startsWith("\uFEFF") ? 1 : 0;
  let places: ReturnType<typeof location> | null = null;
  let english: boolean | null = null;
  const span = ({ position }: Nodes): Span => ({
    start: (position?.start.offset ?? 0) + shift,
    end: (position?.end.offset ?? 0) + shift,
  });
  const point = (offset: number): Point => {
    places ??= location(text);
    return places.toPoint(Math.max(0, Math.min(offset, text.length))) ?? { line: 1, column: 1, offset: 0 };
  };
  return {
    path: pathOf(file),
    text,
    tree,
    reading: () => readingOf(file),
    isEnglish: () => (english ??= isEnglish(readingOf(file).post, language, tree)),
    span,
    written: (node) => {
      const { start, end } = span(node);
      return text.slice(start, end);
    },
    points: (where) =>
      "line" in where
        ? { start: { line: where.line, column: where.column }, end: { line: where.endLine, column: where.endColumn } }
        : { start: point(where.start), end: point(where.end) },
  };
}

function isEnglish({ path, language: said }: Post, language: string | null, tree: Root): boolean {
  const named = said ?? language ?? languageOf({ path });
  return named === null ? readsEnglish(tree) : /^en\b/.test(named);
}
