/** Reads one bullet of a list of posts: "TLS (Hannes/David): overview of TLS, Post on API" is two posts of two people. */
import { namesIn, saysNobody } from "./names.js";
import type { Bullet } from "./outline.js";
import { areNames, isKnown, type Acquaintances } from "./whose.js";

/** A post as the notes promise it. */
export interface Listed {
  readonly line: number;
  readonly title: string;
  /** Given in the notes as code behind the names; null when it is to be made from the title. */
  readonly slug: string | null;
  /** As written. */
  readonly names: readonly string[];
  /** The bullet it came from. */
  readonly source: string;
}

interface BulletReading {
  readonly listed: readonly Listed[];
  /** Why the bullet was left out; null when it was not. */
  readonly leftOut: string | null;
  /** What stands after the colon may be a list of posts or a note; it was taken for a note. */
  readonly unsure: string | null;
}

/** `asList` is the answer to an `unsure` asked before: true for a list, false for a note, null when nobody was asked. */
export function readBullet(bullet: Bullet, known: Acquaintances, asList: boolean | null): BulletReading {
  const leftOut = (why: string): BulletReading => ({ listed: [], leftOut: why, unsure: null });
  if (bullet.struck) return leftOut("it is crossed out (~~…~~)");
  const { title, names, slug, rest } = headOf(bullet, known);
  const action = names === null ? actionOf(title, known) : null;
  const post = (one: Pick<Listed, "title" | "names"> & { readonly slug?: string | null }): Listed => ({
    slug: null,
    ...one,
    line: bullet.line,
    source: bullet.text,
  });
  if (action)
    return action.title
      ? { listed: [post({ title: action.title, names: action.names })], leftOut: null, unsure: null }
      : leftOut("it asks for something that is not a post");

  const nested = bullet.nested.length > 0 && rest === "" && (names !== null || title.endsWith(":")) ? bullet.nested : [];
  if (nested.length > 0 && nested.every(({ text }) => isShort(text))) {
    const group = title.replace(/:$/u, "");
    const listed = nested.map((inner) => {
      const own = headOf(inner, known);
      return {
        ...post({ title: titleInGroup(own.title, group), names: own.names ?? names ?? [], slug: own.slug }),
        line: inner.line,
        source: inner.text,
      };
    });
    return { listed, leftOut: null, unsure: null };
  }

  const colon = names === null && bullet.lead === null ? splitOnce(title) : null;
  const after = colon ? colon.after : rest;
  const parts = partsOf(after);
  const kind = slug === null ? listOrNote(parts, after) : "note";
  if (kind === "list" || (kind === "unsure" && asList)) {
    const group = colon ? colon.before : title;
    const listed = parts.map((part) => {
      const own = headOf({ ...bullet, text: part, lead: null }, known);
      return post({ title: titleInGroup(own.title, group), names: own.names ?? names ?? [] });
    });
    return { listed, leftOut: null, unsure: null };
  }
  if (names === null && isRemark(title)) return leftOut("it looks like a remark, not like a post");
  const unsure = kind === "unsure" && asList === null && (!colon || names !== null) ? after : null;
  return { listed: [post({ title, names: names ?? [], slug })], leftOut: null, unsure };
}

interface Head {
  readonly title: string;
  /** Null when no brackets name anybody; empty when they say "nobody yet". */
  readonly names: readonly string[] | null;
  readonly slug: string | null;
  /** What follows a colon or a dash. */
  readonly rest: string;
}

const AFTER_NAMES = /^\s*(?:`([A-Za-z0-9][A-Za-z0-9._-]{0,119})`)?\s*(?:(?:[:–—]|-\s)\s*(.*)|[.,;]?)$/su;

function headOf({ text, lead }: Bullet, known: Acquaintances): Head {
  if (lead !== null) {
    const [, inside, behind = ""] = /^(?:\s*\(([^()]*)\))?(.*)$/su.exec(text.slice(lead.length)) ?? [];
    const end = AFTER_NAMES.exec(behind);
    if (end) return { title: lead, names: inside === undefined ? null : named(inside), slug: end[1] ?? null, rest: end[2] ?? "" };
  }
  for (const match of text.matchAll(/\s\(([^()]*)\)/gu)) {
    const title = text.slice(0, match.index).trim();
    const end = AFTER_NAMES.exec(text.slice(match.index + match[0].length));
    const inside = match[1] ?? "";
    if (title === "" || !end || !(saysNobody(inside) || areNames(namesIn(inside), known))) continue;
    return { title, names: named(inside), slug: end[1] ?? null, rest: end[2] ?? "" };
  }
  return { title: text.trim(), names: null, slug: null, rest: "" };
}

const named = (inside: string): string[] => (saysNobody(inside) ? [] : namesIn(inside).filter((name) => !saysNobody(name)));

/** "Vincent/Dave: write blog post on Mirari." Null when what stands before the colon are not people we know; the title is null when it is not about a post. */
function actionOf(text: string, known: Acquaintances): { readonly names: readonly string[]; readonly title: string | null } | null {
  const colon = splitOnce(text);
  const names = colon ? namesIn(colon.before) : [];
  if (!colon || names.length === 0) return null;
  const writing = /^(?:to )?(?:write|draft|finish)(?: up)? (?:an? |the )?(?:(?:blog ?)?post |blog )?(?:on |about )?(.+?)\.?$/iu.exec(
    colon.after,
  );
  const aboutPost = writing !== null && /\b(?:blog|post)\b/iu.test(colon.after);
  if (!areNames(names, known) || !(aboutPost || names.every((name) => isKnown(name, known)))) return null;
  return { names, title: aboutPost ? capital(writing[1] ?? "") : null };
}

function splitOnce(text: string): { readonly before: string; readonly after: string } | null {
  const at = text.search(/:\s/u);
  return at > 0 ? { before: text.slice(0, at).trim(), after: text.slice(at + 1).trim() } : null;
}

/** Split at commas and semicolons outside brackets, without a closing "and" or full stop. */
function partsOf(text: string): string[] {
  return text
    .replace(/[.\s]+$/u, "")
    .split(/[,;](?![^(]*\))/u)
    .map((part) => part.trim().replace(/^and\s+/iu, ""))
    .filter((part) => part !== "");
}

function listOrNote(parts: readonly string[], text: string): "list" | "note" | "unsure" {
  if (parts.length < 2 || /[.!?]\s/u.test(text)) return "note";
  const longest = Math.max(...parts.map((part) => part.split(/\s+/u).length));
  if (longest > 10) return "note";
  return parts.length >= 3 && longest > 1 && longest <= 6 ? "list" : "unsure";
}

/** A title of its own when it names the group already: "TLS attacks" of "TLS"; else with the group before it. */
function titleInGroup(part: string, group: string): string {
  const title = part.replace(/^(?:an? |the )?(?:blog ?)?post (?:on|about) (?:the )?/iu, "");
  const words = ` ${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  return words.includes(` ${group.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `) ? capital(title) : `${group}: ${title}`;
}

/** "asn1" and "iOS" stay as they are: only a word of small letters gets its capital. */
function capital(title: string): string {
  return /^\p{Ll}+(?:\s|$)/u.test(title) ? title.slice(0, 1).toUpperCase() + title.slice(1) : title;
}

/** Nested bullets that are longer are the minutes of what was said. */
function isShort(text: string): boolean {
  return text.split(/\s+/u).length <= 10 && !/[.!?]$/u.test(text);
}

function isRemark(text: string): boolean {
  return text.split(/\s+/u).length > 14 || /[.!?]\s+\p{Lu}/u.test(text);
}
