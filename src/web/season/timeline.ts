/** The campaign on a strip of days: a mark where each post has its slot, a ring where it first had it, today, and the deadline. */
import { html } from "hono/html";
import type { JudgedCampaign, JudgedPost } from "../../desk/judged.js";
import { dayOf, dayPlus, daysBetween, weekdayOf, type Day, type Instant, type Zone } from "../../desk/time/zone.js";
import { slipOf } from "../../desk/tracking/slip.js";
import { nothing, type Markup } from "../layout/markup.js";

/** More days than this do not fit a screen: then the strip is left out, and the table says it all. */
const LONGEST = 62;
/** Days before the first slot that are still shown, so that today is on the strip. */
const LEAD = 14;
/** Marks piled up on one day before the rest becomes a number. */
const HIGHEST = 6;

interface Cell {
  readonly day: Day;
  readonly marks: readonly string[];
}

export function timeline(campaign: JudgedCampaign, posts: readonly JudgedPost[], zone: Zone, now: Instant): Markup {
  const placed = posts.flatMap((post) => marksOf(post, zone));
  const today = dayOf(now, zone);
  const deadline = dayOf(campaign.deadline, zone);
  const cells = days([...placed.map(({ day }) => day), deadline], today).map((day): Cell => ({
    day,
    marks: placed.filter((mark) => mark.day === day).map(({ look }) => look),
  }));
  if (placed.length === 0 || cells.length === 0) return nothing;
  const label = `${posts.length} posts from ${sayDayOf(cells[0]?.day)} to ${sayDayOf(cells.at(-1)?.day)}; the deadline is ${sayDayOf(deadline)}. The table below shows the same.`;
  return html`<figure class="timeline">
    <div class="strip" role="img" aria-label="${label}">${cells.map((cell, at) => column(cell, at, today, deadline))}</div>
    <figcaption>
      <span class="key live"></span> live <span class="key ahead"></span> to come <span class="key late"></span> late
      <span class="key was"></span> where it was first planned <span class="key bar"></span> deadline
    </figcaption>
  </figure>`;
}

function column({ day, marks }: Cell, at: number, today: Day, deadline: Day): Markup {
  const date = Number(day.slice(8));
  const weekday = weekdayOf(day);
  const looks = ["day", weekday === 0 || weekday === 6 ? "weekend" : "", day === today ? "today" : "", day === deadline ? "deadline" : ""];
  const label = at === 0 || date === 1 ? `${date} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ""}` : String(date);
  return html`<div class="${looks.filter((look) => look !== "").join(" ")}">
    <span class="pile"
      >${marks.slice(0, HIGHEST).map((look) => html`<i class="${look}"></i>`)}${marks.length > HIGHEST ? html`<b>+${marks.length - HIGHEST}</b>` : nothing}</span
    >
    <span class="number ${weekday === 1 || at === 0 || day === deadline || day === today ? "told" : ""}">${label}</span>
  </div>`;
}

function marksOf(post: JudgedPost, zone: Zone): { day: Day; look: string }[] {
  const slip = slipOf(post, zone);
  if (!slip) return [];
  const late = post.slot && post.slot.lateness !== "on time";
  const marks = [{ day: dayOf(slip.now, zone), look: post.live ? "live" : late ? "late" : "ahead" }];
  return slip.days === 0 ? marks : [...marks, { day: dayOf(slip.first, zone), look: "was" }];
}

/** Every day from the first to the last of `held`, and today when it is near. Empty when there are too many. */
function days(held: readonly Day[], today: Day): readonly Day[] {
  const sorted = [...held].sort();
  const [first = today, last = first] = [sorted[0], sorted.at(-1)];
  const ahead = daysBetween(today, first);
  const from = ahead > 0 && ahead <= LEAD ? today : first;
  const count = daysBetween(from, last) + 1;
  return count > LONGEST ? [] : Array.from({ length: count }, (_, at) => dayPlus(from, at));
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

const sayDayOf = (day: Day | undefined): string => (day ? `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ""}` : "");
