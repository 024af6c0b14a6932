/** Which kinds of nodes a rule of remark-lint looks at, and the small trees that hold nothing else: each of these rules walks by itself. */
import type { Nodes, Root } from "mdast";

/** By rule. One that is not listed is shown the whole tree; `test/desk/lint/subtrees.test.ts` holds that each says the same of both. */
const KINDS: Readonly<Record<string, readonly Nodes["type"][]>> = {
  "blockquote-indentation": ["blockquote"],
  "checkbox-character-style": ["list"],
  "code-block-style": ["code"],
  "emphasis-marker": ["emphasis"],
  "fenced-code-marker": ["code"],
  "hard-break-spaces": ["break"],
  "heading-style": ["heading"],
  "link-title-style": ["definition", "image", "link"],
  "list-item-content-indent": ["listItem"],
  "list-item-indent": ["list"],
  "no-duplicate-definitions": ["definition", "footnoteDefinition"],
  "no-heading-content-indent": ["heading"],
  "no-literal-urls": ["link"],
  "no-shortcut-reference-image": ["imageReference"],
  "no-shortcut-reference-link": ["linkReference"],
  "no-undefined-references": ["definition", "footnoteDefinition", "heading", "paragraph", "tableCell"],
  "no-unused-definitions": ["definition", "footnoteDefinition", "imageReference", "linkReference", "footnoteReference"],
  "ordered-list-marker-style": ["list"],
  "ordered-list-marker-value": ["list"],
  "rule-style": ["thematicBreak"],
  "strong-marker": ["strong"],
  "table-cell-padding": ["table"],
};

/** Of these kinds a rule has something to say only where this holds: most items have one paragraph and no box to check, and most paragraphs no bracket but a link's. */
const ONLY: Readonly<Record<string, (node: Nodes) => boolean>> = {
  "checkbox-character-style": (node) => node.type === "list" && node.children.some(({ checked }) => typeof checked === "boolean"),
  "list-item-content-indent": (node) => "children" in node && node.children.length > 1,
  "no-undefined-references": (node) => !isProse(node) || hasBracket(node),
};

function isProse({ type }: Nodes): boolean {
  return type === "heading" || type === "paragraph" || type === "tableCell";
}

function hasBracket(node: Nodes): boolean {
  if (node.type === "text") return node.value.includes("[");
  return "children" in node && node.children.some(hasBracket);
}

/**
 * For each rule the tree that it is to walk; null where there is nothing for it to see. All are made in one walk. Nodes are shown
 * with all that is in them, in the order of the post, and each once: what lies in another of the kinds comes with that.
 */
export function subtreesFor(tree: Root, ids: readonly string[]): readonly (Root | null)[] {
  const sets = ids.map((id) => (Object.hasOwn(KINDS, id) ? { children: [] as Nodes[], inside: 0, only: ONLY[id] ?? null } : null));
  const byKind = new Map<string, number[]>();
  for (const [n, id] of ids.entries()) {
    for (const kind of (sets[n] && KINDS[id]) ?? []) byKind.set(kind, [...(byKind.get(kind) ?? []), n]);
  }
  const collect = (node: Nodes) => {
    const seeing = (byKind.get(node.type) ?? []).flatMap((n) => {
      const set = sets[n];
      return set && (set.only === null || set.only(node)) ? set : [];
    });
    for (const set of seeing) {
      if (set.inside === 0) set.children.push(node);
      set.inside++;
    }
    if ("children" in node) for (const child of node.children) collect(child);
    for (const set of seeing) set.inside--;
  };
  collect(tree);
  return sets.map((set) => {
    if (set === null) return tree;
    return set.children.length === 0 ? null : ({ ...tree, children: set.children } as Root);
  });
}
