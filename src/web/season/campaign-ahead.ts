/** What lies ahead of a campaign on its section of the page: the conflict with its ways out, the buffer, free slots and closed days. */
import { html } from "hono/html";
import type { Buffer, JudgedCampaign } from "../../desk/judged.js";
import type { Zone } from "../../desk/time/zone.js";
import { sayBuffer, sayClosed } from "../../desk/words/ahead.js";
import { renderSentence } from "../layout/markdown.js";
import { listMarkup, nothing, quotedMarkup, type Markup } from "../layout/markup.js";
import { timeMark } from "../layout/time-element.js";

/** Why not all can be in time, where a coordinator cannot miss it, and what would mend it. */
export function conflictSection({ conflict }: JudgedCampaign): Markup {
  if (!conflict) return nothing;
  return html`<div class="problems conflict">
    <h3>Not all posts can go live before the deadline</h3>
    <p>${renderSentence(conflict.says)}</p>
    ${
      conflict.waysOut.length > 0
        ? html`<p>Possible solutions, the smallest change first:</p>
            <ul>
              ${conflict.waysOut.map((way) => html`<li>${renderSentence(way)}</li>`)}
            </ul>`
        : nothing
    }
  </div>`;
}

const THIRDS = ["green", "amber", "red"] as const;

/** Three boxes, as many of them filled as thirds are used up, and the same in words: nobody has to see a colour. */
export function bufferMark(buffer: Buffer): Markup {
  const filled = buffer.used === 0 ? 0 : THIRDS.indexOf(buffer.third) + 1;
  return html`<span class="thirds" aria-hidden="true"
      >${THIRDS.map((_, index) => html`<i class="${index < filled ? buffer.third : ""}"></i>`)}</span
    >
    <span class="in-words">${sayBuffer(buffer)}</span>`;
}

/** The slots that are free and the days that have none. */
export function calendarAhead({ ahead, live, dropped, total }: JudgedCampaign, zone: Zone): Markup {
  const over = live + dropped === total;
  if (over && ahead.closed.length === 0) return nothing;
  const free = ahead.free.map((slot) => timeMark(slot, zone));
  return html`<ul class="lies-ahead">
    ${over ? nothing : html`<li>Next free slots: ${free.length > 0 ? listMarkup(free) : "none before the deadline"}.</li>`}
    ${ahead.closed.map((days) => html`<li>${sayClosed(days, zone)}${days.why === "" ? nothing : html`: ${quotedMarkup(days.why)}`}.</li>`)}
  </ul>`;
}
