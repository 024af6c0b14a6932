/** Hangs the tables of TOML where their headers say: `[extra]`, `[extra.author]`, and each `[[authors]]` as one of a list. */
import type { Span } from "../../facts/lines.js";
import type { Fields, Value } from "./matter.js";

export interface TomlTable {
  /** As its header has it, in lower case: `extra.author`. */
  readonly name: string;
  /** Which of the tables of that name, from 1; 0 for a table that is there once. */
  readonly member: number;
  readonly fields: Map<string, Value>;
  readonly span: Span;
}

/** Far more than anyone writes: each is hung by copying what it hangs in. */
const MOST_TABLES = 200;

/** What is there already counts before a table that comes later. */
export function withTables(fields: Fields, tables: readonly TomlTable[]): Fields {
  return tables.slice(0, MOST_TABLES).reduce<Fields>((whole, table) => {
    const parts = table.name.split(".").map((part) => part.trim().replace(/^["']|["']$/g, ""));
    return hung(whole, parts, table);
  }, fields);
}

function hung(fields: Fields, [own = "", ...deeper]: readonly string[], table: TomlTable): Fields {
  const there = fields.get(own);
  const put = (value: Value): Fields => new Map([...fields, [own, value]]);
  const value: Value = { kind: "map", fields: table.fields, span: table.span };
  if (deeper.length > 0) {
    // A table inside one of a list says nothing that is read here.
    if (there && there.kind !== "map") return fields;
    return put({ kind: "map", fields: hung(there?.fields ?? new Map(), deeper, table), span: there?.span ?? table.span });
  }
  if (!there) return put(table.member > 0 ? { kind: "list", members: [value], span: table.span } : value);
  if (there.kind === "list" && table.member > 1) return put({ ...there, members: [...there.members, value] });
  return there.kind === "map" && table.member === 0 ? put({ ...there, fields: new Map([...table.fields, ...there.fields]) }) : fields;
}
