/** From meeting notes to promises: the posts of the list, whose they are, and the questions that only people can answer. START HERE. */
import { findPerson, type Person } from "../facts/person.js";
import { findList } from "./find-list.js";
import type { Bullet, Outline } from "./outline.js";
import { freeSlug, slugOfTitle } from "./promise-slug.js";
import { readBullet, type Listed } from "./read-bullet.js";
import { whose, type Acquaintances } from "./whose.js";

export interface ImportOptions {
  readonly people: readonly Person[];
  /** By the name as written (any case) a login or "nobody", or by a line's number "list" or "note". */
  readonly answers: ReadonlyMap<string, string>;
  /** A part of the heading over the list; null to find it. */
  readonly section: string | null;
  /** Slugs promised elsewhere. */
  readonly taken: readonly string[];
}

export type Import =
  | {
      readonly kind: "imported";
      readonly heading: string;
      readonly posts: readonly Planned[];
      readonly questions: readonly ImportQuestion[];
      readonly leftOut: readonly { readonly line: number; readonly text: string; readonly why: string }[];
      /** Names that answers gave a login the desk does not know yet. */
      readonly newcomers: readonly { readonly login: string; readonly name: string; readonly alias: string }[];
    }
  | { readonly kind: "no list"; readonly headings: readonly string[] }
  | { readonly kind: "several lists"; readonly headings: readonly string[] };

export interface Planned {
  readonly slug: string;
  readonly title: string;
  /** Logins, or names while it is an open question whose they are. */
  readonly byline: readonly string[];
  readonly line: number;
  /** The bullet it came from. */
  readonly source: string;
}

export type ImportQuestion =
  | { readonly kind: "who"; readonly name: string; readonly lines: readonly number[]; readonly perhaps: readonly string[] }
  | { readonly kind: "list or note"; readonly line: number; readonly text: string };

export function importNotes(outline: Outline, { people, answers, section, taken }: ImportOptions): Import {
  const list = findList(outline, section);
  if (list.kind === "none") return { kind: "no list", headings: list.headings };
  if (list.kind === "several") return { kind: "several lists", headings: list.headings };

  const known: Acquaintances = { people, attendees: outline.attendees };
  const answer = new Map([...answers].map(([question, answered]) => [question.trim().toLowerCase(), answered.trim()]));
  const readings = list.bullets.map((bullet) => ({ bullet, ...readBullet(bullet, known, asList(answer, bullet)) }));
  const listed = readings.flatMap((reading) => reading.listed);

  const who = new Map<string, Extract<ImportQuestion, { kind: "who" }>>();
  const newcomers = new Map<string, { readonly login: string; readonly name: string; readonly alias: string }>();
  const bylineOf = ({ names, line }: Pick<Listed, "names" | "line">): string[] => {
    const logins = names.flatMap((name) => {
      const answered = answer.get(name.toLowerCase());
      if (answered !== undefined) {
        if (answered.toLowerCase() === "nobody") return [];
        const person = findPerson(people, answered);
        if (person) return [person.login];
        const login = answered.replace(/^@/, "");
        newcomers.set(login.toLowerCase(), newcomers.get(login.toLowerCase()) ?? { login, name: fullName(name, known), alias: name });
        return [login];
      }
      const meant = whose(name, known);
      if (meant.kind === "known") return [meant.login];
      const asked = who.get(name.toLowerCase());
      who.set(name.toLowerCase(), { kind: "who", name, lines: [...new Set([...(asked?.lines ?? []), line])], perhaps: meant.perhaps });
      return [meant.name];
    });
    return [...new Set(logins)];
  };

  const posts = withSlugs(listed, taken).map(({ names, ...post }): Planned => ({ ...post, byline: bylineOf({ names, line: post.line }) }));
  const doubts = readings.flatMap(({ bullet, unsure }): ImportQuestion[] =>
    unsure === null ? [] : [{ kind: "list or note", line: bullet.line, text: unsure }],
  );
  return {
    kind: "imported",
    heading: list.heading,
    posts,
    questions: [...who.values(), ...doubts],
    leftOut: readings.flatMap(({ bullet, leftOut }) => (leftOut === null ? [] : [{ line: bullet.line, text: bullet.text, why: leftOut }])),
    newcomers: [...newcomers.values()],
  };
}

function asList(answer: ReadonlyMap<string, string>, bullet: Bullet): boolean | null {
  const answered = answer.get(String(bullet.line))?.toLowerCase();
  return answered === "list" ? true : answered === "note" ? false : null;
}

function fullName(name: string, known: Acquaintances): string {
  const meant = whose(name, known);
  return meant.kind === "open" ? meant.name : name;
}

/** Slugs that the notes give come first, so that made ones step aside and not they. */
function withSlugs(listed: readonly Listed[], taken: readonly string[]): (Omit<Listed, "slug"> & { readonly slug: string })[] {
  const used = new Set([...taken, ...listed.flatMap(({ slug }) => slug ?? [])].map((slug) => slug.toLowerCase()));
  return listed.map((post) => {
    if (post.slug !== null) return { ...post, slug: post.slug };
    const slug = freeSlug(slugOfTitle(post.title), used);
    used.add(slug.toLowerCase());
    return { ...post, slug };
  });
}
