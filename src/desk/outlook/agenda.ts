/** The agenda: every instant that somebody has to keep, of one campaign or one person or all, in the order of time. */
import { includesLogin } from "../facts/person.js";
import type { JudgedCampaign, JudgedPost } from "../judged.js";
import { latest, type Instant } from "../time/zone.js";

export type OccasionKind = "draft by" | "review by" | "slot" | "deadline";

export interface Occasion {
  readonly kind: OccasionKind;
  readonly at: Instant;
  /** Still to be kept, kept (the draft is in, the review is given), live, or called off with its post. */
  readonly standing: "ahead" | "kept" | "live" | "called off";
  /** Null for a deadline. */
  readonly post: JudgedPost | null;
  /** The campaign's name; null for a post that nobody promised. */
  readonly campaign: string | null;
  /** How often it has been moved, called off and gone live included: later is more. */
  readonly changes: number;
  /** When it came to be what it is. */
  readonly since: Instant;
}

/** What of a plan it is made of. */
interface Judged {
  readonly at: Instant;
  readonly posts: readonly JudgedPost[];
  readonly campaigns: readonly JudgedCampaign[];
}

interface Chosen {
  /** A campaign's name, in any case; every one when null. */
  readonly campaign: string | null;
  /** A login: drafts and slots of what they sign, reviews that they were asked for. Everybody's when null. */
  readonly person: string | null;
}

/** A deadline stands in it where anything before it does. */
export function agendaOf({ at, posts, campaigns }: Judged, chosen: Chosen): readonly Occasion[] {
  const isWanted = (name: string | null) =>
    chosen.campaign === null || (name !== null && name.toLowerCase() === chosen.campaign.toLowerCase());
  const dated = posts.filter(({ campaign }) => isWanted(campaign)).flatMap((post) => occasionsOf(post, at));
  const kept = dated.filter((one) => chosen.person === null || concerns(one, chosen.person));
  const ends = campaigns
    .filter(({ name }) => isWanted(name) && (chosen.person === null || kept.some(({ campaign }) => campaign === name)))
    .map((campaign) => deadlineOf(campaign, posts, at));
  return [...kept, ...ends].toSorted(byTime);
}

function occasionsOf(post: JudgedPost, now: Instant): readonly Occasion[] {
  const { announced, campaign, live, slot, stage, stopped } = post;
  const moves = Math.max(0, announced.length - 1);
  const last = announced.at(-1);
  const told = last?.at ?? now;
  const common = { post, campaign, changes: moves, since: told };
  if (stage === "live") {
    const at = live?.at ?? last?.slot;
    return at ? [{ ...common, kind: "slot", at, standing: "live", changes: moves + 1, since: live?.at ?? told }] : [];
  }
  if (stage === "dropped")
    return last ? [{ ...common, kind: "slot", at: last.slot, standing: "called off", changes: moves + 1, since: stopped?.at ?? told }] : [];
  if (!slot) return [];
  const isWritten = stage !== "promised" && stage !== "in progress" && !(stage === "held" && post.leading === null);
  const isReviewed = stage === "approved" || stage === "due";
  return [
    { ...common, kind: "draft by", at: slot.draftBy, standing: isWritten ? "kept" : "ahead" },
    { ...common, kind: "review by", at: slot.reviewBy, standing: isReviewed ? "kept" : "ahead" },
    { ...common, kind: "slot", at: slot.at, standing: "ahead" },
  ];
}

/** Nobody records when a deadline was moved; the last announcement before it is as near as can be told. */
function deadlineOf({ name, deadline }: JudgedCampaign, posts: readonly JudgedPost[], now: Instant): Occasion {
  const told = posts.filter(({ campaign }) => campaign === name).map(({ announced }) => announced.at(-1)?.at);
  return { kind: "deadline", at: deadline, standing: "ahead", post: null, campaign: name, changes: 0, since: latest(told) ?? now };
}

function concerns({ kind, post }: Occasion, login: string): boolean {
  if (!post) return false;
  return kind === "review by"
    ? includesLogin(
        post.asked.filter(({ away }) => away === undefined).map((one) => one.login),
        login,
      )
    : includesLogin(post.byline, login);
}

const ORDER: readonly OccasionKind[] = ["draft by", "review by", "slot", "deadline"];

function byTime(a: Occasion, b: Occasion): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  const kinds = ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  return kinds !== 0 ? kinds : (a.post?.slug ?? "") < (b.post?.slug ?? "") ? -1 : 1;
}
