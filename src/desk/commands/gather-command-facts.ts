/** Gathers what commands are judged by: the posts, their people and their slots, each looked up when it is asked for. */
import { deskHolidays } from "../calendar/days-off.js";
import { slotCalendar, type SlotCalendar } from "../calendar/slot-calendar.js";
import type { Announcement } from "../facts/snapshot.js";
import { grouped } from "../text/group-by.js";
import { atWallTime, dayPlus, plus, type Day, type Instant } from "../time/zone.js";
import type { AmendedPlan } from "../tracking/amended-plan.js";
import type { AnnouncedSlotsOf } from "../tracking/announced-slots.js";
import { partIn, type PostSources } from "../tracking/post-sources.js";
import type { CommandFacts } from "./command-facts.js";

const NOBODY = { byline: [], openers: [], asked: [], promised: false };

/** `askedBefore`: by pull request, the logins of those whom the app has asked. */
export function gatherCommandFacts(
  plan: AmendedPlan,
  postSources: PostSources,
  told: AnnouncedSlotsOf,
  askedBefore: (issue: number) => readonly string[],
): CommandFacts {
  const { desk } = plan;
  const bySlug = new Map(postSources.sources.map((source) => [source.slug, source]));
  let calendar: SlotCalendar | null = null;
  let tellings: Tellings | null = null;

  const announcedOf = (slug: string): readonly Announcement[] => {
    const promised = bySlug.get(slug)?.promised;
    return told(slug, promised?.also ?? [], promised?.joined).announced;
  };
  const toldAt = (slug: string, at: Instant) => announcedOf(slug).findLast((one) => one.at < at)?.slot ?? null;
  const isLive = (slug: string, at: Instant) => {
    const since = bySlug.get(slug)?.live?.at ?? null;
    return since !== null && since <= at;
  };
  const isChangeToLive = (slug: string) => bySlug.get(slug)?.brought.some(({ correction }) => correction) === true;
  const pullOf = (issue: number) =>
    (postSources.slugsOf.get(issue) ?? []).flatMap((slug) => bySlug.get(slug)?.brought ?? []).find(({ pull }) => pull.number === issue)
      ?.pull;
  const askedNow = (issue: number) => pullOf(issue)?.requested.map(({ login }) => login) ?? [];

  return {
    plan,
    postSources,
    slugs: postSources.sources.map(({ slug }) => slug),
    slugsOf: (issue) => postSources.slugsOf.get(issue) ?? [],
    partIn: (slug) => {
      const source = bySlug.get(slug);
      return source ? partIn(source, desk) : NOBODY;
    },
    isLive,
    isChangeToLive,
    originalOf: (slug) => bySlug.get(slug)?.translates ?? null,
    askedNow,
    everAsked: (issue) => [...askedNow(issue), ...(pullOf(issue)?.wereAsked ?? []).map(({ login }) => login), ...askedBefore(issue)],
    approvedOn: (issue) => pullOf(issue)?.reviews.flatMap(({ says, by }) => (says === "approves" && by ? [by.login] : [])) ?? [],
    toldAt,
    holdersOf: (slot, at) => {
      tellings ??= tellingsOf([...bySlug.keys()], announcedOf);
      return (tellings.get(slot) ?? []).filter((slug) => toldAt(slug, at) === slot && !isLive(slug, at) && !isChangeToLive(slug));
    },
    slotsOn: (day) => {
      calendar ??= slotCalendar({ zone: desk.zone, slots: desk.slots, ...desk.calendar, holidays: deskHolidays(desk) });
      return slotsOn(day, calendar, desk.zone);
    },
  };
}

/** By slot, the posts that were ever told it. */
type Tellings = ReadonlyMap<Instant, readonly string[]>;

function tellingsOf(slugs: readonly string[], announcedOf: (slug: string) => readonly Announcement[]): Tellings {
  const all = slugs.flatMap((slug) => [...new Set(announcedOf(slug).map(({ slot }) => slot))].map((slot) => ({ slug, slot })));
  return new Map([...grouped(all, ({ slot }) => slot)].map(([slot, posts]) => [slot, posts.map(({ slug }) => slug)]));
}

function slotsOn(day: Day, { after }: SlotCalendar, zone: string): readonly Instant[] {
  const end = atWallTime(dayPlus(day, 1), "00:00", zone);
  const slots: Instant[] = [];
  let slot = after(plus(atWallTime(day, "00:00", zone), -1000));
  while (slot && slot < end) {
    slots.push(slot);
    slot = after(slot);
  }
  return slots;
}
