/** Going live: the merges that are wanted at this instant, in the order in which readers are to see the posts. */
import { awaitsUpdate } from "../facts/behind.js";
import { broughtBy } from "../facts/brought-by.js";
import { bringsNew, isOpen, type Dossier } from "../dossier.js";
import type { Merge } from "../effect.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import type { Clearance } from "../going-live/clearance.js";
import type { SetClearance } from "../going-live/set-clearance.js";
import type { JudgedPost } from "../judged.js";

export interface Cleared {
  readonly dossier: Dossier;
  readonly post: JudgedPost;
  readonly clearance: Clearance | null;
}

/** An open pull request with all the posts that it brings. */
export interface Bringing {
  readonly pull: PullRequest;
  readonly posts: readonly Cleared[];
}

export function openBringing(pairs: readonly Cleared[], { open }: Snapshot): readonly Bringing[] {
  const broughtIn = broughtBy(pairs, ({ dossier }) => dossier);
  return open.map((pull) => ({ pull, posts: broughtIn(pull) }));
}

/** A pull request goes when every post that it brings may go (`pull-clearance.ts`); one of corrections alone, or that only follows, is for people. */
export function wantMerges(
  { pairs, sets }: { readonly pairs: readonly Cleared[]; readonly sets: readonly SetClearance[] },
  snapshot: Snapshot,
): readonly Merge[] {
  const { desk } = snapshot;
  if (!desk.merge.atSlot) return [];
  const places = new Map(sets.flatMap(({ order }) => order.map((slug, place) => [slug, place] as const)));
  const placeOf = ({ posts }: Bringing) => Math.min(...posts.map(({ post }) => places.get(post.slug) ?? 0));
  return openBringing(pairs, snapshot)
    .filter(
      ({ pull, posts }) => isOpen(pull) && posts.some((one) => leads(pull, one)) && posts.every(mayGo) && !awaitsUpdate(pull, snapshot),
    )
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ pull, posts }) => ({
      kind: "merge",
      pull: pull.number,
      head: pull.head.sha,
      method: desk.merge.method,
      ...(pull.queue && { queue: pull.queue }),
      ...(pull.changes?.some((path) => path.startsWith(".github/workflows/")) && { workflows: true as const }),
      slugs: posts.map(({ post }) => post.slug),
    }));
}

export function leads(pull: PullRequest, { dossier, post }: Cleared): boolean {
  return post.leading === pull.number && bringsNew(dossier);
}

/** What GitHub refused is still wanted: `already-done.ts` knows when it is tried again. */
function mayGo({ clearance }: Cleared): boolean {
  return clearance?.kind === "goes" || (clearance?.retryAt ?? null) !== null;
}
