/**
 * Every definition is used.
 *
 * One that is not is a link that got lost while the post was edited, or a leftover.
 *
 * ## Good
 *
 * ```md
 * [Irmin][irmin] is a store.
 *
 * [irmin]: https://mirage.io/irmin
 * ```
 *
 * ## Bad
 *
 * ```md
 * Irmin is a store.
 *
 * [irmin]: https://mirage.io/irmin
 * ```
 *
 * ```text
 * 3:1-3:33 Unexpected unused definition, expected no definition or one or more references to `irmin`
 * ```
 */
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const noUnusedDefinitions = borrowedRule({
  id: "no-unused-definitions",
  says: "Every definition is used.",
  severity: "warning",
});
