/** Who signs a post: from its fields, in the five shapes seen, or from a by-line at the top of the body. */
import type { Lines, Span } from "../facts/lines.js";
import type { Signed } from "../facts/post.js";
import { findBodyByline } from "./find-body-byline.js";
import type { Fields, Value } from "./front-matter/matter.js";
import { isTeam, loginIn, splitByline } from "./split-byline.js";

const KEYS = ["authors", "author", "byline", "by"];
const NAME_KEYS = ["name", "display_name", "login", "github", "id", "key"];
const LOGIN_KEYS = ["login", "github", "github_username", "url", "uri", "link", "web", "website"];
const MOST_NAMES = 50;
/** Where Zola, Hugo (since 0.123) and older Zola sites keep what is not the front matter's own. */
const TABLES = ["extra", "params", "taxonomies"];

export function readByline(lines: Lines, fields: Fields, body: number): readonly Signed[] {
  const inner = TABLES.map((key) => fields.get(key));
  const tables = [fields, ...inner.flatMap((table) => (table?.kind === "map" ? [table.fields] : []))];
  const values = tables.flatMap((table) => KEYS.flatMap((key) => table.get(key) ?? []));
  const named = values.flatMap((value) => namesIn(lines, value));
  return distinct(named.length > 0 ? named : fromBody(lines, body)).slice(0, MOST_NAMES);
}

/** A text (of one or several names), a map with a name, or a list of either. */
function namesIn(lines: Lines, value: Value): readonly Signed[] {
  switch (value.kind) {
    case "text":
      return inText(lines, value.text, value.span);
    case "list":
      return value.members.flatMap((member) => (member.kind === "list" ? [] : namesIn(lines, member)));
    case "map": {
      const name = NAME_KEYS.map((key) => value.fields.get(key)).find((one) => one?.kind === "text");
      if (name?.kind !== "text") return [];
      const signed = { value: name.text.replace(/\s+/g, " ").trim().slice(0, 100), place: lines.place(name.span) };
      return [withLogin(signed, loginOf(value.fields))];
    }
    case "flag":
    case "empty":
      return [];
  }
}

function inText(lines: Lines, text: string, span: Span): readonly Signed[] {
  const written = lines.text.slice(span.start, span.end);
  return splitByline(text).map(({ name, login, at }) => {
    const found = written.indexOf(name, Math.max(0, at - 2));
    const start = span.start + found;
    const place = lines.place(found === -1 ? span : { start, end: start + name.length });
    return withLogin({ value: name, place }, login);
  });
}

function withLogin(signed: Signed, login: string | null): Signed {
  return login === null || isTeam(signed.value) ? signed : { ...signed, login };
}

/** From a field that is a login, or the address of a page on GitHub; Docusaurus keeps them under `socials`. */
function loginOf(fields: Fields): string | null {
  const socials = fields.get("socials");
  for (const table of [fields, ...(socials?.kind === "map" ? [socials.fields] : [])]) {
    for (const key of LOGIN_KEYS) {
      const value = table.get(key);
      if (value?.kind !== "text") continue;
      const bare = /^(?:login|github)/.test(key) && !value.text.includes("/") ? ` @${value.text.trim().replace(/^@/, "")}` : value.text;
      const login = loginIn(bare);
      if (login !== null) return login;
    }
  }
  return null;
}

function fromBody(lines: Lines, body: number): readonly Signed[] {
  return findBodyByline(lines, body).flatMap((span) => inText(lines, lines.text.slice(span.start, span.end), span));
}

function distinct(named: readonly Signed[]): readonly Signed[] {
  const seen = new Set<string>();
  return named.filter(({ value }) => {
    const key = value.toLowerCase();
    return value !== "" && !seen.has(key) && seen.add(key).size > 0;
  });
}
