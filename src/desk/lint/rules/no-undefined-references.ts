/**
 * Every reference has its definition.
 *
 * A reference without one is shown with its brackets, as if the author had meant them. `[words][label]` and `[label][]` mean nothing
 * else. One pair of brackets may be words, such as `[video]` or `[!NOTE]`: it is told where it resembles a label that the post defines,
 * as `[#12]` does `[#11]`, and passed over elsewhere.
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
 * ```md
 * > [!NOTE]
 * > The talk [video] is up, and so is the merge [disposition: merge] of `a[i][j]` in [[`3f2a9c1`](https://mirage.io/3f2a9c1)].
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
 *
 * ```md
 * [Irmin] and [Irmim] are stores.
 *
 * [Irmin]: https://mirage.io/irmin
 * ```
 *
 * ```text
 * 1:13-1:20 Unexpected reference to undefined definition, expected corresponding definition (`irmim`) for a link or escaped opening bracket (`\[`) for regular text
 * ```
 */
import { z } from "zod";
import { isOneLetterOff } from "../../text/one-letter-off.js";
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
  spare: ({ start, end }, text) => {
    const written = text.slice(start, end);
    // A template that goes over the end of a line makes no link in Markdown, but it does on the site; `#[inline]` is Rust, and `a[i][j]` is code.
    if (/^\(\{[{%]/.test(text.slice(end, end + 3)) || /[#\p{L}\p{N}_)\]]$/u.test(text.slice(Math.max(0, start - 2), start))) return true;
    const label = written.slice(1, -1);
    // Of two pairs of brackets, or before an image or a note, nothing else can be meant.
    if (/\]\[[^[\]]*\]$/.test(written) || text[start - 1] === "!" || /^\^\w{1,40}$/.test(label)) return false;
    return !labelsOf(text).some((defined) => resembles(label, defined));
  },
});

function labelsOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/^[ >]{0,6}\[((?:[^[\]\\]|\\.){1,200})\]:/gm), ([, label = ""]) => label);
}

/** Of one series (`#11` and `#12`), both code, or one letter off. */
function resembles(label: string, defined: string): boolean {
  const series = (one: string) => one.replace(/\d+/g, "0");
  if (/\d/.test(label) && series(label) === series(defined)) return true;
  return (label.startsWith("`") && defined.startsWith("`")) || isOneLetterOff(label, defined);
}
