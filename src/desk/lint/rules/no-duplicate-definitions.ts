/**
 * Each reference is defined once.
 *
 * Markdown takes the first definition and passes over the others without a word: links then lead where nobody meant them to.
 *
 * ## Good
 *
 * ```md
 * [Irmin][irmin] and [Vchan][vchan].
 *
 * [irmin]: https://mirage.io/irmin
 * [vchan]: https://mirage.io/vchan
 * ```
 *
 * ## Bad
 *
 * ```md
 * [Irmin][irmin] and [Vchan][vchan].
 *
 * [irmin]: https://mirage.io/irmin
 * [vchan]: https://mirage.io/vchan
 * [irmin]: https://mirage.io/vchan
 * ```
 *
 * ```text
 * 5:1-5:33 Unexpected definition with an already defined identifier (`irmin`), expected unique identifiers
 * ```
 */
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const noDuplicateDefinitions = borrowedRule({
  id: "no-duplicate-definitions",
  says: "Each reference is defined once.",
  severity: "warning",
});
