/** The sentence that tells people why a post has the slot it has. */
import type { Keeping } from "./honour-wishes.js";
import type { Season } from "./season.js";
import { workBack } from "./work-back.js";
import type { Crew } from "../crew.js";
import type { Lead } from "../desk.js";
import { between, DAY, sayWhen, type Instant } from "../zone.js";

/** `shortage` is said of slots past the deadline: `5 posts need the 3 slots before it`; null when there is none. */
export function whyThisSlot(season: Season, keeping: Keeping, index: number, shortage: string | null): string {
  const slot = keeping.placement.slots[index];
  const kept = keeping.kept[index] ?? null;
  const reason = kept ? whyKept(season, keeping, index) : whyPlaced(season, keeping, index) + hurry(season, index, slot ?? null);
  if (!slot || slot <= season.deadline) return `${reason}.`;
  return `${reason}; it is past the deadline${shortage ? `, because ${shortage}` : ""}.`;
}

function whyKept(season: Season, keeping: Keeping, index: number): string {
  const kept = keeping.kept[index];
  const claims = season.posts[index]?.claims;
  const wish = claims?.wishes.find(({ at }) => at === kept);
  const instead = keeping.lost[index] ? `, since the one of ${sayFirst(season, index)} cannot be kept` : "";
  if (wish?.kind === "asked") return `It was asked for with \`/slot\`${instead}`;
  if (wish?.kind === "pinned") return `The plan pins the post to it${instead}`;
  if (wish?.kind === "due") return `The post is approved and keeps its slot until it is merged${instead}`;
  return `It is the slot announced for the post${instead}`;
}

/** The slot that the post should have had, if all went as wished. */
function sayFirst(season: Season, index: number): string {
  const claims = season.posts[index]?.claims;
  const had = claims?.wishes[0]?.at ?? claims?.announced ?? claims?.missed;
  return had ? sayWhen(had, season.zone) : "before";
}

function whyPlaced(season: Season, keeping: Keeping, index: number): string {
  const { zone } = season;
  const { claims, post } = season.posts[index] ?? {};
  const had = sayFirst(season, index);
  const behind = follows(season, keeping, index);
  const loss = keeping.lost[index] ?? null;
  switch (loss) {
    case "embargoed":
      return `It may not go out before ${sayWhen(post?.notBefore ?? season.at, zone)}; this is the first free slot from then on`;
    case "out of order":
      return `Its slot of ${had} would be too early: ${behind ?? "it waits for a post that has no slot"}`;
    case "given away":
      return `Its slot of ${had} went to another post; this is the next free one`;
    case "rearranged":
      return `It moved from ${had} so that the posts are less late`;
    case null:
      if (claims?.missed) return `It missed its slot of ${had}; this is the next free one`;
      return behind ? `This is the next free slot for it: ${behind}` : "This is the next free slot in the plan's order";
  }
}

/** Said when the slot leaves less time than the desk wants for what is still missing. */
function hurry(season: Season, index: number, slot: Instant | null): string {
  const post = season.posts[index]?.post;
  const { at, zone } = season;
  const lead = post?.lead ?? season.lead;
  const crew = post?.crew ?? { writers: [{ zone, off: [] }], reviewers: [{ zone, off: [] }] };
  if (!post || !slot || post.ready || isFarOff(between(at, slot), lead, crew)) return "";
  const { draftBy, reviewBy } = workBack(slot, lead, crew);
  if (!post.open && draftBy <= at) return "; its draft is due at once";
  return post.open && reviewBy <= at ? "; its review is due at once" : "";
}

/** Two days of the calendar hold at least one working day, but for one weekend and for days off: most slots need not be worked back from. */
function isFarOff(ahead: number, { draft, review }: Lead, { writers, reviewers }: Crew): boolean {
  const rested = [...writers, ...reviewers].every(({ off }) => off.length === 0);
  return rested && ahead > 2 * (draft + review + 2) * DAY;
}

/** `it comes after …` for the post that comes last of those it waits for; null when it waits for none. */
function follows(season: Season, keeping: Keeping, index: number): string | null {
  let last: { readonly slug: string; readonly at: Instant } | null = null;
  for (const place of season.posts[index]?.before ?? []) {
    const at = keeping.placement.slots[place];
    const slug = season.posts[place]?.post.slug;
    if (at && slug && (!last || at > last.at)) last = { slug, at };
  }
  return last && `it comes after \`${last.slug}\`, whose slot is ${sayWhen(last.at, season.zone)}`;
}
