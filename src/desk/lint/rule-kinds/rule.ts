/** One rule of the house style: what it asks for, how strictly, and the plugin that anyone's remark can run. */
import type { Root } from "mdast";
import type { TransformCallback } from "unified";
import type { VFile } from "vfile";
import type { z } from "zod";
import type { Finding } from "../../facts/finding.js";
import type { CreateVisitor } from "../tree/visitor.js";

export { rulePage } from "../../text/rule-page.js";

export interface Rule {
  /** As in findings, in comments (`<!-- lint disable title-length -->`) and in the desk. */
  readonly id: string;
  /** One sentence, which is also the first of its page. */
  readonly says: string;
  readonly severity: Finding["severity"];
  /** Whether it speaks where the desk says nothing of it. */
  readonly on: boolean;
  /** Whether some of its findings carry a fix. */
  readonly fixes: boolean;
  /** What the desk may set; null when there is nothing to set. Parsing `undefined` gives the defaults. */
  readonly options: z.ZodType | null;
  readonly plugin: RulePlugin;
  readonly page: string;
  readonly made: Made;
}

/**
 * `visitor`: our own, which shares one walk of the tree with the others. `reading`: said already by whoever read the front matter,
 * so that running its plugin after `readPost` would say it twice. `plugin`: somebody else's, from that package, which walks by itself.
 */
export type Made =
  | { readonly kind: "visitor"; readonly createVisitor: CreateVisitor<unknown> }
  | { readonly kind: "reading" }
  | { readonly kind: "plugin"; readonly from: string };

/** As `unified-lint-rule` makes them: a setting is `[level, options]`, or options alone. */
export type RulePlugin = (setting?: unknown) => Transform | undefined;
export type Transform = (tree: Root, file: VFile, next: TransformCallback<Root>) => undefined;
