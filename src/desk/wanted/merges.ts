/** Going live: merges at the slot, or word to the coordinator where the desk merges by hand. */
import type { Dossier } from "../dossier.js";
import type { Merge, Reply } from "../effect.js";
import type { JudgedPost } from "../judged.js";
import type { PullRequest, Snapshot } from "../snapshot.js";
import { writeGo } from "../words/reminder.js";

/** Tells the coordinator once, where the desk has no merging done for it. */
export function wantGo(
  { leading, correction }: Dossier,
  post: JudgedPost,
  { desk }: Snapshot,
  spoken: ReadonlySet<string>,
): readonly Reply[] {
  if (post.stage !== "due" || !leading || (desk.merge.atSlot && !correction)) return [];
  const mark = `go/${post.slug}/${leading.pull.head.sha.slice(0, 12)}`;
  return spoken.has(mark)
    ? []
    : [{ kind: "reply", issue: leading.pull.number, mark, body: writeGo(post.title, desk.coordinators, leading.pull.head.sha) }];
}

/** A pull request goes when every post that it leads is due; one that only follows goes with none. */
export function wantMerges(
  open: readonly { readonly pull: PullRequest; readonly posts: readonly JudgedPost[] }[],
  { desk }: Snapshot,
): readonly Merge[] {
  if (!desk.merge.atSlot) return [];
  return open.flatMap(({ pull, posts }) => {
    const ready =
      posts.length > 0 && posts.every((post) => post.stage === "due" && post.leading === pull.number && !post.slug.includes("#"));
    return ready && pull.mergeable !== "conflicts"
      ? [
          {
            kind: "merge",
            pull: pull.number,
            head: pull.head.sha,
            method: desk.merge.method,
            slugs: posts.map(({ slug }) => slug),
          } as const,
        ]
      : [];
  });
}
