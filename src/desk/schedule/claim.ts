/** The slot that a post has a claim to before any are given out: a person's wish, the slot it is due at, or the one announced. */
import { latest, type Instant } from "../zone.js";
import type { ToPlace } from "./slot-request.js";

/**
 * `asked` and `pinned` are wishes of people and `due` is an approved post's own slot: these are kept unless they cannot be.
 * `announced` is kept when that puts nothing past the deadline. `missed`: the slot went by before the post was approved.
 */
export type Claim =
  | { readonly kind: "asked" | "pinned" | "due" | "announced"; readonly at: Instant }
  | { readonly kind: "missed"; readonly at: Instant }
  | { readonly kind: "none" };

export function claimOf(post: ToPlace, now: Instant): Claim {
  const { asked, pinned, announced } = post;
  if (asked && asked > now) return { kind: "asked", at: asked };
  if (asked && post.ready && !(announced && announced > asked)) return { kind: "due", at: asked };
  if (pinned && pinned > now) return { kind: "pinned", at: pinned };
  // A wish that has gone by gives way to the slot announced in its stead.
  const last = latest([asked, pinned, announced]);
  if (!last) return { kind: "none" };
  if (last > now) return { kind: "announced", at: last };
  return post.ready ? { kind: "due", at: last } : { kind: "missed", at: last };
}
