/** In what a post and its slot disagree: dates, the file's name, flags, the address. */
import { dayOf, type Day } from "../time/zone.js";
import { aboutAddress } from "./about-address.js";
import { aboutDates } from "./about-dates.js";
import { aboutFlags } from "./about-flags.js";
import { aboutName } from "./about-name.js";
import type { Case, DateQuestion } from "./date-question.js";
import type { Disagreement } from "./disagreement.js";
import { HABITS } from "./site-habits.js";

/** None for a post that says nothing of its publication. */
export function disagreementsOf(question: DateQuestion): readonly Disagreement[] {
  const { post, site, slot, zone, earlier } = question;
  const slotDay = dayOf(slot, zone);
  const before = new Set<Day | null>(earlier.map((one) => dayOf(one, zone)).filter((day) => day !== slotDay));
  const one: Case = { ...question, habits: HABITS[site ?? post.site], slotDay, wasSlot: (day) => before.has(day) };
  return [...aboutDates(one), ...aboutName(one), ...aboutAddress(one), ...aboutFlags(one)];
}
