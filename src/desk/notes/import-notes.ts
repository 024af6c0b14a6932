/** From meeting notes to promises: the posts of the list, whose they are, and the questions that only people can answer. START HERE. */
import { findPerson, type Person } from "../facts/person.js";
import { findLists, type FoundList, type SectionSeen } from "./find-lists.js";
import type { ImportAnswers } from "./import-answers.js";
import type { Outline } from "./outline.js";
import { freeSlug, sameWords, slugOfTitle } from "./promise-slug.js";
import { readList, type Doubt, type LeftOut, type Listed, type ListReading } from "./read-list.js";
import { columnsOf, readTable, type Columns } from "./read-table.js";
import { acquaint, whose, type Acquaintances } from "./whose.js";

export interface ImportOptions {
  readonly people: readonly Person[];
  readonly answers: ImportAnswers;
  /** Headings over the lists, parts of headings, or their lines; none to find them. */
  readonly sections: readonly string[];
  readonly columns: Columns;
  /** Slugs promised elsewhere. */
  readonly taken: readonly string[];
}

export type Import =
  | {
      readonly kind: "imported";
      readonly lists: readonly Pick<FoundList, "heading" | "line">[];
      readonly posts: readonly Planned[];
      readonly questions: readonly ImportQuestion[];
      readonly leftOut: readonly LeftOut[];
      /** Names that answers gave a login the desk does not know yet, and logins of the notes where there is no desk. */
      readonly newcomers: readonly Newcomer[];
    }
  | { readonly kind: "no list"; readonly asked: readonly SectionSeen[]; readonly sections: readonly SectionSeen[] };

export interface Planned {
  readonly slug: string;
  readonly title: string;
  /** Logins, or names while it is an open question whose they are. */
  readonly byline: readonly string[];
  /** As the notes give it. */
  readonly day: string | null;
  readonly line: number;
  /** The entry it came from. */
  readonly source: string;
}

interface Newcomer {
  readonly login: string;
  readonly name: string;
  readonly alias: string;
  /** Nobody was asked: the notes write it as a login. */
  readonly byNotes: boolean;
}

export type ImportQuestion =
  | { readonly kind: "who"; readonly name: string; readonly lines: readonly number[]; readonly perhaps: readonly string[] }
  /** Nobody, or not everybody, is known whose a post is. */
  | {
      readonly kind: "owner";
      readonly line: number;
      readonly title: string;
      readonly byline: readonly string[];
      readonly perhaps: readonly string[];
    }
  | { readonly kind: "twice"; readonly line: number; readonly before: number; readonly title: string }
  | { readonly kind: "which lists"; readonly lists: readonly Pick<FoundList, "heading" | "line">[] }
  | { readonly kind: "columns"; readonly line: number; readonly header: readonly string[] }
  | Doubt;

export function importNotes(outline: Outline, { people, answers, sections, columns, taken }: ImportOptions): Import {
  const found = findLists(outline, sections, columns);
  if (found.kind === "none") return { kind: "no list", asked: found.asked, sections: found.sections };
  const { lists, asks } = chosenOf(found.lists, answers);
  const said = new Map(
    [...answers.who].map(([name, answer]) => [name, answer.toLowerCase() === "title" ? ("title" as const) : ("person" as const)]),
  );
  const known = acquaint(people, outline.attendees, said);
  const readings = lists.map((list) => readBlocks(list, known, columns, answers));
  const { listed, asked: again } = once(
    readings.flatMap((reading) => reading.listed),
    answers,
  );
  const owners = bylines(listed, known, answers);
  return {
    kind: "imported",
    lists: lists.map(({ heading, line }) => ({ heading, line })),
    posts: withSlugs(listed, taken).map(({ slug, title, day, line, source }, index) => ({
      slug,
      title,
      byline: owners.of[index] ?? [],
      day,
      line,
      source,
    })),
    questions: [
      ...asks,
      ...readings.flatMap(({ unreadable }) => unreadable),
      ...owners.questions,
      ...readings.flatMap(({ doubts }) => doubts),
      ...again,
    ],
    leftOut: readings.flatMap(({ leftOut }) => leftOut).toSorted((a, b) => a.line - b.line),
    newcomers: owners.newcomers,
  };
}

/** Of several lists of posts all are read, and which are meant is asked. */
function chosenOf(
  lists: readonly FoundList[],
  { lists: chosen }: ImportAnswers,
): { readonly lists: readonly FoundList[]; readonly asks: readonly ImportQuestion[] } {
  const ofPosts = lists.filter(({ kind }) => kind === "posts");
  if (ofPosts.length < 2 || chosen === "all") return { lists, asks: [] };
  const meant = lists.filter(({ kind, line }) => kind !== "posts" || chosen?.includes(line));
  if (chosen && meant.some(({ kind }) => kind === "posts")) return { lists: meant, asks: [] };
  return { lists, asks: [{ kind: "which lists", lists: ofPosts.map(({ heading, line }) => ({ heading, line })) }] };
}

function readBlocks(
  { blocks, kind }: FoundList,
  known: Acquaintances,
  columns: Columns,
  answers: ImportAnswers,
): ListReading & { readonly unreadable: readonly ImportQuestion[] } {
  const entries = blocks.flatMap((block) => (block.kind === "list" ? block.entries : block.kind === "paragraph" ? [block.entry] : []));
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));
  const read = [readList(entries, kind, known, answers)];
  const unreadable: ImportQuestion[] = [];
  for (const table of tables) {
    const roles = columnsOf(table, columns);
    if (roles) read.push(readTable(table, roles, kind, known, answers));
    else if (answers.asPost.get(table.line) !== false) unreadable.push({ kind: "columns", line: table.line, header: table.header });
  }
  const all = <Key extends keyof ListReading>(key: Key) => read.flatMap((one) => one[key] as ListReading[Key][number][]);
  return { listed: all("listed").toSorted((a, b) => a.line - b.line), leftOut: all("leftOut"), doubts: all("doubts"), unreadable };
}

/** A post that stands on the page twice is one, with the owners of both, until somebody says that they are two. */
function once(
  listed: readonly Listed[],
  { same }: ImportAnswers,
): { readonly listed: readonly Listed[]; readonly asked: readonly ImportQuestion[] } {
  const kept = new Map<string, Listed>();
  const asked: ImportQuestion[] = [];
  for (const [index, post] of listed.entries()) {
    const words = post.slug?.toLowerCase() ?? sameWords(post.title);
    const before = kept.get(words);
    const answer = same.get(post.line);
    if (!before) kept.set(words, post);
    else if (answer === false) kept.set(`${words} ${index}`, post);
    else {
      const names = new Map([...before.names, ...post.names].map((name) => [name.toLowerCase(), name]));
      kept.set(words, {
        ...before,
        names: [...names.values()],
        perhaps: [...before.perhaps, ...post.perhaps],
        day: before.day ?? post.day,
      });
      if (answer === undefined) asked.push({ kind: "twice", line: post.line, before: before.line, title: post.title });
    }
  }
  return { listed: [...kept.values()], asked };
}

interface Bylines {
  readonly of: readonly (readonly string[])[];
  readonly questions: readonly ImportQuestion[];
  readonly newcomers: readonly Newcomer[];
}

function bylines(listed: readonly Listed[], known: Acquaintances, answers: ImportAnswers): Bylines {
  const who = new Map<string, Extract<ImportQuestion, { kind: "who" }>>();
  const owner = new Map<number, Extract<ImportQuestion, { kind: "owner" }>>();
  const newcomers = new Map<string, Newcomer>();
  const loginOf = (answered: string, name: string, alias: string, byNotes = false): string => {
    const person = findPerson(known.people, answered);
    if (person) return person.login;
    const login = answered.replace(/^@/, "");
    newcomers.set(login.toLowerCase(), newcomers.get(login.toLowerCase()) ?? { login, name, alias, byNotes });
    return login;
  };
  const resolve = (name: string, line: number): string[] => {
    const answered = answers.who.get(name.toLowerCase());
    const meant = whose(name, known);
    if (answered !== undefined)
      return /^(?:nobody|title)$/iu.test(answered) ? [] : [loginOf(answered, meant.kind === "open" ? meant.name : name, name)];
    if (meant.kind === "known") return [meant.login];
    if (meant.kind === "new") return [loginOf(meant.login, meant.login, meant.login, true)];
    const asked = who.get(name.toLowerCase());
    who.set(name.toLowerCase(), { kind: "who", name, lines: [...new Set([...(asked?.lines ?? []), line])], perhaps: meant.perhaps });
    return [meant.name];
  };
  const of = listed.map(({ names, perhaps, line, title }) => {
    const said = answers.owners.get(line);
    if (said) return unique(said.map((one) => loginOf(one, one.replace(/^@/, ""), one.replace(/^@/, ""))));
    const byline = unique(names.flatMap((name) => resolve(name, line)));
    const toNobody = names.length > 0 && byline.length === 0;
    const others = perhaps.filter((name) => {
      const meant = whose(name, known);
      const isRead = byline.includes(meant.kind === "open" ? meant.name : meant.login);
      return !isRead && answers.who.get(name.toLowerCase()) === undefined;
    });
    if ((byline.length === 0 && !toNobody) || others.length > 0)
      owner.set(line, owner.get(line) ?? { kind: "owner", line, title, byline, perhaps: unique(others) });
    return byline;
  });
  return { of, questions: [...who.values(), ...owner.values()], newcomers: [...newcomers.values()] };
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];

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
