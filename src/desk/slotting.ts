/** Slotting: every post that is still to come gets its slot, campaign by campaign, none taken twice. */
import { crewOf, leadOf } from "./crew.js";
import { deskHolidays } from "./days-off.js";
import type { Dossier } from "./dossier.js";
import type { Reviewed } from "./review.js";
import { assignSlots } from "./schedule/assign-slots.js";
import type { AssignedSlot, SlotRequest } from "./schedule/slot-request.js";
import { slotCalendar } from "./schedule/slot-calendar.js";
import { workAhead } from "./schedule/work-ahead.js";
import type { Snapshot } from "./snapshot.js";
import { latest, type Instant } from "./zone.js";

export interface Slotted {
  readonly slot: AssignedSlot | null;
  readonly deadline: Instant;
}

/** Promised posts go first: whoever opens a pull request with two hundred posts must not push a promise off the calendar. */
export function slotAll(reviewed: readonly Reviewed[], snapshot: Snapshot): ReadonlyMap<string, Slotted> {
  const { desk, at } = snapshot;
  const home = homeOf(snapshot);
  const calendar = slotCalendar({ zone: desk.zone, slots: desk.slots, ...desk.calendar, holidays: deskHolidays(desk) });
  const slotted = new Map<string, Slotted>();
  const taken: Instant[] = [];
  for (const campaign of desk.campaigns.toSorted((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0))) {
    const own = reviewed.filter(
      ({ dossier }) => !dossier.correction && (dossier.campaign ?? home) === campaign.name && !dossier.decided.dropped,
    );
    const request = (posts: readonly Reviewed[], besides: readonly Instant[], hurried: boolean): SlotRequest => ({
      at,
      zone: desk.zone,
      calendar,
      deadline: campaign.deadline,
      lead: desk.lead,
      taken: [...taken, ...besides],
      posts: posts.map(({ dossier, verdict, asking }) => ({
        slug: dossier.slug,
        after: [...(dossier.promised?.after ?? []), ...dossier.decided.after],
        pinned: dossier.decided.pin ? dossier.decided.pin.at : (dossier.promised?.pinned ?? null),
        laterThan: dossier.decided.laterThan?.at ?? null,
        asked: dossier.decided.slot?.at ?? null,
        askedBy: dossier.decided.slot?.by ?? dossier.decided.laterThan?.by ?? dossier.decided.pin?.by ?? null,
        byline: dossier.byline,
        beats: dossier.beats,
        notBefore: latest([
          dossier.promised?.notBefore ?? null,
          campaign.starts && campaign.starts > at ? campaign.starts : null,
          hurried ? null : soonest({ dossier, verdict, asking }, campaign.deadline, snapshot),
        ]),
        announced: dossier.announced.at(-1)?.slot ?? null,
        liveAt: dossier.live ? (dossier.live.at ?? at) : null,
        ready: verdict?.passes ?? false,
        open: dossier.leading !== null && dossier.leading.pull.standing === "open",
        lead: leadOf(dossier, desk),
        crew: crewOf(dossier, asking, desk),
      })),
    });
    const promised = own.filter(({ dossier }) => dossier.promised);
    const strays = own.filter(({ dossier }) => !dossier.promised);
    const theirs = strays.flatMap(({ dossier }) => dossier.decided.slot?.at ?? dossier.announced.at(-1)?.slot ?? []);
    const first = fewestLate([
      () => assignSlots(request(promised, theirs, false)),
      ...(theirs.length > 0 ? [() => assignSlots(request(promised, [], false))] : []),
      () => assignSlots(request(promised, [], true)),
    ]);
    const given = [...first.values()].map((slot) => slot.at);
    const second = fewestLate([() => assignSlots(request(strays, given, false)), () => assignSlots(request(strays, given, true))]);
    const slots = new Map([...first, ...second]);
    for (const { dossier } of own) {
      const slot = slots.get(dossier.slug) ?? null;
      slotted.set(dossier.slug, { slot, deadline: campaign.deadline });
      if (slot) taken.push(slot.at);
    }
  }
  return slotted;
}

/** The first of these ways, best first, under which fewest posts are late: time to write and to review is given where it costs nobody the deadline. */
function fewestLate(ways: readonly (() => ReadonlyMap<string, AssignedSlot>)[]): ReadonlyMap<string, AssignedSlot> {
  let best: ReadonlyMap<string, AssignedSlot> = new Map();
  let fewest = Infinity;
  for (const way of ways) {
    const slots = way();
    const late = [...slots.values()].filter(({ fits }) => !fits).length;
    if (late >= fewest) continue;
    [best, fewest] = [slots, late];
    if (late === 0) break;
  }
  return best;
}

/**
 * The first instant for which there is still time to write and to review, in working days: a slot that nobody could keep is a slip
 * made in advance. None for a post that is approved, whose slot people have been told or have named, or when the deadline is nearer.
 */
function soonest({ dossier, verdict, asking }: Reviewed, deadline: Instant, { at, desk }: Snapshot): Instant | null {
  const { announced, promised, decided, leading } = dossier;
  const told = announced.at(-1)?.slot;
  if (verdict?.passes || decided.slot || promised?.pinned || (told && told > at)) return null;
  const written = leading?.pull.standing === "open" && !leading.pull.draft;
  const first = workAhead(at, leadOf(dossier, desk), crewOf(dossier, asking, desk), written);
  return first && first > at && first < deadline ? first : null;
}

/** The campaign on whose calendar a post stands that nobody promised: the next to end, or the last that ended. */
function homeOf({ desk, at }: Snapshot): string | null {
  const byDeadline = desk.campaigns.toSorted((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0));
  return (byDeadline.find(({ deadline }) => deadline > at) ?? byDeadline.at(-1))?.name ?? null;
}
