/** How pages say a post's stage, its slot, and whether it is late. */
import { html } from "hono/html";
import type { JudgedPost } from "../desk/judged.js";
import type { Stage } from "../desk/stage.js";
import type { Zone } from "../desk/time/zone.js";
import { slipOf } from "../desk/tracking/slip.js";
import { sayShift } from "../desk/words/slip.js";
import { nothing, type Markup } from "./layout/markup.js";
import { dayMark, timeMark } from "./layout/time-element.js";

export function stageMark(stage: Stage): Markup {
  return html`<span class="stage ${stage.replaceAll(" ", "-")}">${stage}</span>`;
}

/** `planned Fri 18 July, now Tue 22 July, 12:00 (+4 days, moved once)`, or only where it stands when nothing moved. */
export function slotMarkup(post: JudgedPost, zone: Zone): Markup {
  const slip = slipOf(post, zone);
  if (!slip) return html`<span class="quiet">${post.live ? "live" : "none"}</span>`;
  const now = html`${post.live ? "live " : ""}${timeMark(slip.now, zone)}`;
  const moved = sayShift(slip, zone);
  if (!moved) return now;
  return html`<span class="planned">planned ${dayMark(slip.first, zone)},</span> ${post.live ? "" : "now "}${now}
    <span class="${slip.days > 0 ? "slipped" : "quiet"}">(${moved})</span>`;
}

export function sayLate({ slot, stage }: JudgedPost): Markup {
  if (!slot || stage === "live" || stage === "dropped") return nothing;
  return slot.lateness === "on time" ? html`<span class="fine">on time</span>` : html`<strong class="alarm">${slot.lateness}</strong>`;
}
