/**
 * Words are spelt as in the dictionary.
 *
 * Off unless the desk turns it on or lists words of its own under `lint.words`: posts on software are full of names that no
 * dictionary knows. It knows American English, the desk's words and the names on the by-line. Code and words with digits are passed
 * over, and so are words with a capital, most of which are names. Each word is told once a post.
 *
 * ## Good
 *
 * ```md {"options":{"words":["unikernel"]}}
 * Irmin is a store for a unikernel, written with `opam`.
 * ```
 *
 * ## Bad
 *
 * ```md {"options":{"words":["unikernel"]}}
 * A stroe for a unikernel, and another stroe.
 * ```
 *
 * ```text
 * 1:3-1:8 Unexpected unknown word `stroe`, expected one of the dictionary or of `lint.words` in the desk
 * ```
 */
import retextSpell from "retext-spell";
import type { Root } from "nlcst";
import type { VFile } from "vfile";
import { z } from "zod";
import { ownRuleWith } from "../rule-kinds/own-rule.js";
import type { Source } from "../tree/source.js";
import { proseVisitor } from "./prose-rule.js";

/** In Hunspell's form. Whoever runs the rule hands it in: the desk reads no files, and it is only needed where the rule is on. */
export interface Dictionary {
  readonly aff: Uint8Array;
  readonly dic: Uint8Array;
}

const options = z
  .object({
    words: z.array(z.string().max(60)).max(5_000).default([]).meta({ description: "Words that are spelt right here, besides the desk's." }),
    dictionary: z.custom<Dictionary>((value) => typeof value === "object" && value !== null && "aff" in value && "dic" in value).optional(),
  })
  .prefault({});

type Options = z.output<typeof options>;
type Check = (tree: Root, file: VFile, next: () => undefined) => void;

const checks = new WeakMap<Dictionary, Map<string, Check>>();

/** A dictionary takes a tenth of a second to load: once for each list of words. */
function checkWith(dictionary: Dictionary, words: readonly string[]): Check {
  const known = checks.get(dictionary) ?? new Map<string, Check>();
  checks.set(dictionary, known);
  const key = words.join("\n");
  // Suggestions take up to a second each, and the library makes them for the first so many words of all posts: so none.
  const check = known.get(key) ?? retextSpell({ dictionary, personal: key, max: -1 });
  if (known.size > 3) known.clear();
  known.set(key, check);
  return check;
}

const told = new WeakMap<Source, Set<string>>();

export const spelling = ownRuleWith(
  { id: "spelling", says: "Words are spelt as in the dictionary.", severity: "advice", on: false },
  options,
  proseVisitor<Options>({
    screen: (written) => /\p{L}{2}/u.test(written),
    read: (tree, file, { dictionary, words }) => {
      if (dictionary) checkWith(dictionary, words)(tree, file, () => undefined);
    },
    remark: ({ reason }, said, { start, end }, source) => {
      const before = told.get(source) ?? new Set(namesOf(source));
      told.set(source, before);
      const word = said.toLowerCase();
      if (!reason.startsWith("Unexpected unknown word") || /[\d\p{Lu}]/u.test(said) || before.has(word)) return null;
      if (inAddress(source.text, start, end)) return null;
      before.add(word);
      return { words: `Unexpected unknown word \`${said.slice(0, 60)}\`, expected one of the dictionary or of \`lint.words\` in the desk` };
    },
  }),
);

/** The words of the names on the by-line. */
function namesOf(source: Source): readonly string[] {
  return source.reading().post.byline.flatMap(({ value }) => value.toLowerCase().split(/[\s.-]+/));
}

/** An address, a file's name or a template, by what stands around a word up to the next blank. */
function inAddress(text: string, start: number, end: number): boolean {
  const before = /\S{0,200}$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? "";
  const after = /^\S{0,200}/.exec(text.slice(end, end + 200))?.[0] ?? "";
  const line = text.slice(text.lastIndexOf("\n", start) + 1, start);
  return (
    /:\/\/|@|[\w-]\.[\w-]|^[~/]|[_/]/.test(before + text.slice(start, end) + after.replace(/\]?\(.*$/, "")) ||
    /\{[{%](?!.*[}%]\})/.test(line)
  );
}
