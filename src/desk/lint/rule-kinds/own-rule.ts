/** Makes a rule of our own from its visitor: the plugin walks alone, and `run-rules.ts` walks once for all. */
import type { Root } from "mdast";
import { lintRule } from "unified-lint-rule";
import type { VFile } from "vfile";
import type { z } from "zod";
import type { Finding } from "../../facts/finding.js";
import { ORIGIN } from "../tree/comment-control.js";
import { sourceOf, type Source } from "../tree/source.js";
import type { CreateVisitor, Say } from "../tree/visitor.js";
import { walk } from "../tree/walk.js";
import { rulePage, type Rule } from "./rule.js";

interface Own {
  readonly id: string;
  readonly says: string;
  readonly severity: Finding["severity"];
  readonly on?: boolean;
  readonly fixes?: boolean;
}

/** A rule with nothing to set. */
export function ownRule(own: Own, createVisitor: CreateVisitor<null>): Rule {
  return made(own, null, createVisitor as CreateVisitor<unknown>);
}

/** A rule with options; `schema` parses `undefined` to the defaults. */
export function ownRuleWith<Options extends z.ZodType>(own: Own, schema: Options, createVisitor: CreateVisitor<z.output<Options>>): Rule {
  return made(own, schema, createVisitor as CreateVisitor<unknown>);
}

function made(own: Own, options: z.ZodType | null, createVisitor: CreateVisitor<unknown>): Rule {
  const { id, says, severity, on = true, fixes = false } = own;
  const page = rulePage(id);
  const plugin = lintRule<Root>({ origin: `${ORIGIN}:${id}`, url: page }, (tree, file, setting) => {
    const source = sourceOf(tree, file);
    walk(tree, [createVisitor(source, sayIn(file, source), options === null ? null : options.parse(setting ?? undefined))]);
  });
  return { id, says, severity, on, fixes, options, plugin, page, made: { kind: "visitor", createVisitor } };
}

/** What a rule says becomes a message; who said it is added by whoever runs the rule. */
export function sayIn(
  file: VFile,
  source: Source,
  by: { readonly ruleId?: string; readonly source?: string; readonly url?: string } = {},
): Say {
  return (reason, where, replacement) => {
    const message = file.message(reason, { place: source.points(where) });
    Object.assign(message, by, replacement === undefined ? {} : { expected: [replacement] });
  };
}
