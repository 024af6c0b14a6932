/** What the desk, and the repository's own lint configuration below it, say of the rules; and what of that holds for one post. */
import { createHash } from "node:crypto";
import picomatch from "picomatch/posix.js";
import type { Finding } from "./finding.js";
import { languageOf } from "./text-marks.js";

export type RuleLevel = "off" | Finding["severity"];

/** What is left out is as it would be otherwise. */
export interface RuleSetting {
  readonly severity?: RuleLevel | undefined;
  readonly options?: unknown;
}

/** By the rule's id. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** The desk's key `lint`. */
export interface DeskLint {
  readonly rules: RuleSettings;
  /** For posts whose paths match one of `files`; where several match, the later one counts. */
  readonly paths: readonly { readonly files: readonly string[]; readonly rules: RuleSettings; readonly language?: string }[];
  /** Of posts whose front matter and path name none. */
  readonly language?: string;
  /** Words that are spelt right here. */
  readonly words: readonly string[];
  /** The only ones that posts may have; left out where any will do. */
  readonly tags?: readonly string[];
  /** Whether `.remarkrc` and `.markdownlint` files of the repository count where the desk says nothing. */
  readonly honourRepositoryConfig: boolean;
}

/** What holds for one post; it travels to the worker with the text, and its digest is part of the name of what comes back. */
export interface LintSettings {
  readonly rules: RuleSettings;
  readonly words: readonly string[];
  /** That of the post, unless its front matter names another; left out where the desk does not say. */
  readonly language?: string;
}

export const PLAIN_LINT: DeskLint = { rules: {}, paths: [], words: [], honourRepositoryConfig: true };
export const PLAIN_SETTINGS: LintSettings = { rules: {}, words: [] };

/** `own` is what the repository's own configuration says; the desk wins over it, and its paths over its rules. */
export function settingsByPath(lint: DeskLint, own: RuleSettings = {}): (path: string) => LintSettings {
  const paths = lint.paths.map(({ files, rules, language }) => ({
    rules,
    language,
    matches: picomatch([...files], { dot: true, nonegate: true }),
  }));
  const known = new Map<string, LintSettings>();
  return (path) => {
    const matching = paths.map(({ matches }) => matches(path));
    // What the desk says of these posts counts more than what their paths look like; what it says of all of them, less.
    const ofPaths = paths.findLast((one, n) => matching[n] && one.language !== undefined)?.language;
    const language = ofPaths ?? (languageOf({ path }) === null ? lint.language : undefined);
    const key = [...matching, language].join();
    const settings: LintSettings = known.get(key) ?? {
      rules: [lint.rules, ...paths.filter((_, n) => matching[n]).map(({ rules }) => rules)].reduce(
        over,
        lint.honourRepositoryConfig ? own : {},
      ),
      words: lint.words,
      ...(language !== undefined && { language }),
    };
    known.set(key, settings);
    return settings;
  };
}

/** How strictly a rule holds: as the settings say, else as usual. Settled here for all rules: the linter's, the reader's and the site's. */
export function levelOf(id: string, usual: RuleLevel, rules: RuleSettings): RuleLevel {
  return (Object.hasOwn(rules, id) ? rules[id]?.severity : undefined) ?? usual;
}

/** Options without a severity turn on again what was off below: whoever sets a rule wants it. */
function over(below: RuleSettings, above: RuleSettings): RuleSettings {
  const merged: Record<string, RuleSetting> = { ...below };
  for (const [id, { severity, options }] of Object.entries(above)) {
    const was = merged[id]?.severity === "off" && severity === undefined ? {} : (merged[id] ?? {});
    merged[id] = { ...was, ...(severity !== undefined && { severity }), ...(options !== undefined && { options }) };
  }
  return merged;
}

const digests = new WeakMap<LintSettings, string>();

/** The same for settings that say the same, in whatever order; empty where the house style is as it comes. */
export function digestOfSettings(settings: LintSettings): string {
  const known = digests.get(settings);
  if (known !== undefined) return known;
  const plain = Object.keys(settings.rules).length === 0 && settings.words.length === 0 && settings.language === undefined;
  const digest = plain ? "" : createHash("sha256").update(canonical(settings)).digest("base64url").slice(0, 16);
  digests.set(settings, digest);
  return digest;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return typeof value === "undefined" ? "null" : JSON.stringify(value);
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${pairs
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
    .join()}}`;
}

/** `remark-lint:no-literal-urls` and `presstime:title-length` are names of the same rules, as remark writes them. */
export function bareRule(id: string): string {
  return id.replace(/^(?:remark-lint|presstime)[:-]/, "");
}
