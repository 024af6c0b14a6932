/** Times as the pages show them: said in the desk's zone, with the exact instant in the element. */
import { html } from "hono/html";
import { dayOf, sayDay, timeOf, type Instant, type Zone } from "../../desk/time/zone.js";
import type { Markup } from "./markup.js";

const marked = (at: Instant, says: string): Markup => html`<time datetime="${at}">${says}</time>`;

/** `Fri 18 July, 14:00`. */
export function timeMark(at: Instant, zone: Zone): Markup {
  return marked(at, `${sayDay(at, zone)}, ${timeOf(at, zone)}`);
}

/** `Fri 18 July`. */
export function dayMark(at: Instant, zone: Zone): Markup {
  return marked(at, sayDay(at, zone));
}

/** `Fri 18 July 2014, 14:00`. */
export function yearMark(at: Instant, zone: Zone): Markup {
  return marked(at, `${sayDay(at, zone)} ${dayOf(at, zone).slice(0, 4)}, ${timeOf(at, zone)}`);
}
