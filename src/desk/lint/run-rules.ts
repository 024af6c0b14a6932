/** Runs the rules in force on one tree: our own in one walk, the others one after another. */
import type { Root } from "mdast";
import type { VFile } from "vfile";
import type { RuleInForce } from "./house-style.js";
import { sayIn } from "./rule-kinds/own-rule.js";
import type { Transform } from "./rule-kinds/rule.js";
import { ORIGIN } from "./tree/comment-control.js";
import { sourceOf } from "./tree/source.js";
import { subtreesFor } from "./tree/subtrees.js";
import type { Visitor } from "./tree/visitor.js";
import { walk } from "./tree/walk.js";

export type Run = (tree: Root, file: VFile) => void;

/**
 * Made once for a set of rules, run on any number of posts; synchronous. Messages are left in `file.messages`, each with `ruleId`,
 * `source` and `url`, and `expected` where it carries a fix. What `readPost` says already is said again only with `reading`:
 * true where nobody else reads the front matter. `language` is what the desk says of the posts'.
 */
export function runRules(
  rules: readonly RuleInForce[],
  { reading, language }: { readonly reading: boolean; readonly language?: string | undefined },
): Run {
  const makers = rules.flatMap(({ rule, options }) =>
    rule.made.kind === "visitor" ? [{ id: rule.id, url: rule.page, createVisitor: rule.made.createVisitor, options }] : [],
  );
  const transforms = rules.flatMap(({ rule, options }): readonly { readonly id: string; readonly transform: Transform }[] => {
    if (rule.made.kind === "visitor" || (rule.made.kind === "reading" && !reading)) return [];
    const transform = rule.plugin(["warn", options]);
    return transform ? [{ id: rule.id, transform }] : [];
  });
  const ids = transforms.map(({ id }) => id);
  return (tree, file) => {
    const source = sourceOf(tree, file, language);
    walk(
      tree,
      makers.map(({ id, url, createVisitor, options }): Visitor =>
        createVisitor(source, sayIn(file, source, { ruleId: id, source: ORIGIN, url }), options),
      ),
    );
    for (const [n, seen] of subtreesFor(tree, ids).entries()) if (seen) transforms[n]?.transform(seen, file, () => undefined);
  };
}
