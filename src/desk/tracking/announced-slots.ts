/** What people were told of a post's slots: from the ledger, and where that knows nothing, from the board. */
import type { Announcement, Snapshot } from "../facts/snapshot.js";
import { grouped } from "../text/group-by.js";
import { readSlotRecords } from "./slot-record.js";

export interface AnnouncedSlots {
  /** Every slot people were ever told, oldest first; those of a slug it went by before come first. */
  readonly announced: readonly Announcement[];
  /** Those among them that were told of promises which became part of it. */
  readonly joined: readonly Announcement[];
  /** Those among them that the ledger had lost, and that are to be written into it again. */
  readonly recovered: readonly Announcement[];
  /** Whether it was told a slot before of which nothing is known any more. */
  readonly forgotten: boolean;
}

const NOTHING: AnnouncedSlots = { announced: [], joined: [], recovered: [], forgotten: false };

/** By slug, the others that the post goes by, and which of those were of promises that became part of it. */
export type AnnouncedSlotsOf = (slug: string, also: readonly string[], joined?: readonly string[]) => AnnouncedSlots;

/** By its slug and those it went by before, in any case: to write it otherwise in the plan hides nothing. */
export function announcedIn({ memory, boards }: Pick<Snapshot, "memory" | "boards">): AnnouncedSlotsOf {
  const bySlug = grouped(Object.entries(memory.announced), ([slug]) => slug.toLowerCase());
  const known = (slug: string): readonly Announcement[] =>
    (bySlug.get(slug.toLowerCase()) ?? []).flatMap(([, told]) => told).toSorted(byTelling);

  let records: ReturnType<typeof readSlotRecords> | null = null;

  return (slug, also, joined = []) => {
    const own = [...also.filter((name) => !joined.includes(name)), slug].flatMap(known).toSorted(byTelling);
    const others = joined.flatMap(known).toSorted(byTelling);
    const announced = withJoined(own, others);
    if (announced.length > 0) return { ...NOTHING, announced, joined: others };
    for (const name of [slug, ...also]) {
      records ??= readSlotRecords(boards);
      const record = records(name);
      if (record === "unknown") return { ...NOTHING, forgotten: true };
      if (record.length > 0) return { ...NOTHING, announced: record, recovered: record };
    }
    return NOTHING;
  };
}

/** With the slot that is told now, in the order in which the next look finds them: so that it has nothing to write anew. */
export function announcedWith(
  { announced, joined }: Pick<AnnouncedSlots, "announced" | "joined">,
  next: Announcement,
): readonly Announcement[] {
  return withJoined([...announced.filter((one) => !joined.includes(one)), next], joined);
}

/** What was told within one second stays in the order in which it was. */
function byTelling(a: Announcement, b: Announcement): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}

/** A promise that became part of a post tells when the whole was first planned, and does not move it. */
function withJoined(own: readonly Announcement[], others: readonly Announcement[]): readonly Announcement[] {
  const last = own.at(-1);
  if (!last || others.length === 0) return last ? own : others;
  const before = own.slice(0, -1);
  const all = (others[0]?.slot ?? "") < (before[0]?.slot ?? "") ? [...others, ...before] : [...before, ...others];
  return [...all.toSorted(byTelling), last];
}
