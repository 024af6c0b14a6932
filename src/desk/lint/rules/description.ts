/**
 * A description is a sentence or two.
 *
 * It is shown under the title in search results, in feeds and where the post is shared, cut off after about 160 to 200 characters.
 * Few blogs write one for every post, so a missing one is not complained about unless the desk says so.
 *
 * ## Good
 *
 * ```md
 * ---
 * title: Introducing Irmin
 * description: A store that branches and merges as Git does.
 * ---
 * ```
 *
 * ```md
 * ---
 * title: Introducing Irmin
 * ---
 * ```
 *
 * ## Bad
 *
 * ```md {"options":{"required":true}}
 * ---
 * title: Introducing Irmin
 * ---
 * ```
 *
 * ```text
 * 2:8-2:25 Unexpected post without a `description`, expected a sentence that says what it is about
 * ```
 *
 * ```md {"options":{"most":40}}
 * ---
 * title: Introducing Irmin
 * description: A store that branches and merges as Git does.
 * ---
 * ```
 *
 * ```text
 * 3:14-3:59 Unexpected description of 45 characters, expected at most 40
 * ```
 */
import { z } from "zod";
import { FILE_START } from "../../facts/finding.js";
import { ownRuleWith } from "../rule-kinds/own-rule.js";

const options = z
  .strictObject({
    required: z.boolean().default(false).meta({ description: "Whether every post needs one." }),
    most: z.int().min(20).max(500).default(300).meta({ description: "Characters that it may have." }),
  })
  .prefault({});

export const description = ownRuleWith(
  { id: "description", says: "A description is a sentence or two.", severity: "advice" },
  options,
  (source, say, { required, most }) => {
    const { description: found, title } = source.reading().post;
    const length = found === null ? 0 : Array.from(found.value).length;
    if (found === null && required)
      say("Unexpected post without a `description`, expected a sentence that says what it is about", title?.place ?? FILE_START);
    if (found !== null && length > most) say(`Unexpected description of ${length} characters, expected at most ${most}`, found.place);
    return {};
  },
);
