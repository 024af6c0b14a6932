/**
 * All headings are written in the same way.
 *
 * A post that changes between `## Vchan` and a line underneath is harder to find one's way in, for people and for scripts.
 *
 * ## Good
 *
 * ```md
 * ## Vchan
 *
 * ## Irmin
 * ```
 *
 * ## Bad
 *
 * ```md
 * ## Vchan
 *
 * Irmin
 * -----
 * ```
 *
 * ```text
 * 3:1-4:6 Unexpected setext heading, expected ATX
 * ```
 */
import { z } from "zod";
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const headingStyle = borrowedRule({
  id: "heading-style",
  says: "All headings are written in the same way.",
  severity: "advice",
  options: z.enum(["atx", "atx-closed", "setext", "consistent"]).default("consistent").meta({
    description:
      "`atx` is `## Vchan`, `atx-closed` is `## Vchan ##`, `setext` is underlined; `consistent` takes the first that a post uses.",
  }),
});
