/** The pages of the rules, made from the comments that their files begin with. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Finding } from "../../src/desk/facts/finding.js";
import { HOUSE_STYLE } from "../../src/desk/lint/house-style.js";
import type { Made, Rule } from "../../src/desk/lint/rule-kinds/rule.js";
import { SITE_RULES } from "../../src/desk/site/site-findings.js";
import { limitsPage } from "./limits-page.js";
import { readRuleComment, type Example, type RuleComment } from "./rule-comment.js";
import { ruleOptions } from "./rule-options.js";

/** What a page tells of a rule besides its comment. */
interface PagedRule extends Pick<Rule, "id" | "says" | "severity" | "on" | "fixes" | "options"> {
  readonly made: Made | { readonly kind: "site" };
}

const FOLDERS = ["../../src/desk/lint/rules", "../../src/desk/lint/prose", "../../src/desk/site/rules"];

/** Those that look at a post alone, and those that look at its site too, in the order of their ids. */
export const PAGED_RULES: readonly PagedRule[] = [
  ...HOUSE_STYLE,
  ...SITE_RULES.map((rule): PagedRule => ({ ...rule, on: true, fixes: false, options: null, made: { kind: "site" } })),
].toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** The comment of each rule's file, by the rule's id; files that hold no rule are left out. */
export function ruleComments(): ReadonlyMap<string, RuleComment> {
  const ids = new Set(PAGED_RULES.map(({ id }) => id));
  const files = FOLDERS.map((folder) => fileURLToPath(new URL(folder, import.meta.url))).flatMap((folder) =>
    readdirSync(folder).map((name) => ({ id: name.replace(/\.ts$/, ""), path: join(folder, name) })),
  );
  return new Map(files.filter(({ id }) => ids.has(id)).map(({ id, path }) => [id, readRuleComment(readFileSync(path, "utf8"))]));
}

/** By the file's name below `docs/rules/`. */
export function rulePages(): ReadonlyMap<string, string> {
  const comments = ruleComments();
  const pages = PAGED_RULES.map((rule) => {
    const comment = comments.get(rule.id);
    if (!comment) throw new Error(`Unexpected rule \`${rule.id}\` without a file of its name, expected one whose comment is its page`);
    return [`${rule.id}.md`, pageOf(rule, comment)] as const;
  });
  return new Map([["README.md", indexPage()], ["limits.md", limitsPage(LIMITS_MADE)], ...pages]);
}

const LIMITS_MADE = "<!-- Made from the limits themselves by `npm run docs`. Do not edit. -->";
const MADE = "<!-- Made from the rule's own file by `npm run docs`. Do not edit. -->";

function pageOf(rule: PagedRule, { says, why, good, bad }: RuleComment): string {
  const options = ruleOptions(rule.options);
  return [
    `# ${rule.id}`,
    MADE,
    `**${says}**`,
    facts(rule),
    why,
    ...(options === "" ? [] : ["## Options", options]),
    "## Good",
    ...good.flatMap(example),
    "## Bad",
    ...bad.flatMap(example),
    "## Setting it",
    setting(rule),
    "[All rules](README.md)",
  ]
    .join("\n\n")
    .concat("\n");
}

function facts({ severity, on, fixes, made }: PagedRule): string {
  return [
    SEVERITIES[severity],
    on ? "on unless the desk says otherwise" : "off unless the desk turns it on",
    ...(fixes ? ["some findings carry a fix"] : []),
    ...(made.kind === "site"
      ? [
          "looks at the other posts and files of the site, which the check and [`presstime lint`](../lint.md#in-sight-of-the-site) know and remark alone does not",
        ]
      : []),
    ...(made.kind === "plugin" ? [`what is found is found by [${made.from}](https://www.npmjs.com/package/${made.from})`] : []),
  ].join(" · ");
}

const SEVERITIES: Readonly<Record<Finding["severity"], string>> = {
  error: "Error: the post does not go live with it",
  warning: "Warning",
  advice: "Advice: it never fails anything",
};

function example({ shown, settings, messages, fixed }: Example): readonly string[] {
  const { options, path, site, newline } = settings;
  const told = [
    ...(path === undefined ? [] : [`in \`${path}\``]),
    ...(options === undefined ? [] : [`with \`${JSON.stringify(options)}\``]),
    ...(site === undefined ? [] : [`on a site of which is known: \`${JSON.stringify(site)}\``]),
    ...(newline === false ? ["without an end of the last line"] : []),
  ];
  return [
    ...(told.length === 0 ? [] : [sentence(told.join(", "))]),
    fenced("markdown", shown),
    ...(messages.length === 0 ? [] : [fenced("text", messages.join("\n"))]),
    ...(fixed === null ? [] : ["Mended:", fenced("markdown", fixed.replace(/\n$/, ""))]),
  ];
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}:`;
}

function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Of the rules that look at the site those that speak of the body: a comment stands behind the front matter, which it cannot silence. */
const IN_THE_BODY: ReadonlySet<string> = new Set(["links-exist", "links-live"]);

function setting({ id, on, severity, made }: PagedRule): string {
  return [
    "In `.github/presstime.yml`:",
    fenced("yaml", `lint:\n  rules:\n    ${id}: ${on ? "off" : severity}`),
    ...(made.kind === "site" && !IN_THE_BODY.has(id)
      ? []
      : [
          "In a post, around what is meant to be as it is:",
          fenced("markdown", `<!-- lint disable ${id} -->\n\n…\n\n<!-- lint enable ${id} -->`),
        ]),
  ].join("\n\n");
}

function indexPage(): string {
  const rows = PAGED_RULES.map(
    ({ id, says, severity, on, fixes }) => `| [${id}](${id}.md) | ${says} | ${on ? severity : "off"} | ${fixes ? "some" : ""} |`,
  );
  return [
    "# Rules of the house style",
    MADE,
    [
      "What the linter asks of a post. Errors keep it from going live, warnings and advice do not. The desk sets how strict each rule is,",
      "for all posts or for some, under [`lint`](../config.md#lint); without it, each is as in the table. `presstime lint --fix` mends what",
      "can be mended without changing what a post says, and nothing in the front matter: a title, a day or a tag is for people to write, so",
      "that findings there carry no fix.",
    ].join("\n"),
    ["| rule | asks that | severity | fixes |", "| --- | --- | --- | --- |", ...rows].join("\n"),
    "Before any of them, each post is held to the [limits](limits.md) that keep it readable in a moment.",
    [
      "In the examples `‹U+200B›` stands for the character of that number, which could not be seen, and `␠` for a space. Where two kinds",
      "of front matter can say a thing, YAML is shown; TOML (`+++`) and `--BODY--` are read just as well.",
    ].join("\n"),
    [
      "The rules are [remark-lint](https://github.com/remarkjs/remark-lint) plugins: `remark --use presstime/remark-preset` runs those that are on,",
      "in any project and in editors.",
    ].join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}
