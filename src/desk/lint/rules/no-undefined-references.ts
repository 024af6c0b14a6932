/**
 * Every reference has its definition.
 *
 * A reference without one is shown with its brackets, as if the author had meant them. Words in brackets that are no reference are
 * written with a backslash: `\[sic]`.
 *
 * ## Good
 *
 * ```md
 * [Irmin][irmin] is a store.
 *
 * [irmin]: https://mirage.io/irmin
 * ```
 *
 * ```md
 * See [issue 1338]({{ site.repository
 *   }}/issues/1338).
 * ```
 *
 * ## Bad
 *
 * ```md
 * [Irmin][irmin] is a store.
 * ```
 *
 * ```text
 * 1:1-1:15 Unexpected reference to undefined definition, expected corresponding definition (`irmin`) for a link or escaped opening bracket (`\[`) for regular text
 * ```
 */
import { z } from "zod";
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const noUndefinedReferences = borrowedRule({
  id: "no-undefined-references",
  says: "Every reference has its definition.",
  severity: "warning",
  options: z
    .strictObject({
      allow: z.array(z.string().max(200)).max(200).default([]).meta({ description: "Labels that may go without a definition." }),
    })
    .prefault({}),
  // A template that goes over the end of a line makes no link in Markdown, but it does on the site; `#[inline]` is Rust.
  spare: ({ start, end }, text) => /^\(\{[{%]/.test(text.slice(end, end + 3)) || text[start - 1] === "#",
});
