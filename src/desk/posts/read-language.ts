/** The language that a post says it is in, and what it says that it has in common with its translations. */
import { asLanguage } from "../facts/language-code.js";
import type { Post } from "../facts/post.js";
import { firstText, type Fields } from "./front-matter/matter.js";

/** https://github.com/untra/polyglot (`lang`, `page_id`), https://gohugo.io/content-management/multilingual/ (`translationKey`); `ref` is Jekyll's habit. */
const LANGUAGES = ["lang", "language", "locale"];
const KEYS = ["translationkey", "translation_key", "translation_id", "lang-ref", "lang_ref", "page_id", "ref"];

const LONGEST = 200;

export function readLanguage(fields: Fields): Pick<Post, "language" | "translationKey"> {
  const language = asLanguage(firstText(fields, LANGUAGES)?.text ?? "");
  const key = firstText(fields, KEYS)?.text;
  return { ...(language !== null && { language }), ...(key !== undefined && key.length <= LONGEST && { translationKey: key }) };
}
