/** What people were told of a post's slots: from the ledger, and where that knows nothing, from the board. */
import { grouped } from "./grouped.js";
import { readSlotRecords } from "./slot-record.js";
import type { Announcement, Snapshot } from "./snapshot.js";

export interface Told {
  /** Every slot people were ever told, oldest first; those of a slug it went by before come first. */
  readonly announced: readonly Announcement[];
  /** Those among them that the ledger had lost, and that are to be written into it again. */
  readonly recovered: readonly Announcement[];
  /** Whether it was told a slot before of which nothing is known any more. */
  readonly forgotten: boolean;
}

const NOTHING: Told = { announced: [], recovered: [], forgotten: false };

/** By its slug and those it went by before, in any case: to write it otherwise in the plan hides nothing. */
export function toldIn({ memory, boards }: Pick<Snapshot, "memory" | "boards">): (slug: string, also: readonly string[]) => Told {
  const bySlug = grouped(Object.entries(memory.announced), ([slug]) => slug.toLowerCase());
  const known = (slug: string): readonly Announcement[] =>
    (bySlug.get(slug.toLowerCase()) ?? []).flatMap(([, told]) => told).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  let records: ReturnType<typeof readSlotRecords> | null = null;

  return (slug, also) => {
    const before = also.map(known).filter((told) => told.length > 0);
    const earliestFirst = before.toSorted((a, b) => ((a[0]?.at ?? "") < (b[0]?.at ?? "") ? -1 : 1));
    const announced = [...earliestFirst.flat(), ...known(slug)];
    if (announced.length > 0) return { ...NOTHING, announced };
    for (const name of [slug, ...also]) {
      records ??= readSlotRecords(boards);
      const record = records(name);
      if (record === "unknown") return { ...NOTHING, forgotten: true };
      if (record.length > 0) return { ...NOTHING, announced: record, recovered: record };
    }
    return NOTHING;
  };
}
