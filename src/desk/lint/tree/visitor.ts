/** Visitors: how our own rules see a post. Each names the kinds of nodes it wants to see, and one walk shows them to all. */
import type { Nodes, Parents } from "mdast";
import type { Place } from "../../facts/finding.js";
import type { Source, Span } from "./source.js";

/** Called once a post, before the walk; what can be said without a walk is said at once. */
export type CreateVisitor<Options> = (source: Source, say: Say, options: Options) => Visitor;

/** `replacement` is what fixes it: put in the place of exactly that span, and never given for front matter. */
export type Say = (message: string, where: Span | Place, replacement?: string) => void;

export type Visitor = {
  readonly [Kind in Nodes["type"]]?: (node: Extract<Nodes, { readonly type: Kind }>, parent: Parents | undefined) => void;
} & {
  /** After the last node. */
  readonly end?: () => void;
};
