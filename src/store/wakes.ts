/** The wake queue: which repositories there are, when each falls due, and who holds it. */
import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { sql, type Kysely } from "kysely";
import { earliest, plus, type Instant } from "../desk/time/zone.js";
import type { Repository } from "../repository.js";
import type { DatabaseKind } from "./address.js";
import type { Ledger } from "./ledger.js";
import { inParts, sooner } from "./rows.js";
import type { Tables, WakeRow } from "./tables.js";

type Wakes = Pick<Ledger, "wake" | "claim" | "renew" | "settle" | "nextDue" | "repositories">;

export function wakes(db: Kysely<Tables>, kind: DatabaseKind): Wakes {
  return {
    wake: (repositories, due) =>
      wakeAll(
        db,
        repositories.map((repository) => ({ repository, due })),
      ),

    async claim(now, leaseMs, only) {
      const free = db
        .selectFrom("wakes")
        .select("repository")
        .$if(only !== undefined, (query) => query.where("repository", "=", only ?? 0))
        .where("due", "<=", now)
        .where((row) => row.or([row("ticket", "is", null), row("heldUntil", "<=", now)]))
        .orderBy("due")
        .orderBy("repository")
        .limit(1);
      const ticket = randomUUID();
      const taken = await db
        .updateTable("wakes")
        .set((row) => ({
          ticket,
          heldUntil: leaseEnd(now, leaseMs),
          // Of a holder that died: this claim answers what woke the repository meanwhile.
          due: sooner(row.ref("due"), row.ref("woken")),
          woken: null,
        }))
        // `=` and not `in`: PostgreSQL then runs the locking query once. SQLite locks the whole file instead.
        .where("repository", "=", kind === "postgres" ? free.forUpdate().skipLocked() : free)
        .returning(["repository", "installation", "owner", "name", "due"])
        .executeTakeFirst();
      return taken ? { repository: toRepository(taken), due: taken.due ?? now, ticket } : null;
    },

    async renew(claim, now, leaseMs) {
      const { numUpdatedRows } = await db
        .updateTable("wakes")
        .set({ heldUntil: leaseEnd(now, leaseMs) })
        .where("repository", "=", claim.repository.id)
        .where("ticket", "=", claim.ticket)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async settle(claim, next) {
      const { numUpdatedRows } = await db
        .updateTable("wakes")
        .set((row) => ({ due: sooner(row.ref("woken"), next), woken: null, ticket: null, heldUntil: null }))
        .where("repository", "=", claim.repository.id)
        .where("ticket", "=", claim.ticket)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async nextDue() {
      const { due } = await db
        .selectFrom("wakes")
        .select(
          sql<Instant | null>`min(case when ${sql.ref("ticket")} is null then ${sql.ref("due")} else ${sql.ref("heldUntil")} end)`.as(
            "due",
          ),
        )
        .executeTakeFirstOrThrow();
      return due;
    },

    async repositories() {
      const rows = await db.selectFrom("wakes").select(["repository", "installation", "owner", "name"]).orderBy("repository").execute();
      return rows.map(toRepository);
    },
  };
}

/** A repository that should fall due. */
export interface Wanted {
  readonly repository: Repository;
  readonly due: Instant | null;
}

/** Makes repositories fall due; a held one, when it is settled. Those that are the same are one, at the earliest instant. */
export async function wakeAll(db: Kysely<Tables>, wanted: readonly Wanted[]): Promise<void> {
  const rows = new Map<number, WakeRow>();
  for (const { repository, due } of wanted) {
    const { id, installation, owner, name } = repository;
    const first = earliest([rows.get(id)?.due, due]);
    rows.set(id, { repository: id, installation, owner, name, due: first, woken: null, ticket: null, heldUntil: null });
  }
  // In one order for all processes, so that none waits for another in a ring.
  const inOrder = [...rows.values()].sort((a, b) => a.repository - b.repository);
  for (const part of inParts(inOrder)) {
    await writeWakes(db, part);
    // libsql writes without giving way: of ten thousand, others get a turn in between.
    await nextTurn();
  }
}

async function writeWakes(db: Kysely<Tables>, rows: readonly WakeRow[]): Promise<void> {
  await db
    .insertInto("wakes")
    .values(rows)
    .onConflict((conflict) =>
      conflict.column("repository").doUpdateSet((row) => ({
        installation: row.ref("excluded.installation"),
        owner: row.ref("excluded.owner"),
        name: row.ref("excluded.name"),
        due: sql<Instant>`case when ${row.ref("wakes.ticket")} is null then ${sooner(row.ref("wakes.due"), row.ref("excluded.due"))} else ${row.ref("wakes.due")} end`,
        woken: sql<Instant>`case when ${row.ref("wakes.ticket")} is null then null else ${sooner(row.ref("wakes.woken"), row.ref("excluded.due"))} end`,
      })),
    )
    .execute();
}

/** Instants are whole seconds; a lease of less than one lasts one. */
function leaseEnd(now: Instant, leaseMs: number): Instant {
  return plus(now, Math.ceil(leaseMs / 1000) * 1000);
}

function toRepository(row: { repository: number; installation: number; owner: string; name: string }): Repository {
  return { id: row.repository, installation: row.installation, owner: row.owner, name: row.name };
}
