/** Reads the comment that a rule's file begins with: it is the rule's page, and its examples are the rule's tests. */

export interface RuleComment {
  /** The first sentence. */
  readonly says: string;
  /** Markdown before the first heading, without the first sentence. */
  readonly why: string;
  readonly good: readonly Example[];
  readonly bad: readonly Example[];
}

export interface Example {
  /** As it is shown: what cannot be seen is written `‹U+200B›`, and a space as `␠`. */
  readonly shown: string;
  /** As it is linted. */
  readonly text: string;
  readonly settings: ExampleSettings;
  /** `line:column-line:column message`, in the order of the post; none when it is good. */
  readonly messages: readonly string[];
  /** What the fixes make of it; null when nothing is fixed. */
  readonly fixed: string | null;
}

export interface ExampleSettings {
  readonly path?: string;
  readonly options?: unknown;
  /** What a rule that looks beyond the post is told of the site. */
  readonly site?: Readonly<Record<string, unknown>>;
  /** False for a text that does not end with its line. */
  readonly newline?: boolean;
}

/** Throws when the comment is not a page. */
export function readRuleComment(source: string): RuleComment {
  const comment = /^\/\*\*\n([^]*?)\n \*\/\n/.exec(source)?.[1];
  if (comment === undefined) throw new Error("Unexpected file without a leading comment of several lines, expected its page there");
  // The end of a comment inside of a comment is written with a backslash.
  const page = comment.replace(/^ \* ?/gm, "").replaceAll("*\\/", "*/");
  const [head = "", ...sections] = page.split(/^## (?=(?:Good|Bad)$)/m);
  const [says = "", ...why] = head.split("\n\n");
  const examples = (title: string) => examplesIn(sections.find((section) => section.startsWith(`${title}\n`)) ?? "");
  return { says: says.replaceAll("\n", " "), why: why.join("\n\n").trim(), good: examples("Good"), bad: examples("Bad") };
}

const FENCE = /^(`{3,})(\w+)(?: (.*))?\n([^]*?)\n?^\1$/gm;

function examplesIn(section: string): readonly Example[] {
  const examples: Example[] = [];
  for (const [, , kind, rest = "", shown = ""] of section.matchAll(FENCE)) {
    const last = examples.at(-1);
    if (kind === "text" && last) examples[examples.length - 1] = { ...last, messages: shown.split("\n") };
    else if (rest === "fixed" && last) examples[examples.length - 1] = { ...last, fixed: written(shown, true) };
    else if (kind === "md") {
      const settings = (rest === "" ? {} : JSON.parse(rest)) as ExampleSettings;
      examples.push({ shown, text: written(shown, settings.newline ?? true), settings, messages: [], fixed: null });
    }
  }
  return examples;
}

function written(shown: string, newline: boolean): string {
  const text = shown
    .replaceAll("␠", " ")
    .replace(/‹U\+([0-9A-F]{4,6})›/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  return newline ? `${text}\n` : text;
}
