/** Announcements: every slot that people were ever told, so that no slip is hidden by a later one. */
import type { Kysely } from "kysely";
import type { Announcement } from "../desk/snapshot.js";
import type { Ledger } from "./ledger.js";
import type { Tables } from "./tables.js";
import { fromColumn, toColumn } from "./text.js";

export function announcements(db: Kysely<Tables>): Pick<Ledger, "announce"> {
  return {
    announce: (repository, slug, { slot, at, by, why }) =>
      db.transaction().execute(async (transaction) => {
        const last = await transaction
          .selectFrom("announcements")
          .select("slot")
          .where("repository", "=", repository)
          .where("slug", "=", toColumn(slug))
          .orderBy("number", "desc")
          .limit(1)
          .executeTakeFirst();
        // Told again after a crash between telling and writing down: it is one announcement.
        if (last?.slot === slot) return;
        await transaction
          .insertInto("announcements")
          .values({ repository, slug: toColumn(slug), slot, at, mover: by, why: toColumn(why) })
          .execute();
      }),
  };
}

/** By slug, oldest first. */
export async function announced(db: Kysely<Tables>, repository: number): Promise<ReadonlyMap<string, readonly Announcement[]>> {
  const rows = await db
    .selectFrom("announcements")
    .select(["slug", "slot", "at", "mover", "why"])
    .where("repository", "=", repository)
    .orderBy("number")
    .execute();
  const bySlug = new Map<string, Announcement[]>();
  for (const { slug, slot, at, mover, why } of rows) {
    const post = fromColumn(slug);
    bySlug.set(post, [...(bySlug.get(post) ?? []), { slot, at, by: mover, why: fromColumn(why) }]);
  }
  return bySlug;
}
