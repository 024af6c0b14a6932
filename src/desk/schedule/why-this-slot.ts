/** The sentence that tells people why a post has the slot it has. */
import type { Crew } from "../calendar/diaries.js";
import type { Lead } from "../facts/desk.js";
import { quoted } from "../text/quoted.js";
import { atWallTime, between, DAY, dayOf, dayPlus, sayDay, sayWhen, timeOf, type Instant } from "../time/zone.js";
import type { Crowd } from "./solve/crowds.js";
import { crowdAround, lossOf } from "./solve/lost-claim.js";
import type { Settled } from "./solve/settled.js";
import { workBack } from "./work-back.js";

/** `shortage` is said of slots past the deadline: `there are only 3 slots before the deadline for 5 posts`; null when there is none. */
export function whyThisSlot(settled: Settled, place: number, shortage: string | null): string {
  const { problem, at, best } = settled;
  const slot = at[place] ?? null;
  const kept = whyKept(settled, place);
  const reason = kept ?? whyPlaced(settled, place) + hurry(settled, place, slot);
  const unproved =
    kept || best ? "" : " Presstime did not compare all possible orders, so a better one may exist. Nobody has to do anything.";
  if (!slot || slot <= problem.deadline) return `${reason}.${unproved}`;
  return `${reason}; it is after the deadline${shortage ? `, because ${shortage}` : ""}.${unproved}`;
}

/** Null when it is neither by hand nor announced. */
function whyKept(settled: Settled, place: number): string | null {
  const { wishes, at, problem } = settled;
  const instead = lossOf(settled, place) ? `. Its slot of ${sayFirst(settled, place)} could not be used` : "";
  switch (wishes[place]?.kind) {
    case "asked":
      return `The post has the slot that was asked for with \`/slot\`${instead}`;
    case "pinned":
      return `${wishes[place].by ? "The post was pinned to this slot with `/pin`" : "The plan pins the post to this slot"}${instead}`;
    case "dated":
      return `This is the first slot on or after the date in the text of the post${instead}`;
    case "due":
      return `The post is approved and keeps its slot until it is merged${instead}`;
    case undefined:
      return at[place] && at[place] === problem.posts[place]?.claims.announced
        ? `This is the slot that was announced for the post${instead}`
        : null;
  }
}

/** The slot that the post should have had, if all went as wished. */
function sayFirst({ problem }: Settled, place: number): string {
  const claims = problem.posts[place]?.claims;
  const had = claims?.first ?? claims?.missed;
  return had ? sayWhen(had, problem.zone) : "before";
}

function whyPlaced(settled: Settled, place: number): string {
  const { problem, cost } = settled;
  const { claims, post } = problem.posts[place] ?? {};
  const had = sayFirst(settled, place);
  const behind = follows(settled, place);
  const loss = lossOf(settled, place);
  switch (loss) {
    case "embargoed":
      return `The post may not go live before ${sayWhen(post?.notBefore ?? problem.at, problem.zone)}; this is the first free slot after that`;
    case "frozen":
      return `Its slot of ${had} is in a freeze${because(claims?.freeze?.why)}, so nothing goes live then; this is the next free slot`;
    case "too early":
      return `\`/slot next\` asked for a slot later than ${sayWhen(post?.laterThan ?? problem.at, problem.zone)}; this is the next free one`;
    case "out of order":
      return `Its slot of ${had} would be too early: ${behind ?? "it waits for a post that has no slot"}`;
    case "given away":
      return `Its slot of ${had} was given to another post; this is the next free one`;
    case "crowded":
      return `The post was moved from ${had}, because that slot is too close to other posts: ${told(settled, place) ?? "posts of the same author or about the same subject (beat) have slots near it"}`;
    case "rearranged":
      return `The post was moved from ${had} so that ${cost.late > 0 ? "fewer posts are late, or late by less time" : problem.deadline > problem.at ? "all posts are live before the deadline and there is enough time to write and review each of them" : "there is enough time to write and review each post"}`;
    case null: {
      if (claims?.missed) return `The post missed its slot of ${had}; this is the next free one`;
      const passed = whyNotSooner(settled, place);
      if (behind || passed) return `This is the next free slot for the post: ${behind ?? passed ?? ""}`;
      return "This is the next free slot in the plan's order";
    }
  }
}

/** What keeps it from the nearest slot before its own that nobody has; null when nothing does, or when there is none. */
function whyNotSooner(settled: Settled, place: number): string | null {
  const { problem, grid, placing, rowOf } = settled;
  const row = rowOf.get(place) ?? -1;
  const own = placing[row] ?? -1;
  const used = new Set(placing);
  for (let slot = own - 1; slot >= (grid.floor[row] ?? 0); slot -= 1) {
    if (used.has(slot) || grid.slots.onlyAnnounced(slot)) continue;
    const crowd = crowdAround(settled, row, slot);
    return crowd && sayCrowd(crowd, "an earlier slot");
  }
  return own === grid.floor[row] ? whyClosed(settled, grid.slots.instant(own)) : null;

  /** The day just before that of its slot, at the same time, when it is no slot because the desk is closed. */
  function whyClosed({ problem: { calendar, zone, at } }: Settled, slot: Instant): string | null {
    const eve = atWallTime(dayPlus(dayOf(slot, zone), -1), timeOf(slot, zone), zone);
    const closed = eve > at ? calendar.closedAt(eve) : null;
    return closed && `there is no slot on ${sayDay(eve, problem.zone)}${because(closed.why)}`;
  }
}

function told(settled: Settled, place: number): string | null {
  const row = settled.rowOf.get(place) ?? -1;
  const crowd = crowdAround(settled, row, settled.grid.told[row] ?? -1);
  return crowd && sayCrowd(crowd, "that slot");
}

function sayCrowd({ kind, name, most, days }: Crowd, where: string): string {
  if (kind === "beat") return `another post about ${quoted(name)} has a slot less than ${days} days from ${where}`;
  return `${quoted(name)} already has ${most} ${most === 1 ? "post" : "posts"} ${days === 7 ? "in that week" : `within ${days} days`}`;
}

function because(why: string | null | undefined): string {
  return why ? ` (${quoted(why)})` : "";
}

/** Said when the slot leaves less time than the desk wants for what is still missing. */
function hurry({ problem }: Settled, place: number, slot: Instant | null): string {
  const post = problem.posts[place]?.post;
  const { at, zone } = problem;
  const lead = post?.lead ?? problem.lead;
  const crew = post?.crew ?? { writers: [{ zone, off: [] }], reviewers: [{ zone, off: [] }] };
  if (!post || !slot || post.ready || isFarOff(between(at, slot), lead, crew)) return "";
  const { draftBy, reviewBy } = workBack(slot, lead, crew);
  if (!post.open && draftBy <= at) return "; there is little time: the draft is needed now";
  return post.open && reviewBy <= at ? "; there is little time: the review is needed now" : "";
}

/** Two days of the calendar hold at least one working day, but for one weekend and for days off: most slots need not be worked back from. */
function isFarOff(ahead: number, { draft, review }: Lead, { writers, reviewers }: Crew): boolean {
  const rested = [...writers, ...reviewers].every(({ off }) => off.length === 0);
  return rested && ahead > 2 * (draft + review + 2) * DAY;
}

/** `it comes after …` for the post that comes last of those it waits for; null when it waits for none. */
function follows({ problem, at }: Settled, place: number): string | null {
  let last: { readonly slug: string; readonly at: Instant } | null = null;
  for (const one of problem.posts[place]?.before ?? []) {
    const slot = at[one];
    const slug = problem.posts[one]?.post.slug;
    if (slot && slug && (!last || slot > last.at)) last = { slug, at: slot };
  }
  return last && `it comes after \`${last.slug}\`, whose slot is ${sayWhen(last.at, problem.zone)}`;
}
