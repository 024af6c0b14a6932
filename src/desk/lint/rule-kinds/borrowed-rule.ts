/** Takes a rule out of remark-lint's presets into the house style, with the severity we give it and, where we know one, a fix. */
import remarkPresetLintConsistent from "remark-preset-lint-consistent";
import remarkPresetLintRecommended from "remark-preset-lint-recommended";
import { location } from "vfile-location";
import type { VFile } from "vfile";
import type { z } from "zod";
import type { Finding } from "../../facts/finding.js";
import { isMdx } from "../tree/dialect.js";
import { pathOf } from "../tree/reading-of.js";
import type { Span } from "../tree/source.js";
import { rulePage, type Rule, type RulePlugin } from "./rule.js";

interface Borrowed {
  readonly id: string;
  readonly says: string;
  readonly severity: Finding["severity"];
  readonly options?: z.ZodType;
  readonly fix?: MakeFix;
  readonly spare?: Spare;
  /** What is said in MDX, where what remark-lint asks for does not compile; and nothing is fixed there. */
  readonly inMdx?: string;
}

/** Complaints that are no fault of the post's; they are not passed on. `options` are as set, unchecked where anyone's remark runs the rule. */
type Spare = (said: Span, text: string, options: unknown) => boolean;

/** The edit that fixes a complaint about `said`, the text it was made about; null when nothing is sure to. */
export type MakeFix = (said: Span, text: string, reason: string) => TextEdit | null;

export interface TextEdit extends Span {
  readonly text: string;
}

/** Throws when neither preset has the rule, which only a new version of them can bring about. */
export function borrowedRule({ id, says, severity, options, fix, spare, inMdx }: Borrowed): Rule {
  const plugin = inPresets(id);
  return {
    id,
    says,
    severity,
    on: true,
    fixes: fix !== undefined,
    options: options ?? null,
    plugin: fix || spare ? judging(plugin, spare ?? (() => false), fix ?? (() => null), inMdx ?? null) : plugin,
    page: rulePage(id),
    made: { kind: "plugin", from: `remark-lint-${id}` },
  };
}

function inPresets(id: string): RulePlugin {
  const listed = [remarkPresetLintRecommended, remarkPresetLintConsistent].flatMap(({ plugins }) => plugins ?? []);
  const plugins = listed.map((one) => (Array.isArray(one) ? one[0] : one)).filter((one) => typeof one === "function");
  const found = plugins.find(({ name }) => name === `remark-lint:${id}`);
  if (!found) throw new Error(`Unexpected presets without \`${id}\`, expected it in remark-lint's recommended or consistent preset`);
  return found as RulePlugin;
}

/** The plugin, and after it a second look at each of its messages: is it a fault of the post, and can it be fixed? */
function judging(plugin: RulePlugin, spare: Spare, fix: MakeFix, inMdx: string | null): RulePlugin {
  return (setting) => {
    const transform = plugin(setting);
    const options = optionsIn(setting);
    if (!transform) return undefined;
    return (tree, file, next) => {
      const before = file.messages.length;
      // Whoever is next must not begin before this is done: what they say would be taken for this rule's.
      let failed: Error | undefined;
      transform(tree, file, (error) => {
        failed = error;
      });
      const said = file.messages.splice(before);
      if (said.length > 0) {
        const text = String(file);
        const places = location(text);
        for (const message of said) {
          const span = spanOf(message, text, places);
          if (span !== null && spare(span, text, options)) continue;
          const otherwise = isMdx(pathOf(file)) ? inMdx : null;
          if (otherwise !== null) Object.assign(message, { reason: otherwise, message: otherwise });
          addFix(message, span === null || otherwise !== null ? null : fix(span, text, message.reason), places);
          file.messages.push(message);
        }
      }
      next(failed);
      return undefined;
    };
  };
}

/** As `unified-lint-rule` takes them: alone, or behind a severity. */
function optionsIn(setting: unknown): unknown {
  return Array.isArray(setting) ? (setting as unknown[])[1] : setting;
}

function addFix(message: VFile["messages"][number], edit: TextEdit | null, places: ReturnType<typeof location>): void {
  // What remark-lint says it expects is for people to read, and no text to put there.
  if (edit === null) Object.assign(message, { expected: undefined });
  const start = edit && places.toPoint(edit.start);
  const end = edit && places.toPoint(edit.end);
  if (start && end) Object.assign(message, { place: { start, end }, line: start.line, column: start.column, expected: [edit.text] });
}

/** By lines and columns: of a text with a byte order mark some rules count it in their offsets, and micromark does not, in columns neither. */
function spanOf({ place }: VFile["messages"][number], text: string, places: ReturnType<typeof location>): Span | null {
  if (place === undefined) return null;
  const [start, end] = "start" in place ? [place.start, place.end] : [place, place];
  const offsetOf = ({ line, column }: typeof start) => {
    const offset = places.toOffset({ line, column });
    return offset === undefined ? null : Math.min(offset + (line === 1 && text.startsWith("\uFEFF") ? 1 : 0), text.length);
  };
  const [from, to] = [offsetOf(start), offsetOf(end)];
  return from === null || to === null ? null : { start: from, end: to };
}
