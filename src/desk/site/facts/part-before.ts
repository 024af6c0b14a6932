/** Which part of a series comes before a post: by the parts that they say they are, else by when each goes live. */
import { sameSeries, type InSeries } from "../../facts/post-outline.js";
import type { OtherPost, SitePost } from "./site-facts.js";

/** The nearest of those that readers can have when they have this one; null when there is none, or nobody can tell. */
export function partBefore(own: InSeries, { post, slot }: SitePost, others: readonly OtherPost[]): OtherPost | null {
  const dated = post.dated?.value;
  const at = slot ?? (dated ? (dated.kind === "day" ? dated.day : dated.at) : null);
  const before = others.flatMap((other): Part[] => {
    const its = other.series?.find(({ value }) => sameSeries(value, own.value));
    if (!its || !isLiveBy(other, slot)) return [];
    const part = { other, part: its.part, at: other.live.kind === "slot" ? other.live.at : (other.on ?? null) };
    // What is live comes before all that is still to come, whatever its date says.
    const isEarlier = slot !== null && other.live.kind === "live" ? true : part.at !== null && at !== null && part.at < at;
    return (part.part !== null && own.part !== null && part.part !== own.part ? part.part < own.part : isEarlier) ? [part] : [];
  });
  return before.reduce<Part | null>((last, one) => (last && comesAfter(last, one) ? last : one), null)?.other ?? null;
}

interface Part {
  readonly other: OtherPost;
  readonly part: number | null;
  /** An instant or a day. */
  readonly at: string | null;
}

function isLiveBy({ live }: OtherPost, slot: SitePost["slot"]): boolean {
  return live.kind === "live" || (live.kind === "slot" && slot !== null && live.at <= slot);
}

function comesAfter(a: Part, b: Part): boolean {
  if (a.part !== null && b.part !== null && a.part !== b.part) return a.part > b.part;
  if (a.at !== b.at) return (a.at ?? "") > (b.at ?? "");
  return a.other.slug > b.other.slug;
}
