/** What must be true of the times of a desk's campaigns: deadlines, starts, embargoes and pinned slots. */
import { quoted } from "../../text/quoted.js";
import { between, type Instant } from "../../time/zone.js";
import { instantOf, whenRemarks } from "../yaml/raw-times.js";
import type { CampaignClaim, DeskClaims, PromiseClaim, RawText } from "../yaml/raw-values.js";
import type { DeskRemark } from "../yaml/remark.js";

export function timeRemarks({ campaigns }: DeskClaims): DeskRemark[] {
  const posts = campaigns.flatMap((campaign) => campaign.posts);
  return [...campaigns.flatMap(inOneCampaign), ...pinnedTogether(posts), ...pinnedTooEarly(posts)];
}

const error = (message: string, said: RawText): DeskRemark => ({ rule: "desk-time", severity: "error", message, said });
const warning = (message: string, said: RawText): DeskRemark => ({ ...error(message, said), severity: "warning" });

function inOneCampaign({ deadline, starts, posts }: CampaignClaim): DeskRemark[] {
  const [ends, begins] = [instantOf(deadline), instantOf(starts)];
  const against = `the deadline ${quoted(deadline?.text ?? "")}, expected one before it; move one of the two`;
  const late =
    starts && begins && ends && between(begins, ends) <= 0
      ? [error(`Unexpected start ${quoted(starts.text)} after ${against}`, starts)]
      : [];
  return [
    ...whenRemarks(deadline),
    ...whenRemarks(starts),
    ...late,
    ...posts.flatMap(({ slot, notBefore }) => [
      ...whenRemarks(slot),
      ...whenRemarks(notBefore),
      ...after(ends, slot, `Unexpected slot ${quoted(slot?.text ?? "")} after ${against}`),
      ...after(ends, notBefore, `Unexpected embargo ${quoted(notBefore?.text ?? "")} that ends after ${against}`),
      ...after(
        instantOf(slot),
        notBefore,
        `Unexpected embargo ${quoted(notBefore?.text ?? "")} that ends after the post's own slot ${quoted(slot?.text ?? "")}, expected it to end by then; move one of the two`,
      ),
    ]),
  ];
}

/** The complaint, when what is said is after the bound. */
function after(bound: Instant | null, said: RawText | null, message: string): DeskRemark[] {
  const at = instantOf(said);
  return said && at && bound && at > bound ? [error(message, said)] : [];
}

/** Not an error: in 2014 two posts went out within the hour, on purpose. */
function pinnedTogether(posts: readonly PromiseClaim[]): DeskRemark[] {
  const first = new Map<Instant, string>();
  return posts.flatMap(({ slot, slug }) => {
    const at = instantOf(slot);
    if (!slot || !at) return [];
    const other = first.get(at);
    first.set(at, other ?? slug?.text ?? "another post");
    if (!other) return [];
    const message = `Unexpected slot ${quoted(slot.text)}, which ${quoted(other)} is pinned to as well, expected one post a slot; move one of the two`;
    return [warning(message, slot)];
  });
}

/** Not an error: the one before may be live by now, whatever it was pinned to. */
function pinnedTooEarly(posts: readonly PromiseClaim[]): DeskRemark[] {
  const bySlug = new Map<string, PromiseClaim>();
  for (const post of posts)
    for (const slug of [post.slug, ...post.also])
      if (slug && !bySlug.has(slug.text.toLowerCase())) bySlug.set(slug.text.toLowerCase(), post);
  return posts.flatMap(({ slot, after: waitsFor }) => {
    const at = instantOf(slot);
    if (!slot || !at) return [];
    const first = waitsFor.flatMap(({ text }) => bySlug.get(text.toLowerCase()) ?? []).find((one) => (instantOf(one.slot) ?? "") > at);
    if (!first) return [];
    const message = `Unexpected slot ${quoted(slot.text)} before that of ${quoted(first.slug?.text ?? "")}, ${quoted(first.slot?.text ?? "")}, which the post comes after, expected it later; move one of the two`;
    return [warning(message, slot)];
  });
}
