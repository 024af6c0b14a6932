/** A table of posts: which column says what, and what its rows promise. */
import { saysNobody } from "./names.js";
import type { Table, TableRow } from "./outline.js";
import { readEntry } from "./read-entry.js";
import { areKnown, readField, type EntryField } from "./read-field.js";
import type { LeftOut, LineAnswers, ListReading } from "./read-list.js";
import { readWork, type ListKind } from "./read-work.js";
import { knownIn, type Acquaintances } from "./whose.js";

export const COLUMN_ROLES = ["title", "owner", "day", "status"] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** By role the headers of its columns, as somebody said them. */
export type Columns = ReadonlyMap<ColumnRole, readonly string[]>;

type Roles = ReadonlyMap<ColumnRole, readonly number[]>;

const HEADERS: Readonly<Record<ColumnRole, RegExp>> = {
  title:
    /^(?:(?:working |blog |post )?titles?|(?:blog )?posts?|blogs?|articles?|topics?|subjects?|headlines?|stor(?:y|ies)|features?|pieces?|blog posts?|post topics?)$/iu,
  owner:
    /^(?:(?:post |blog )?(?:owners?|authors?(?:\(s\))?|writers?)|co-?authors?|who|by|by-?lines?|assigned(?: to)?|assignees?|responsible|people|dri|leads?)$/iu,
  day: /^(?:(?:publish(?:ed|ing)?|publication|due|target|go-?live|launch|post|draft)?[ -]?(?:date|day|on|by)|dates?|due|publish(?:es|ed)?|publication|when|slot|deadline|eta|go(?:es)?[ -]live|live|scheduled(?: for)?|week)$/iu,
  status: /^(?:status|state|prs?|pull requests?|progress|stage|done|done\?|published\?)$/iu,
};
/** Only where no column says it better. */
const TITLE_TOO = /^(?:name|item|what|description|task|action(?: item)?)$/iu;

/** By role the indices of its columns; null when nothing says which holds the titles. */
export function columnsOf({ header }: Table, columns: Columns): Roles | null {
  const bare = header.map((one) => one.replace(/[^\p{L}\p{N}()?\s-]/gu, "").trim());
  const named = (names: readonly string[]) =>
    names.flatMap((name) => {
      const at = header.findIndex((one) => one.trim().toLowerCase() === name.trim().toLowerCase());
      return at >= 0 ? [at] : [];
    });
  const found = COLUMN_ROLES.map((role): readonly [ColumnRole, readonly number[]] => {
    const said = columns.get(role);
    return [role, said ? named(said) : bare.flatMap((one, index) => (HEADERS[role].test(one) ? [index] : []))];
  });
  const roles = new Map(found);
  const titles = roles.get("title") ?? [];
  const fallback = columns.has("title") ? -1 : bare.findIndex((one) => TITLE_TOO.test(one));
  if (titles.length === 0 && fallback >= 0) roles.set("title", [fallback]);
  return (roles.get("title") ?? []).length > 0 ? roles : null;
}

/** Whether its columns are those of a plan of posts: titles, and whose they are or when. */
export function isPlan(table: Table, columns: Columns): boolean {
  const roles = columnsOf(table, columns);
  return roles !== null && (["owner", "day"] as const).some((role) => (roles.get(role) ?? []).length > 0);
}

export function readTable({ rows }: Table, named: Roles, kind: ListKind, known: Acquaintances, answers: LineAnswers): ListReading {
  const roles = withTold(named, rows, known);
  const read = rows.map((row) => {
    const asPost = answers.asPost.get(row.line) ?? null;
    const one = readRow(row, roles, known, asPost);
    if (kind === "posts" || asPost !== null || !("title" in one)) return one;
    const { title, isPost } = readWork(one.title, kind, true);
    if (isPost === "yes") return { ...one, title };
    if (isPost === "no") return { line: row.line, text: one.source, why: "it asks for something that is not a post" };
    return { kind: "post or not" as const, line: row.line, text: one.source, taken: false };
  });
  return {
    listed: read.flatMap((one) => ("title" in one ? [one] : [])),
    leftOut: read.flatMap((one) => ("why" in one ? [one] : [])),
    doubts: read.flatMap((one) => ("taken" in one ? [one] : [])),
  };
}

/** A column whose header says nothing to us is that of the days, or of the owners, when its cells are, and no other is. */
function withTold(named: Roles, rows: readonly TableRow[], known: Acquaintances): Roles {
  const taken = new Set([...named.values()].flat());
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const free = Array.from({ length: width }, (_, index) => index).filter((index) => !taken.has(index));
  const tells = (index: number, isTold: (field: EntryField) => boolean): boolean => {
    const said = rows.map(({ cells }) => cells[index]?.text ?? "").filter((text) => text !== "" && !saysNobody(text));
    const told = said.filter((text) => {
      const field = readField(text, known);
      return field !== null && isTold(field);
    });
    return said.length > 0 && told.length * 2 > said.length;
  };
  const roles = new Map(named);
  const fill = (role: ColumnRole, isTold: (field: EntryField) => boolean) => {
    const found = (roles.get(role) ?? []).length > 0 ? undefined : free.find((index) => tells(index, isTold));
    if (found !== undefined) roles.set(role, [found]);
  };
  fill("day", ({ day, names }) => day !== null && names.length === 0);
  fill("owner", areKnown);
  return roles;
}

type Row = ListReading["listed"][number] | LeftOut;

function readRow(row: TableRow, roles: Roles, known: Acquaintances, asPost: boolean | null): Row {
  const { line, cells } = row;
  const of = (role: ColumnRole): string[] =>
    (roles.get(role) ?? []).flatMap((index) => cells[index]?.text ?? []).filter((text) => text !== "");
  const text = cells.map((cell) => cell.text.replace(/\s+/gu, " ")).join(" | ");
  const leftOut = (why: string): LeftOut => ({ line, text, why });
  const [titleAt = -1] = roles.get("title") ?? [];
  const cell = (of("title")[0] ?? "").replace(/\s+/gu, " ");
  const hasOwners = (roles.get("owner") ?? []).length > 0;
  const fields = of("owner").map((said) => ({ said, field: readField(said, known) }));
  const status = of("status")
    .map((said) => readField(said.replace(/^\p{Extended_Pictographic}\uFE0F?\s*(?=\p{L})/u, ""), known)?.status ?? null)
    .find((one) => one !== null);
  if (asPost === false) return leftOut("an answer says so");
  if (cells[titleAt]?.struck && !asPost) return leftOut("it is crossed out (~~…~~)");
  if (status && !asPost) return leftOut(`it is said to be ${status}`);
  if (cell === "") return leftOut("its row has no title");
  // Where whose it is has a column of its own, the title is what its cell says, but for what no title would have.
  const own = hasOwners ? null : readEntry({ text: cell, lead: null }, known, new Set());
  const names = own ? (own.names ?? []) : fields.flatMap(({ said, field }) => field?.names ?? asWritten(said));
  const title = (own === null || own.title === "" ? cell : own.title).replace(/^["“](.*)["”]$/u, "$1");
  const perhaps = [
    ...fields.flatMap(({ field }) => field?.perhaps ?? []),
    ...(own?.perhaps ?? []),
    ...(names.length === 0 ? knownIn(title, known) : []),
  ];
  const day = of("day").find((said) => !saysNobody(said)) ?? own?.day ?? fields.find(({ field }) => field?.day)?.field?.day ?? null;
  return { line, title, slug: null, names, perhaps: [...new Set(perhaps)], day, source: text };
}

/** In a column of owners whatever stands is meant for one. */
function asWritten(said: string): string[] {
  return said
    .split(/\s*[/,;&+\n]\s*|\s+and\s+/u)
    .map((one) => one.trim().slice(0, 100))
    .filter((one) => one !== "");
}
