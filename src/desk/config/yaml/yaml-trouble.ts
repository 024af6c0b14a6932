/** What the YAML parser complains of, in our grammar and with the remedy. */
import { quoted } from "../../text/quoted.js";
import type { Pending } from "./remark.js";

/** By the codes of npm `yaml`: https://eemeli.org/yaml/#errors */
const SAID: Readonly<Record<string, string>> = {
  ALIAS_PROPS: "Unexpected tag or anchor on an alias, expected the alias alone",
  BAD_ALIAS: "Unexpected end of an alias, expected a name after `*` or `&`; put the value in quotes if it is text",
  BAD_DQ_ESCAPE: "Unexpected escape after a backslash in double quotes, expected one of YAML's; use single quotes to write backslashes",
  BAD_INDENT: "Unexpected indentation, expected the keys of one mapping to start in one column, and brackets to be closed",
  BAD_SCALAR_START: "Unexpected first character of a value, expected text; put the value in quotes",
  BLOCK_AS_IMPLICIT_KEY: "Unexpected second `: ` on one line, expected one key and its value; put a value with a colon in quotes",
  BLOCK_IN_FLOW: "Unexpected block inside brackets, expected values separated by commas",
  KEY_OVER_1024_CHARS: "Unexpected key of more than 1,024 characters, expected a short one",
  MISSING_CHAR: "Unexpected end, expected a closing quote, bracket, comma or colon before it",
  MULTILINE_IMPLICIT_KEY: "Unexpected line break in a key, expected `key: value` on one line",
  MULTIPLE_ANCHORS: "Unexpected second anchor, expected one at most",
  MULTIPLE_DOCS: "Unexpected second document after `---`, expected one; remove the line",
  MULTIPLE_TAGS: "Unexpected second tag, expected one at most",
  RESOURCE_EXHAUSTION: "Unexpected depth of nesting, expected a few levels",
  TAB_AS_INDENT: "Unexpected tab, expected spaces to indent with",
  TAG_RESOLVE_FAILED: "Unexpected tag, expected plain values; remove the word that starts with `!`",
};

export function yamlTrouble(code: string, said: string, place: Pending["place"]): Pending {
  const message = SAID[code] ?? (() => `Unexpected YAML, expected what YAML 1.2 allows; the parser says ${quoted(said, 120)}`);
  return { rule: "desk-yaml", severity: "error", message, place };
}
