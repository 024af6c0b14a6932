/** What must be true of the times of a desk's campaigns: deadlines, starts, embargoes and pinned slots. */
import { shown } from "../../text/quoted.js";
import { between, type Instant } from "../../time/zone.js";
import { instantOf, whenRemarks } from "../yaml/raw-times.js";
import type { CampaignClaim, DeskClaims, PromiseClaim, Said } from "../yaml/raw-values.js";
import type { Remark } from "../yaml/remark.js";

export function timeRemarks({ campaigns }: DeskClaims): Remark[] {
  const posts = campaigns.flatMap((campaign) => campaign.posts);
  return [...campaigns.flatMap(inOneCampaign), ...pinnedTogether(posts), ...pinnedTooEarly(posts)];
}

const error = (message: string, said: Said): Remark => ({ rule: "desk-time", severity: "error", message, said });
const warning = (message: string, said: Said): Remark => ({ ...error(message, said), severity: "warning" });

function inOneCampaign({ deadline, starts, posts }: CampaignClaim): Remark[] {
  const [ends, begins] = [instantOf(deadline), instantOf(starts)];
  const against = `the deadline ${shown(deadline?.text ?? "")}, expected one before it; move one of the two`;
  const late =
    starts && begins && ends && between(begins, ends) <= 0
      ? [error(`Unexpected start ${shown(starts.text)} after ${against}`, starts)]
      : [];
  return [
    ...whenRemarks(deadline),
    ...whenRemarks(starts),
    ...late,
    ...posts.flatMap(({ slot, notBefore }) => [
      ...whenRemarks(slot),
      ...whenRemarks(notBefore),
      ...after(ends, slot, `Unexpected slot ${shown(slot?.text ?? "")} after ${against}`),
      ...after(ends, notBefore, `Unexpected embargo ${shown(notBefore?.text ?? "")} that ends after ${against}`),
      ...after(
        instantOf(slot),
        notBefore,
        `Unexpected embargo ${shown(notBefore?.text ?? "")} that ends after the post's own slot ${shown(slot?.text ?? "")}, expected it to end by then; move one of the two`,
      ),
    ]),
  ];
}

/** The complaint, when what is said is after the bound. */
function after(bound: Instant | null, said: Said | null, message: string): Remark[] {
  const at = instantOf(said);
  return said && at && bound && at > bound ? [error(message, said)] : [];
}

/** Not an error: in 2014 two posts went out within the hour, on purpose. */
function pinnedTogether(posts: readonly PromiseClaim[]): Remark[] {
  const first = new Map<Instant, string>();
  return posts.flatMap(({ slot, slug }) => {
    const at = instantOf(slot);
    if (!slot || !at) return [];
    const other = first.get(at);
    first.set(at, other ?? slug?.text ?? "another post");
    if (!other) return [];
    const message = `Unexpected slot ${shown(slot.text)}, which ${shown(other)} is pinned to as well, expected one post a slot; move one of the two`;
    return [warning(message, slot)];
  });
}

/** Not an error: the one before may be live by now, whatever it was pinned to. */
function pinnedTooEarly(posts: readonly PromiseClaim[]): Remark[] {
  const bySlug = new Map<string, PromiseClaim>();
  for (const post of posts)
    for (const slug of [post.slug, ...post.also])
      if (slug && !bySlug.has(slug.text.toLowerCase())) bySlug.set(slug.text.toLowerCase(), post);
  return posts.flatMap(({ slot, after: waitsFor }) => {
    const at = instantOf(slot);
    if (!slot || !at) return [];
    const first = waitsFor.flatMap(({ text }) => bySlug.get(text.toLowerCase()) ?? []).find((one) => (instantOf(one.slot) ?? "") > at);
    if (!first) return [];
    const message = `Unexpected slot ${shown(slot.text)} before that of ${shown(first.slug?.text ?? "")}, ${shown(first.slot?.text ?? "")}, which the post comes after, expected it later; move one of the two`;
    return [warning(message, slot)];
  });
}
