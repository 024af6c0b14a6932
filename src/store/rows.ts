/** Small things that every part of the ledger needs to say to both databases. */
import { sql, type Expression, type RawBuilder } from "kysely";
import type { Instant } from "../desk/time/zone.js";

/** The earlier of a column's instant and another; either may be null, and then it is the other. */
export function sooner(column: Expression<Instant | null>, other: Expression<Instant | null> | Instant | null): RawBuilder<Instant | null> {
  return sql<Instant | null>`case when ${column} is null or ${other} < ${column} then ${other} else ${column} end`;
}

/** In parts that fit into one statement: SQLite takes 32,766 parameters, PostgreSQL 65,535. */
export function* inParts<Row>(rows: readonly Row[], size = 500): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

/** A record without a prototype, so that a post called `constructor` finds only what is its own. */
export function recordOf<Value>(entries: Iterable<readonly [string, Value]>): Readonly<Record<string, Value>> {
  const record = Object.create(null) as Record<string, Value>;
  for (const [key, value] of entries) record[key] = value;
  return record;
}
