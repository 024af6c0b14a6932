/** Announcements: every slot that people were ever told, so that no slip is hidden by a later one. */
import type { Kysely } from "kysely";
import type { Announcement } from "../desk/facts/snapshot.js";
import type { Ledger } from "./ledger.js";
import { inParts } from "./rows.js";
import type { Tables } from "./tables.js";
import { fromColumn, toColumn } from "./text.js";

export function announcements(db: Kysely<Tables>): Pick<Ledger, "announce"> {
  return {
    announce: (repository, slug, announcement, recovered = []) =>
      db.transaction().execute(async (transaction) => {
        const last = await transaction
          .selectFrom("announcements")
          .select("slot")
          .where("repository", "=", repository)
          .where("slug", "=", toColumn(slug))
          .orderBy("number", "desc")
          .limit(1)
          .executeTakeFirst();
        const before = last ? [] : recovered;
        // Told again after a crash between telling and writing down: it is one announcement.
        const isTold = (last?.slot ?? before.at(-1)?.slot) === announcement.slot;
        const rows = [...before, ...(isTold ? [] : [announcement])].map(({ slot, at, by, why, earlier }) => ({
          repository,
          slug: toColumn(slug),
          slot,
          at,
          mover: by === null ? null : toColumn(by),
          why: toColumn(why),
          earlier: earlier ?? null,
        }));
        for (const part of inParts(rows)) await transaction.insertInto("announcements").values(part).execute();
      }),
  };
}

/** By slug, oldest first. */
export async function announced(db: Kysely<Tables>, repository: number): Promise<ReadonlyMap<string, readonly Announcement[]>> {
  const rows = await db
    .selectFrom("announcements")
    .select(["slug", "slot", "at", "mover", "why", "earlier"])
    .where("repository", "=", repository)
    .orderBy("number")
    .execute();
  const bySlug = new Map<string, Announcement[]>();
  for (const { slug, slot, at, mover, why, earlier } of rows) {
    const post = fromColumn(slug);
    const by = mover === null ? null : fromColumn(mover);
    bySlug.set(post, [...(bySlug.get(post) ?? []), { slot, at, by, why: fromColumn(why), ...(earlier && { earlier }) }]);
  }
  return bySlug;
}
