/** One walk of a tree for any number of rules. */
import type { Nodes, Parents, Root } from "mdast";
import type { Visitor } from "./visitor.js";

type Visit = (node: Nodes, parent: Parents | undefined) => void;

/** Every node is shown to every rule that asked for its kind, in the order of the post; then each rule may close. */
export function walk(tree: Root, rules: readonly Visitor[]): void {
  const visitors = new Map<string, Visit[]>();
  for (const createVisitor of rules) {
    for (const [kind, visitor] of Object.entries(createVisitor)) {
      if (kind === "end") continue;
      const others = visitors.get(kind);
      if (others) others.push(visitor as Visit);
      else visitors.set(kind, [visitor as Visit]);
    }
  }
  if (visitors.size > 0) {
    show(tree, undefined, visitors);
  }
  for (const createVisitor of rules) createVisitor.end?.();
}

/** By hand: a library that lets visitors skip and change nodes takes ten times as long. */
function show(node: Nodes, parent: Parents | undefined, visitors: ReadonlyMap<string, readonly Visit[]>): void {
  for (const visitor of visitors.get(node.type) ?? []) visitor(node, parent);
  if ("children" in node) for (const child of node.children) show(child, node, visitors);
}
