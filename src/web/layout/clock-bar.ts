/** The clock bar of a re-enactment: what time it is there, and buttons that move it. Plain forms, so that it works without scripts. */
import type { Context, MiddlewareHandler } from "hono";
import { html } from "hono/html";
import { DAY, HOUR, instant, type Zone } from "../../desk/time/zone.js";
import type { Controls } from "./controls.js";
import { nothing, quotedMarkup, type Markup } from "./markup.js";
import { yearMark } from "./time-element.js";

/** Seconds between two looks while the clock plays. */
export const REFRESH_SECONDS = 2;

/** The form has no address: it is posted to the page it stands on, which shows itself again. */
export function clockBar(controls: Controls, zone: Zone): Markup {
  const next = controls.nextSays();
  const button = (move: Move, says: string, disabled = false): Markup =>
    html`<button name="clock" value="${move}" ${disabled ? html`disabled` : nothing}>${says}</button>`;
  return html`<form class="clock" method="post" aria-label="The clock of the re-enactment">
    <p class="clock-now"><span class="quiet">It is</span> ${yearMark(instant(controls.now()), zone)} <span class="quiet">${zone}</span></p>
    <p class="clock-buttons">
      ${button("hour", "+1 hour")} ${button("day", "+1 day")} ${button("next", "Next event", next === null)}
      ${controls.playing ? button("pause", "Pause") : button("play", "Play", next === null)} ${button("restart", "Start again")}
    </p>
    <p class="clock-next quiet">${next === null ? "Nothing more will happen." : html`Next: ${quotedMarkup(next)}`}</p>
  </form>`;
}

/** What the buttons do. */
const MOVES = {
  hour: (controls: Controls) => controls.advance(HOUR),
  day: (controls: Controls) => controls.advance(DAY),
  next: (controls: Controls) => controls.next(),
  restart: (controls: Controls) => controls.restart(),
  play: (controls: Controls) => {
    controls.play();
  },
  pause: (controls: Controls) => {
    controls.pause();
  },
} as const satisfies Record<string, (controls: Controls) => Promise<void> | void>;

type Move = keyof typeof MOVES;

const isMove = (text: unknown): text is Move => typeof text === "string" && Object.hasOwn(MOVES, text);

/** Answers the clock bar's buttons on every page, by 303 back to that page. Needs `csrf` before it. */
export function moveClock(controls: Controls): MiddlewareHandler {
  return async (c: Context, next) => {
    if (c.req.method !== "POST") return next();
    const { clock } = await c.req.parseBody();
    if (!isMove(clock)) return c.text("The clock has no such button. Its buttons are: hour, day, next, play, pause and restart.\n", 400);
    await MOVES[clock](controls);
    // One slash only: two would send the visitor to another host. As it was sent: browsers leave out a tab between two.
    return c.redirect(new URL(c.req.url).pathname.replace(/^[/\\]+/, "/"), 303);
  };
}
