/**
 * A post takes as long to read as the desk wants.
 *
 * Off unless the desk turns it on. Words are those of the body, code included.
 *
 * ## Good
 *
 * ```md {"options":{"least":0}}
 * Irmin is a store.
 * ```
 *
 * ## Bad
 *
 * ```md
 * Irmin is a store.
 * ```
 *
 * ```text
 * 1:1 Unexpected post of 4 words, expected at least 230: 1 minute to read
 * ```
 */
import { z } from "zod";
import { FILE_START } from "../../facts/finding.js";
import { ownRuleWith } from "../rule-kinds/own-rule.js";

const options = z
  .strictObject({
    least: z.int().min(0).max(600).default(1).meta({ description: "Minutes that a post should take at least." }),
    most: z.int().min(1).max(600).default(30).meta({ description: "Minutes that it should take at most." }),
    words_per_minute: z.int().min(50).max(1000).default(230).meta({ description: "How fast readers are." }),
  })
  .prefault({});

export const readingTime = ownRuleWith(
  { id: "reading-time", says: "A post takes as long to read as the desk wants.", severity: "advice", on: false },
  options,
  (source, say, { least, most, words_per_minute: speed }) => {
    const { words, title } = source.reading().post;
    const place = title?.place ?? FILE_START;
    const minutes = words / speed;
    if (minutes < least)
      say(
        `Unexpected post of ${words} words, expected at least ${least * speed}: ${least} ${least === 1 ? "minute" : "minutes"} to read`,
        place,
      );
    if (minutes > most)
      say(
        `Unexpected post of ${words} words, expected at most ${most * speed}: ${most} ${most === 1 ? "minute" : "minutes"} to read`,
        place,
      );
    return {};
  },
);
