/** What stands behind a colon or an owner: a list of posts, or a note on one; and what the posts of a group are called. */
import { capital, readWork, type ListKind } from "./read-work.js";

export function splitOnce(text: string): { readonly before: string; readonly after: string } | null {
  const at = text.search(/:\s/u);
  return at > 0 ? { before: text.slice(0, at).trim(), after: text.slice(at + 1).trim() } : null;
}

/** Split at commas and semicolons outside brackets, without a closing "and" or full stop. */
export function partsOf(text: string): string[] {
  return text
    .replace(/[.\s]+$/u, "")
    .split(/[,;](?![^(]*\))/u)
    .map((part) => part.trim().replace(/^and\s+/iu, ""))
    .filter((part) => part !== "");
}

export function listOrNote(parts: readonly string[], text: string): "list" | "note" | "unsure" {
  if (parts.length < 2 || /[.!?]\s/u.test(text)) return "note";
  const longest = Math.max(...parts.map((part) => part.split(/\s+/u).length));
  if (longest > 10) return "note";
  return parts.length >= 3 && longest > 1 && longest <= 6 ? "list" : "unsure";
}

export function isErrand(parts: readonly string[], kind: ListKind): boolean {
  const work = parts.map((part) => ({ part, ...readWork(part, kind, true) }));
  return work.some(({ part, title, isPost }) => isPost === "no" || title !== capital(part.replace(/[.\s]+$/u, "")));
}

/** A title of its own when it names the group already: "TLS attacks" of "TLS"; else with the group before it. */
export function titleInGroup(part: string, group: string): string {
  const title = part.replace(/^(?:an? |the )?(?:blog ?)?post (?:on|about) (?:the )?/iu, "");
  const words = ` ${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  return group === "" || words.includes(` ${group.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `)
    ? capital(title)
    : `${group}: ${title}`;
}
