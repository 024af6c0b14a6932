/** Slotting: every post that is still to come gets its slot, campaign by campaign, none taken twice. */
import { deskHolidays } from "../calendar/days-off.js";
import { crewOf, leadOf } from "../calendar/diaries.js";
import { slotCalendar } from "../calendar/slot-calendar.js";
import type { Calendar, Campaign } from "../facts/desk.js";
import type { DateWished } from "../facts/date-wished.js";
import type { Snapshot } from "../facts/snapshot.js";
import type { Reviewed } from "../reviews/review-post.js";
import { earliest, LAST_INSTANT, latest, type Instant } from "../time/zone.js";
import { answerOf, assignSlots, settle } from "./assign-slots.js";
import { dateAhead, datedSlot } from "./dated-slot.js";
import { companiesOf, decisive, isFollower, placedTogether, whyWith } from "./one-slot.js";
import type { SlottedCampaign } from "./slotted-campaign.js";
import type { Spread } from "./solve/crowds.js";
import type { AssignedSlot, Beside, SlotRequest, ToPlace } from "./solve/slot-request.js";
import { workAhead } from "./work-ahead.js";

interface Slotted {
  readonly slot: AssignedSlot | null;
  /** Null for a post that no campaign promised. */
  readonly deadline: Instant | null;
}

interface Slotting {
  /** By slug. */
  readonly slots: ReadonlyMap<string, Slotted>;
  /** By name, how it went with the posts that it promised. */
  readonly campaigns: ReadonlyMap<string, SlottedCampaign>;
}

/** Posts that nobody promised are in no campaign, and have no deadline. */
const NO_CAMPAIGN: Pick<Campaign, "deadline" | "starts" | "lead"> = { deadline: LAST_INSTANT };

/**
 * The calendar is the desk's, and a campaign a group of promises with a deadline on it: without one posts have slots all the same.
 * Promised posts go first, those of the campaign that ends first before the others: whoever opens a pull request with two hundred
 * posts must not push a promise off the calendar. `withheld`: slugs of posts of which nobody is told a slot. `dateOf` is the day that a post's own text asks for. Of posts that come in one pull request the first asks for all.
 */
export function slotAll(
  reviewed: readonly Reviewed[],
  snapshot: Snapshot,
  withheld: ReadonlySet<string>,
  dateOf: (dossier: Reviewed["dossier"]) => DateWished | null,
): Slotting {
  const { desk, at } = snapshot;
  const calendarWith = (change: Partial<Calendar>) =>
    slotCalendar({ zone: desk.zone, slots: desk.slots, ...desk.calendar, ...change, holidays: deskHolidays(desk) });
  const calendar = calendarWith({});
  const spread: Spread = { byline: desk.calendar.byline, beatGap: desk.calendar.beatGap };
  const slots = new Map<string, Slotted>();
  const campaigns = new Map<string, SlottedCampaign>();
  const taken = new Set<Instant>();
  const placed: Beside[] = [];
  const byDeadline = desk.campaigns.toSorted((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0));
  const campaignOf = ({ dossier }: Reviewed) => byDeadline.find(({ name }) => name === dossier.campaign) ?? NO_CAMPAIGN;

  const all = reviewed.filter(({ dossier }) => !dossier.correction && dossier.translates === null && !dossier.decided.dropped);
  const inTurn = [...byDeadline.map(({ name }) => name), null].flatMap((name) => all.filter(({ dossier }) => dossier.campaign === name));
  const companies = companiesOf(inTurn);
  const firstOf = (slug: string) => companies.get(slug)?.members[0]?.dossier.slug ?? slug;
  const asked = new Map<string, ToPlace>();
  const placeOf = (one: Reviewed): ToPlace => {
    const known = asked.get(one.dossier.slug);
    if (known) return known;
    const post = toPlace(one, campaignOf(one), snapshot);
    const from = dateAhead(one, dateOf(one.dossier), at);
    const dated = from && datedSlot(one, from, (slot) => taken.has(slot) || theirs.has(slot), calendar, desk.zone);
    if (dated) theirs.add(dated);
    const place = { ...post, after: post.after.map(firstOf), dated, notEarlier: from?.at ?? null };
    asked.set(post.slug, place);
    return place;
  };
  const ask = (
    posts: readonly Reviewed[],
    { deadline, lead }: Pick<Campaign, "deadline" | "lead">,
    besides: readonly Instant[],
  ): SlotRequest => {
    const own = new Set(posts);
    return {
      at,
      zone: desk.zone,
      calendar,
      deadline,
      lead: lead ?? desk.lead,
      taken: [...taken, ...besides],
      spread,
      beside: [...placed, ...liveOf(reviewed.filter((one) => !own.has(one)))],
      posts: posts.map((one) => {
        const members = companies.get(one.dossier.slug)?.members.map(placeOf) ?? [];
        return inTime(members.length > 0 ? placedTogether(members, placeOf(one)) : placeOf(one));
      }),
    };
  };
  const keep = (posts: readonly Reviewed[], { posts: places }: SlotRequest, answer: ReadonlyMap<string, AssignedSlot>): void => {
    posts.forEach((one, index) => {
      const slot = answer.get(one.dossier.slug) ?? null;
      const company = companies.get(one.dossier.slug);
      const decides = company && decisive(company.members.map(placeOf));
      for (const member of company?.members ?? [one]) {
        const { deadline } = campaignOf(member);
        const why = slot && company && whyWith(placeOf(member), decides ?? placeOf(one), company.pull, slot);
        slots.set(member.dossier.slug, {
          slot: slot && { ...slot, why: why ?? slot.why, fits: slot.at <= deadline },
          deadline: deadline === LAST_INSTANT ? null : deadline,
        });
      }
      if (!slot) return;
      taken.add(slot.at);
      const { byline, beats } = places[index] ?? one.dossier;
      if (!one.dossier.live) placed.push({ at: slot.at, byline, beats });
    });
  };

  const isWithheld = ({ dossier }: Reviewed) => withheld.has(dossier.slug);
  const strays = inTurn.filter((one) => !one.dossier.promised && !isFollower(one, companies));
  /** Slots that strays were told or wish: promises leave them alone as long as none is late for it. */
  const theirs = new Set(
    strays.flatMap(({ dossier: { decided, moves } }) =>
      [decided.slot?.at, decided.pin?.at, moves.at(-1)?.slot].flatMap((one) => one ?? []),
    ),
  );
  const wholes = byDeadline.map((campaign) => {
    const promised = all.filter((one) => one.dossier.promised && one.dossier.campaign === campaign.name && !isFollower(one, companies));
    const settling = (posts: readonly Reviewed[]) =>
      fewerLate(ask(posts, campaign, [...theirs]), theirs.size > 0 ? ask(posts, campaign, []) : null);
    return { campaign, promised, settling };
  });
  // What nobody is told a slot for moves nobody else's: it comes behind all others.
  for (const last of [false, true]) {
    for (const { campaign, promised, settling } of wholes) {
      const whole = last ? null : settling(promised);
      if (whole) campaigns.set(campaign.name, { ...whole, calendar: desk.calendar, calendarWith });
      const part = promised.filter((one) => isWithheld(one) === last);
      if (part.length === 0) continue;
      const { request, settled } = unhurried(whole && part.length === promised.length ? whole : settling(part));
      keep(part, request, answerOf(request, settled));
    }
    const part = strays.filter((one) => isWithheld(one) === last);
    const rest = ask(part, NO_CAMPAIGN, []);
    if (part.length > 0) keep(part, rest, assignSlots(rest));
  }
  return { slots, campaigns };
}

type Settling = Pick<SlottedCampaign, "request" | "settled">;

/** The other only when posts are late under the first, and fewer under it. */
function fewerLate(first: SlotRequest, other: SlotRequest | null): Settling {
  const settling = (request: SlotRequest): Settling => ({ request, settled: settle(request) });
  const late = ({ settled: { at, problem } }: Settling) => at.filter((slot) => slot === null || slot > problem.deadline).length;
  const one = settling(first);
  if (!other || late(one) === 0) return one;
  const two = settling(other);
  return late(two) < late(one) ? two : one;
}

/** Live posts as they count for the spread: where nobody knows any more when they went live, not at all. */
function liveOf(reviewed: readonly Reviewed[]): readonly Beside[] {
  return reviewed.flatMap(({ dossier: { live, byline, beats } }) => (live?.at ? [{ at: live.at, byline, beats }] : []));
}

function toPlace({ dossier, verdict, requests }: Reviewed, campaign: Pick<Campaign, "deadline" | "starts">, snapshot: Snapshot): ToPlace {
  const { at, desk } = snapshot;
  const { decided, promised, live, leading } = dossier;
  const known = live?.at !== null;
  return {
    slug: dossier.slug,
    after: [...(promised?.after ?? []), ...decided.after],
    asked: decided.slot?.at ?? null,
    askedBy: decided.slot?.by ?? null,
    pinned: decided.pin ? decided.pin.at : (promised?.pinned ?? null),
    pinnedBy: decided.pin?.by ?? null,
    laterThan: decided.laterThan?.at ?? null,
    laterBy: decided.laterThan?.by ?? null,
    byline: known ? dossier.byline : [],
    beats: known ? dossier.beats : [],
    notBefore: latest([promised?.notBefore ?? null, campaign.starts && campaign.starts > at ? campaign.starts : null]),
    ...earliestDraft({ dossier, verdict, requests }, campaign.deadline, snapshot),
    announced: dossier.moves.at(-1)?.slot ?? null,
    lapsed: hasLapsed({ dossier, verdict }, desk.review.approvals),
    liveAt: live ? (live.at ?? at) : null,
    ready: verdict?.passes ?? false,
    open: leading !== null && leading.pull.standing === "open",
    lead: leadOf(dossier, desk),
    crew: crewOf(dossier, requests, desk),
  };
}

/** Its last two slots went by with nobody at work, and only then it was approved: nobody waits for it to go within the minute. */
function hasLapsed({ dossier: { missed, leading }, verdict }: Pick<Reviewed, "dossier" | "verdict">, needed: number): boolean {
  if (!missed || !verdict?.passes) return false;
  const early = verdict.approvedBy.filter((login) =>
    leading?.pull.reviews.some(({ by, at, says }) => says === "approves" && by?.login === login && at <= missed.slots[1]),
  );
  return early.length < needed;
}

/**
 * The first instant for which there is still time to write and to review, in working days: a slot that nobody could keep is a slip
 * made in advance. None for a post that is live or approved. A deadline that can still be met, and is nearer, counts more.
 */
function earliestDraft(
  { dossier, verdict, requests }: Pick<Reviewed, "dossier" | "verdict" | "requests">,
  deadline: Instant,
  { at, desk }: Snapshot,
): Pick<ToPlace, "soonest" | "lateAnyway"> {
  const { live, leading } = dossier;
  if (live || verdict?.passes) return {};
  const written = leading?.pull.standing === "open" && !leading.pull.draft;
  const first = workAhead(at, leadOf(dossier, desk), crewOf(dossier, requests, desk), written);
  if (!first || first <= at) return {};
  return first < deadline || deadline <= at ? { soonest: first } : { lateAnyway: first };
}

/** What cannot be in time is given time: a slot past the deadline that nobody can keep either would only be missed again. */
function unhurried({ request, settled }: Settling): Settling {
  const { problem, at, wishes } = settled;
  const tooEarly = new Map(
    problem.posts.flatMap(({ post, claims }, place) => {
      const slot = at[place];
      // What people were told stays, though time for it runs out.
      const isSooner = slot && claims.announced && slot < claims.announced;
      const done = post.lateAnyway ?? (problem.deadline <= problem.at ? post.soonest : null);
      const from = done && isSooner ? earliest([done, claims.announced]) : done;
      return slot && from && slot !== claims.announced && slot > problem.deadline && !wishes[place] && slot < from
        ? [[post.slug, from] as const]
        : [];
    }),
  );
  if (tooEarly.size === 0) return { request, settled };
  const posts = request.posts.map((post) => ({ ...post, notEarlier: tooEarly.get(post.slug) ?? post.notEarlier ?? null }));
  const next = { ...request, posts };
  return unhurried({ request: next, settled: settle(next) });
}

/** The day in a text is a wish as far as there is time for it; else the schedule gives a later one. */
function inTime(post: ToPlace): ToPlace {
  return post.dated && post.soonest && post.dated < post.soonest ? { ...post, dated: null } : post;
}
