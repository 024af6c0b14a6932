/**
 * Wording leaves nobody out.
 *
 * Off unless the desk turns it on: whether a word hurts depends on who says it of whom, and no list knows. Words that are fine here
 * go into `allow`.
 *
 * ## Good
 *
 * ```md
 * Everyone who maintains Irmin met in Cambridge.
 * ```
 *
 * ```md {"options":{"allow":["whitelist"]}}
 * Put the address on the whitelist.
 * ```
 *
 * ## Bad
 *
 * ```md
 * Put the address on the whitelist.
 * ```
 *
 * ```text
 * 1:24-1:33 Unexpected `whitelist`, expected wording such as `passlist` or `alrightlist` or `safelist` where it is about people
 * ```
 */
import retextEquality from "retext-equality";
import { z } from "zod";
import { ownRuleWith } from "../rule-kinds/own-rule.js";
import { proseVisitor } from "./prose-rule.js";

const options = z
  .strictObject({
    allow: z.array(z.string().max(100)).max(200).default([]).meta({ description: "Words that are fine here." }),
  })
  .prefault({});

export const inclusiveWording = ownRuleWith(
  { id: "inclusive-wording", says: "Wording leaves nobody out.", severity: "advice", on: false },
  options,
  proseVisitor<z.output<typeof options>>({
    screen: () => true,
    read: (tree, file, { allow }) => {
      retextEquality({ ignore: [...allow] })(tree, file);
    },
    remark: ({ expected }, said) => {
      const better = (expected ?? []).slice(0, 3).map((word) => `\`${word}\``);
      const instead = better.length > 0 ? `wording such as ${better.join(" or ")}` : "other wording";
      return { words: `Unexpected \`${said.replace(/\s+/g, " ").slice(0, 60)}\`, expected ${instead} where it is about people` };
    },
  }),
);
