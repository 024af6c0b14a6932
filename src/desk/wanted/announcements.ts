/** Announcements: slots that differ from the last ones people were told, for the ledger to keep. */
import type { Announce } from "../effect.js";
import type { JudgedPost } from "../judged.js";
import type { Memory } from "../snapshot.js";

export function wantAnnouncements(posts: readonly JudgedPost[], memory: Memory): readonly Announce[] {
  return posts.flatMap(({ slug, slot, stage }) => {
    if (!slot || stage === "live" || stage === "dropped") return [];
    const last = memory.announced[slug]?.at(-1);
    return last?.slot === slot.at ? [] : [{ kind: "announce", slug, slot: slot.at, why: slot.why } as const];
  });
}
