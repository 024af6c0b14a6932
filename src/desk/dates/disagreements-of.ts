/** In what a post and its slot disagree: dates, the file's name, flags, the address. */
import { dayOf, type Day, type Instant } from "../time/zone.js";
import { aboutAddress } from "./about-address.js";
import { aboutDates } from "./about-dates.js";
import { aboutExpiry } from "./about-expiry.js";
import { aboutFlags } from "./about-flags.js";
import { aboutName } from "./about-name.js";
import type { Case, DateQuestion } from "./date-question.js";
import type { Disagreement } from "./disagreement.js";
import { siteOfPost } from "./site-of-post.js";

/** None for a post that says nothing of its publication. */
export function disagreementsOf(question: DateQuestion): readonly Disagreement[] {
  const { post, slot, zone, earlier } = question;
  const site = siteOfPost(post, question);
  const daysAt = (at: Instant): readonly Day[] => [dayOf(at, zone), ...(site.habits.gates ? [dayOf(at, site.zone)] : [])];
  const [slotDay = dayOf(slot, zone), siteDay = slotDay] = daysAt(slot);
  const gateDay = siteDay < slotDay ? siteDay : slotDay;
  const before = new Set<Day | null>(earlier.flatMap(daysAt).filter((day) => day !== slotDay && day !== gateDay));
  const one: Case = { ...question, site, slotDay, gateDay, wasSlot: (day) => before.has(day) };
  return [...aboutDates(one), ...aboutName(one), ...aboutAddress(one), ...aboutExpiry(one), ...aboutFlags(one)];
}
