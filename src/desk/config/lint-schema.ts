/** What may be written under the desk's key `lint`. */
import { z } from "zod";
import { asLanguage } from "../facts/language-code.js";
import { bareRule, type DeskLint, type RuleSetting, type RuleSettings } from "../facts/lint-settings.js";

const LEVELS = ["off", "advice", "warning", "error"] as const;
const level = z.enum(LEVELS);

const setting = z.union(
  [
    level,
    z.strictObject({
      severity: level.optional().meta({ description: "How strictly; as the rule has it when left out." }),
      options: z.unknown().optional().meta({ description: "What its page says may be set." }),
    }),
  ],
  { error: "`off`, `advice`, `warning`, `error`, or a mapping with `severity` and `options`" },
);

const rules = z.record(z.string().max(100), setting).refine((all) => Object.keys(all).length <= 300, { error: "at most 300 rules" });

const glob = z.string().trim().min(1).max(200);

const language = z
  .string()
  .refine((code) => asLanguage(code) !== null, { error: "the code of a language, such as `en` or `pt-BR`" })
  .optional();

export const lintSchema = z.strictObject({
  rules: rules.default({}).meta({
    description:
      "By the rule's name: `off`, `advice` (never fails anything), `warning` or `error` (keeps a post from going live), or a mapping with `severity` and `options`. Each rule's page in `docs/rules/` tells its options.",
    examples: [{ "no-literal-urls": "off", "title-length": { severity: "error", options: { most: 70 } } }],
  }),
  paths: z
    .array(
      z.strictObject({
        files: z
          .array(glob)
          .min(1)
          .max(50)
          .meta({ description: "Globs of posts, from the root of the repository.", examples: [["posts/2013/**"]] }),
        rules: rules.default({}).meta({ description: "As above, for these posts only.", examples: [{ "title-length": "off" }] }),
        language: language.meta({ description: "The language of these posts, whatever their paths look like.", examples: ["en"] }),
      }),
    )
    .max(50)
    .default([])
    .meta({ description: "Other settings for some posts; where several match, the later one counts." }),
  language: language.meta({
    description:
      "The language of posts that name none, in their front matter (`lang`, `language`) or their path (`fr/`, `post.fr.md`). Advice on prose is given on English alone; where nobody says, a post is taken for what it reads like.",
    examples: ["en"],
  }),
  words: z
    .array(z.string().trim().min(1).max(60))
    .max(5_000)
    .default([])
    .meta({ description: "Words that are spelt right here: names, products, terms.", examples: [["MirageOS", "unikernel"]] }),
  tags: z
    .array(z.string().trim().min(1).max(60))
    .min(1)
    .max(1_000)
    .optional()
    .meta({
      description: "Tags that posts may have; others are told by `known-tags`. Any when left out.",
      examples: [["storage", "networking"]],
    }),
  honour_repository_config: z.boolean().default(true).meta({
    description:
      "Whether `.remarkrc` and `.markdownlint` files at the root of the repository count where the desk says nothing. They are read from the default branch as data: no code, no plugins.",
  }),
});

type LintFile = z.output<typeof lintSchema>;

export function deskLintOf({ rules: all, paths, language: usual, words, tags, honour_repository_config }: LintFile): DeskLint {
  return {
    rules: settingsOf(all),
    paths: paths.map(({ files, rules: some, language: own }) => ({
      files,
      rules: settingsOf(some),
      ...(own !== undefined && { language: asLanguage(own) ?? own }),
    })),
    ...(usual !== undefined && { language: asLanguage(usual) ?? usual }),
    words,
    ...(tags && { tags }),
    honourRepositoryConfig: honour_repository_config,
  };
}

function settingsOf(written: LintFile["rules"]): RuleSettings {
  return Object.fromEntries(
    Object.entries(written).map(([id, one]): [string, RuleSetting] => [
      bareRule(id),
      typeof one === "string" ? { severity: one } : { ...one },
    ]),
  );
}
