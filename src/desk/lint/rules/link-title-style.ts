/**
 * All titles of links stand in the same quotes.
 *
 * Markdown allows three kinds; with one, a forgotten end shows.
 *
 * ## Good
 *
 * ```md
 * [Irmin](https://mirage.io "a store") and [Vchan](https://mirage.io "a channel")
 * ```
 *
 * ## Bad
 *
 * ```md
 * [Irmin](https://mirage.io "a store") and [Vchan](https://mirage.io 'a channel')
 * ```
 *
 * ```text
 * 1:42-1:80 Unexpected title markers `'`, expected `"`
 * ```
 */
import { z } from "zod";
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const linkTitleStyle = borrowedRule({
  id: "link-title-style",
  says: "All titles of links stand in the same quotes.",
  severity: "advice",
  options: z
    .enum(['"', "'", "()", "consistent"])
    .default("consistent")
    .meta({ description: "The quotes; `consistent` takes the first that a post uses." }),
});
