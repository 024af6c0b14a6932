/**
 * A title does not shout.
 *
 * Capitals throughout and rows of exclamation marks read as advertising, in feeds most of all. Initials such as `TLS` are no
 * shouting: it takes three words of four letters or more, and not one small letter.
 *
 * ## Good
 *
 * ```md
 * ---
 * title: "OCaml-TLS: ASN.1 and notation embedding"
 * ---
 * ```
 *
 * ## Bad
 *
 * ```md
 * ---
 * title: MIRAGE VERSION TWO RELEASED
 * ---
 * ```
 *
 * ```text
 * 2:8-2:35 Unexpected title in capitals, expected small letters too
 * ```
 *
 * ```md
 * # Mirage 2.0 is here!!!
 * ```
 *
 * ```text
 * 1:3-1:24 Unexpected `!!!` in the title, expected one mark at most
 * ```
 */
import { ownRule } from "../rule-kinds/own-rule.js";

export const titleShouting = ownRule({ id: "title-shouting", says: "A title does not shout.", severity: "warning" }, (source, say) => {
  const { title } = source.reading().post;
  if (title === null) return {};
  const marks = /[!?]*!{2,}[!?]*/.exec(title.value)?.[0];
  if (inCapitals(title.value)) say("Unexpected title in capitals, expected small letters too", title.place);
  else if (marks !== undefined) say(`Unexpected \`${marks.slice(0, 10)}\` in the title, expected one mark at most`, title.place);
  return {};
});

function inCapitals(title: string): boolean {
  const words = title.match(/\p{L}{4,}/gu) ?? [];
  return words.length >= 3 && !/\p{Ll}/u.test(title) && words.every((word) => word !== word.toLowerCase());
}
