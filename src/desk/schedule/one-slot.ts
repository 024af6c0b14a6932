/** One slot for all posts that a pull request brings and leads: one merge cannot serve two. */
import { isOpen } from "../dossier.js";
import type { Reviewed } from "../reviews/review-post.js";
import { grouped } from "../text/group-by.js";
import { latest, type Instant } from "../time/zone.js";
import type { AssignedSlot, ToPlace } from "./solve/slot-request.js";

/** Posts of one pull request; the first asks the schedule for all of them, and the others follow it. */
interface Companions {
  readonly pull: number;
  readonly members: readonly Reviewed[];
}

/** By slug, of those that come in company; `posts` in the order in which they have their turn. */
export function companiesOf(posts: readonly Reviewed[]): ReadonlyMap<string, Companions> {
  const coming = posts.filter(({ dossier: { leading, live } }) => leading && isOpen(leading.pull) && !live);
  const companies = [...grouped(coming, ({ dossier }) => dossier.leading?.pull.number ?? 0)].filter(([, { length }]) => length > 1);
  return new Map(companies.flatMap(([pull, members]) => members.map(({ dossier }) => [dossier.slug, { pull, members }] as const)));
}

/** Whether it has its slot from another. */
export function isFollower({ dossier: { slug } }: Reviewed, companies: ReadonlyMap<string, Companions>): boolean {
  const first = companies.get(slug)?.members[0];
  return first !== undefined && first.dossier.slug !== slug;
}

/** What the first asks for: the latest that any of them needs. */
export function placedTogether(members: readonly ToPlace[], first: ToPlace): ToPlace {
  const own = new Set(members.map(({ slug }) => slug));
  const later = last(members, ({ laterThan }) => laterThan);
  const { asked, askedBy, pinned, pinnedBy, dated } = wishOf(decisive(members) ?? first);
  return {
    ...first,
    after: [...new Set(members.flatMap(({ after }) => after))].filter((slug) => !own.has(slug)),
    asked,
    askedBy,
    pinned,
    pinnedBy: pinnedBy ?? null,
    dated: dated ?? null,
    laterThan: later?.laterThan ?? null,
    laterBy: later?.laterBy ?? null,
    byline: [...new Set(members.flatMap(({ byline }) => byline))],
    beats: [...new Set(members.flatMap(({ beats }) => beats))],
    notBefore: latest(members.map(({ notBefore }) => notBefore)),
    notEarlier: latest(members.map(({ notEarlier }) => notEarlier)),
    soonest: latest(members.map(({ soonest }) => soonest)),
    lateAnyway: latest(members.map(({ lateAnyway }) => lateAnyway)),
    announced: latest(members.map(({ announced }) => announced)),
    ready: members.every(({ ready }) => ready),
  };
}

/** The member that wishes the latest slot, or else was told the latest; null when nobody wished or was told any. */
export function decisive(members: readonly ToPlace[]): ToPlace | null {
  return last(members, wishedAt) ?? last(members, ({ announced }) => announced);
}

/** Why a member has the slot that another of them decided; null for that other. */
export function whyWith(own: ToPlace, other: ToPlace, pull: number, slot: AssignedSlot): string | null {
  if (own === other) return null;
  const wished = wishedAt(own);
  if (wished === null || wished === slot.at) return `#${pull} adds this post and \`${other.slug}\`, so both have the same slot.`;
  return `#${pull} also adds \`${other.slug}\`, which has another slot. One merge publishes both, so both have the later slot. To give this post its own slot, move it to its own pull request.`;
}

function wishedAt({ asked, pinned, dated }: ToPlace): Instant | null {
  return asked ?? pinned ?? dated ?? null;
}

/** The first of its wishes alone. */
function wishOf(one: ToPlace): Pick<ToPlace, "asked" | "askedBy" | "pinned" | "pinnedBy" | "dated"> {
  const { asked, askedBy, pinned, pinnedBy = null, dated = null } = one;
  if (asked) return { asked, askedBy, pinned: null, dated: null };
  return { asked, askedBy, pinned, pinnedBy, dated: pinned ? null : dated };
}

function last(members: readonly ToPlace[], of: (one: ToPlace) => Instant | null): ToPlace | null {
  return members.reduce<ToPlace | null>((best, one) => ((of(one) ?? "") > ((best && of(best)) ?? "") ? one : best), null);
}
