/** Makes a rule of a plugin of retext, which reads English where remark reads Markdown: one paragraph at a time, where it may have something to say. */
import type { Heading, Paragraph } from "mdast";
import { toNlcst } from "mdast-util-to-nlcst";
import type { Root } from "nlcst";
import { ParseEnglish } from "parse-english";
import { VFile } from "vfile";
import { plainWordsOf } from "../tree/plain-words.js";
import type { Source, Span } from "../tree/source.js";
import type { CreateVisitor } from "../tree/visitor.js";

type Message = VFile["messages"][number];

interface ProseRemark {
  readonly words: string;
  /** What goes in the place of exactly what the remark is about, where that can change nothing else. */
  readonly replacement?: string;
}

interface Prose<Options> {
  /** Whether a paragraph as written is worth reading: taking English apart costs more than all other rules together. */
  readonly screen: (written: string) => boolean;
  /** Synchronous; leaves its messages in the file. */
  readonly read: (tree: Root, file: VFile, options: Options) => void;
  /** Null to pass over it. `said` is what it is about, as written at `span`. */
  readonly remark: (message: Message, said: string, span: Span, source: Source) => ProseRemark | null;
}

/** Code, addresses and quotations of others are not read, nor are tables; and nothing of texts in other languages. */
export function proseVisitor<Options>({ screen, read, remark }: Prose<Options>): CreateVisitor<Options> {
  return (source, say, options) => {
    // Nodes count from behind a byte order mark.
    const shift = source.text.startsWith("\uFEFF") ? 1 : 0;
    const text = source.text.slice(shift);
    const visit = (node: Heading | Paragraph) => {
      if (!screen(source.written(node)) || !source.isEnglish()) return;
      const file = new VFile({ value: text });
      read(englishOf(node, file), file, options);
      for (const message of file.messages) {
        const { place, actual } = message;
        if (place === undefined || !("start" in place) || actual === undefined) continue;
        const at = (place.start.offset ?? 0) + shift;
        const span = located(source, source.span(node), at, actual);
        const said = span && remark(message, actual, span, source);
        const { words, replacement } = said ?? {};
        if (words === undefined || !span) continue;
        const sure = replacement !== undefined && plainWordsOf(source.text, source.span(node))(span, replacement);
        say(words, span, sure ? replacement : undefined);
      }
    };
    return {
      heading: visit,
      paragraph: (node, parent) => {
        if (parent?.type !== "blockquote") visit(node);
      },
    };
  };
}

/** Where words stand in a paragraph: offsets slip when a line of it is indented. Null when they are not there as read. */
function located({ text }: Source, paragraph: Span, at: number, words: string): Span | null {
  if (text.startsWith(words, at)) return { start: at, end: at + words.length };
  const before = text.lastIndexOf(words, at);
  const after = text.indexOf(words, at);
  const near = before >= paragraph.start && (after === -1 || at - before < after - at) ? before : after;
  return near === -1 || near + words.length > paragraph.end ? null : { start: near, end: near + words.length };
}

const read = new WeakMap<Heading | Paragraph, Root>();

/** Taken apart once for all rules that ask. */
function englishOf(node: Heading | Paragraph, file: VFile): Root {
  const known = read.get(node);
  if (known) return known;
  const tree = toNlcst(node, file, ParseEnglish);
  read.set(node, tree);
  return tree;
}
