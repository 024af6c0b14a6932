/** What a command is judged by: the plan as it was amended until then, and what each conversation was about. */
import type { Part } from "../comments/permissions.js";
import { sameSlug } from "../facts/slug.js";
import type { Day, Instant } from "../time/zone.js";
import type { AmendedPlan, PostId } from "../tracking/amended-plan.js";
import type { PostSources } from "../tracking/post-sources.js";

export interface CommandFacts {
  readonly plan: AmendedPlan;
  readonly postSources: PostSources;
  /** Every post that is tracked, as it is called now. */
  readonly slugs: readonly string[];
  /** The posts that a pull request brings; a board speaks of none in particular. */
  readonly slugsOf: (issue: number) => readonly string[];
  readonly partIn: (slug: string) => Part;
  /** Whether readers had it at that instant already; of a change to a live post, whether they had that change. */
  readonly isLive: (slug: string, at: Instant) => boolean;
  readonly isChangeToLive: (slug: string) => boolean;
  /** The post of which it is a text in another language, in a pull request of its own; null for a post. */
  readonly originalOf: (slug: string) => string | null;
  /** Logins of those whose review of that pull request is waited for. */
  readonly askedNow: (issue: number) => readonly string[];
  /** And of those whom the app asked before, as far as the ledger knows. */
  readonly everAsked: (issue: number) => readonly string[];
  /** And of those who approved it, as it stands or as it was. */
  readonly approvedOn: (issue: number) => readonly string[];
  /** The slot that people had last been told before that instant; null when none. */
  readonly toldAt: (slug: string, at: Instant) => Instant | null;
  /** The posts that had that slot at that instant, the live ones left out. */
  readonly holdersOf: (slot: Instant, at: Instant) => readonly string[];
  readonly slotsOn: (day: Day) => readonly Instant[];
}

/** What a post that is tracked is called now, whichever of its slugs was typed, in any case; null when there is no such post. */
export function findSlug({ plan, slugs }: Pick<CommandFacts, "plan" | "slugs">, typed: string): string | null {
  const id = plan.idOf(typed);
  return (id === null ? null : plan.slugOf(id)) ?? slugs.find((slug) => sameSlug(slug, typed)) ?? null;
}

/** Posts that nobody promised, and changes to live ones, go by their slug. */
export function idOf({ plan }: Pick<CommandFacts, "plan">, slug: string): PostId {
  return plan.idOf(slug) ?? slug;
}

/** A promise that became part of another goes by that one's id. */
export function idNow(post: PostId, { plan }: Pick<CommandFacts, "plan">): PostId {
  return plan.slugOf(post) === null ? (plan.idOf(post) ?? post) : post;
}
