/** Makes a rule of our own from its look: the plugin walks alone, and `run-rules.ts` walks once for all. */
import type { Root } from "mdast";
import { lintRule } from "unified-lint-rule";
import type { VFile } from "vfile";
import type { z } from "zod";
import type { Finding } from "../../facts/finding.js";
import { ORIGIN } from "../tree/comment-control.js";
import { paperOf, type Paper } from "../tree/source.js";
import type { Look, Say } from "../tree/visitor.js";
import { walk } from "../tree/walk.js";
import { pageOf, type Rule } from "./rule.js";

interface Own {
  readonly id: string;
  readonly says: string;
  readonly severity: Finding["severity"];
  readonly on?: boolean;
  readonly fixes?: boolean;
}

/** A rule with nothing to set. */
export function ownRule(own: Own, look: Look<null>): Rule {
  return made(own, null, look as Look<unknown>);
}

/** A rule with options; `schema` parses `undefined` to the defaults. */
export function ownRuleWith<Options extends z.ZodType>(own: Own, schema: Options, look: Look<z.output<Options>>): Rule {
  return made(own, schema, look as Look<unknown>);
}

function made(own: Own, options: z.ZodType | null, look: Look<unknown>): Rule {
  const { id, says, severity, on = true, fixes = false } = own;
  const page = pageOf(id);
  const plugin = lintRule<Root>({ origin: `${ORIGIN}:${id}`, url: page }, (tree, file, setting) => {
    const paper = paperOf(tree, file);
    walk(tree, [look(paper, sayIn(file, paper), options === null ? null : options.parse(setting ?? undefined))]);
  });
  return { id, says, severity, on, fixes, options, plugin, page, made: { kind: "look", look } };
}

/** What a rule says becomes a message; who said it is added by whoever runs the rule. */
export function sayIn(
  file: VFile,
  paper: Paper,
  by: { readonly ruleId?: string; readonly source?: string; readonly url?: string } = {},
): Say {
  return (reason, where, replacement) => {
    const message = file.message(reason, { place: paper.points(where) });
    Object.assign(message, by, replacement === undefined ? {} : { expected: [replacement] });
  };
}
