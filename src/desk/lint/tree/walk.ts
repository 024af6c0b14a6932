/** One walk of a tree for any number of rules. */
import type { Nodes, Parents, Root } from "mdast";
import type { Visitor } from "./visitor.js";

type Visit = (node: Nodes, parent: Parents | undefined) => void;

/** Every node is shown to every rule that asked for its kind, in the order of the post; then each rule may close. */
export function walk(tree: Root, visitors: readonly Visitor[]): void {
  const visitsByKind = new Map<string, Visit[]>();
  for (const visitor of visitors) {
    for (const [kind, visit] of Object.entries(visitor)) {
      if (kind === "end") continue;
      const others = visitsByKind.get(kind);
      if (others) others.push(visit as Visit);
      else visitsByKind.set(kind, [visit as Visit]);
    }
  }
  if (visitsByKind.size > 0) {
    show(tree, undefined, visitsByKind);
  }
  for (const visitor of visitors) visitor.end?.();
}

/** By hand: a library that lets visitors skip and change nodes takes ten times as long. */
function show(node: Nodes, parent: Parents | undefined, visitsByKind: ReadonlyMap<string, readonly Visit[]>): void {
  for (const visit of visitsByKind.get(node.type) ?? []) visit(node, parent);
  if ("children" in node) for (const child of node.children) show(child, node, visitsByKind);
}
