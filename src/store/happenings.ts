/** Happenings: the last few hundred things that were done in each repository, for people to read. */
import type { Kysely, Transaction } from "kysely";
import type { Instant } from "../desk/time/zone.js";
import type { Ending, Ledger } from "./ledger.js";
import { inParts } from "./rows.js";
import type { Tables } from "./tables.js";
import { fromColumn, toColumn } from "./text.js";

const KEPT = 500;

export function happenings(db: Kysely<Tables>): Pick<Ledger, "recent"> {
  return {
    async recent(repository, limit) {
      const rows = await db
        .selectFrom("happenings")
        .select(["at", "says"])
        .where("repository", "=", repository)
        .orderBy("number", "desc")
        .limit(limit)
        .execute();
      return rows.map(({ at, says }) => ({ at, says: fromColumn(says) }));
    },
  };
}

/** Writes down what the endings have to tell, in their order, and drops what is older than the last 500. */
export async function happened(db: Transaction<Tables>, repository: number, endings: readonly Ending[], at: Instant): Promise<void> {
  const told = endings.filter(({ says }) => says !== "").slice(-KEPT);
  if (told.length === 0) return;
  for (const part of inParts(told)) {
    await db
      .insertInto("happenings")
      .values(part.map(({ says }) => ({ repository, at, says: toColumn(says) })))
      .execute();
  }
  await db
    .deleteFrom("happenings")
    .where("repository", "=", repository)
    .where(
      "number",
      "<=",
      db.selectFrom("happenings").select("number").where("repository", "=", repository).orderBy("number", "desc").limit(1).offset(KEPT),
    )
    .execute();
}
