/** Effects: what was begun, how it ended, and what to tell people of it. */
import { sql, type Kysely, type Transaction } from "kysely";
import type { Remembered } from "../desk/facts/snapshot.js";
import type { Instant } from "../desk/time/zone.js";
import { happened } from "./happenings.js";
import { ASKED_ANEW, type Ending, type Ledger } from "./ledger.js";
import { keepNews } from "./news.js";
import { inParts } from "./rows.js";
import type { Tables } from "./tables.js";
import { indexKey, fromColumn, toColumn } from "./text.js";

/** No digest of anything. */
const TAKEN_UP = "taken up";

export function effects(db: Kysely<Tables>): Pick<Ledger, "doubtful" | "begin" | "end"> {
  return {
    async doubtful(repository) {
      const rows = await db
        .selectFrom("effects")
        .select("key")
        .where("repository", "=", repository)
        .where("begun", "is not", null)
        .execute();
      return new Set(rows.map(({ key }) => fromColumn(key)));
    },

    begin: (repository, begun) =>
      db.transaction().execute(async (transaction) => {
        for (const part of inParts(byKey(begun))) {
          await transaction
            .insertInto("effects")
            .values(
              part.map(({ id, key, digest }) => ({ repository, id, key, begun: digest, digest: null, ended: null, why: null, at: null })),
            )
            .onConflict((conflict) =>
              conflict.columns(["repository", "id"]).doUpdateSet((row) => ({
                begun: row.ref("excluded.begun"),
                // Whoever asked for it anew is answered by what begins now, and by nothing that has begun before.
                digest: sql<
                  string | null
                >`case when ${row.ref("effects.digest")} = ${ASKED_ANEW} then ${TAKEN_UP} else ${row.ref("effects.digest")} end`,
              })),
            )
            .execute();
        }
      }),

    end: (repository, endings, at, news = []) =>
      db.transaction().execute(async (transaction) => {
        const last = byKey(endings);
        await keep(transaction, repository, last.filter(hasEnded), at);
        await takeBack(
          transaction,
          repository,
          last.filter(({ ended }) => ended === "dropped"),
        );
        await happened(transaction, repository, endings.filter(hasEnded), at);
        await keepNews(
          transaction,
          news.map((one) => ({ repository, news: one, at })),
        );
      }),
  };
}

/** What was last done or refused, by key. */
export async function remembered(db: Kysely<Tables>, repository: number): Promise<readonly (readonly [string, Remembered])[]> {
  const rows = await db
    .selectFrom("effects")
    .select(["key", "digest", "ended", "why", "at"])
    .where("repository", "=", repository)
    .execute();
  return rows.flatMap(({ key, digest, ended, why, at }) =>
    digest !== null && ended !== null && at !== null
      ? [[fromColumn(key), { digest, ended, why: why === null ? null : fromColumn(why), at }] as const]
      : [],
  );
}

type Keyed<Row> = Row & { readonly id: string };

/** The last of those with one key, in an order that two writers share, so that neither waits for the other in a ring. */
function byKey<Row extends { readonly key: string }>(rows: readonly Row[]): Keyed<Row>[] {
  const last = new Map(rows.map((row) => [row.key, { ...row, id: indexKey(row.key), key: toColumn(row.key) }]));
  return [...last.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

type Ended = Ending & { readonly ended: "done" | "refused" };

function hasEnded<Row extends Ending>(ending: Row): ending is Row & Ended {
  return ending.ended !== "dropped";
}

async function keep(db: Transaction<Tables>, repository: number, endings: readonly Keyed<Ended>[], at: Instant): Promise<void> {
  for (const part of inParts(endings)) {
    await db
      .insertInto("effects")
      .values(
        part.map(({ id, key, digest, ended, why }) => ({
          repository,
          id,
          key,
          digest,
          ended,
          why: why === null ? null : toColumn(why),
          at,
          begun: null,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(["repository", "id"]).doUpdateSet((row) => ({
          digest: sql<
            string | null
          >`case when ${row.ref("effects.digest")} = ${ASKED_ANEW} then ${row.ref("effects.digest")} else ${row.ref("excluded.digest")} end`,
          ended: row.ref("excluded.ended"),
          why: row.ref("excluded.why"),
          at: row.ref("excluded.at"),
          // Another that was begun since, by whoever took over, is still in doubt.
          begun: sql<
            string | null
          >`case when ${row.ref("effects.begun")} = ${row.ref("excluded.digest")} then null else ${row.ref("effects.begun")} end`,
        })),
      )
      .execute();
  }
}

async function takeBack(db: Transaction<Tables>, repository: number, endings: readonly Keyed<Ending>[]): Promise<void> {
  for (const { id, digest } of endings) {
    await db
      .updateTable("effects")
      .set({ begun: null })
      .where("repository", "=", repository)
      .where("id", "=", id)
      .$if(digest !== "", (query) => query.where("begun", "=", digest))
      .execute();
  }
  if (endings.length === 0) return;
  await db.deleteFrom("effects").where("repository", "=", repository).where("digest", "is", null).where("begun", "is", null).execute();
}
