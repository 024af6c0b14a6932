/** A reference in brackets alone, with a second pair behind it: where nothing else stands in brackets beside it. */
import type { MakeFix } from "./borrowed-rule.js";

/** Right below a row with bars a definition is one to some renderers, and to others a row of the table or words of a paragraph. */
const BELOW_A_TABLE = /\|[^\n]*\n[ \t>]*\[[^\]\n]+\]:/u;

export const shortcutFix: MakeFix = ({ start, end }, text) => {
  if (/[[\]]/u.test(text.slice(Math.max(0, start - 1), start) + text.slice(end, end + 1)) || BELOW_A_TABLE.test(text)) return null;
  return { start, end, text: `${text.slice(start, end)}[]` };
};
