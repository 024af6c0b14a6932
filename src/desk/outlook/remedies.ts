/** Remedies: what could be changed when posts are past the deadline, the cheapest first, each as the request that it would make. */
import { isWorkingDay } from "../calendar/working-days.js";
import type { Bottleneck } from "../schedule/bottleneck.js";
import type { SlottedCampaign } from "../schedule/slotted-campaign.js";
import { atWallTime, dayOf, dayPlus, earliest, HOUR, plus, timeOf, type Instant } from "../time/zone.js";

type SlotRequest = SlottedCampaign["request"];

/** What could be changed. */
export type Remedy =
  | { readonly kind: "slots added"; readonly at: readonly Instant[] }
  | { readonly kind: "let go"; readonly slug: string; readonly at: Instant }
  | { readonly kind: "freeze lifted"; readonly why: string }
  | { readonly kind: "spread lifted"; readonly of: "byline" | "beat" }
  | { readonly kind: "deadline moved"; readonly to: Instant }
  | { readonly kind: "dropped"; readonly slug: string };

interface Option {
  readonly remedy: Remedy;
  readonly request: SlotRequest;
}

/** Of each kind the options are tried in turn, until one is enough. */
interface Remedies {
  readonly kind: Remedy["kind"];
  readonly options: readonly Option[];
}

/** Slots that are added at once, at the most; whoever needs more needs another deadline. */
const MOST_ADDED = 3;
const MOST_OF_A_KIND = 4;

/** What somebody did by hand is cheapest undone; then come slots, then rules; a promise is the dearest. */
export function remediesFor(slotted: SlottedCampaign, bottleneck: Bottleneck, late: number): readonly Remedies[] {
  return [
    { kind: "let go", options: lettingGo(slotted) },
    { kind: "slots added", options: addingSlots(slotted, late) },
    { kind: "freeze lifted", options: liftingFreezes(slotted) },
    { kind: "spread lifted", options: liftingSpread(slotted) },
    { kind: "deadline moved", options: movingDeadline(slotted) },
    { kind: "dropped", options: dropping(slotted, bottleneck) },
  ];
}

/** Of those past the deadline first; then of those that have a slot before it, which others may need more. */
function lettingGo({ request, settled: { problem, wishes } }: SlottedCampaign): readonly Option[] {
  const byHand = problem.posts.flatMap(({ post }, place) => {
    const wish = wishes[place];
    return wish && wish.kind !== "due" ? [{ slug: post.slug, at: wish.at }] : [];
  });
  const past = byHand.filter(({ at }) => at > request.deadline);
  return [...past, ...byHand.filter((one) => !past.includes(one))].slice(0, MOST_OF_A_KIND).map(({ slug, at }) => ({
    remedy: { kind: "let go", slug, at },
    request: { ...request, posts: request.posts.map((post) => (post.slug === slug ? { ...post, asked: null, pinned: null } : post)) },
  }));
}

function addingSlots({ request, settled, calendar, calendarWith }: SlottedCampaign, late: number): readonly Option[] {
  const found = freeInstants({ request, settled });
  const most = Math.min(late, MOST_ADDED, found.length);
  return Array.from({ length: most }, (_, place) => place + 1)
    .filter((n) => n === most || n === 1)
    .toReversed()
    .map((n) => {
      const at = found.slice(0, n).toSorted();
      return {
        remedy: { kind: "slots added", at },
        request: { ...request, calendar: calendarWith({ extra: [...calendar.extra, ...at] }) },
      };
    });
}

/**
 * Working days before the deadline on which there is no slot though nothing forbids one, the last first: nobody has to hurry for
 * those. When each has one, some hours after that of the last days.
 */
function freeInstants({ request, settled }: Pick<SlottedCampaign, "request" | "settled">): readonly Instant[] {
  const { calendar, deadline, at, zone } = request;
  const usual = calendar.after(at);
  const time = usual ? timeOf(usual, zone) : "12:00";
  const used = new Set<Instant | null>([...request.taken, ...settled.at]);
  const [free, second]: [Instant[], Instant[]] = [[], []];
  for (let day = dayOf(deadline, zone), steps = 0; steps < DAYS_LOOKED_AT && day >= dayOf(at, zone); day = dayPlus(day, -1), steps += 1) {
    if (!isWorkingDay(day)) continue;
    const midnight = atWallTime(day, "00:00", zone);
    const slot = calendar.after(plus(midnight, -1000));
    const own = atWallTime(day, time, zone);
    const hasSlot = slot !== null && dayOf(slot, zone) === day;
    const later = hasSlot ? plus(slot, 3 * HOUR) : own;
    const isOpen = (one: Instant) => one > at && one <= deadline && !used.has(one) && calendar.closedAt(one) === null;
    if (!hasSlot && isOpen(own)) free.push(own);
    else if (hasSlot && isOpen(later) && calendar.after(plus(later, -1000)) !== later) second.push(later);
  }
  return [...free, ...second].slice(0, MOST_ADDED);
}

const DAYS_LOOKED_AT = 60;

/** Each by itself. */
function liftingFreezes({ request, calendar, calendarWith }: SlottedCampaign): readonly Option[] {
  return calendar.freezes
    .filter(({ from, to }) => from <= request.deadline && to > request.at)
    .slice(0, MOST_OF_A_KIND)
    .map((freeze) => ({
      remedy: { kind: "freeze lifted", why: freeze.why },
      request: { ...request, calendar: calendarWith({ freezes: calendar.freezes.filter((one) => one !== freeze) }) },
    }));
}

function liftingSpread({ request, settled: { grid } }: SlottedCampaign): readonly Option[] {
  const spread = request.spread ?? { byline: null, beatGap: 0 };
  const has = (kind: "byline" | "beat") => grid.crowds.some((crowd) => crowd.kind === kind);
  return [
    ...(has("byline")
      ? [{ remedy: { kind: "spread lifted", of: "byline" } as const, request: { ...request, spread: { ...spread, byline: null } } }]
      : []),
    ...(has("beat")
      ? [{ remedy: { kind: "spread lifted", of: "beat" } as const, request: { ...request, spread: { ...spread, beatGap: 0 } } }]
      : []),
  ];
}

/** To the end of the working day of each slot after it, until one is enough. */
function movingDeadline({ request }: SlottedCampaign): readonly Option[] {
  const options: Option[] = [];
  let slot = request.calendar.after(request.deadline);
  while (slot && options.length < MOST_DEADLINES) {
    const day = dayOf(slot, request.zone);
    const evening = atWallTime(day, "17:00", request.zone);
    const to = slot > evening ? slot : evening;
    options.push({ remedy: { kind: "deadline moved", to }, request: { ...request, deadline: to } });
    slot = request.calendar.after(earliest([plus(atWallTime(dayPlus(day, 1), "00:00", request.zone), -1000)]) ?? slot);
  }
  return options;
}

const MOST_DEADLINES = 6;

/** Of the posts in the bottleneck those that nothing waits for, the last of the plan first. */
function dropping({ request }: SlottedCampaign, bottleneck: Bottleneck): readonly Option[] {
  const awaited = new Set(request.posts.flatMap(({ after }) => after));
  const own = bottleneck.slugs.toReversed();
  return [...own.filter((slug) => !awaited.has(slug)), ...own.filter((slug) => awaited.has(slug))].slice(0, MOST_OF_A_KIND).map((slug) => ({
    remedy: { kind: "dropped", slug },
    request: { ...request, posts: request.posts.filter((post) => post.slug !== slug) },
  }));
}
