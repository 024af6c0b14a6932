/** What people were told of a post's slots: from the ledger, and where that knows nothing, from the board. */
import { sameLogin } from "../facts/person.js";
import type { Announcement, Snapshot } from "../facts/snapshot.js";
import { grouped } from "../text/group-by.js";
import type { Instant } from "../time/zone.js";
import { readSlotRecords } from "./slot-record.js";

export interface AnnouncedSlots {
  /** Every slot people were ever told, oldest first; those of a slug it went by before come first. */
  readonly announced: readonly Announcement[];
  /** What they were told of promises that became part of it: the history of those, and no move of this one. */
  readonly joined: readonly ToldOf[];
  /** Those among them that the ledger had lost, and that are to be written into it again. */
  readonly recovered: readonly Announcement[];
  /** Whether it was told a slot before of which nothing is known any more. */
  readonly forgotten: boolean;
}

export interface ToldOf {
  readonly slug: string;
  readonly announced: readonly Announcement[];
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

  const onBoard = (slug: string) => (records ??= readSlotRecords(boards))(slug);
  const knownOf = (slug: string): ToldOf => {
    const announced = known(slug);
    const record = announced.length > 0 ? [] : onBoard(slug);
    return { slug, announced: record === "unknown" || announced.length > 0 ? announced : record };
  };

  return (slug, also, joined = []) => {
    const names = also.filter((name) => !joined.includes(name));
    const others = joined.map(knownOf).filter((one) => one.announced.length > 0);
    const announced = [...names, slug].flatMap(known).toSorted(byTelling);
    if (announced.length > 0) return { ...NOTHING, announced, joined: others };
    for (const name of [slug, ...names]) {
      const record = onBoard(name);
      if (record === "unknown") return { ...NOTHING, joined: others, forgotten: true };
      if (record.length > 0) return { ...NOTHING, announced: record, joined: others, recovered: record };
    }
    return { ...NOTHING, joined: others };
  };
}

interface Act {
  readonly by: string;
  readonly at: Instant;
  readonly undoneAt: Instant | null;
}

/** Shows which slots were told for a command about the post that was taken back. */
export function withUndone(announced: readonly Announcement[], acts: readonly Act[]): readonly Announcement[] {
  const undone = acts.flatMap(({ by, at, undoneAt }) => (undoneAt ? [{ by, at, undoneAt }] : []));
  if (undone.length === 0) return announced;
  return announced.map((one) =>
    undone.some(({ by, at, undoneAt }) => one.by !== null && sameLogin(one.by, by) && at <= one.at && one.at <= undoneAt)
      ? { ...one, undone: true }
      : one,
  );
}

/** What was told within one second stays in the order in which it was. */
function byTelling(a: Announcement, b: Announcement): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}
