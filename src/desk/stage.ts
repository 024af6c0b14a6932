/** Where a post stands, whose move it is, and what it still lacks: the words that everything else is said in. */
import type { OpenConversation } from "./facts/open-conversations.js";
import type { Day, Instant } from "./time/zone.js";

export type Stage = "promised" | "in progress" | "in review" | "sent back" | "approved" | "due" | "live" | "held" | "dropped";

export type Turn = "byline" | "reviewer" | "coordinator" | "nobody";

/** The stages in the order a post passes through them, those beside the path last. */
export const STAGES: readonly Stage[] = ["promised", "in progress", "in review", "sent back", "approved", "due", "live", "held", "dropped"];

/** What keeps a post from going live, or is to be known of it until then. */
export type Missing =
  | { readonly kind: "held"; readonly by: string; readonly why: string }
  | { readonly kind: "dropped"; readonly by: string; readonly why: string }
  /** `closed` without merging; `takenOff`: merged, and taken off the site again. */
  | { readonly kind: "no pull request"; readonly closed: readonly number[]; readonly takenOff: readonly number[] }
  /** Files on the default branch that have its name and are not it. */
  | { readonly kind: "namesakes"; readonly paths: readonly string[] }
  /** Of a live post. */
  | { readonly kind: "went live"; readonly without: Without }
  /** `title` is what its title begins with that makes it one, left out where nothing does; `alone` when nothing else does. */
  | { readonly kind: "draft"; readonly title?: { readonly says: string; readonly alone: boolean } }
  /** It missed these slots while nobody did anything for it. */
  | { readonly kind: "decision"; readonly slug: string; readonly missed: readonly Instant[] }
  | { readonly kind: "unreadable"; readonly errors: number }
  | { readonly kind: "changes"; readonly by: readonly string[] }
  /** Of those who were asked for a review and only commented. */
  | { readonly kind: "comments"; readonly by: readonly string[] }
  /** Of the desk's that has the merge wait for them. */
  | { readonly kind: "conversations"; readonly open: readonly OpenConversation[] }
  /** `changed` are paths; none where it cannot be told what has changed since they looked. */
  | { readonly kind: "look again"; readonly by: readonly string[]; readonly changed: readonly string[] }
  | { readonly kind: "approvals"; readonly got: number; readonly needed: number; readonly asked: readonly string[] }
  /** Asked, and of no known name. */
  | { readonly kind: "teams"; readonly count: number; readonly codeOwner: boolean }
  /** The rules of the branch want an approval of theirs besides; `teams` is how many are asked. */
  | { readonly kind: "code owners"; readonly people: readonly string[]; readonly teams: number }
  /** `changed` are the paths that changed since, where that is why. */
  | { readonly kind: "not counted"; readonly login: string; readonly why: string; readonly changed?: readonly string[] }
  | { readonly kind: "nobody to ask"; readonly why: string }
  /** Who was to make the next move, and is on leave until after it is due. */
  | { readonly kind: "away"; readonly login: string; readonly until: Day | null; readonly as: "writer" | "reviewer" }
  /** None of its authors can be reached; `named` are the authors. */
  | { readonly kind: "nobody to write"; readonly named: readonly string[] }
  /** A coordinator is needed and none is there; `back` is who comes back first, null when the desk names none. */
  | { readonly kind: "no coordinator"; readonly back: { readonly login: string; readonly until: Day } | null }
  | { readonly kind: "conflicts" }
  | { readonly kind: "unpublished flag"; readonly path: string; readonly line: number; readonly says: string }
  /** Readers would not find it at its slot, and why, as a clause; `way` is the line to write, or the file's new name, null where only its writer knows. */
  | {
      readonly kind: "would not show";
      readonly why: string;
      readonly way: { readonly kind: "write" | "rename"; readonly to: string } | null;
    }
  | { readonly kind: "fork gone" }
  | { readonly kind: "too many files" }
  /** More posts in one pull request than are read; `unread` were not. */
  | { readonly kind: "too many posts"; readonly read: number; readonly unread: number }
  /** Texts of its pull request wait until those of others are read. */
  | { readonly kind: "not read yet" }
  | { readonly kind: "waits for"; readonly slugs: readonly string[] }
  /** Posts that it comes after, and that never come. */
  | { readonly kind: "waits in vain"; readonly slugs: readonly string[] }
  | { readonly kind: "embargo"; readonly until: Instant }
  | { readonly kind: "freeze"; readonly to: Instant; readonly why: string }
  | { readonly kind: "checks"; readonly verdict: "failing" | "running" | "overdue" }
  /** In GitHub's merge queue. */
  | { readonly kind: "queued" }
  | { readonly kind: "not mergeable"; readonly is: "behind" | "unknown" }
  /** The slot that went by while nobody could publish. */
  | { readonly kind: "missed"; readonly at: Instant }
  /** It goes live with these; when, as far as that is known. */
  | { readonly kind: "together"; readonly slugs: readonly string[]; readonly at: Instant | null }
  /** These keep the set back, of which some may be live already. */
  | { readonly kind: "set"; readonly slugs: readonly string[]; readonly live: readonly string[] }
  /** Every slot of the calendar is taken or closed. */
  | { readonly kind: "no slot" }
  /** Its text asks for a day after its slot, and nobody will set that. */
  | { readonly kind: "dated later"; readonly from: Instant }
  /** It has no slot, and its text asks for that day. */
  | { readonly kind: "dated"; readonly from: Instant }
  /** Its text asks for a day that cannot be read, or is beyond the calendar. */
  | { readonly kind: "date unclear"; readonly says: string }
  /** The same pull request brings another post, and one merge brings both. */
  | { readonly kind: "beside"; readonly pull: number; readonly slug: string; readonly correction: boolean; readonly which: Company }
  | { readonly kind: "slot"; readonly at: Instant; readonly merges: boolean }
  | { readonly kind: "may go"; readonly coordinators: readonly string[] }
  | { readonly kind: "refused"; readonly what: string; readonly why: string };

/** What keeps a post from being merged with those that come beside it. */
export type Company =
  | { readonly kind: "held" | "dropped"; readonly by: string }
  /** Another pull request brings it and leads; null when it is live already. */
  | { readonly kind: "led"; readonly by: number | null }
  | { readonly kind: "not ready" }
  | { readonly kind: "waits"; readonly missing: Missing };

/** What a post went live without, though the desk asks for it: it was merged by hand, or pushed. */
export type Without =
  | { readonly kind: "review"; readonly got: number; readonly needed: number }
  | { readonly kind: "embargo"; readonly until: Instant }
  | { readonly kind: "freeze"; readonly to: Instant; readonly why: string };

/** The label that keeps what was judged when it went live; whoever has read the post takes it away. */
export function labelOf({ kind }: Without): string {
  return kind === "review" ? "risk/unreviewed" : "risk/too-early";
}

/** All of them. */
export const WITHOUT_LABELS: readonly string[] = ["risk/unreviewed", "risk/too-early"];
