/** From the entries of a list to the posts it promises; whatever is none is left out by name. */
import { mayOwn, type OwnerPlace } from "./entry-forms.js";
import { isErrand, listOrNote, partsOf, splitOnce, titleInGroup } from "./list-or-note.js";
import type { Entry } from "./outline.js";
import { isOurNote, LONGEST_ENTRY, readEntry, type EntryReading } from "./read-entry.js";
import { readField } from "./read-field.js";
import { readWork, type ListKind } from "./read-work.js";
import { knownIn, type Acquaintances } from "./whose.js";

/** A post as the notes promise it. */
export interface Listed {
  readonly line: number;
  readonly title: string;
  /** Given in the notes as code behind the names; null when it is to be made from the title. */
  readonly slug: string | null;
  /** As written. */
  readonly names: readonly string[];
  /** Who may be meant as an owner besides. */
  readonly perhaps: readonly string[];
  readonly day: string | null;
  /** The entry it came from. */
  readonly source: string;
}

export interface LeftOut {
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

/** What only people can tell of an entry; `taken` is what was done meanwhile. */
export type Doubt =
  | { readonly kind: "list or note"; readonly line: number; readonly text: string }
  | { readonly kind: "post or not"; readonly line: number; readonly text: string; readonly taken: boolean };

export interface ListReading {
  readonly listed: readonly Listed[];
  readonly leftOut: readonly LeftOut[];
  readonly doubts: readonly Doubt[];
}

/** What was answered to doubts, by line. */
export interface LineAnswers {
  readonly asList: ReadonlyMap<number, boolean>;
  readonly asPost: ReadonlyMap<number, boolean>;
}

interface Reader {
  readonly known: Acquaintances;
  readonly kind: ListKind;
  readonly habits: ReadonlySet<OwnerPlace>;
  readonly answers: LineAnswers;
  /** Stands above it, and says whose it is. */
  readonly owners: string | null;
}

const NOTHING: ListReading = { listed: [], leftOut: [], doubts: [] };

export function readList(entries: readonly Entry[], kind: ListKind, known: Acquaintances, answers: LineAnswers): ListReading {
  const places = entries.flatMap((entry) => readEntry(entry, known, new Set()).place ?? []);
  return together(entries.map((entry) => readOne(entry, { known, kind, habits: new Set(places), answers, owners: null })));
}

function together(readings: readonly ListReading[]): ListReading {
  return {
    listed: readings.flatMap(({ listed }) => listed),
    leftOut: readings.flatMap(({ leftOut }) => leftOut),
    doubts: readings.flatMap(({ doubts }) => doubts),
  };
}

function leaveOut({ line, text }: Pick<Entry, "line" | "text">, why: string): ListReading {
  return { ...NOTHING, leftOut: [{ line, text, why }] };
}

function readOne(entry: Entry, reader: Reader): ListReading {
  const { known, answers, habits } = reader;
  const asPost = answers.asPost.get(entry.line);
  if (asPost === false) return leaveOut(entry, "an answer says so");
  if (entry.struck) return leaveOut(entry, "it is crossed out (~~…~~)");
  if (entry.ticked && !asPost) return leaveOut(entry, "it is ticked as done");
  const reading = withFields(readEntry(entry, known, habits), entry.nested, known);
  if (reading.status && !asPost) return leaveOut(entry, `it is said to be ${reading.status}`);
  if (entry.text.trim() === "" && entry.nested.length === 0) return NOTHING;

  const nested = entry.nested.filter((inner) => !isFieldOf(inner, known));
  const group = groupOf(reading, nested, reader);
  if (group) return group;
  const own = readPost(entry, reading, nested, reader);
  return together([own, ...nested.map((inner) => leaveOut(inner, "it is taken for a note on the entry above it"))]);
}

/** Owners, a day and the like in bullets of their own below the entry: "Author: Ada", "Due: Friday", or a name alone. */
function withFields(reading: EntryReading, nested: readonly Entry[], known: Acquaintances): EntryReading {
  return nested.reduce((sum, inner) => {
    const field = reading.title === "" ? null : fieldOf(inner, known);
    if (!field) return sum;
    return {
      ...sum,
      names: field.names.length > 0 ? [...(sum.names ?? []), ...field.names] : field.open ? (sum.names ?? []) : sum.names,
      perhaps: [...sum.perhaps, ...field.perhaps],
      day: sum.day ?? field.day,
      status: sum.status ?? field.status,
    };
  }, reading);
}

const fieldOf = ({ text, struck, nested }: Entry, known: Acquaintances) => {
  const field = struck || nested.length > 0 ? null : readField(text, known);
  return field?.sure === "looks" ? null : field;
};

const isFieldOf = (inner: Entry, known: Acquaintances): boolean => fieldOf(inner, known) !== null;

/** Posts below a bullet that names their owner or their subject; null when what stands below are notes, or nothing. */
function groupOf(reading: EntryReading, nested: readonly Entry[], reader: Reader): ListReading | null {
  const { known, habits, kind } = reader;
  const owners = (reading.names?.length ?? 0) > 0 ? (reading.names ?? []).join("/") : null;
  if (nested.length === 0 || reading.rest !== "") return null;
  const inner = nested.map((entry) => ({ entry, own: readEntry(entry, known, habits) }));
  const heads = reading.title === "" && reading.names !== null;
  const subject = reading.title.replace(/:$/u, "");
  const owned = inner.filter(({ own }) => own.names !== null && own.title !== "").length;
  const short = nested.every(({ text }) => isShort(text));
  if (
    !heads &&
    !(short && ((reading.names?.length ?? 0) > 0 || reading.title !== subject)) &&
    !(owned === inner.length && reading.names === null)
  )
    return null;
  return together(
    nested.map((entry) => {
      const { listed, leftOut, doubts } = readOne(entry, { ...reader, owners });
      const under = <Told extends LeftOut | Doubt>(told: Told): Told =>
        owners === null ? told : { ...told, text: `${owners}: ${told.text}` };
      const own = listed.map((post): Listed => ({
        ...post,
        title: heads || kind !== "posts" ? post.title : titleInGroup(post.title, subject),
        names: post.names.length > 0 || saysOpen(entry, known, habits) ? post.names : (reading.names ?? []),
        day: post.day ?? reading.day,
      }));
      return { listed: own, leftOut: leftOut.map(under), doubts: doubts.map(under) };
    }),
  );
}

function saysOpen(entry: Entry, known: Acquaintances, habits: ReadonlySet<OwnerPlace>): boolean {
  return readEntry(entry, known, habits).names?.length === 0;
}

const OWNER_FIRST: ReadonlySet<OwnerPlace | null> = new Set<OwnerPlace | null>([
  "before colon",
  "before dash",
  "brackets first",
  "login first",
  "does",
]);

function readPost(
  entry: Entry,
  reading: EntryReading,
  nested: readonly Entry[],
  { known, kind, answers, habits, owners }: Reader,
): ListReading {
  const asPost = answers.asPost.get(entry.line) === true;
  const ownerFirst = OWNER_FIRST.has(reading.place) || (!reading.certain && reading.place === "lead");
  if (reading.title === "") return leaveOut(entry, "it names people or a day, and no post");
  const post = (one: Pick<Listed, "title"> & Partial<Listed>): Listed => ({
    line: entry.line,
    slug: null,
    names: reading.names ?? [],
    perhaps: [],
    day: reading.day,
    source: entry.text,
    ...one,
  });

  const colon = reading.names === null && entry.lead === null ? splitOnce(reading.title) : null;
  const after = ownerFirst && reading.rest === "" ? reading.title : colon ? colon.after : reading.rest;
  const parts = partsOf(after);
  const isTheirs = ownerFirst && reading.rest === "";
  const looksLike = reading.slug === null && kind === "posts" && !(isTheirs && isErrand(parts, kind)) ? listOrNote(parts, after) : "note";
  // "Ada: looms, engines, and punch cards" may be one title as well.
  const many = isTheirs ? (looksLike === "list" ? "unsure" : "note") : looksLike;
  const asList = answers.asList.get(entry.line) ?? null;
  if ((many === "list" && asList !== false) || (many === "unsure" && asList)) {
    const subject = isTheirs ? "" : colon ? colon.before : reading.title;
    const listed = parts.map((part) => {
      const own = readEntry({ text: part, lead: null }, known, habits);
      return post({
        title: titleInGroup(own.title, subject),
        ...(own.names && { names: own.names }),
        ...(own.day !== null && { day: own.day }),
      });
    });
    return { ...NOTHING, listed };
  }

  const work = reading.certain ? { title: reading.title, isPost: "yes" as const } : readWork(reading.title, kind, ownerFirst);
  const beside = [reading.rest, ...nested.map(({ text }) => text)].filter((text) => !isOurNote(text));
  const others = unread([work.title, ...(reading.certain && reading.rest === "" ? [] : beside)], reading, known);
  const looks = reading.names === null ? mayOwn(entry.text, known) : [];
  if (!asPost && work.isPost === "no") return leaveOut(entry, "it asks for something that is not a post");
  const remark = !reading.certain && (isSaid(work.title) || (reading.names === null && isRemark(work.title)));
  if (!asPost && ((remark && others.length === 0 && owners === null) || entry.text.length > LONGEST_ENTRY))
    return leaveOut(entry, "it looks like a remark, not like a post");
  if (!asPost && (remark || work.isPost === "hardly"))
    return { ...NOTHING, doubts: [{ kind: "post or not", line: entry.line, text: entry.text, taken: false }] };

  const doubts: Doubt[] = [];
  if (!asPost && work.isPost === "perhaps") doubts.push({ kind: "post or not", line: entry.line, text: entry.text, taken: true });
  if (many === "unsure" && asList === null && (!colon || reading.names !== null))
    doubts.push({ kind: "list or note", line: entry.line, text: after });
  return {
    ...NOTHING,
    listed: [post({ title: work.title, slug: reading.slug, perhaps: [...new Set([...reading.perhaps, ...others, ...looks])] })],
    doubts,
  };
}

/** Known people whom no form took for owners: in a title that is not certain, or in a note. */
function unread(texts: readonly string[], { names, certain }: EntryReading, known: Acquaintances): string[] {
  const read = new Set((names ?? []).map((name) => name.replace(/^@/, "").toLowerCase()));
  return [...new Set(texts.slice(certain ? 1 : 0).flatMap((text) => knownIn(text, known)))].filter(
    (name) => !read.has(name.replace(/^@/, "").toLowerCase()),
  );
}

/** Nested bullets that are longer are the minutes of what was said. */
function isShort(text: string): boolean {
  return text.split(/\s+/u).length <= 10 && !/[.!?]$/u.test(text);
}

/** "Ada: I might help" is what Ada said. */
function isSaid(text: string): boolean {
  return /^(?:i|we|you|they|he|she)(?:['’](?:m|ll|ve|d|re|s))?\s+\p{Ll}/iu.test(text);
}

function isRemark(text: string): boolean {
  return text.split(/\s+/u).length > 14 || /[.!?]\s+\p{Lu}/u.test(text);
}
