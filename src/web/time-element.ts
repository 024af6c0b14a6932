/** Times as the pages show them: said in the desk's zone, with the exact instant in the element. */
import { tz } from "@date-fns/tz";
import { format } from "date-fns";
import { html } from "hono/html";
import type { Instant, Zone } from "../desk/zone.js";
import type { Markup } from "./markup.js";

const say = (at: Instant, zone: Zone, pattern: string): string => format(new Date(at), pattern, { in: tz(zone) });

/** `Fri 18 July, 14:00`. */
export function timeOf(at: Instant, zone: Zone): Markup {
  return html`<time datetime="${at}">${say(at, zone, "EEE d MMMM, HH:mm")}</time>`;
}

/** `Fri 18 July`. */
export function dayMark(at: Instant, zone: Zone): Markup {
  return html`<time datetime="${at}">${say(at, zone, "EEE d MMMM")}</time>`;
}

/** `Friday 18 July 2014, 14:00`. */
export function fullTime(at: Instant, zone: Zone): Markup {
  return html`<time datetime="${at}">${say(at, zone, "EEEE d MMMM yyyy, HH:mm")}</time>`;
}
